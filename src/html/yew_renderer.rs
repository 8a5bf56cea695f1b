//! Renders the tree as Yew's virtual DOM, for what changes while the program runs.

use crate::Attribute;
use crate::links::LinkStyle;
use crate::node::{Child, Handler, Lazy, Node, Text};
use std::borrow::Cow;
use std::marker::PhantomData;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VComp, VList, VTag, VText};

/// Called with every event for which an element has a handler.
pub type Dispatch<A> = Rc<dyn Fn(&Event, &Handler<A>)>;

/// Renders trees with actions of type `A`.
pub struct YewRenderer<A> {
    /// How links between pages are written.
    pub link_style: LinkStyle,
    /// Receives the events.
    pub dispatch: Dispatch<A>,
}

impl<A: 'static> YewRenderer<A> {
    /// Converts a node into Yew's virtual DOM.
    #[inline(never)]
    pub fn render(&self, Node(node): Node<A>) -> Html {
        let node = *node;
        let children = node.children.into_iter().map(|child| match child {
            Child::Text(words) => Html::VText(VText::new(to_attr_value(words))),
            Child::Node(child) => self.render(child),
            Child::Lazy(lazy) => {
                let key = Key::from(&*lazy.key);
                VComp::new::<Kept<A>>(Rc::new(KeptProps { lazy, renderer: self.clone() }), Some(key)).into()
            }
        });
        let key = node.key.map(|key| Key::from(&*key));
        if node.name.is_empty() {
            return VList::with_children(children.collect(), key).into();
        }
        let mut tag = VTag::new(node.name);
        tag.add_children(children);
        tag.key = key;
        tag.attributes = self.render_attributes(node.attributes);
        tag.set_value(node.value.map(to_attr_value));
        if let Some(is_checked) = node.checked {
            tag.set_checked(is_checked);
        }
        let listener = |handler| {
            let dispatch = Rc::clone(&self.dispatch);
            Some(Rc::new(HandlerListener { handler, dispatch }) as Rc<dyn Listener>)
        };
        tag.set_listeners(node.handlers.into_iter().map(listener).collect());
        tag.into()
    }

    fn render_attributes(&self, attributes: Vec<(Attribute, Text)>) -> Attributes {
        let slots = attributes.iter().map(|(attribute, _)| *attribute as usize + 1).max().unwrap_or(0);
        let mut values: Vec<Option<AttributeOrProperty>> = Vec::new();
        values.resize_with(slots, || None);
        for (attribute, value) in attributes {
            let value = match attribute {
                Attribute::Href | Attribute::Action => match self.link_style.to_href(&value) {
                    Some(Cow::Owned(rewritten)) => Cow::Owned(rewritten),
                    Some(Cow::Borrowed(_)) => value,
                    None => continue,
                },
                _ => value,
            };
            values[attribute as usize] = Some(AttributeOrProperty::Attribute(to_attr_value(value)));
        }
        Attributes::Dynamic { keys: &Attribute::NAMES[..slots], values: values.into() }
    }
}

fn to_attr_value(words: Text) -> AttrValue {
    match words {
        Cow::Borrowed(words) => AttrValue::Static(words),
        Cow::Owned(words) => AttrValue::Rc(words.into()),
    }
}

impl<A> Clone for YewRenderer<A> {
    fn clone(&self) -> Self {
        YewRenderer { link_style: self.link_style, dispatch: Rc::clone(&self.dispatch) }
    }
}

/// Draws an element that stays as it is while its data stay the same.
struct Kept<A>(PhantomData<A>);

#[derive(Properties)]
struct KeptProps<A: 'static> {
    lazy: Lazy<A>,
    renderer: YewRenderer<A>,
}

impl<A> PartialEq for KeptProps<A> {
    fn eq(&self, other: &Self) -> bool {
        self.lazy == other.lazy
    }
}

impl<A: 'static> Component for Kept<A> {
    type Message = ();
    type Properties = KeptProps<A>;

    fn create(_: &Context<Self>) -> Self {
        Kept(PhantomData)
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let KeptProps { lazy, renderer } = context.props();
        renderer.render(lazy.node())
    }
}

/// A listener that dispatches events to its handler. One type serves all events, where `html!` generates one for each.
struct HandlerListener<A> {
    handler: Handler<A>,
    dispatch: Dispatch<A>,
}

impl<A> Listener for HandlerListener<A> {
    fn kind(&self) -> ListenerKind {
        ListenerKind::other(Cow::Borrowed(self.handler.event))
    }

    fn handle(&self, event: Event) {
        (self.dispatch)(&event, &self.handler);
    }

    fn passive(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::node::{EventResponse, element, text};

    fn render_tag(node: Node<&'static str>) -> Rc<VTag> {
        let renderer = YewRenderer { link_style: LinkStyle::Site, dispatch: Rc::new(|_, _| {}) };
        match renderer.render(node) {
            Html::VTag(tag) => tag,
            other => panic!("the element was not rendered as a tag: {other:?}"),
        }
    }

    #[test]
    fn an_element_has_the_attributes_that_were_set() {
        let link = render_tag(element("a").aria_label("To").href(String::from("x")).class("old").class("new"));
        assert_eq!(link.tag(), "a");
        assert_eq!(link.attributes.iter().collect::<Vec<_>>(), [("class", "new"), ("href", "x"), ("aria-label", "To")]);
    }

    #[test]
    fn a_field_has_its_value_and_its_checked_state() {
        let field =
            render_tag(element("input").value("words").checked(true).on("input", EventResponse::Always("typed")));
        assert_eq!((field.value().map(AttrValue::as_str), field.checked()), (Some("words"), Some(true)));
    }

    #[test]
    fn an_optional_child_takes_one_position_whether_or_not_it_is_there() {
        let positions = |node: Node<&'static str>| match render_tag(node).children() {
            Some(Html::VList(list)) => list.len(),
            _ => 0,
        };
        assert_eq!(positions(element("p").text("a").child_opt(None).text("b")), 3);
        assert_eq!(positions(element("p").text("a").child_opt(Some(element("br"))).text("b")), 3);
        assert_eq!(positions(element("p").children(["a", "b"].map(text)).text("c")), 2);
    }
}
