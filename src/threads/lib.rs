//! What the reports say about each other.
//!
//! A link is either *stated*, by a sentence in which a report speaks of the inspectorate's earlier work, or *suggested*:
//! our own likeness between two findings of one force, which a person reviews. `cargo ingest` writes both to
//! `data/links.json`, with the dates by which findings are to be acted on.

mod alliances;
mod directions;
mod due_dates;
mod earlier_inspection;
mod links;
mod members;
mod named_inspections;
mod not_held;
mod opened;
mod profile;
mod restatement;
mod review;
mod stated;
mod suggested;
mod thread_table;
mod threads;
mod vocabulary;
mod words;

pub use links::{LinkTables, Links, NotHeld, StatedLink, SuggestedLink, collect_corpus, collect_links};
pub use opened::{OpenedLinks, links_of_opened};
pub use review::Review;
