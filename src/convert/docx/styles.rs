//! The styles of a document: which are headings, and which are lists.

use super::body::Paragraph;
use super::xml::{XmlEvent, attribute, for_each_event};
use crate::ConvertError;
use std::collections::HashMap;

/// A style.
#[derive(Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline_level: Option<u8>,
    list_depth: Option<usize>,
}

/// The styles by their ids.
pub struct Styles {
    by_id: HashMap<String, Style>,
}

impl Styles {
    /// Reads the part with the styles; an empty part has none.
    ///
    /// # Errors
    /// If its XML is broken.
    pub fn parse(xml: &str) -> Result<Styles, ConvertError> {
        let mut by_id = HashMap::new();
        let mut open: Option<(String, Style)> = None;
        for_each_event(xml, |event| {
            match event {
                XmlEvent::Start(name, start) if name == "style" => {
                    open = attribute(&start, "styleId").map(|id| (id, Style::default()));
                }
                XmlEvent::Start(name, start) => {
                    let Some((_, style)) = &mut open else { return Ok(()) };
                    let value = attribute(&start, "val");
                    match name.as_str() {
                        "name" => style.name = value.unwrap_or_default().to_ascii_lowercase(),
                        "basedOn" => style.based_on = value,
                        "outlineLvl" => style.outline_level = value.and_then(|level| level.parse().ok()),
                        "numPr" => style.list_depth = Some(0),
                        "ilvl" => style.list_depth = value.and_then(|depth| depth.parse().ok()),
                        _ => {}
                    }
                }
                XmlEvent::End(name) if name == "style" => by_id.extend(open.take()),
                _ => {}
            }
            Ok(())
        })?;
        Ok(Styles { by_id })
    }

    /// The level of a heading, from 1; `None` if the paragraph is none.
    pub fn heading_level(&self, paragraph: &Paragraph) -> Option<u8> {
        const DEEPEST: u8 = 5;
        let own = paragraph.outline_level;
        let of_style = |style: &Style| {
            let named = style.name.strip_prefix("heading ").and_then(|level| level.parse::<u8>().ok());
            let title = (style.name == "title").then_some(1);
            named.or(title).map(|level| level.saturating_sub(1)).or(style.outline_level)
        };
        let level = own.or_else(|| self.chain(paragraph).find_map(of_style))?;
        (level <= DEEPEST).then_some(level + 1)
    }

    /// The depth of a list item, from 0; `None` if the paragraph is none.
    pub fn list_depth(&self, paragraph: &Paragraph) -> Option<usize> {
        let named = |style: &Style| {
            let rest = style.name.strip_prefix("list bullet").or(style.name.strip_prefix("list number"))?;
            Some(rest.trim().parse::<usize>().map_or(0, |depth| depth.saturating_sub(1)))
        };
        let of_style = |style: &Style| named(style).or(style.list_depth);
        paragraph.list_depth.or_else(|| self.chain(paragraph).find_map(of_style))
    }

    /// The style of a paragraph, and those that it is based on.
    fn chain(&self, paragraph: &Paragraph) -> impl Iterator<Item = &Style> {
        const LONGEST: usize = 20;
        let first = paragraph.style.as_ref().and_then(|id| self.by_id.get(id));
        std::iter::successors(first, |style| self.by_id.get(style.based_on.as_ref()?)).take(LONGEST)
    }
}
