//! The briefing: what a presenter shows, in order, with speaker's notes.
//!
//! A brief (`brief`) is serialised as JSON (`codec`, and for links `link`), saved so that an interrupted write or another window does no
//! damage (`store`), shown as slides that fit on a screen (`slide_builder`, `framing`, `division`, `layout`), arranged on a page (`page`, `views`), and
//! changed by commands (`command`, `controller`, `undo`). The crate does not depend on a browser: storage is a trait.

mod brief;
mod codec;
mod command;
mod controller;
mod division;
mod draft;
mod edit_names;
mod framing;
mod grid_division;
mod layout;
mod link;
mod page;
mod slide;
mod slide_builder;
mod store;
mod text_width;
mod thread_draft;
mod undo;
pub mod views;

pub use brief::{Brief, BriefEdit, BriefItem, ItemContent, PageSnapshot};
pub use codec::{BriefError, MAX_BRIEF_BYTES, damaged_file_name};
pub use command::BriefCommand;
pub use controller::{BriefController, CommandOutcome};
pub use link::{LinkedBrief, MAX_LINK_LENGTH, link_text, read_link_text, without_added_signs};
pub use page::{BriefEntry, BriefPage, BriefStatus, EarlierEdit, TextChange, select_page};
pub use slide::{Slide, SlideBody, SlideParagraph};
pub use slide_builder::SlideBuilder;
pub use store::{
    BriefState, Commit, Committed, EditId, OlderSlots, SaveError, TextStorage, Texts, contents, rescue_brief,
};
