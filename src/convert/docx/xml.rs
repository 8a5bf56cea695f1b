//! Events of the XML of a part.

use super::damaged;
use crate::ConvertError;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// What the XML of a part consists of.
pub enum XmlEvent<'a> {
    /// The start of an element, by its name without prefix.
    Start(String, BytesStart<'a>),
    /// The end of an element.
    End(String),
    /// Text, with references resolved.
    Text(String),
}

/// Calls `handle` for each event of a part. An empty element has a start and an end.
///
/// # Errors
/// If the XML is not well formed, or `handle` fails.
pub fn for_each_event(
    xml: &str,
    mut handle: impl FnMut(XmlEvent) -> Result<(), ConvertError>,
) -> Result<(), ConvertError> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let broken = |error: &dyn std::fmt::Display| damaged(format!("its XML is broken: {error}"));
    loop {
        match reader.read_event().map_err(|error| broken(&error))? {
            Event::Start(start) => handle(XmlEvent::Start(start.local_name().as_ref().to_string(), start))?,
            Event::End(end) => handle(XmlEvent::End(end.local_name().as_ref().to_string()))?,
            Event::Text(text) => handle(XmlEvent::Text(text.xml_content(XmlVersion::Implicit1_0).into_owned()))?,
            Event::CData(text) => handle(XmlEvent::Text(text.xml_content(XmlVersion::Implicit1_0).into_owned()))?,
            Event::GeneralRef(reference) => {
                let c = match reference.resolve_char_ref().map_err(|error| broken(&error))? {
                    Some(c) => c.to_string(),
                    None => quick_xml::escape::resolve_predefined_entity(&reference).unwrap_or_default().to_string(),
                };
                handle(XmlEvent::Text(c))?;
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The value of an attribute, by its name without prefix.
pub fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|one| one.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}
