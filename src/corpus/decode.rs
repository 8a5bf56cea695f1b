//! Decodes the corpus from the parsed JSON of a bundle, field by field.
//!
//! Derived deserialisers would do the same, but add 30 kB to the compressed program, because each brings its own copy
//! of the code that reads objects and sequences. A round-trip test shows that everything written is read back.

mod object;
mod report;
mod thread;

use crate::json::Json;
use crate::{Corpus, Explanation, Issues, LoadError, PublicationDate, ReportAddress, ReportContents, ReportDate};
use model::*;
use report::{decode_passage, decode_report};
use std::cell::OnceCell;
use thread::{decode_due_date, decode_linking_tables, decode_reference, decode_shared_words, decode_thread};

pub use object::ObjectReader;

/// Decodes a single report.
///
/// # Errors
/// If a field is missing or has a value of the wrong kind. The error describes the first such field.
pub fn decode_single_report(json: &Json<'_>) -> Result<Report, LoadError> {
    read_whole("the report", json, |o| Report {
        references: o.optional_objects("references", "a reference", decode_reference),
        ..decode_report(o)
    })
}

/// Decodes what the reports say about each other.
///
/// # Errors
/// If a field is missing or has a value of the wrong kind. The error describes the first such field.
pub fn decode_issues(json: &Json<'_>) -> Result<Issues, LoadError> {
    read_whole("the issues", json, |o| Issues {
        threads: o.objects("threads", "a thread", decode_thread),
        deadlines: o.objects("deadlines", "a deadline", decode_due_date),
        shared: o.objects("shared", "what is said of two forces", decode_shared_words),
        tables: decode_linking_tables(&o.object("the tables of links", "tables")),
    })
}

/// Decodes a complete bundle.
///
/// # Errors
/// If a field is missing or has a value of the wrong kind. The error describes the first such field.
pub fn decode_corpus(json: &Json<'_>) -> Result<Corpus, LoadError> {
    read_whole("the bundle", json, |o| Corpus {
        schema: o.number("schema") as u32,
        checked: o.date("checked"),
        forces: o.objects("forces", "a force", decode_force),
        cycles: o.objects("cycles", "a cycle", decode_cycle),
        subjects: o.objects("subjects", "a subject", decode_subject),
        themes: o.objects("themes", "a theme", decode_theme),
        publication_dates: o.objects("publication_dates", "a publication date", decode_publication_date),
        report_dates: o.objects("report_dates", "a publication date", decode_report_date),
        report_addresses: o.objects("report_addresses", "an address", decode_report_address),
        register: o.objects("register", "a page of the register", decode_register_page),
        grade_changes: o.objects("grade_changes", "a change of a grade", decode_grade_change),
        explanations: o.objects("explanations", "an explanation", decode_explanation),
        contents: o.objects("contents", "the contents of a report", decode_contents),
        theme_examples: o.objects("theme_examples", "an example of a theme", decode_theme_example),
        newest_grades: o.objects("newest_grades", "newest grades", decode_newest_grades),
        reports: o.objects("reports", "a report", decode_report),
        directions: o.objects("directions", "a direction", decode_direction),
        asides: o.objects("asides", "an aside", decode_aside),
        issues: Issues::default(),
    })
}

