//! Makes the slides that show an item of a brief.

use crate::brief::{BriefItem, ItemContent, PageSnapshot};
use crate::slide;
use crate::slide::{Slide, SlideBody, SlideParagraph};
use crate::split::{count_words, split_by_weight};
use corpus::Corpus;
use explore::export;
use explore::export::Origin;
use explore::library::Library;
use explore::pages::grid;
use explore::pages::grid::Grid;
use explore::pages::numbers;
use explore::pages::numbers::{Chart, NumberEntry};
use explore::pages::{compare, finding, findings, national, passage, phrasing, tile};
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
    /// The reports, and the findings prepared for search.
    pub library: &'c Library,
    /// The site that the data is from.
    pub origin: &'c Origin,
}

/// The parts of a slide that do not depend on the item: title, body, caveats and source.
type SlideDraft = (String, SlideBody, Vec<String>, String);

impl SlideBuilder<'_> {
    fn corpus(&self) -> &Corpus {
        self.library.corpus()
    }

    /// The slides of an item; at least one.
    pub fn item_slides(&self, item: &BriefItem) -> Vec<Slide> {
        match &item.content {
            ItemContent::Heading(words) => {
                self.finish_slides(item, "", vec![(words.clone(), SlideBody::Heading, Vec::new(), String::new())])
            }
            ItemContent::Page(shown) => match self.page_drafts(&shown.address, &shown.anchor) {
                drafts if drafts.is_empty() => self.finish_slides(item, "", vec![gone_draft(shown)]),
                drafts => self.finish_slides(item, &shown.address, drafts),
            },
        }
    }

    /// A page, or the part of it with the anchor `of`, as the content of an item: with its current text, so that a
    /// change can be detected later. `None` if there is nothing on it to present.
    pub fn page_snapshot(&self, address: &str, anchor: &str) -> Option<PageSnapshot> {
        let drafts = self.page_drafts(address, anchor);
        let item = BriefItem { id: 0, content: ItemContent::Heading(String::new()), speaker_notes: String::new() };
        let slides = self.finish_slides(&item, address, drafts);
        (!slides.is_empty()).then(|| PageSnapshot {
            address: address.to_string(),
            anchor: anchor.to_string(),
            recorded_text: slide::recorded_text(&slides),
            data: self.origin.data_file.clone(),
            build_date: self.origin.build_date.clone(),
        })
    }

    fn finish_slides(&self, item: &BriefItem, address: &str, drafts: Vec<SlideDraft>) -> Vec<Slide> {
        let of = drafts.len();
        let slide = |(n, (title, body, notes, source)): (usize, SlideDraft)| Slide {
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

    fn page_drafts(&self, address: &str, anchor: &str) -> Vec<SlideDraft> {
        let (corpus, state) = (self.corpus(), route::parse_address(address));
        match &state.view {
            _ if !anchor.is_empty() => self.part_draft(&state, anchor).into_iter().collect(),
            View::Force(id) => corpus.force(id).map(|force| self.timeline_drafts(force)).unwrap_or_default(),
            View::National => self.national_drafts(&state),
            View::Compare => self.comparison_drafts(&state),
            View::Finding(key) => corpus.finding(key).map(|(r, f)| self.finding_drafts(r, f)).unwrap_or_default(),
            View::Report(id) => corpus.report(id).map(|report| self.report_drafts(report)).unwrap_or_default(),
            View::Findings => self.list_drafts(&state),
            View::Home | View::Brief | View::Crosswalk | View::About | View::NotFound(_) => Vec::new(),
        }
    }

    fn timeline_drafts(&self, force: &Force) -> Vec<SlideDraft> {
        let grid = grid::timeline_grid(self.corpus(), force);
        let notes = grid::grid_notes(self.corpus(), &[force]);
        let draft = |grid| {
            let title = format!("{}: grades over time", force.name);
            (
                title,
                SlideBody::Timeline(grid),
                notes.clone(),
                format!("{}, grades of {}", force.name, timeline_sources(self.corpus(), force)),
            )
        };
        split_grid(grid).into_iter().map(draft).collect()
    }

    fn national_drafts(&self, state: &State) -> Vec<SlideDraft> {
        let page = national::national_page(self.corpus(), state);
        let mut notes = page.notes.clone();
        notes.extend(grid::grid_notes(self.corpus(), &[]));
        let grids = split_grid(grid::national_grid(&page)).into_iter();
        let source = "Reports held, and public pages".to_string();
        grids.map(|grid| (page.title.clone(), SlideBody::Comparison(grid), notes.clone(), source.clone())).collect()
    }

    fn comparison_drafts(&self, state: &State) -> Vec<SlideDraft> {
        let (forces, _) = compare::chosen_forces_and_subjects(self.corpus(), state);
        let notes = grid::grid_notes(self.corpus(), &forces);
        let names = phrasing::join_as_list(&forces.iter().map(|force| force.name.clone()).collect::<Vec<_>>());
        let tables = compare::compare_page(self.corpus(), state).tables.into_iter();
        let drafts = tables.flat_map(|table| {
            let title = format!("{}: {names}", table.subject);
            split_grid(grid::comparison_grid(self.corpus(), &table)).into_iter().map(move |grid| (title.clone(), grid))
        });
        drafts.map(|(title, grid)| (title, SlideBody::Comparison(grid), notes.clone(), names.clone())).collect()
    }

    fn finding_drafts(&self, report: &Report, finding: &Finding) -> Vec<SlideDraft> {
        let found = finding::finding_text(finding);
        let mut paragraphs = vec![slide_paragraph(&found.text, true, false)];
        for part in &found.rest {
            match part {
                finding::TextPart::Paragraph(text) => paragraphs.push(slide_paragraph(text, false, false)),
                finding::TextPart::List(items) => {
                    paragraphs.extend(items.iter().map(|text| slide_paragraph(text, false, true)));
                }
            }
        }
        let draft = |paragraphs| {
            let (kind, kind_class) = (finding.kind.name().to_string(), finding.kind.slug());
            let body = SlideBody::Finding { kind, kind_class, paragraphs };
            (
                format!("{}, {}", report.force.name, report.cycle),
                body,
                Vec::new(),
                citation(self.corpus(), report, finding),
            )
        };
        split_by_weight(paragraphs, |p| count_words(&p.text), MAX_WORDS).into_iter().map(draft).collect()
    }

    fn report_drafts(&self, report: &Report) -> Vec<SlideDraft> {
        let judgments =
            report.judgments.iter().map(|j| (tile::judgment_tile(self.corpus(), report, j), j.area.clone()));
        let title = format!("{}: {}", report.force.name, phrasing::report_name(report));
        let draft = |judgments| {
            let source = format!(
                "{}, published {}",
                phrasing::report_name(report),
                phrasing::publication_date(self.corpus(), report)
            );
            (title.clone(), SlideBody::Judgments(judgments), Vec::new(), source)
        };
        split_by_weight(judgments.collect(), |_| 1, MAX_ROWS).into_iter().map(draft).collect()
    }

    fn list_drafts(&self, state: &State) -> Vec<SlideDraft> {
        let (corpus, catalogue) = (self.corpus(), self.library.catalogue());
        let passing = findings::passing_entries(catalogue, state);
        let all = catalogue.entries.len();
        let entry = |n: &usize| {
            let entry = &catalogue.entries[*n];
            let report = &corpus.reports[entry.position.report_index];
            let found = &report.findings[entry.position.finding_index];
            [found.kind.name().to_string(), finding::text_for_lists(found), citation(corpus, report, found)]
        };
        let count = phrasing::count_with_noun(passing.len(), "finding", "findings");
        let filters = export::filter_descriptions(self.library, state);
        let title = if filters.is_empty() { count } else { format!("{count}: {}", filters.join("; ")) };
        let more = passing.len().saturating_sub(MAX_FINDINGS);
        let notes = (more > 0).then(|| format!("The first {MAX_FINDINGS} findings; the list has {more} more."));
        let source = format!("{} of {all} findings held", passing.len());
        let shown: Vec<[String; 3]> = passing.iter().take(MAX_FINDINGS).map(entry).collect();
        let draft =
            |shown| (title.clone(), SlideBody::FindingList(shown), notes.iter().cloned().collect(), source.clone());
        split_by_weight(shown, |[_, text, _]| count_words(text) + 10, MAX_WORDS).into_iter().map(draft).collect()
    }

    fn part_draft(&self, state: &State, anchor: &str) -> Option<SlideDraft> {
        let chart = export::chart_at(self.corpus(), state, anchor);
        chart.map(chart_draft).or_else(|| {
            let (report, number) = self.find_number(state, anchor)?;
            let source = format!("{} {}", numbers::numbers_source(self.corpus(), report), number.place.text);
            let title = format!("{}, {}", report.force.name, phrasing::report_name(report));
            Some((title, SlideBody::Number(number), Vec::new(), source))
        })
    }

    fn find_number(&self, state: &State, anchor: &str) -> Option<(&Report, NumberEntry)> {
        let (report, of_finding) = match &state.view {
            View::Report(id) => (self.corpus().report(id)?, None),
            View::Finding(key) => self.corpus().finding(key).map(|(report, finding)| (report, Some(&finding.key)))?,
            _ => return None,
        };
        let found = numbers::report_numbers(self.corpus(), report, of_finding).others;
        found.into_iter().find(|number| number.anchor.to_string() == anchor).map(|number| (report, number))
    }
}

fn chart_draft(chart: Chart) -> SlideDraft {
    let source = chart.source.clone();
    (chart.title.clone(), SlideBody::Chart(chart), Vec::new(), source)
}

fn slide_paragraph(text: &str, is_statement: bool, is_list_item: bool) -> SlideParagraph {
    SlideParagraph { text: text.to_string(), is_statement, is_list_item }
}

/// Splits a grid into grids of about equally many rows, each small enough to be read.
fn split_grid(grid: Grid) -> Vec<Grid> {
    let Grid { heads, rows } = grid;
    let each = rows.len().div_ceil(rows.len().div_ceil(MAX_ROWS).max(1));
    split_by_weight(rows, |_| 1, each).into_iter().map(|rows| Grid { heads: heads.clone(), rows }).collect()
}

fn citation(corpus: &Corpus, report: &Report, finding: &Finding) -> String {
    format!(
        "{}, {}, published {}, {} of the text",
        report.force.name,
        phrasing::report_name(report),
        phrasing::publication_date(corpus, report),
        passage::cite_passages(&finding.passages)
    )
}

/// The sources of a timeline: the reports held and public pages.
fn timeline_sources(corpus: &Corpus, force: &Force) -> String {
    let reports: Vec<String> = corpus.reports_on(&force.id).map(phrasing::report_name).collect();
    if reports.is_empty() {
        "reports not held, as public pages state them".to_string()
    } else {
        format!("{}, and as public pages state them", phrasing::join_as_list(&reports))
    }
}

fn gone_draft(shown: &PageSnapshot) -> SlideDraft {
    let lines = shown.recorded_text.lines().map(str::to_string).collect();
    let when = if shown.build_date.is_empty() { String::new() } else { format!(" on {}", shown.build_date) };
    let title = "No longer in the data".to_string();
    (title, SlideBody::Gone(lines), Vec::new(), format!("As it was in the data{when}"))
}
