//! The neutral element tree: what every view makes, before it is known who draws it.
//!
//! Elements are built by calls. `yew::html!` writes each element out where it stands, which made the program 25 kB larger.

use crate::Attribute;
use std::borrow::Cow;

/// Words of a text or an attribute.
pub type Text = Cow<'static, str>;

/// An element or, without a name, a fragment: children that stand where it stands. `A` is what its handlers ask for.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<A>(pub(crate) Box<Parts<A>>);

/// What a node consists of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Parts<A> {
    /// Empty for a fragment.
    pub name: &'static str,
    /// Tells siblings apart that come and go.
    pub key: Option<Text>,
    /// In the order in which they were given, each once.
    pub attributes: Vec<(Attribute, Text)>,
    /// What stands in a field.
    pub value: Option<Text>,
    /// Whether a box is ticked.
    pub checked: Option<bool>,
    pub handlers: Vec<Handler<A>>,
    pub children: Vec<Child<A>>,
}

/// What stands inside of a node.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Child<A> {
    Text(Text),
    Node(Node<A>),
}

/// What an event on an element asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Handler<A> {
    /// The name of the event in browsers: "change".
    pub event: &'static str,
    /// How the event becomes an action.
    pub respond: Respond<A>,
}

/// What a handler may know of an event: plain words, whatever browser they come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventDetails {
    /// The id of the element that the event comes from.
    pub id: String,
    /// Its `data-item`.
    pub item: String,
    /// What stands in it, if it is a field.
    pub value: String,
    /// The pressed key; empty with a modifier, and while an input method composes a word.
    pub key: String,
}

/// How an event becomes an action.
#[derive(Clone, Debug)]
pub enum Respond<A> {
    /// Always this one.
    With(A),
    /// By what the event says, if that has a meaning.
    By(fn(&EventDetails) -> Option<A>),
}

impl<A: Clone> Handler<A> {
    /// The action that an event asks for, if any.
    pub fn action(&self, details: impl FnOnce() -> EventDetails) -> Option<A> {
        match &self.respond {
            Respond::With(action) => Some(action.clone()),
            Respond::By(respond) => respond(&details()),
        }
    }
}

impl<A: PartialEq> PartialEq for Respond<A> {
    /// Two functions count as the same: views give each place one and never change it.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Respond::With(one), Respond::With(other)) => one == other,
            (Respond::By(_), Respond::By(_)) => true,
            _ => false,
        }
    }
}

/// Begins an element.
pub fn element<A>(name: &'static str) -> Node<A> {
    Node(Box::new(Parts {
        name,
        key: None,
        attributes: Vec::new(),
        value: None,
        checked: None,
        handlers: Vec::new(),
        children: Vec::new(),
    }))
}

/// Begins a fragment.
pub fn fragment<A>() -> Node<A> {
    element("")
}

/// Words alone.
pub fn text<A>(words: impl IntoText) -> Node<A> {
    fragment().text(words)
}

impl<A> Node<A> {
    /// Gives an attribute; a value that was given before is replaced.
    pub fn attribute(self, attribute: Attribute, value: impl IntoText) -> Self {
        self.with_attribute(attribute, value.into_text())
    }

    #[inline(never)]
    fn with_attribute(mut self, attribute: Attribute, value: Text) -> Self {
        match self.0.attributes.iter_mut().find(|(given, _)| *given == attribute) {
            Some((_, old)) => *old = value,
            None => self.0.attributes.push((attribute, value)),
        }
        self
    }

    /// Names the element among its siblings. Siblings that come and go need such names, taken from what they show.
    pub fn key(mut self, key: impl IntoText) -> Self {
        self.0.key = Some(key.into_text());
        self
    }

    /// Adds words.
    pub fn text(self, words: impl IntoText) -> Self {
        self.with_child(Child::Text(words.into_text()))
    }

    /// Adds an element.
    pub fn child(self, child: Node<A>) -> Self {
        self.with_child(Child::Node(child))
    }

    #[inline(never)]
    fn with_child(mut self, child: Child<A>) -> Self {
        self.0.children.push(child);
        self
    }

    /// Adds an element that may be missing. It takes one place among its siblings either way, since Yew tells children
    /// without a key apart by their places.
    pub fn child_opt(self, child: Option<Node<A>>) -> Self {
        self.children(child)
    }

    /// Adds any number of elements, which together take one place among their siblings.
    pub fn children(self, children: impl IntoIterator<Item = Node<A>>) -> Self {
        self.child(children.into_iter().fold(fragment(), Node::child))
    }

    /// Sets what stands in a field.
    pub fn value(mut self, words: impl IntoText) -> Self {
        self.0.value = Some(words.into_text());
        self
    }

    /// Sets whether a box is ticked.
    pub fn checked(mut self, is_checked: bool) -> Self {
        self.0.checked = Some(is_checked);
        self
    }

    /// Asks for an action with each event of a kind.
    #[inline(never)]
    pub fn on(mut self, event: &'static str, respond: Respond<A>) -> Self {
        self.0.handlers.push(Handler { event, respond });
        self
    }
}

/// What can be words of a text or an attribute.
pub trait IntoText {
    /// The words.
    fn into_text(self) -> Text;
}

impl IntoText for &'static str {
    fn into_text(self) -> Text {
        Cow::Borrowed(self)
    }
}

impl IntoText for &String {
    fn into_text(self) -> Text {
        Cow::Owned(self.clone())
    }
}

impl IntoText for String {
    fn into_text(self) -> Text {
        Cow::Owned(self)
    }
}

impl IntoText for Text {
    fn into_text(self) -> Text {
        self
    }
}
