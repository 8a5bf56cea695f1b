//! Elements built piece by piece.
//!
//! The same as `html!` gives, at a fraction of the compiled size: that macro writes out every element in full
//! where it stands, this calls a few small functions.

use std::rc::Rc;
use yew::AttrValue;
use yew::prelude::*;
use yew::virtual_dom::{Key, VList, VNode, VTag, VText};

/// An element on its way.
pub struct Tag(Rc<VTag>);

/// Begins an element.
#[inline(never)]
pub fn tag(name: &'static str) -> Tag {
    Tag(Rc::new(VTag::new(name)))
}

impl Tag {
    #[inline(never)]
    fn open(&mut self) -> &mut VTag {
        Rc::get_mut(&mut self.0).expect("it is not shared yet")
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttrValue) -> Tag {
        self.open().add_attribute(name, value);
        self
    }

    #[inline(never)]
    pub fn has(mut self, child: Html) -> Tag {
        self.open().add_child(child);
        self
    }

    pub fn class(self, class: &'static str) -> Tag {
        self.with("class", class)
    }

    pub fn with(self, name: &'static str, value: impl IntoAttr) -> Tag {
        self.set(name, value.attr())
    }

    pub fn text(self, words: impl IntoAttr) -> Tag {
        self.has(text(words))
    }

    #[inline(never)]
    pub fn key(mut self, key: &str) -> Tag {
        self.open().key = Some(Key::from(key));
        self
    }

    pub fn all(self, children: impl Iterator<Item = Html>) -> Tag {
        let mut list = Vec::new();
        children.for_each(|child| list.push(child));
        self.list(list)
    }

    #[inline(never)]
    pub fn list(self, children: Vec<Html>) -> Tag {
        self.has(VNode::from(VList::with_children(children, None)))
    }

    #[inline(never)]
    pub fn html(self) -> Html {
        VNode::VTag(self.0)
    }
}

pub fn text(words: impl IntoAttr) -> Html {
    VNode::VText(VText::new(words.attr()))
}

/// Words of an attribute or text.
pub trait IntoAttr {
    fn attr(self) -> AttrValue;
}

impl IntoAttr for &'static str {
    fn attr(self) -> AttrValue {
        AttrValue::Static(self)
    }
}

impl IntoAttr for &String {
    #[inline(never)]
    fn attr(self) -> AttrValue {
        AttrValue::Rc(self.as_str().into())
    }
}

impl IntoAttr for String {
    #[inline(never)]
    fn attr(self) -> AttrValue {
        AttrValue::Rc(self.into())
    }
}
