//! Decodes the bundle from parsed JSON, field by field.
//!
//! Derived deserialisers would do the same, but add 30 kB to the compressed program, because each brings its own copy
//! of the code that reads objects and sequences. A round-trip test shows that everything written is read back.

mod object;
mod report;

use crate::json::Json;
use crate::{Corpus, LoadError, PublicationDate};
use model::*;
pub use object::Object as Fields;

use object::Object;
use report::{passage, report};
use std::cell::OnceCell;

/// Decodes a whole bundle.
///
/// # Errors
/// If a field is missing or has a value of the wrong kind. The error describes the first such field.
pub fn corpus(json: &Json<'_>) -> Result<Corpus, LoadError> {
    let first_error = OnceCell::new();
    let o = &Object::of("the bundle", json, &first_error);
    let corpus = Corpus {
        schema: o.number("schema") as u32,
        forces: o.list("forces", "a force", force),
        cycles: o.list("cycles", "a cycle", cycle),
        subjects: o.list("subjects", "a subject", subject),
        themes: o.list("themes", "a theme", theme),
        publication_dates: o.list("publication_dates", "a publication date", publication_date),
        register: o.list("register", "a page of the register", decode_register_page),
        reports: o.list("reports", "a report", report),
    };
    match first_error.into_inner() {
        None => Ok(corpus),
        Some(error) => Err(LoadError::UnexpectedContent(error)),
    }
}

fn force(o: &Object<'_>) -> Force {
    let id = ForceId::new(o.text("id"));
    Force { id, name: o.text("name"), other_names: o.texts("other_names"), region: o.text("region") }
}

fn cycle(o: &Object<'_>) -> Cycle {
    Cycle {
        id: o.text("id"),
        scale: o.word("scale", Scale::Ungraded),
        comparable_with_previous: o.flag("comparable_with_previous"),
        break_label: o.optional_text("break_label"),
        statement: o.maybe("a statement", "statement").as_ref().map(statement),
    }
}

fn statement(o: &Object<'_>) -> Statement {
    let passage = passage(&o.object("a passage", "passage"));
    Statement { quote: o.text("quote"), report: ReportId::new(o.text("report")), passage }
}

fn subject(o: &Object<'_>) -> Subject {
    let readings = o.list("readings", "a reading", reading);
    Subject { id: o.text("id"), name: o.text("name"), wordings: o.texts("wordings"), readings }
}

fn reading(o: &Object<'_>) -> Reading {
    Reading {
        cycle: o.text("cycle"),
        relation: o.word("relation", WordingRelation::NoEquivalent),
        note: o.optional_text("note"),
    }
}

fn theme(o: &Object<'_>) -> Theme {
    Theme { id: o.text("id"), name: o.text("name"), words: o.texts("words"), findings: o.pairs("findings") }
}

fn decode_register_page(o: &Object<'_>) -> RegisterPage {
    RegisterPage {
        force: ForceId::new(o.text("force")),
        cycle: o.text("cycle"),
        dated: o.optional_parsed("dated"),
        publisher: o.word("publisher", Publisher::Inspectorate),
        url: o.text("url"),
        grades: o.list("grades", "a stated grade", decode_stated_grade),
        count: o.maybe("a count of grades", "count").as_ref().map(decode_grade_count),
    }
}

fn decode_stated_grade(o: &Object<'_>) -> StatedGrade {
    StatedGrade { scope: o.word("scope", Scope::Overall), area: o.text("area"), grade: o.word("grade", Grade::Good) }
}

fn decode_grade_count(o: &Object<'_>) -> GradeCount {
    GradeCount { graded: o.number("graded"), of_each: o.counts("of_each") }
}

fn publication_date(o: &Object<'_>) -> PublicationDate {
    PublicationDate {
        cycle: o.text("cycle"),
        what: o.text("what"),
        published: o.date("published"),
        source_url: o.text("source_url"),
    }
}
