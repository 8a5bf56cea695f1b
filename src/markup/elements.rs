//! Elements built piece by piece.
//!
//! The same as `html!` gives, with 25 kB less of compressed program for all views together: that macro writes every
//! element out in full where it stands, this calls a few small functions. They are kept from being copied to where
//! they are called, and those that take more than one type only turn it into one.
//!
//! Yew tells children without a key apart by their places. So what may be there is added with [`Tag::maybe`] and what
//! there is any number of with [`Tag::all`]: both take one place, however many they are.

use super::place;
use std::borrow::Cow;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText};

/// An element on its way, or a list of them without an element around it.
pub struct Tag(Box<Parts>);

#[derive(Default)]
struct Parts {
    /// Empty for a list.
    name: &'static str,
    key: Option<Key>,
    /// By the order of [`NAMES`].
    attributes: Vec<Option<AttributeOrProperty>>,
    value: Option<AttrValue>,
    checked: Option<bool>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<Html>,
}

macro_rules! attributes {
    ($($attribute:ident = $name:literal)*) => {
        /// Every attribute that views give.
        static NAMES: &[&str] = &[$($name),*];

        #[allow(non_camel_case_types)]
        enum Place { $($attribute),* }

        impl Tag {
            $(
                #[doc = concat!("Gives the attribute `", $name, "`.")]
                pub fn $attribute(self, words: impl Words) -> Tag {
                    self.with(Place::$attribute as usize, words)
                }
            )*
        }
    };
}

super::with_attributes!(attributes);

/// Begins an element.
#[inline(never)]
pub fn tag(name: &'static str) -> Tag {
    Tag(Box::new(Parts { name, ..Parts::default() }))
}

/// Begins a list.
pub fn list() -> Tag {
    tag("")
}

/// Words alone.
pub fn text(words: impl Words) -> Tag {
    list().text(words)
}

impl Tag {
    #[inline(never)]
    fn with<W: Words>(mut self, place: usize, words: W) -> Tag {
        let attributes = &mut self.0.attributes;
        if attributes.len() <= place {
            attributes.resize_with(place + 1, || None);
        }
        attributes[place] = Some(AttributeOrProperty::Attribute(words.kept()));
        self
    }

    /// Leads to an address.
    #[inline(never)]
    pub fn href<W: Words>(self, address: W) -> Tag {
        self.href_of(placed(address.kept()))
    }

    /// Sends a form to an address.
    pub fn action<W: Words>(self, address: W) -> Tag {
        self.action_of(placed(address.kept()))
    }

    /// Names the element among its siblings. Siblings that come and go need such names, taken from what they show.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Tag {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Adds words.
    #[inline(never)]
    pub fn text<W: Words>(mut self, words: W) -> Tag {
        self.0.children.push(Html::VText(VText::new(words.kept())));
        self
    }

    /// Adds an element.
    #[inline(never)]
    pub fn has(mut self, child: Tag) -> Tag {
        self.0.children.push(child.html());
        self
    }

    /// Adds HTML that was drawn before, as it is.
    pub fn raw(mut self, html: &str) -> Tag {
        self.0.children.push(Html::from_html_unchecked(AttrValue::Rc(html.into())));
        self
    }

    /// Adds what may be there. It has a place among its siblings even if it is not.
    #[inline(never)]
    pub fn maybe(self, child: Option<Tag>) -> Tag {
        self.all(child)
    }

    /// Adds any number of elements, in a list of their own.
    pub fn all(self, children: impl IntoIterator<Item = Tag>) -> Tag {
        self.has(children.into_iter().fold(list(), Tag::has))
    }

    /// What stands in a field.
    pub fn value(mut self, words: impl Words) -> Tag {
        self.0.value = Some(words.kept());
        self
    }

    /// Whether a box is ticked.
    pub fn checked(mut self, is_checked: bool) -> Tag {
        self.0.checked = Some(is_checked);
        self
    }

    /// Calls back with each event of a kind: "click".
    pub fn on(self, kind: &'static str, call: impl Fn(Event) + 'static) -> Tag {
        self.listen(On { kind, call: Box::new(call) })
    }

    #[inline(never)]
    fn listen(mut self, on: On) -> Tag {
        self.0.listeners.push(Some(Rc::new(on)));
        self
    }

    /// The element, done.
    #[inline(never)]
    pub fn html(self) -> Html {
        let parts = *self.0;
        if parts.name.is_empty() {
            return VList::with_children(parts.children, parts.key).into();
        }
        let mut tag = VTag::new(parts.name);
        tag.key = parts.key;
        tag.attributes =
            Attributes::Dynamic { keys: &NAMES[..parts.attributes.len()], values: parts.attributes.into() };
        tag.set_listeners(parts.listeners.into());
        tag.set_value(parts.value);
        if let Some(is_checked) = parts.checked {
            tag.set_checked(is_checked);
        }
        tag.add_children(parts.children);
        tag.into()
    }
}

fn placed(address: AttrValue) -> AttrValue {
    place::moved(&address).map_or(address, |moved| AttrValue::Rc(moved.into()))
}

/// A call that waits for an event. One type for all kinds, where `html!` makes one for each.
struct On {
    kind: &'static str,
    call: Box<dyn Fn(Event)>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        ListenerKind::other(Cow::Borrowed(self.kind))
    }

    fn handle(&self, event: Event) {
        (self.call)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// Words of a text or an attribute.
pub trait Words {
    /// The words to keep.
    fn kept(self) -> AttrValue;
}

impl Words for &'static str {
    fn kept(self) -> AttrValue {
        AttrValue::Static(self)
    }
}

impl Words for &String {
    fn kept(self) -> AttrValue {
        AttrValue::Rc(self.as_str().into())
    }
}

impl Words for String {
    fn kept(self) -> AttrValue {
        AttrValue::Rc(self.into())
    }
}

impl Words for AttrValue {
    fn kept(self) -> AttrValue {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(tag: Tag) -> Rc<VTag> {
        match tag.html() {
            Html::VTag(tag) => tag,
            other => panic!("an element was begun and this came of it: {other:?}"),
        }
    }

    #[test]
    fn an_element_has_the_attributes_that_it_was_given() {
        let link = done(tag("a").aria_label("To").href(String::from("x")).class("old").class("new"));
        assert_eq!(link.tag(), "a");
        assert_eq!(link.attributes.iter().collect::<Vec<_>>(), [("class", "new"), ("href", "x"), ("aria-label", "To")]);
    }

    #[test]
    fn a_field_has_what_stands_in_it_and_its_listeners() {
        let field = done(tag("input").value("words").checked(true).on("input", |_| {}).on("change", |_| {}));
        assert_eq!((field.value().map(AttrValue::as_str), field.checked()), (Some("words"), Some(true)));
    }

    #[test]
    fn what_may_be_there_has_its_place_even_if_it_is_not() {
        let places = |tag: Tag| match done(tag).children() {
            Some(Html::VList(list)) => list.len(),
            _ => 0,
        };
        assert_eq!(places(tag("p").text("a").maybe(None).text("b")), 3);
        assert_eq!(places(tag("p").text("a").maybe(Some(tag("br"))).text("b")), 3);
        assert_eq!(places(tag("p").all(["a", "b"].map(text)).text("c")), 2);
    }
}
