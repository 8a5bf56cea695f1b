//! The tree as text, for pages that are made in a worker and drawn in the page.

use crate::Attribute;
use crate::node::{Child, EventResponse, Handler, Node, NodeData, element};
use crate::views::typing_action;
use corpus::{Json, to_json_string};
use explore::facets::Facet;
use explore::state::Action;
use std::borrow::Cow;

/// The elements that a tree in this form can have.
const ELEMENTS: [&str; 27] = [
    "", "div", "span", "a", "p", "li", "ul", "ol", "h1", "h2", "h3", "section", "details", "summary", "mark", "button",
    "input", "label", "fieldset", "legend", "form", "strong", "svg", "rect", "br", "dl", "dd",
];

/// Writes a tree: for each element a list of its name by index, its key, its attributes by index with their values, the
/// value of a field, whether it is ticked, its handlers, and its children.
///
/// # Panics
/// If it has an element or a handler that this form does not have. A test writes every page that is sent.
pub fn to_wire(node: &Node<Action>) -> String {
    let mut json = String::new();
    write_node(&mut json, &node.0);
    json
}

fn write_node(json: &mut String, node: &NodeData<Action>) {
    let name = ELEMENTS.iter().position(|name| *name == node.name).expect("the form has the element");
    json.push_str(&format!("[{name},{},[", optional_text(node.key.as_deref())));
    let attributes =
        node.attributes.iter().map(|(name, value)| format!("{},{}", *name as usize, to_json_string(value)));
    json.push_str(&attributes.collect::<Vec<_>>().join(","));
    let ticked = node.checked.map_or("null", |is_checked| if is_checked { "true" } else { "false" });
    json.push_str(&format!("],{},{ticked},[", optional_text(node.value.as_deref())));
    json.push_str(&node.handlers.iter().map(handler_texts).collect::<Vec<_>>().join(","));
    json.push_str("],[");
    for (n, child) in node.children.iter().enumerate() {
        json.push_str(if n > 0 { "," } else { "" });
        match child {
            Child::Text(words) => json.push_str(&to_json_string(words)),
            Child::Node(child) => write_node(json, &child.0),
            Child::Lazy(_) => panic!("the form has no elements that are made when they are drawn"),
        }
    }
    json.push_str("]]");
}

fn optional_text(text: Option<&str>) -> String {
    text.map_or_else(|| "null".to_string(), to_json_string)
}

/// A handler as two texts: the parameter and the value of the facet that it toggles, or two empty texts for a field that
/// searches while one types.
fn handler_texts(handler: &Handler<Action>) -> String {
    match (handler.event, &handler.response) {
        ("change", EventResponse::Always(Action::ToggleChoice(facet, value))) => {
            format!("{},{}", to_json_string(facet.parameter()), to_json_string(value))
        }
        ("input", EventResponse::FromEvent(_)) => "\"\",\"\"".to_string(),
        (event, _) => panic!("the form has no such handler of {event}"),
    }
}

/// Reads a tree; `None` if the text is not one.
pub fn from_wire(json: &str) -> Option<Node<Action>> {
    read_node(Json::parse(json).ok()?)
}

fn read_node(json: Json<'_>) -> Option<Node<Action>> {
    let Json::List(items) = json else { return None };
    let [name, key, attributes, value, ticked, handlers, children] = <[Json; 7]>::try_from(items).ok()?;
    let Json::Number(name) = name else { return None };
    let mut node = element(ELEMENTS.get(name as usize)?);
    node.0.key = into_text(key).map(Cow::Owned);
    let mut attributes = into_list(attributes)?.into_iter();
    while let (Some(Json::Number(name)), Some(value)) = (attributes.next(), attributes.next()) {
        node.0.attributes.push((Attribute::at(name as usize)?, Cow::Owned(into_text(value)?)));
    }
    node.0.value = into_text(value).map(Cow::Owned);
    if let Json::Bool(is_ticked) = ticked {
        node.0.checked = Some(is_ticked);
    }
    let mut handlers = into_list(handlers)?.into_iter();
    while let (Some(facet), Some(value)) = (handlers.next(), handlers.next()) {
        let facet = Facet::from_parameter(&into_text(facet)?);
        node = match facet {
            Some(facet) => node.on("change", EventResponse::Always(Action::ToggleChoice(facet, into_text(value)?))),
            None => node.on("input", EventResponse::FromEvent(typing_action)),
        };
    }
    for child in into_list(children)? {
        let child = match child {
            Json::Text(words) => Child::Text(Cow::Owned(words.into_owned())),
            child => Child::Node(read_node(child)?),
        };
        node.0.children.push(child);
    }
    Some(node)
}

fn into_list(json: Json<'_>) -> Option<Vec<Json<'_>>> {
    if let Json::List(items) = json { Some(items) } else { None }
}

fn into_text(json: Json<'_>) -> Option<String> {
    if let Json::Text(words) = json { Some(words.into_owned()) } else { None }
}
