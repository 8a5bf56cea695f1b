//! From a report's text to a [`Report`] and its problems.
//!
//! Parsing opens no file and cannot fail on a text of a known format: what it cannot read becomes a
//! problem of the report. A text of no known format is refused whole, never half-read.

mod block;
mod boxes;
mod claim;
mod contents;
mod dated_table;
mod deadline;
mod division;
mod draft;
mod families;
mod headed;
mod identity;
mod interruption;
mod judgment_table;
mod links;
mod marks;
mod outline;
mod page;
mod prose;
mod questions;
mod recognise;
mod refusal;
mod role;
mod running;
mod text;
mod typeset;

mod abbreviations;
mod figures;
mod footnotes;
mod measures;
mod references;

mod core_business_2014;
mod crime_2014;
mod effectiveness_2016;
mod effectiveness_2017;
mod peel_2021_22;

pub use refusal::Refusal;
pub use role::Role;
pub use text::{Line, lines as source_lines};

use crate::fold::fold;
use crate::model::{PrintedForce, Report, ReportId, SCHEMA, Source, slug};
use crate::problem::Kind;
use block::Block;
use draft::Draft;
use identity::Identity;
use page::Layout;
use prose::Prose;
use sha2::{Digest, Sha256};

/// One report format: how to know it, and how to read it.
pub struct Format {
    /// What a person would call it: "PEEL effectiveness report 2016".
    pub name: &'static str,
    /// What the cover names.
    pub title: &'static str,
    /// Whether some texts start behind their cover.
    may_lack_cover: bool,
    /// Phrases that every text of this format has, one of each group. Texts of others may quote them all, so that it is
    /// the cover that decides.
    pub signs: &'static [&'static [&'static str]],
    /// Words that a text with one report has only once.
    once: &'static str,
    identify: fn(&Document) -> Option<Identity>,
    read: fn(&[Block], &mut Draft),
}

/// Every format that can be read, oldest first.
pub static FORMATS: &[Format] = &[
    core_business_2014::FORMAT,
    crime_2014::FORMAT,
    effectiveness_2016::FORMAT,
    effectiveness_2017::FORMAT,
    peel_2021_22::FORMAT,
];

/// A text as formats look at it before it is divided.
struct Document<'a> {
    /// The words line by line, without blank ones.
    lines: Vec<&'a str>,
    /// Each heading, paragraph and list item.
    paragraphs: Vec<String>,
    /// The words as one line, then the footnotes.
    flat: String,
}

/// A report with the ledger of its source.
#[derive(Debug)]
pub struct Parsed {
    pub report: Report,
    /// What each line of the source became, in order.
    pub roles: Vec<Role>,
}

impl Parsed {
    /// Enters the lines that hold measures into the ledger, where they are not part of something with a name already.
    fn mark_measures(&mut self) {
        for line in self.report.measures.iter().flat_map(|m| &m.passages).flat_map(|p| p.lines[0]..=p.lines[1]) {
            if let Some(role @ (Role::Narrative | Role::Heading | Role::Figure)) = self.roles.get_mut(line as usize - 1)
            {
                *role = Role::Measure;
            }
        }
    }
}

/// The one format that the text is of.
///
/// # Errors
/// If no format or more than one recognises it, or it holds more than one report.
pub fn format_of(text: &str) -> Result<&'static Format, Refusal> {
    let lines: Vec<_> = text::lines(text).collect();
    recognise::recognise(text, &Layout::of(text, &lines).flat())
}

/// Reads a report; `file` is the name that its source is known by.
///
/// # Errors
/// If the text is of no known format, or names no force.
pub fn parse(file: &str, text: &str) -> Result<Parsed, Refusal> {
    let lines: Vec<_> = text::lines(text).collect();
    let layout = Layout::of(text, &lines);
    let flat = layout.flat();
    let Layout { mut words, notes, furniture, pages } = layout;
    let format = recognise::recognise(text, &flat)?;
    let lines_of_words = words.iter().flat_map(|block| &block.pieces).map(|piece| piece.text);
    let paragraphs = words.iter().map(Block::text).collect();
    let document = Document { lines: lines_of_words.collect(), paragraphs, flat };
    let identity = (format.identify)(&document).ok_or(Refusal::NoForce(format.name))?;
    let force = PrintedForce { id: identity::force_id(&identity.force), name: identity.force.clone() };
    let id = ReportId::new(format!("{}-{}-{}", force.id, slug(&identity.cycle), identity.what));

    let mut draft = Draft::new(text, lines.len(), id.clone(), &identity);
    notes.iter().for_each(|note| draft.mark(&note.block, Role::Footnote));
    furniture.iter().chain(&pages).for_each(|block| draft.mark(block, Role::Furniture));
    (format.read)(&words, &mut draft);
    draft.drop_cut_off();
    draft.drop_foreign_grades(identity.scale);
    for [item, rest] in interruption::unclear(&words, &pages, &draft.roles) {
        draft.problem(Kind::Unfinished { words: item.tail().words }, &[item, rest]);
    }
    let is_unread = |block: &Block| block.pieces.iter().any(|p| draft.roles[p.line as usize - 1] == Role::Blank);
    let unread: Vec<bool> = words.iter().map(is_unread).collect();
    for (from, to) in runs(&unread) {
        let blocks: Vec<&Block> = words[from..to].iter().collect();
        blocks.iter().for_each(|block| draft.mark(block, Role::Unread));
        let words = blocks[0].text().chars().take(80).collect();
        draft.problem(Kind::UnreadText { words }, &blocks);
    }
    words.retain(|block| draft.roles[block.first().line as usize - 1] != Role::Contents);
    let findings = draft.places_of_findings();
    let prose = Prose {
        source: text,
        blocks: &words,
        body: words.iter().rposition(|b| fold(b.pieces[0].text).starts_with("annex a")).unwrap_or(words.len()),
        notes: &notes,
        year: identity.cycle.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default(),
        findings: &findings,
    };
    let (measures, faults) = measures::read(&prose);
    draft.problems.extend(faults);
    let report = Report {
        schema: SCHEMA,
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
        source: Source {
            file: file.to_string(),
            sha256: Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect(),
            bytes: text.len(),
            lines: lines.len(),
        },
        judgments: draft.judgments,
        findings: draft.findings,
        measures,
        figures: figures::read(&prose),
        footnotes: footnotes::read(&prose),
        abbreviations: abbreviations::read(&prose),
        references: references::read(&prose),
        problems: draft.problems,
    };
    let mut parsed = Parsed { report, roles: draft.roles };
    parsed.mark_measures();
    Ok(parsed)
}

/// The stretches of what is true, from where up to where.
fn runs(is: &[bool]) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let from = at + is[at..].iter().position(|is| *is)?;
        at = is[from..].iter().position(|is| !is).map_or(is.len(), |length| from + length);
        Some((from, at))
    })
}
