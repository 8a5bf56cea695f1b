//! The HTML of every page: one element tree that is independent of any renderer, two renderers for it (Yew and text),
//! and every view, written once.

mod attributes;
pub mod chips;
pub mod compare;
pub mod components;
pub mod links;
pub mod national;
pub mod node;
pub mod quoted_list;
pub mod static_page;
pub mod terms;
mod text_renderer;
pub mod tile;
pub mod views;
pub mod wire;
mod yew_renderer;

pub use attributes::Attribute;
pub use text_renderer::escape_html;
pub use yew_renderer::{Dispatch, YewRenderer};
