//! One neutral element tree, its two renderers, and every view once.

mod attributes;
pub mod chips;
pub mod compare;
pub mod links;
pub mod node;
pub mod parts;
pub mod static_page;
mod text_renderer;
pub mod tile;
pub mod views;
mod yew_renderer;

pub use attributes::Attribute;
pub use text_renderer::escape;
pub use yew_renderer::{Dispatch, YewRenderer};
