//! The element tree that every view returns. It is independent of the renderer that draws it.
//!
//! Elements are built by method calls. `yew::html!` expands the code of each element in place, which made the program
//! 25 kB larger.

use crate::Attribute;
use std::any::Any;
use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;

/// The characters of a text node or an attribute value.
pub type Text = Cow<'static, str>;

/// An element or, if its name is empty, a fragment, whose children are rendered in its place. `A` is the type of the
/// actions that its event handlers dispatch.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<A>(pub(crate) Box<NodeData<A>>);

/// The contents of a [`Node`].
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NodeData<A> {
    /// The tag name; empty for a fragment.
    pub name: &'static str,
    /// Identifies the node among siblings that are added and removed.
    pub key: Option<Text>,
    /// The attributes in the order in which they were set, each at most once.
    pub attributes: Vec<(Attribute, Text)>,
    /// The value of a form field.
    pub value: Option<Text>,
    /// Whether a checkbox is ticked; `None` for other elements.
    pub checked: Option<bool>,
    /// The event handlers.
    pub handlers: Vec<Handler<A>>,
    /// The child nodes, in document order.
    pub children: Vec<Child<A>>,
}

/// A child of a node.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Child<A> {
    /// A text node, not yet escaped.
    Text(Text),
    /// An element or a fragment.
    Node(Node<A>),
    /// An element that is made when it is drawn.
    Lazy(Lazy<A>),
}

/// An element that is made from data when it is drawn, and stays as it is while the data stay the same.
pub(crate) struct Lazy<A> {
    /// Identifies the element among its siblings.
    pub key: Text,
    data: Rc<dyn Any>,
    is_same: fn(&dyn Any, &dyn Any) -> bool,
    make: Rc<dyn Fn() -> Node<A>>,
}

impl<A> Lazy<A> {
    /// Makes the element.
    pub fn node(&self) -> Node<A> {
        (self.make)()
    }
}

impl<A> Clone for Lazy<A> {
    fn clone(&self) -> Self {
        let (data, make) = (Rc::clone(&self.data), Rc::clone(&self.make));
        Lazy { key: self.key.clone(), data, is_same: self.is_same, make }
    }
}

impl<A> fmt::Debug for Lazy<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Lazy").field(&self.key).finish()
    }
}

impl<A> PartialEq for Lazy<A> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
            && (Rc::ptr_eq(&self.data, &other.data) || (self.is_same)(self.data.as_ref(), other.data.as_ref()))
    }
}

/// An event handler of an element.
#[derive(Clone, Debug, PartialEq)]
pub struct Handler<A> {
    /// The DOM name of the event: "change".
    pub event: &'static str,
    /// Determines the action that the event causes.
    pub response: EventResponse<A>,
}

/// The details of an event that a handler receives, as plain text that does not depend on types of the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventDetails {
    /// The id of the target element.
    pub id: String,
    /// The `data-item` attribute of the target element; empty if it has none.
    pub item: String,
    /// The value of the target element, if it is a form field.
    pub value: String,
    /// The key that was pressed; empty if a modifier is held or an input method is composing.
    pub key: String,
}

/// How an event is turned into an action.
#[derive(Clone, Debug)]
pub enum EventResponse<A> {
    /// Always the same action.
    Always(A),
    /// An action computed from the event, or none if the event has no meaning here.
    FromEvent(fn(&EventDetails) -> Option<A>),
}

impl<A: Clone> Handler<A> {
    /// The action for an event, if any. `details` is called only if the action depends on the event.
    pub fn action(&self, details: impl FnOnce() -> EventDetails) -> Option<A> {
        match &self.response {
            EventResponse::Always(action) => Some(action.clone()),
            EventResponse::FromEvent(respond) => respond(&details()),
        }
    }
}

impl<A: PartialEq> PartialEq for EventResponse<A> {
    /// Any two functions count as equal: a view always uses the same function at the same place.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (EventResponse::Always(one), EventResponse::Always(other)) => one == other,
            (EventResponse::FromEvent(_), EventResponse::FromEvent(_)) => true,
            _ => false,
        }
    }
}

