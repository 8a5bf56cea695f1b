//! What is chosen and what is shown: state, addresses, search, facets, the timeline, pages and exports as plain data.
//!
//! Knows no browser and no HTML.

pub mod command;
pub mod export;
pub mod facets;
pub mod pages;
pub mod route;
pub mod search;
pub mod state;
pub mod timeline;
