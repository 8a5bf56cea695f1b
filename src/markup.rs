//! Elements from plain data, and the pieces that both programs draw with them.
//!
//! The explorer draws with Yew. The program that takes things away has no need of it: there the same calls write HTML.

/// Calls a macro with every attribute that views give: the name of the call and that of the attribute.
///
/// Those that most elements have come first: an element of Yew's has room for its attributes up to the last that it is
/// given.
macro_rules! with_attributes {
    ($call:ident) => {
        $call! {
            class = "class"
            href_of = "href"
            id = "id"
            tabindex = "tabindex"
            aria_hidden = "aria-hidden"
            aria_label = "aria-label"
            aria_labelledby = "aria-labelledby"
            role = "role"
            scope = "scope"
            title = "title"
            width = "width"
            height = "height"
            x = "x"
            y = "y"
            text_anchor = "text-anchor"
            x1 = "x1"
            y1 = "y1"
            x2 = "x2"
            y2 = "y2"
            cx = "cx"
            cy = "cy"
            r = "r"
            view_box = "viewBox"
            focusable = "focusable"
            rowspan = "rowspan"
            aria_live = "aria-live"
            aria_atomic = "aria-atomic"
            download = "download"
            for_ = "for"
            type_ = "type"
            name = "name"
            data_take = "data-take"
            data_keys = "data-keys"
            data_offline = "data-offline"
            value_of = "value"
            selected = "selected"
            action_of = "action"
            method = "method"
            placeholder = "placeholder"
            autocomplete = "autocomplete"
            spellcheck = "spellcheck"
            data_brief = "data-brief"
            data_item = "data-item"
            draggable = "draggable"
            rows = "rows"
            accept = "accept"
            hidden = "hidden"
            disabled = "disabled"
        }
    };
}
use with_attributes;

pub mod brief;
pub mod chips;
pub mod compare;
pub mod parts;
pub mod place;
pub mod slide;
pub mod tile;

#[cfg(feature = "web")]
#[path = "markup/elements.rs"]
pub mod tag;
#[cfg(not(feature = "web"))]
#[path = "markup/written.rs"]
pub mod tag;
