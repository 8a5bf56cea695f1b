//! What the user has chosen and what is shown: state, addresses, search, facets, timeline, pages and exports, as plain
//! data.
//!
//! Independent of the browser and of HTML.

pub mod asides;
pub mod command;
pub mod export;
pub mod facets;
pub mod library;
pub mod pages;
pub mod parts;
pub mod prepared;
pub mod route;
pub mod search;
pub mod state;
pub mod theme_examples;
pub mod timeline;
