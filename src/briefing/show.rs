//! Makes the slides that show an item of a brief.

use crate::brief::{Item, ItemContent, Shown};
use crate::chunks::{chunks, words};
use crate::slide;
use crate::slide::{Body, Paragraph, Slide};
use corpus::Corpus;
use explore::export;
use explore::export::Origin;
use explore::pages::catalogue::Catalogue;
use explore::pages::grid;
use explore::pages::grid::Grid;
use explore::pages::numbers;
use explore::pages::numbers::{Chart, Number};
use explore::pages::{compare, finding, findings, names, passage, tile};
use explore::route;
use explore::state::{State, View};
use model::{Finding, Force, Report};

/// The most rows of tiles on one slide that can be read from the back of a room.
const MAX_ROWS: usize = 8;
/// The most words on one slide that can be read from the back of a room.
const MAX_WORDS: usize = 130;
/// The most findings of a list on all its slides together; the page of the list has the others.
const MAX_FINDINGS: usize = 12;

/// The data that slides are made from.
pub struct SlideBuilder<'c> {
    /// The corpus.
    pub corpus: &'c Corpus,
    /// The findings prepared for search.
    pub catalogue: &'c Catalogue,
    /// The site that the data is from.
    pub origin: &'c Origin,
}

/// The parts of a slide that do not depend on the item: title, body, caveats and source.
type Draft = (String, Body, Vec<String>, String);

impl SlideBuilder<'_> {
    /// The slides of an item; at least one.
    pub fn item(&self, item: &Item) -> Vec<Slide> {
        match &item.content {
            ItemContent::Heading(words) => {
                self.slides(item, "", vec![(words.clone(), Body::Heading, Vec::new(), String::new())])
            }
            ItemContent::Page(shown) => match self.page(&shown.address, &shown.anchor) {
                drafts if drafts.is_empty() => self.slides(item, "", vec![gone(shown)]),
                drafts => self.slides(item, &shown.address, drafts),
            },
        }
    }

    /// A page, or the part of it with the anchor `of`, as the content of an item: with its current text, so that a
    /// change can be detected later. `None` if there is nothing on it to present.
    pub fn shown(&self, address: &str, of: &str) -> Option<Shown> {
        let drafts = self.page(address, of);
        let item = Item { id: 0, content: ItemContent::Heading(String::new()), speaker_notes: String::new() };
        let slides = self.slides(&item, address, drafts);
        (!slides.is_empty()).then(|| Shown {
            address: address.to_string(),
            anchor: of.to_string(),
            recorded_text: slide::words(&slides),
            data: self.origin.data_file.clone(),
            build_date: self.origin.build_date.clone(),
        })
    }

    fn slides(&self, item: &Item, address: &str, drafts: Vec<Draft>) -> Vec<Slide> {
        let of = drafts.len();
        let slide = |(n, (title, body, notes, source)): (usize, Draft)| Slide {
            item_id: item.id,
            title,
            part_label: (of > 1).then(|| format!("{} of {of}", n + 1)),
            body,
            caveats: notes,
            source,
            address: if address.is_empty() { String::new() } else { format!("{}{address}", self.origin.site_root) },
            speaker_notes: item.speaker_notes.clone(),
        };
        drafts.into_iter().enumerate().map(slide).collect()
    }

    fn page(&self, address: &str, of: &str) -> Vec<Draft> {
        let (corpus, state) = (self.corpus, route::state(address));
        match &state.view {
            _ if !of.is_empty() => self.part(&state, of).into_iter().collect(),
            View::Force(id) => corpus.force(id).map(|force| self.timeline(force)).unwrap_or_default(),
            View::Compare => self.comparison(&state),
            View::Finding(key) => corpus.finding(key).map(|(r, f)| self.finding(r, f)).unwrap_or_default(),
            View::Report(id) => corpus.report(id).map(|report| self.report(report)).unwrap_or_default(),
            View::Findings => self.list(&state),
            View::Home | View::Brief | View::Crosswalk | View::About | View::NotFound(_) => Vec::new(),
        }
    }

    fn timeline(&self, force: &Force) -> Vec<Draft> {
        let grid = grid::of_force(self.corpus, force);
        let notes = grid::about(self.corpus, &[force]);
        let draft = |grid| {
            let title = format!("{}: grades over time", force.name);
            (
                title,
                Body::Timeline(grid),
                notes.clone(),
                format!("{}, grades of {}", force.name, held(self.corpus, force)),
            )
        };
        parts(grid).into_iter().map(draft).collect()
    }

    fn comparison(&self, state: &State) -> Vec<Draft> {
        let (forces, _) = compare::chosen(self.corpus, state);
        let notes = grid::about(self.corpus, &forces);
        let names = names::list(&forces.iter().map(|force| force.name.clone()).collect::<Vec<_>>());
        let tables = compare::compare(self.corpus, state).tables.into_iter();
        let drafts = tables.flat_map(|table| {
            let title = format!("{}: {names}", table.subject);
            parts(grid::comparison_grid(self.corpus, &table)).into_iter().map(move |grid| (title.clone(), grid))
        });
        drafts.map(|(title, grid)| (title, Body::Comparison(grid), notes.clone(), names.clone())).collect()
    }

    fn finding(&self, report: &Report, finding: &Finding) -> Vec<Draft> {
        let found = finding::words(finding);
        let mut paragraphs = vec![paragraph(&found.text, true, false)];
        for part in &found.rest {
            match part {
                finding::Paragraph::Paragraph(text) => paragraphs.push(paragraph(text, false, false)),
                finding::Paragraph::List(items) => {
                    paragraphs.extend(items.iter().map(|text| paragraph(text, false, true)));
                }
            }
        }
        let draft = |paragraphs| {
            let (kind, kind_class) = (finding.kind.name().to_string(), finding.kind.slug());
            let body = Body::Finding { kind, kind_class, paragraphs };
            (format!("{}, {}", report.force.name, report.cycle), body, Vec::new(), cited(self.corpus, report, finding))
        };
        chunks(paragraphs, |p| words(&p.text), MAX_WORDS).into_iter().map(draft).collect()
    }

    fn report(&self, report: &Report) -> Vec<Draft> {
        let judgments = report.judgments.iter().map(|j| (tile::tile(self.corpus, report, j), j.area.clone()));
        let title = format!("{}: {}", report.force.name, names::report(report));
        let draft = |judgments| {
            let source = format!("{}, published {}", names::report(report), names::published(self.corpus, report));
            (title.clone(), Body::Judgments(judgments), Vec::new(), source)
        };
        chunks(judgments.collect(), |_| 1, MAX_ROWS).into_iter().map(draft).collect()
    }

    fn list(&self, state: &State) -> Vec<Draft> {
        let passing = findings::passing(self.catalogue, state);
        let all = self.catalogue.entries.len();
        let entry = |n: &usize| {
            let entry = &self.catalogue.entries[*n];
            let report = &self.corpus.reports[entry.position.report_index];
            let found = &report.findings[entry.position.finding_index];
            [found.kind.name().to_string(), finding::statement(found), cited(self.corpus, report, found)]
        };
        let count = names::count(passing.len(), "finding", "findings");
        let filters = export::filters(self.corpus, self.catalogue, state);
        let title = if filters.is_empty() { count } else { format!("{count}: {}", filters.join("; ")) };
        let more = passing.len().saturating_sub(MAX_FINDINGS);
        let notes = (more > 0).then(|| format!("The first {MAX_FINDINGS}; the list has {more} more."));
        let source = format!("{} of {all} findings held", passing.len());
        let shown: Vec<[String; 3]> = passing.iter().take(MAX_FINDINGS).map(entry).collect();
        let draft = |shown| (title.clone(), Body::FindingList(shown), notes.iter().cloned().collect(), source.clone());
        chunks(shown, |[_, text, _]| words(text) + 10, MAX_WORDS).into_iter().map(draft).collect()
    }

    fn part(&self, state: &State, of: &str) -> Option<Draft> {
        let chart = export::chart(self.corpus, state, of);
        chart.map(chart_draft).or_else(|| {
            let (report, number) = self.number(state, of)?;
            let source = format!("{} {}", numbers::source(self.corpus, report), number.place.text);
            let title = format!("{}, {}", report.force.name, names::report(report));
            Some((title, Body::Number(number), Vec::new(), source))
        })
    }

    fn number(&self, state: &State, of: &str) -> Option<(&Report, Number)> {
        let (report, of_finding) = match &state.view {
            View::Report(id) => (self.corpus.report(id)?, None),
            View::Finding(key) => self.corpus.finding(key).map(|(report, finding)| (report, Some(&finding.key)))?,
            _ => return None,
        };
        let found = numbers::numbers(self.corpus, report, of_finding).others;
        found.into_iter().find(|number| number.anchor.to_string() == of).map(|number| (report, number))
    }
}

