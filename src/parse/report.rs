//! Parses a text: recognises its format, reads the parts that the format defines, then the facts common to all formats.

use crate::facts::prose::Prose;
use crate::facts::{abbreviations, alliances, definitions, figures, footnotes, measures, references};
use crate::format::{DocumentText, ReportFormat};
use crate::recognition::recogniser::recognise_format;
use crate::recognition::refusal::Refusal;
use crate::structure::draft::ReportDraft;
use crate::structure::role::LineRole;
use crate::structure::{identity, outline, published_places, unfinished_items};
use intake::block::Block;
use intake::layout::Layout;
use model::folding::fold_phrase;
use model::line::{SourceLine, source_lines};
use model::look_alikes::PlainText;
use model::problem::ProblemKind;
use model::{PrintedForce, Report, ReportId, SCHEMA_VERSION, SourceFile, slugify};
use sha2::{Digest, Sha256};

/// A report with the ledger of its source: what each line became.
#[derive(Debug)]
pub struct ParsedReport {
    /// The report.
    pub report: Report,
    /// The role of each line of the source, in order.
    pub roles: Vec<LineRole>,
}

impl ParsedReport {
    /// Marks lines with measures in the ledger, unless they are part of a judgment, finding or other item already.
    fn mark_measures(&mut self) {
        for line in self.report.measures.iter().flat_map(|m| &m.passages).flat_map(|p| p.lines[0]..=p.lines[1]) {
            if let Some(role @ (LineRole::Narrative | LineRole::Heading | LineRole::Figure)) =
                self.roles.get_mut(line as usize - 1)
            {
                *role = LineRole::Measure;
            }
        }
    }
}

/// The format of a text.
///
/// # Errors
/// If no format or more than one format matches, or the text contains more than one report.
pub fn format_of(text: &str) -> Result<&'static ReportFormat, Refusal> {
    let plain = PlainText::new(text);
    let lines: Vec<_> = source_lines(&plain.text).collect();
    let layout = report_layout(&plain.text, &lines);
    recognise_format(&plain.text, &layout.flat_text(), &layout.body)
}

/// Parses a report; `file` is the file name to record as its source.
///
/// It reads the text without look-alikes, so that everything it quotes is in plain letters; the passages lead to the text
/// as it is.
///
/// # Errors
/// If the text is of no known format, or names no force.
pub fn parse_report(file: &str, text: &str) -> Result<ParsedReport, Refusal> {
    let plain = PlainText::new(text);
    let mut parsed = parse_plain_text(&plain.text)?;
    parsed.report.passages_mut().for_each(|passage| *passage = plain.original_passage(*passage));
    parsed.report.source = SourceFile {
        file: file.to_string(),
        sha256: Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect(),
        bytes: text.len(),
        lines: parsed.roles.len(),
        pages: published_places::page_starts(text),
        anchors: published_places::anchors(text),
    };
    Ok(parsed)
}

fn parse_plain_text(text: &str) -> Result<ParsedReport, Refusal> {
    let lines: Vec<_> = source_lines(text).collect();
    let layout = report_layout(text, &lines);
    let flat = layout.flat_text();
    let Layout { body: mut words, footnotes: notes, furniture, page_lines: pages } = layout;
    let format = recognise_format(text, &flat, &words)?;
    let words_by_line = words.iter().flat_map(|block| &block.pieces).map(|piece| piece.text);
    let paragraphs = words.iter().map(Block::text).collect();
    let document = DocumentText { lines: words_by_line.collect(), paragraphs, flat_text: flat };
    let identity = format.reader.identify(&document).ok_or(Refusal::NoForce(format.name))?;
    let force = PrintedForce { id: identity::force_id(&identity.force), name: identity.force.clone() };
    let id = ReportId::new(format!("{}-{}-{}", force.id, slugify(&identity.cycle), identity.id_suffix));

    let mut draft = ReportDraft::new(text, lines.len(), id.clone(), &identity);
    notes.iter().for_each(|note| draft.mark_lines(&note.block, LineRole::Footnote));
    furniture.iter().chain(&pages).for_each(|block| draft.mark_lines(block, LineRole::Furniture));
    format.reader.read_blocks(&words, &mut draft);
    draft.drop_cut_off_finding();
    draft.drop_foreign_grades(identity.scale);
    for [item, rest] in unfinished_items::find_unfinished(&words, &pages, &draft.roles) {
        draft.add_problem(ProblemKind::Unfinished { words: item.tail().words }, &[item, rest]);
    }
    if draft.judgments.is_empty() && draft.findings.is_empty() {
        return Err(Refusal::NothingRead(format.name));
    }
    let is_unread = |block: &Block| block.pieces.iter().any(|p| draft.roles[p.line as usize - 1] == LineRole::Blank);
    let unread: Vec<bool> = words.iter().map(is_unread).collect();
    for (from, to) in true_runs(&unread) {
        let blocks: Vec<&Block> = words[from..to].iter().collect();
        blocks.iter().for_each(|block| draft.mark_lines(block, LineRole::Unread));
        let words = blocks[0].text().chars().take(80).collect();
        draft.add_problem(ProblemKind::UnreadText { words }, &blocks);
    }
    words.retain(|block| draft.roles[block.first_piece().line as usize - 1] != LineRole::Contents);
    let findings = draft.finding_ranges();
    let prose = Prose {
        source: text,
        blocks: &words,
        body_len: words
            .iter()
            .rposition(|b| fold_phrase(b.pieces[0].text).starts_with("annex a"))
            .unwrap_or(words.len()),
        notes: &notes,
        cycle_year: identity.cycle.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default(),
        findings: &findings,
    };
    let (measures, faults) = measures::read_measures(&prose);
    draft.problems.extend(faults);
    let report = Report {
        schema: SCHEMA_VERSION,
        id,
        force,
        inspectorate: identity.inspectorate,
        programme: identity.programme.to_string(),
        pillar: identity.pillar.map(str::to_string),
        cycle: identity.cycle,
        title: identity.title,
        published: identity.published,
        inspected: identity.inspected,
        isbn: identity.isbn,
        inspector: identity.inspector,
        scale: identity.scale,
        source: SourceFile::default(),
        judgments: draft.judgments,
        findings: draft.findings,
        measures,
        figures: figures::read_figures(&prose),
        footnotes: footnotes::read_footnotes(&prose),
        abbreviations: abbreviations::read_abbreviations(&prose),
        definitions: definitions::read_definitions(&prose),
        references: references::read_references(&prose),
        alliances: alliances::read_alliance_sentences(&prose),
        problems: draft.problems,
    };
    let mut parsed = ParsedReport { report, roles: draft.roles };
    parsed.mark_measures();
    Ok(parsed)
}

/// The runs of consecutive `true` values, as half-open index ranges.
fn true_runs(flags: &[bool]) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let from = at + flags[at..].iter().position(|flag| *flag)?;
        at = flags[from..].iter().position(|flag| !flag).map_or(flags.len(), |length| from + length);
        Some((from, at))
    })
}

/// The layout of a text, with numbers removed from headings, and box headings separated from the words after them.
fn report_layout<'a>(text: &'a str, lines: &[SourceLine<'a>]) -> Layout<'a> {
    let mut layout = Layout::from_text(text, lines);
    outline::remove_heading_numbers(&mut layout.body);
    layout.body = outline::split_box_headings(&layout.body);
    outline::mark_lost_items(&mut layout.body);
    let related = outline::split_off_related(&mut layout.body);
    layout.furniture.extend(related);
    layout
}