/// An empty element with this tag name.
pub fn element<A>(name: &'static str) -> Node<A> {
    Node(Box::new(NodeData {
        name,
        key: None,
        attributes: Vec::new(),
        value: None,
        checked: None,
        handlers: Vec::new(),
        children: Vec::new(),
    }))
}

/// An empty fragment.
pub fn fragment<A>() -> Node<A> {
    element("")
}

/// A fragment that holds only text.
pub fn text<A>(words: impl IntoText) -> Node<A> {
    fragment().text(words)
}

impl<A> Node<A> {
    /// Sets an attribute, replacing any earlier value.
    pub fn attribute(self, attribute: Attribute, value: impl IntoText) -> Self {
        self.set_attribute(attribute, value.into_text())
    }

    #[inline(never)]
    fn set_attribute(mut self, attribute: Attribute, value: Text) -> Self {
        match self.0.attributes.iter_mut().find(|(existing, _)| *existing == attribute) {
            Some((_, old)) => *old = value,
            None => self.0.attributes.push((attribute, value)),
        }
        self
    }

    /// Sets the key that identifies the element among its siblings. Siblings that are added and removed need keys, and
    /// the keys have to be derived from the data that they show.
    pub fn key(mut self, key: impl IntoText) -> Self {
        self.0.key = Some(key.into_text());
        self
    }

    /// Adds a text node.
    pub fn text(self, words: impl IntoText) -> Self {
        self.push_child(Child::Text(words.into_text()))
    }

    /// Adds a child node.
    pub fn child(self, child: Node<A>) -> Self {
        self.push_child(Child::Node(child))
    }

    #[inline(never)]
    fn push_child(mut self, child: Child<A>) -> Self {
        self.0.children.push(child);
        self
    }

    /// Adds child nodes that are made when they are drawn, and are not made again as long as their data stay the same: for
    /// long lists of which an action changes a few rows. Each has a key.
    pub fn lazy_children<T: PartialEq + 'static>(
        self,
        rows: impl IntoIterator<Item = (String, Rc<T>)>,
        make: fn(&T) -> Node<A>,
    ) -> Self
    where
        A: 'static,
    {
        fn is_same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
            one.downcast_ref::<T>() == other.downcast_ref::<T>()
        }
        let lazy = |(key, data): (String, Rc<T>)| {
            let given = Rc::clone(&data);
            let (is_same, make) = (is_same::<T>, Rc::new(move || make(&given)));
            Child::Lazy(Lazy { key: key.into_text(), data, is_same, make })
        };
        let rows = rows.into_iter().map(lazy).fold(fragment(), Node::push_child);
        self.child(rows)
    }

    /// Adds a child node that may be missing. It takes one position among its siblings either way, because Yew matches
    /// children without a key by position.
    pub fn child_opt(self, child: Option<Node<A>>) -> Self {
        self.children(child)
    }

    /// Adds any number of child nodes, which together take one position among their siblings.
    pub fn children(self, children: impl IntoIterator<Item = Node<A>>) -> Self {
        self.child(children.into_iter().fold(fragment(), Node::child))
    }

    /// Sets the value of a form field.
    pub fn value(mut self, words: impl IntoText) -> Self {
        self.0.value = Some(words.into_text());
        self
    }

    /// Sets whether a checkbox is ticked.
    pub fn checked(mut self, is_checked: bool) -> Self {
        self.0.checked = Some(is_checked);
        self
    }

    /// Adds a handler for events of this DOM name.
    #[inline(never)]
    pub fn on(mut self, event: &'static str, respond: EventResponse<A>) -> Self {
        self.0.handlers.push(Handler { event, response: respond });
        self
    }
}

/// Values that can be used as text or as an attribute value.
pub trait IntoText {
    /// Converts the value into [`Text`].
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
