//! The briefing: what a presenter shows, in order, with speaker's notes.
//!
//! A brief (`brief`) is serialised as JSON (`codec`), saved so that an interrupted write or another window does no
//! damage (`store`), shown as slides (`show`, `slide`), arranged on a page (`page`, `view`), and changed by commands
//! (`command`, `controller`). The crate does not depend on a browser: storage is a trait.

mod brief;
mod chunks;
mod codec;
mod command;
mod controller;
mod page;
mod show;
mod slide;
mod store;
pub mod view;

pub use brief::{Brief, BriefEdit, Item, ItemContent, Shown};
pub use codec::{BriefError, damaged_file_name};
pub use command::BriefCommand;
pub use controller::{Controller, Outcome};
pub use page::{BriefPage, Entry, Standing, TextChange, select_page};
pub use show::SlideBuilder;
pub use slide::{Body, Paragraph, Slide};
pub use store::{BriefStore, Refused, SavedBrief, TextStorage};
