//! The tree of a page: a thin layer over that of `html5ever`.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// An element.
#[derive(Clone)]
pub struct Element(Handle);

/// A step of a walk through the tree.
pub enum Step {
    /// The start of an element.
    Open(Element),
    /// The end of an element.
    Close(Element),
    /// Text.
    Text(String),
}

impl Element {
    /// The element of the whole page.
    pub fn parse(source: &str) -> Element {
        Element(parse_document(RcDom::default(), ParseOpts::default()).one(source).document)
    }

    /// Its name in small letters; empty for the page.
    pub fn name(&self) -> &str {
        if let NodeData::Element { name, .. } = &self.0.data { &name.local } else { "" }
    }

    /// The value of an attribute.
    pub fn attribute(&self, wanted: &str) -> Option<String> {
        let NodeData::Element { attrs, .. } = &self.0.data else { return None };
        attrs.borrow().iter().find(|attribute| &*attribute.name.local == wanted).map(|found| found.value.to_string())
    }

    /// Whether an attribute has a word.
    pub fn has_word(&self, attribute: &str, word: &str) -> bool {
        self.attribute(attribute).is_some_and(|value| value.split_whitespace().any(|other| other == word))
    }

    /// The element around it.
    pub fn parent(&self) -> Option<Element> {
        let weak = self.0.parent.take();
        let parent = weak.as_ref().and_then(|weak| weak.upgrade());
        self.0.parent.set(weak);
        parent.map(Element)
    }

    /// The element and all elements in it.
    pub fn elements(&self) -> impl Iterator<Item = Element> {
        self.walk().filter_map(|step| if let Step::Open(element) = step { Some(element) } else { None })
    }

    /// All of its text.
    pub fn text(&self) -> String {
        self.walk().filter_map(|step| if let Step::Text(text) = step { Some(text) } else { None }).collect()
    }

    /// Whether both are the same element.
    pub fn is(&self, other: &Element) -> bool {
        std::rc::Rc::ptr_eq(&self.0, &other.0)
    }

    /// Walks through the element and everything in it, without recursion: a page may be nested deeper than a stack.
    pub fn walk(&self) -> impl Iterator<Item = Step> + use<> {
        let mut waiting = vec![(self.0.clone(), false)];
        std::iter::from_fn(move || {
            loop {
                let (node, is_done) = waiting.pop()?;
                if is_done {
                    return Some(Step::Close(Element(node)));
                }
                match &node.data {
                    NodeData::Text { contents } => return Some(Step::Text(contents.borrow().to_string())),
                    NodeData::Element { .. } | NodeData::Document => {
                        waiting.push((node.clone(), true));
                        waiting.extend(node.children.borrow().iter().rev().map(|child| (child.clone(), false)));
                        return Some(Step::Open(Element(node)));
                    }
                    _ => {}
                }
            }
        })
    }
}
