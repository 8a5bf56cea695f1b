//! Renders the tree as HTML text, for prerendered pages, saved files and the clipboard.

use crate::Attribute;
use crate::links::LinkStyle;
use crate::node::{Child, Node, NodeData};

/// The void elements that views use: they have no content and no end tag.
const VOID_ELEMENTS: [&str; 3] = ["br", "col", "input"];

impl<A> Node<A> {
    /// Renders the node as HTML. This is the only place where text is escaped.
    pub fn to_html(&self, links: LinkStyle) -> String {
        let mut html = String::new();
        write_node(self, links, &mut html);
        html
    }
}

fn write_node<A>(Node(node): &Node<A>, links: LinkStyle, html: &mut String) {
    if node.name.is_empty() {
        return write_children(node, links, html);
    }
    html.push('<');
    html.push_str(node.name);
    let is_text_area = node.name == "textarea";
    if let Some(value) = node.value.as_ref().filter(|_| !is_text_area) {
        write_attribute("value", value, html);
    }
    if node.checked == Some(true) {
        write_attribute("checked", "", html);
    }
    let mut attributes: Vec<&(Attribute, _)> = node.attributes.iter().collect();
    // One fixed order, so that both renderers give the same HTML whatever the order of the calls.
    attributes.sort_by_key(|(attribute, _)| *attribute);
    for (attribute, value) in attributes {
        match attribute {
            Attribute::Href | Attribute::Action => {
                links.to_href(value).iter().for_each(|href| write_attribute(attribute.name(), href, html));
            }
            _ => write_attribute(attribute.name(), value, html),
        }
    }
    html.push('>');
    if VOID_ELEMENTS.contains(&node.name) {
        return;
    }
    if let Some(value) = node.value.as_ref().filter(|_| is_text_area) {
        write_escaped(value, html);
    }
    write_children(node, links, html);
    html.push_str("</");
    html.push_str(node.name);
    html.push('>');
}

fn write_children<A>(node: &NodeData<A>, links: LinkStyle, html: &mut String) {
    for child in &node.children {
        match child {
            Child::Text(words) => write_escaped(words, html),
            Child::Node(child) => write_node(child, links, html),
            Child::Lazy(lazy) => write_node(&lazy.node(), links, html),
        }
    }
}

fn write_attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    write_escaped(value, html);
    html.push('"');
}

fn write_escaped(words: &str, html: &mut String) {
    for c in words.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

/// Escapes text for use in HTML and in attribute values, for templates.
pub fn escape_html(words: &str) -> String {
    let mut html = String::with_capacity(words.len());
    write_escaped(words, &mut html);
    html
}

#[cfg(test)]
mod tests {
    use crate::links::LinkStyle;
    use crate::node::{Node, element, fragment, text};

    #[test]
    fn elements_are_written_with_escaped_text_and_without_wrapping_fragments() {
        let built: Node<()> =
            element("p").class("a \"b\"").text("1 < 2 & ").child(element("b").text("c")).child(element("br"));
        assert_eq!(built.to_html(LinkStyle::Site), "<p class=\"a &quot;b&quot;\">1 &lt; 2 &amp; <b>c</b><br></p>");
        let list: Node<()> = fragment().child_opt(None).children(["a", "b"].map(text));
        assert_eq!(list.to_html(LinkStyle::Site), "ab");
    }

    #[test]
    fn the_last_value_of_an_attribute_counts_and_the_order_of_calls_does_not() {
        let one: Node<()> = element("a").href("x").class("old").class("new");
        let other: Node<()> = element("a").class("new").href("x");
        assert_eq!(one.to_html(LinkStyle::Site), other.to_html(LinkStyle::Site));
        assert_eq!(one.to_html(LinkStyle::SingleFile), "<a class=\"new\" href=\"#/x\"></a>");
    }
}
