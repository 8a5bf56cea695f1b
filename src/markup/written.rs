//! Elements written as HTML: the calls of `elements.rs`, without a browser.

use super::place;

/// An element on its way, or a list of them without an element around it.
pub struct Tag {
    /// Empty for a list.
    name: &'static str,
    attributes: String,
    inside: String,
}

/// Elements that have nothing in them, and no end.
const VOID: [&str; 2] = ["br", "input"];

macro_rules! attributes {
    ($($attribute:ident = $name:literal)*) => {
        impl Tag {
            $(
                #[doc = concat!("Gives the attribute `", $name, "`.")]
                pub fn $attribute(self, words: impl Words) -> Tag {
                    self.with($name, words.as_ref())
                }
            )*
        }
    };
}

super::with_attributes!(attributes);

/// Begins an element.
pub fn tag(name: &'static str) -> Tag {
    Tag { name, attributes: String::new(), inside: String::new() }
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
    fn with(mut self, name: &'static str, words: &str) -> Tag {
        self.attributes.push_str(&format!(" {name}=\"{}\"", escaped(words)));
        self
    }

    /// Leads to an address.
    pub fn href(self, address: impl Words) -> Tag {
        self.href_of(placed(address.as_ref()))
    }

    /// Sends a form to an address.
    pub fn action(self, address: impl Words) -> Tag {
        self.action_of(placed(address.as_ref()))
    }

    /// A name among siblings, which HTML has no need of.
    pub fn key(self, _: &str) -> Tag {
        self
    }

    /// Adds words.
    pub fn text(mut self, words: impl Words) -> Tag {
        self.inside.push_str(&escaped(words.as_ref()));
        self
    }

    /// Adds an element.
    pub fn has(mut self, child: Tag) -> Tag {
        self.inside.push_str(&child.written());
        self
    }

    /// Adds what may be there.
    pub fn maybe(self, child: Option<Tag>) -> Tag {
        self.all(child)
    }

    /// Adds any number of elements.
    pub fn all(self, children: impl IntoIterator<Item = Tag>) -> Tag {
        children.into_iter().fold(self, Tag::has)
    }

    /// The element as HTML.
    pub fn written(self) -> String {
        let Tag { name, attributes, inside } = self;
        match name {
            "" => inside,
            name if VOID.contains(&name) => format!("<{name}{attributes}>"),
            name => format!("<{name}{attributes}>{inside}</{name}>"),
        }
    }
}

fn placed(address: &str) -> String {
    place::moved(address).unwrap_or_else(|| address.to_string())
}

/// Words of a text or an attribute.
pub trait Words: AsRef<str> {}

impl<W: AsRef<str>> Words for W {}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{list, tag, text};

    #[test]
    fn elements_are_written_as_they_are_built() {
        let built = tag("p").class("a \"b\"").text("1 < 2 & ").has(tag("b").text("c")).has(tag("br"));
        assert_eq!(built.written(), "<p class=\"a &quot;b&quot;\">1 &lt; 2 &amp; <b>c</b><br></p>");
        assert_eq!(list().maybe(None).all(["a", "b"].map(text)).written(), "ab");
    }
}
