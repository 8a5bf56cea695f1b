//! Decodes a report.

use crate::decode::object::Object;
use model::problem::Problem;
use model::*;

/// Decodes a report.
pub fn report(o: &Object<'_>) -> Report {
    let force = o.object("a report's force", "force");
    let source = o.object("a report's source", "source");
    Report {
        schema: o.number("schema") as u32,
        id: ReportId::new(o.text("id")),
        force: PrintedForce { id: ForceId::new(force.text("id")), name: force.text("name") },
        inspectorate: o.word("inspectorate", Inspectorate::Hmic),
        programme: o.text("programme"),
        pillar: o.optional_text("pillar"),
        cycle: o.text("cycle"),
        title: o.text("title"),
        published: o.optional_parsed("published"),
        inspected: o.optional_parsed("inspected"),
        isbn: o.optional_text("isbn"),
        inspector: o.optional_text("inspector"),
        scale: o.word("scale", Scale::Ungraded),
        source: Source {
            file: source.text("file"),
            sha256: source.text("sha256"),
            bytes: source.number("bytes"),
            lines: source.number("lines"),
        },
        judgments: o.list("judgments", "a judgment", judgment),
        findings: o.list("findings", "a finding", finding),
        measures: o.list("measures", "a measure", measure),
        figures: o.list("figures", "a figure", figure),
        footnotes: o.list("footnotes", "a footnote", footnote),
        abbreviations: o.list("abbreviations", "an abbreviation", abbreviation),
        references: o.list("references", "a reference", reference),
        problems: o.list("problems", "a problem", problem),
    }
}

/// Decodes a place in a source text.
pub fn passage(o: &Object<'_>) -> Passage {
    Passage { lines: o.pair("lines"), bytes: o.pair("bytes") }
}

fn judgment(o: &Object<'_>) -> Judgment {
    Judgment {
        key: JudgmentKey::new(o.text("key")),
        scope: o.word("scope", Scope::Overall),
        area: o.text("area"),
        also_called: o.texts("also_called"),
        state: o.word("state", State::Ungraded),
        grade: o.optional_parsed("grade"),
        inspected: o.optional_text("inspected"),
        passages: passages(o),
        also_stated: o.list("also_stated", "a passage", passage),
    }
}

fn finding(o: &Object<'_>) -> Finding {
    Finding {
        key: FindingKey::new(o.text("key")),
        kind: o.word("kind", FindingKind::Observation),
        section: o.texts("section"),
        judgment: o.optional_text("judgment").map(JudgmentKey::new),
        text: o.text("text"),
        items: o.texts("items"),
        items_after: o.counts("items_after"),
        body: o.texts("body"),
        parent: o.optional_text("parent").map(FindingKey::new),
        deadline: o.maybe("a deadline", "deadline").as_ref().map(deadline),
        terms: o.texts("terms"),
        passages: passages(o),
    }
}

fn deadline(o: &Object<'_>) -> Deadline {
    Deadline { text: o.text("text"), due: o.optional_parsed("due") }
}

fn measure(o: &Object<'_>) -> Measure {
    Measure {
        label: o.text("label"),
        value: o.text("value"),
        unit: o.optional_text("unit"),
        period: o.optional_text("period"),
        comparator: o.optional_text("comparator"),
        comparator_value: o.optional_text("comparator_value"),
        table: o.optional_text("table"),
        finding: o.optional_text("finding").map(FindingKey::new),
        passages: passages(o),
    }
}

fn figure(o: &Object<'_>) -> Figure {
    let number = o.optional_text("number");
    Figure { number, caption: o.text("caption"), data_in_text: o.flag("data_in_text"), passages: passages(o) }
}

fn footnote(o: &Object<'_>) -> Footnote {
    // The field is omitted where a footnote has no markers.
    let marked = o.some("marked").map(|_| o.list("marked", "a passage", passage)).unwrap_or_default();
    Footnote { marker: o.text("marker"), text: o.text("text"), passages: passages(o), marked }
}

fn abbreviation(o: &Object<'_>) -> Abbreviation {
    Abbreviation { short: o.text("short"), long: o.text("long"), passages: passages(o) }
}

fn reference(o: &Object<'_>) -> Reference {
    let finding = o.optional_text("finding").map(FindingKey::new);
    Reference { quote: o.text("quote"), refers_to: o.optional_text("refers_to"), finding, passages: passages(o) }
}

fn problem(o: &Object<'_>) -> Problem {
    Problem { kind: o.text("kind"), message: o.text("message"), passages: passages(o) }
}

fn passages(o: &Object<'_>) -> Vec<Passage> {
    o.list("passages", "a passage", passage)
}
