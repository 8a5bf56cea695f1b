//! The domain types, as plain data: no parsing, no rules of any one report format, no browser.

mod date;
mod editorial;
mod finding;
pub mod folded_text;
pub mod folding;
mod force;
mod grade;
mod grade_register;
mod judgment;
mod key;
pub mod line;
pub mod look_alikes;
mod measure;
mod passage;
pub mod problem;
mod reference;
mod report;
pub mod sorted_list;
mod supporting_items;
mod term;

pub use date::{Date, DateSpan, is_month_name};
pub use editorial::{ComparabilityStatement, CrosswalkEntry, Cycle, GradedForces, Subject, Theme, WordingRelation};
pub use finding::{Deadline, Finding, FindingKind};
pub use force::Force;
pub use grade::{Grade, Scale, ScalePosition};
pub use grade_register::{GradeChange, GradeCount, PageSource, RegisterPage, StatedGrade};
pub use judgment::{Judgment, JudgmentStatus, Scope};
pub use key::{FindingKey, ForceId, JudgmentKey, ReportId, ThreadId, slugify};
pub use measure::Measure;
pub use passage::Passage;
pub use reference::{Reference, ReferenceStatus, ReferenceSubject};
pub use report::{Anchor, Inspectorate, PrintedForce, PublishedPlace, Report, SCHEMA_VERSION, SourceFile};
pub use supporting_items::{Abbreviation, Definition, DefinitionKind, Figure, Footnote, Repetition};
pub use term::term_id;
