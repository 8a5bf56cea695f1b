//! The domain types, as plain data: no parsing, no rules of any one report format, no browser.

mod apparatus;
mod cycle;
mod finding;
pub mod fold;
pub mod folded;
mod force;
mod grade;
mod judgment;
mod key;
pub mod line;
mod measure;
mod passage;
pub mod problem;
mod register;
mod report;
pub mod sorted;
mod when;

pub use apparatus::{Abbreviation, Figure, Footnote, Reference};
pub use cycle::{Cycle, Reading, Statement, Subject, Theme, WordingRelation};
pub use finding::{Deadline, Finding, FindingKind};
pub use force::Force;
pub use grade::{Grade, Scale, ScalePosition};
pub use judgment::{Judgment, Scope, State};
pub use key::{FindingKey, ForceId, JudgmentKey, ReportId, slugify};
pub use measure::Measure;
pub use passage::Passage;
pub use register::{GradeCount, Publisher, RegisterPage, StatedGrade};
pub use report::{Inspectorate, PrintedForce, Report, SCHEMA_VERSION, Source};
pub use when::{Date, When, is_month_name};