/// What `decode` reads of the JSON, or the first error that it came upon.
fn read_whole<T>(
    what: &'static str,
    json: &Json<'_>,
    decode: impl FnOnce(&ObjectReader<'_>) -> T,
) -> Result<T, LoadError> {
    let first_error = OnceCell::new();
    let value = decode(&ObjectReader::new(what, json, &first_error));
    match first_error.into_inner() {
        None => Ok(value),
        Some(error) => Err(LoadError::UnexpectedContent(error)),
    }
}

fn decode_aside(o: &ObjectReader<'_>) -> Aside {
    Aside {
        page: o.text("page"),
        id: o.text("id"),
        heading: o.text("heading"),
        note: o.text("note"),
        items: o.texts("items"),
    }
}

fn decode_direction(o: &ObjectReader<'_>) -> Direction {
    Direction {
        judgment: JudgmentKey::new(o.text("judgment")),
        words: o.text("words"),
        sentence: o.text("sentence"),
        lines: o.number_pair("lines"),
    }
}

fn decode_contents(o: &ObjectReader<'_>) -> ReportContents {
    ReportContents {
        report: ReportId::new(o.text("report")),
        force: ForceId::new(o.text("force")),
        cycle: o.text("cycle"),
        findings: o.numbers("findings"),
        numbers: o.number("numbers"),
    }
}

fn decode_theme_example(o: &ObjectReader<'_>) -> ThemeExample {
    ThemeExample {
        force: ForceId::new(o.text("force")),
        theme: o.text("theme"),
        findings: o.number("findings"),
        example: FindingKey::new(o.text("example")),
        source: o.text("source"),
        words: o.texts("words").try_into().unwrap_or_default(),
    }
}

fn decode_newest_grades(o: &ObjectReader<'_>) -> NewestGrades {
    NewestGrades {
        force: ForceId::new(o.text("force")),
        cycle: o.text("cycle"),
        status: o.text("status"),
        grades: o.objects("grades", "a grade", decode_grade_face),
        missing_note: o.optional_text("missing_note"),
    }
}

fn decode_grade_face(o: &ObjectReader<'_>) -> GradeFace {
    let position = o.optional_object("a position", "scale_position");
    GradeFace {
        label: o.text("label"),
        classes: o.text("classes"),
        word: o.text("word"),
        note: o.optional_text("note"),
        scale_position: position.map(|position| ScalePosition {
            step: position.number("step") as u8,
            step_count: position.number("step_count") as u8,
        }),
    }
}

fn decode_explanation(o: &ObjectReader<'_>) -> Explanation {
    let report = ReportId::new(o.text("report"));
    let is_general = o.boolean("is_general");
    Explanation { short: o.text("short"), is_general, text: o.text("text"), report, line: o.number("line") as u32 }
}

fn decode_force(o: &ObjectReader<'_>) -> Force {
    let id = ForceId::new(o.text("id"));
    Force { id, name: o.text("name"), other_names: o.texts("other_names"), region: o.text("region") }
}

fn decode_cycle(o: &ObjectReader<'_>) -> Cycle {
    Cycle {
        id: o.text("id"),
        scale: o.parsed("scale", Scale::Ungraded),
        comparable_with_previous: o.boolean("comparable_with_previous"),
        break_label: o.optional_text("break_label"),
        gap_before: o.optional_text("gap_before"),
        statement: o.optional_object("a statement", "statement").as_ref().map(decode_statement),
    }
}

fn decode_statement(o: &ObjectReader<'_>) -> ComparabilityStatement {
    let passage = decode_passage(&o.object("a passage", "passage"));
    ComparabilityStatement { quote: o.text("quote"), report: ReportId::new(o.text("report")), passage }
}

fn decode_subject(o: &ObjectReader<'_>) -> Subject {
    let readings = o.objects("readings", "a reading", decode_reading);
    Subject { id: o.text("id"), name: o.text("name"), wordings: o.texts("wordings"), readings }
}

fn decode_reading(o: &ObjectReader<'_>) -> CrosswalkEntry {
    CrosswalkEntry {
        cycle: o.text("cycle"),
        graded: o.optional_parsed("graded"),
        except: o.texts("except").into_iter().map(ForceId::new).collect(),
        relation: o.parsed("relation", WordingRelation::NoEquivalent),
        note: o.optional_text("note"),
    }
}

fn decode_theme(o: &ObjectReader<'_>) -> Theme {
    Theme { id: o.text("id"), name: o.text("name"), words: o.texts("words"), findings: o.number_pairs("findings") }
}

fn decode_register_page(o: &ObjectReader<'_>) -> RegisterPage {
    RegisterPage {
        force: ForceId::new(o.text("force")),
        cycle: o.text("cycle"),
        dated: o.optional_parsed("dated"),
        publisher: o.parsed("publisher", PageSource::Inspectorate),
        url: o.text("url"),
        grades: o.objects("grades", "a stated grade", decode_stated_grade),
        count: o.optional_object("a count of grades", "count").as_ref().map(decode_grade_count),
    }
}

fn decode_stated_grade(o: &ObjectReader<'_>) -> StatedGrade {
    StatedGrade {
        scope: o.parsed("scope", Scope::Overall),
        area: o.text("area"),
        subject: o.optional_text("subject"),
        grade: o.parsed("grade", Grade::Good),
    }
}

fn decode_grade_count(o: &ObjectReader<'_>) -> GradeCount {
    GradeCount { graded: o.number("graded"), of_each: o.numbers("of_each") }
}

fn decode_grade_change(o: &ObjectReader<'_>) -> GradeChange {
    GradeChange {
        force: ForceId::new(o.text("force")),
        cycle: o.text("cycle"),
        subject: o.text("subject"),
        from: o.parsed("from", Grade::Good),
        to: o.parsed("to", Grade::Good),
        changed: o.date("changed"),
        reason: o.text("reason"),
        url: o.text("url"),
    }
}

fn decode_report_date(o: &ObjectReader<'_>) -> ReportDate {
    ReportDate {
        force: ForceId::new(o.text("force")),
        cycle: o.text("cycle"),
        published: o.date("published"),
        also_given: o.optional_parsed("also_given"),
        source: o.parsed("source", PageSource::Inspectorate),
        url: o.text("url"),
    }
}

fn decode_report_address(o: &ObjectReader<'_>) -> ReportAddress {
    ReportAddress { report: ReportId::new(o.text("report")), url: o.text("url") }
}

fn decode_publication_date(o: &ObjectReader<'_>) -> PublicationDate {
    PublicationDate {
        cycle: o.text("cycle"),
        what: o.text("what"),
        published: o.date("published"),
        source_url: o.text("source_url"),
    }
}