fn chart_draft(chart: Chart) -> Draft {
    let source = chart.source.clone();
    (chart.title.clone(), Body::Chart(chart), Vec::new(), source)
}

fn paragraph(text: &str, is_statement: bool, is_list_item: bool) -> Paragraph {
    Paragraph { text: text.to_string(), is_statement, is_list_item }
}

/// Splits a grid into grids of about equally many rows, each small enough to be read.
fn parts(grid: Grid) -> Vec<Grid> {
    let Grid { heads, rows } = grid;
    let each = rows.len().div_ceil(rows.len().div_ceil(MAX_ROWS).max(1));
    chunks(rows, |_| 1, each).into_iter().map(|rows| Grid { heads: heads.clone(), rows }).collect()
}

fn cited(corpus: &Corpus, report: &Report, finding: &Finding) -> String {
    format!(
        "{}, {}, published {}, {} of the text",
        report.force.name,
        names::report(report),
        names::published(corpus, report),
        passage::cite(&finding.passages)
    )
}

/// The sources of a timeline: the reports held and public pages.
fn held(corpus: &Corpus, force: &Force) -> String {
    let reports: Vec<String> = corpus.reports_on(&force.id).map(names::report).collect();
    if reports.is_empty() {
        "reports not held, as public pages state them".to_string()
    } else {
        format!("{}, and as public pages state them", names::list(&reports))
    }
}

fn gone(shown: &Shown) -> Draft {
    let lines = shown.recorded_text.lines().map(str::to_string).collect();
    let when = if shown.build_date.is_empty() { String::new() } else { format!(" of {}", shown.build_date) };
    let title = "No longer in the data".to_string();
    (title, Body::Gone(lines), Vec::new(), format!("As it was in the data{when}"))
}
