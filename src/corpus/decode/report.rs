//! Decodes a report.

use crate::decode::object::ObjectReader;
use model::problem::Problem;
use model::*;

/// Decodes a report. A bundle has no figures, footnotes, definitions, references, alliances or further deadlines, because no
/// page shows them.
pub fn decode_report(o: &ObjectReader<'_>) -> Report {
    let force = o.object("a report's force", "force");
    let source = o.object("a report's source", "source");
    Report {
        schema: o.number("schema") as u32,
        id: ReportId::new(o.text("id")),
        force: PrintedForce { id: ForceId::new(force.text("id")), name: force.text("name") },
        inspectorate: o.parsed("inspectorate", Inspectorate::Hmic),
        programme: o.text("programme"),
        pillar: o.optional_text("pillar"),
        cycle: o.text("cycle"),
        title: o.text("title"),
        published: o.optional_parsed("published"),
        inspected: o.optional_parsed("inspected"),
        isbn: o.optional_text("isbn"),
        inspector: o.optional_text("inspector"),
        scale: o.parsed("scale", Scale::Ungraded),
        source: SourceFile {
            file: source.text("file"),
            sha256: source.text("sha256"),
            bytes: source.number("bytes"),
            lines: source.number("lines"),
            pages: source.optional_numbers("pages").into_iter().map(|line| line as u32).collect(),
            anchors: source.optional_objects("anchors", "an anchor", decode_anchor),
        },
        judgments: o.objects("judgments", "a judgment", decode_judgment),
        findings: o.objects("findings", "a finding", decode_finding),
        measures: o.objects("measures", "a measure", decode_measure),
        figures: Vec::new(),
        footnotes: Vec::new(),
        abbreviations: o.objects("abbreviations", "an abbreviation", decode_abbreviation),
        definitions: Vec::new(),
        references: Vec::new(),
        alliances: Vec::new(),
        problems: o.objects("problems", "a problem", decode_problem),
    }
}

fn decode_anchor(o: &ObjectReader<'_>) -> Anchor {
    Anchor { line: o.number("line") as u32, id: o.text("id") }
}

/// Decodes a place in a source text.
pub fn decode_passage(o: &ObjectReader<'_>) -> Passage {
    Passage { lines: o.number_pair("lines"), bytes: o.number_pair("bytes") }
}

fn decode_judgment(o: &ObjectReader<'_>) -> Judgment {
    Judgment {
        key: JudgmentKey::new(o.text("key")),
        scope: o.parsed("scope", Scope::Overall),
        area: o.text("area"),
        also_called: o.texts("also_called"),
        status: o.parsed("state", JudgmentStatus::Ungraded),
        grade: o.optional_parsed("grade"),
        inspected: o.optional_text("inspected"),
        passages: decode_passages(o),
        also_stated: o.objects("also_stated", "a passage", decode_passage),
    }
}

fn decode_finding(o: &ObjectReader<'_>) -> Finding {
    Finding {
        key: FindingKey::new(o.text("key")),
        kind: o.parsed("kind", FindingKind::Observation),
        section: o.texts("section"),
        judgment: o.optional_text("judgment").map(JudgmentKey::new),
        text: o.text("text"),
        items: o.texts("items"),
        items_after: o.numbers("items_after"),
        body: o.texts("body"),
        parent: o.optional_text("parent").map(FindingKey::new),
        deadline: o.optional_object("a deadline", "deadline").as_ref().map(decode_deadline),
        deadlines: Vec::new(),
        terms: o.texts("terms"),
        passages: decode_passages(o),
    }
}

fn decode_deadline(o: &ObjectReader<'_>) -> Deadline {
    Deadline { text: o.text("text"), due: o.optional_parsed("due") }
}

fn decode_measure(o: &ObjectReader<'_>) -> Measure {
    Measure {
        label: o.text("label"),
        value: o.text("value"),
        unit: o.optional_text("unit"),
        period: o.optional_text("period"),
        comparator: o.optional_text("comparator"),
        comparator_value: o.optional_text("comparator_value"),
        table: o.optional_text("table"),
        finding: o.optional_text("finding").map(FindingKey::new),
        passages: decode_passages(o),
    }
}

fn decode_abbreviation(o: &ObjectReader<'_>) -> Abbreviation {
    Abbreviation { short: o.text("short"), long: o.text("long"), passages: decode_passages(o), again: Vec::new() }
}

fn decode_problem(o: &ObjectReader<'_>) -> Problem {
    Problem { kind_name: o.text("kind"), message: o.text("message"), passages: decode_passages(o) }
}

fn decode_passages(o: &ObjectReader<'_>) -> Vec<Passage> {
    o.objects("passages", "a passage", decode_passage)
}
