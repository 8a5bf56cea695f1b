//! Decodes what the reports say about each other.

use crate::decode::object::ObjectReader;
use crate::decode::report::decode_passage;
use crate::issues::{LinkingTables, NamedInspectionRow, TermKind, TermRow};
use model::*;

/// Decodes a thread.
pub fn decode_thread(o: &ObjectReader<'_>) -> Thread {
    Thread {
        id: ThreadId::new(o.text("id")),
        force: ForceId::new(o.text("force")),
        name: o.text("name"),
        steps: o.objects("steps", "a step of a thread", decode_step),
        reasons: o.texts("reasons"),
        is_reviewed: o.boolean("is_reviewed"),
    }
}

fn decode_step(o: &ObjectReader<'_>) -> ThreadStep {
    ThreadStep {
        report: ReportId::new(o.text("report")),
        finding: decode_key(o),
        statements: o.objects("statements", "a statement", decode_statement),
    }
}

fn decode_statement(o: &ObjectReader<'_>) -> Statement {
    Statement {
        lines: o.number_pair("lines"),
        words: o.text("words"),
        antecedent: o.optional_text("antecedent"),
        status: o.parsed("status", ReferenceStatus::Nothing),
        status_words: o.optional_text("status_words"),
        speaks_of: o.optional_object("earlier work", "speaks_of").as_ref().map(decode_earlier_work),
    }
}

fn decode_earlier_work(o: &ObjectReader<'_>) -> EarlierWork {
    EarlierWork {
        inspection: o.text("inspection"),
        reason: o.text("reason"),
        address: o.text("address"),
        is_page_of_inspection: o.boolean("is_page_of_inspection"),
    }
}

/// Decodes the time by which a finding is to be acted on.
pub fn decode_due_date(o: &ObjectReader<'_>) -> DueDate {
    DueDate {
        finding: FindingKey::new(o.text("finding")),
        text: o.text("text"),
        due: o.optional_parsed("due"),
        counted_from: o.optional_parsed("counted_from"),
        publication_page: o.optional_text("publication_page"),
    }
}

/// Decodes what a report says of a second force.
pub fn decode_shared_words(o: &ObjectReader<'_>) -> SharedWords {
    SharedWords {
        report: ReportId::new(o.text("report")),
        force: ForceId::new(o.text("force")),
        rule: o.optional_object("a rule", "rule").as_ref().map(decode_shared_sentence),
        sentences: o.objects("sentences", "a sentence", decode_shared_sentence),
    }
}

fn decode_shared_sentence(o: &ObjectReader<'_>) -> SharedSentence {
    SharedSentence { words: o.text("words"), lines: o.number_pair("lines"), finding: decode_key(o) }
}

fn decode_key(o: &ObjectReader<'_>) -> Option<FindingKey> {
    o.optional_text("finding").map(FindingKey::new)
}

/// Decodes the tables by which issues are recognised.
pub fn decode_linking_tables(o: &ObjectReader<'_>) -> LinkingTables {
    LinkingTables {
        terms: o.objects("terms", "a term", |o| TermRow {
            term: o.text("term"),
            kind: o.parsed("kind", TermKind::Aspect),
            name: o.text("name"),
            words: o.text("words"),
        }),
        inspections: o.objects("inspections", "an inspection", |o| NamedInspectionRow {
            words: o.text("words"),
            years: o.text("years"),
            force: o.optional_text("force"),
            name: o.text("name"),
            address: o.optional_text("address"),
        }),
    }
}

/// Decodes a sentence about earlier work, which only opened reports have.
pub fn decode_reference(o: &ObjectReader<'_>) -> Reference {
    Reference {
        quote: o.text("quote"),
        subject: o.parsed("subject", ReferenceSubject::Inspection),
        years: o.texts("years"),
        status: o.parsed("status", ReferenceStatus::Nothing),
        status_words: o.optional_text("status_words"),
        continues: o.boolean("continues"),
        antecedent: o.optional_text("antecedent"),
        finding: decode_key(o),
        passages: o.objects("passages", "a passage", decode_passage),
    }
}
