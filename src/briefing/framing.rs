//! The first and the last slides of a presentation, which are also the cover and the end of the handout.

use crate::brief::Brief;
use crate::division::divide;
use crate::slide::{Slide, SlideBody};
use explore::export::{LICENCE, Origin};
use explore::pages::phrasing;
use model::{Date, DateSpan};
use std::rc::Rc;

/// The title of a brief that has none of its own.
const DEFAULT_TITLE: &str = "What inspectors found";

/// The slide with the title of the brief, the date of the data, and what the sources are, if it has any.
pub fn title_slide(brief: &Brief, mut forces: Vec<String>, has_sources: bool, origin: &Origin) -> Slide {
    /// The most forces that are named.
    const MAX_NAMED: usize = 5;
    forces.sort();
    forces.dedup();
    let about = match forces.len() {
        0 => "police forces".to_string(),
        n if n > MAX_NAMED => format!("{n} police forces"),
        _ => phrasing::join_as_list(&forces),
    };
    let sources = has_sources.then(|| {
        format!(
            "On {about}. From reports of the inspectorate, HMIC (from July 2017 HMICFRS), and from public pages that state \
             its grades. The sources are on each slide and at the end."
        )
    });
    let date = date_in_words(&origin.build_date).map(|date| format!("From the site built on {date}"));
    let title = if brief.title.trim().is_empty() { DEFAULT_TITLE } else { &brief.title };
    let slide = Slide {
        id: "slide-title".to_string(),
        title: title.to_string(),
        part_label: None,
        body: SlideBody::Title(date.into_iter().chain(sources).collect()),
        caveats: Vec::new(),
        notes: Vec::new(),
        source: String::new(),
        address: String::new(),
        speaker_notes: String::new(),
    };
    let mut slides = divide(slide, &|part| part);
    slides.swap_remove(0)
}

/// The slides with the sources of all the others.
pub fn closing_slides(slides: &[Rc<Slide>], origin: &Origin) -> Vec<Slide> {
    let mut sources: Vec<String> = Vec::new();
    let listed = slides.iter().flat_map(|slide| match &slide.body {
        SlideBody::FindingList(findings) => findings.iter().map(|[_, _, source]| source.clone()).collect(),
        _ => vec![slide.source.clone()],
    });
    for source in listed.filter(|source| !source.is_empty()) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let date = date_in_words(&origin.build_date).map(|date| format!(", built on {date}")).unwrap_or_default();
    let licence = if sources.is_empty() { "" } else { LICENCE };
    sources.push(format!("Made with {}{date}. {licence}", origin.site_root).trim_end().to_string());
    let slide = Slide {
        id: String::new(),
        title: "Sources".to_string(),
        part_label: None,
        body: SlideBody::Sources(sources),
        caveats: Vec::new(),
        notes: Vec::new(),
        source: String::new(),
        address: String::new(),
        speaker_notes: String::new(),
    };
    let slides = divide(slide, &|part| part);
    let of = slides.len();
    let numbered = |(n, slide)| Slide {
        id: format!("slide-sources-{}", n + 1),
        part_label: (of > 1).then(|| format!("{} of {of}", n + 1)),
        ..slide
    };
    slides.into_iter().enumerate().map(numbered).collect()
}

/// A date as the build writes it, in words: "28 November 2026". `None` if it is unknown.
fn date_in_words(build_date: &str) -> Option<String> {
    Date::from_edtf(build_date).map(|date| DateSpan::single(date).in_words())
}
