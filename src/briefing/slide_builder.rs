//! Makes the slides that show an item of a brief.

use crate::brief::{BriefItem, ItemContent, PageSnapshot};
use crate::division::divide;
use crate::draft::{SlideDraft, recorded_text};
use crate::slide::{Slide, SlideBody, SlideParagraph};
use crate::thread_draft::thread_draft;
use corpus::Corpus;
use explore::export;
use explore::export::Origin;
use explore::facets::Facet;
use explore::library::Library;
use explore::pages::grid;
use explore::pages::legend::LETTERS;
use explore::pages::numbers;
use explore::pages::numbers::{Chart, NumberEntry};
use explore::pages::{caveats, compare, finding, findings, national, passage, phrasing, thread, tile};
use explore::route;
use explore::state::{State, View};
use model::{Finding, Force, Report};

/// The most findings of a list on all its slides together; the page of the list has the others.
const MAX_FINDINGS: usize = 12;

/// The data that slides are made from.
pub struct SlideBuilder<'c> {
    /// The reports, and the findings prepared for search.
    pub library: &'c Library,
    /// The site that the data is from.
    pub origin: &'c Origin,
}

impl SlideBuilder<'_> {
    fn corpus(&self) -> &Corpus {
        self.library.corpus()
    }

    /// The content of an item: at least one draft.
    pub(crate) fn item_drafts(&self, item: &BriefItem) -> Vec<SlideDraft> {
        match &item.content {
            ItemContent::Heading(words) => vec![heading_draft(words)],
            ItemContent::Page(shown) => match self.page_drafts(&shown.address, &shown.anchor) {
                drafts if drafts.is_empty() => vec![unchecked_draft(shown)],
                drafts => drafts,
            },
        }
    }

    /// A page, or the part of it with the anchor `of`, as the content of an item: with its current text, so that a
    /// change can be detected later. `None` if there is nothing on it to present.
    pub fn page_snapshot(&self, address: &str, anchor: &str) -> Option<PageSnapshot> {
        let drafts = self.page_drafts(address, anchor);
        (!drafts.is_empty()).then(|| PageSnapshot {
            address: address.to_string(),
            anchor: anchor.to_string(),
            recorded_text: recorded_text(&drafts),
            data: self.origin.data_file.clone(),
            build_date: self.origin.build_date.clone(),
        })
    }

    /// The slides of an item, divided so that each fits on a screen.
    pub(crate) fn item_slides(&self, item: &BriefItem, drafts: Vec<SlideDraft>) -> Vec<Slide> {
        let address = match &item.content {
            ItemContent::Page(shown) if !matches!(drafts[..], [SlideDraft { body: SlideBody::Unchecked(_), .. }]) => {
                format!("{}{}", self.origin.site_root, shown.address)
            }
            _ => String::new(),
        };
        let slides: Vec<Slide> = drafts
            .into_iter()
            .flat_map(|draft| {
                let slide = Slide {
                    id: String::new(),
                    title: draft.title,
                    part_label: None,
                    body: draft.body,
                    caveats: draft.caveats,
                    notes: Vec::new(),
                    source: draft.source,
                    address: address.clone(),
                    speaker_notes: item.speaker_notes.clone(),
                };
                divide(slide, &|part| self.complete_grid(part, &draft.forces))
            })
            .collect();
        let of = slides.len();
        let numbered = |(n, slide): (usize, Slide)| Slide {
            id: format!("slide-{}-{}", item.id, n + 1),
            part_label: (of > 1).then(|| format!("{} of {of}", n + 1)),
            ..slide
        };
        slides.into_iter().enumerate().map(numbered).collect()
    }

    /// A part of a grid with the title and the caveats that hold for the columns and forces that it has.
    fn complete_grid(&self, slide: Slide, forces: &[String]) -> Slide {
        let is_shown = |grid: &grid::Grid, name: &String| {
            grid.rows.iter().any(|(row, _)| row == name) || grid.heads.iter().any(|head| head.name == *name)
        };
        let (grid, names, title): (_, Vec<String>, _) = match &slide.body {
            SlideBody::Comparison(grid) if forces.is_empty() => {
                // The page of all forces has its own title and notes.
                let breaks = grid::breaks_in_part(self.corpus(), &grid.heads);
                let caveats = [vec![grid::SHORT_LEGEND.to_string()], breaks].concat();
                let notes = [slide.caveats.clone(), grid::gaps_in_part(self.corpus(), &grid.heads)].concat();
                return Slide { caveats, notes, ..slide };
            }
            SlideBody::Comparison(grid) => {
                let names: Vec<String> = forces.iter().filter(|name| is_shown(grid, name)).cloned().collect();
                let subject = slide.title.split(": ").next().unwrap_or_default();
                let title = format!("{subject}: {}", phrasing::join_as_list(&names));
                (grid, names, title)
            }
            SlideBody::Timeline(grid) => (grid, forces.to_vec(), slide.title.clone()),
            _ => return slide,
        };
        let shown: Vec<&Force> = self.corpus().forces.iter().filter(|force| names.contains(&force.name)).collect();
        let breaks = grid::breaks_in_part(self.corpus(), &grid.heads);
        let caveats = [vec![grid::SHORT_LEGEND.to_string()], breaks].concat();
        let gaps = grid::gaps_in_part(self.corpus(), &grid.heads);
        let notes = [slide.caveats.clone(), gaps, grid::known_parts(self.corpus(), &shown, &grid.heads)].concat();
        Slide { title, caveats, notes, ..slide }
    }

    fn page_drafts(&self, address: &str, anchor: &str) -> Vec<SlideDraft> {
        let (corpus, state) = (self.corpus(), route::parse_address(address));
        match &state.view {
            _ if !anchor.is_empty() => self.part_draft(&state, anchor).into_iter().collect(),
            View::Force(id) => corpus.force(id).and_then(|force| self.timeline_draft(force)).into_iter().collect(),
            View::National => vec![self.national_draft(&state)],
            View::Compare => self.comparison_drafts(&state),
            View::Finding(key) => {
                corpus.finding(key).map(|(report, finding)| self.finding_draft(report, finding)).into_iter().collect()
            }
            View::Report(id) => {
                let report = corpus.report(id).filter(|report| !report.judgments.is_empty());
                report.map(|report| self.report_draft(report)).into_iter().collect()
            }
            View::Findings => self.list_draft(&state).into_iter().collect(),
            View::Thread(id) => thread::thread_page(corpus, id).into_iter().map(thread_draft).collect(),
            View::Home
            | View::Brief
            | View::Open
            | View::Deadlines
            | View::Glossary
            | View::Learn
            | View::Crosswalk
            | View::About
            | View::NotFound(_) => Vec::new(),
        }
    }

    fn timeline_draft(&self, force: &Force) -> Option<SlideDraft> {
        let grid = grid::timeline_grid(self.corpus(), force);
        (!grid.rows.is_empty()).then(|| SlideDraft {
            title: format!("{}: grades over time", force.name),
            body: SlideBody::Timeline(grid),
            caveats: Vec::new(),
            source: format!("{}, grades of {}", force.name, timeline_sources(self.corpus(), force)),
            forces: vec![force.name.clone()],
        })
    }

    fn national_draft(&self, state: &State) -> SlideDraft {
        let page = national::national_page(self.corpus(), state);
        let grid = with_large_heads(grid::national_grid(&page));
        let of_rows = page.rows.iter().filter_map(|row| Some(format!("{}: {}.", row.short_name, row.note.as_ref()?)));
        let of_rows: Vec<String> = of_rows.collect();
        // The slides with the breaks say what they are.
        let breaks: Vec<String> = phrasing::break_sentences(self.corpus()).collect();
        let caveats = page
            .notes
            .into_iter()
            .filter(|note| note != LETTERS && note != grid::SHORT_LEGEND && !breaks.contains(note))
            .chain(of_rows)
            .collect();
        SlideDraft {
            source: format!("{}: {REPORTS_AND_PAGES}", page.title),
            title: page.title,
            body: SlideBody::Comparison(grid),
            caveats,
            forces: Vec::new(),
        }
    }

    fn comparison_drafts(&self, state: &State) -> Vec<SlideDraft> {
        let (forces, _) = compare::chosen_forces_and_subjects(self.corpus(), state);
        let forces: Vec<String> = forces.iter().map(|force| force.name.clone()).collect();
        let names = phrasing::join_as_list(&forces);
        let tables = compare::compare_page(self.corpus(), state).tables.into_iter();
        // Of rounds of inspections, only the newest is presented: older ones are added by their subject.
        let count = if state.chosen_values_of(Facet::Subject).next().is_some() { usize::MAX } else { 1 };
        let older = tables.len().saturating_sub(count);
        let of_older = (older > 0).then(|| {
            format!(
                "Grades of {} are on the page.",
                phrasing::count_with_noun(older, "earlier round", "earlier rounds")
            )
        });
        let draft = |table: compare::CompareTable| {
            let mut grid = with_large_heads(grid::comparison_grid(&table));
            // Small letters cannot be read from afar, so what is under a name stands below the table.
            let dates = grid.heads.iter_mut().filter(|head| !head.caption.is_empty());
            let dates: Vec<String> =
                dates.map(|head| format!("{}: {}.", head.name, std::mem::take(&mut head.caption))).collect();
            SlideDraft {
                source: format!("{}, {names}: {REPORTS_AND_PAGES}", table.title),
                title: format!("{}: {names}", table.title),
                body: SlideBody::Comparison(grid),
                caveats: dates.into_iter().chain(of_older.clone()).collect(),
                forces: forces.clone(),
            }
        };
        tables.take(count).map(draft).collect()
    }

    fn finding_draft(&self, report: &Report, finding: &Finding) -> SlideDraft {
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
        SlideDraft {
            title: format!("{}, {}", report.force.name, report.cycle),
            body: SlideBody::Finding {
                kind: phrasing::kind_of_finding(report, finding),
                kind_class: finding.kind.slug(),
                paragraphs,
            },
            caveats: caveats::finding_caveats(self.corpus(), report, finding),
            source: citation(self.corpus(), report, finding),
            forces: vec![report.force.name.clone()],
        }
    }

    fn report_draft(&self, report: &Report) -> SlideDraft {
        let judgments =
            report.judgments.iter().map(|j| (tile::judgment_tile(self.corpus(), report, j), j.area.clone()));
        let name = phrasing::report_name(report);
        SlideDraft {
            title: format!("{}: {name}", report.force.name),
            body: SlideBody::Judgments(judgments.collect()),
            caveats: caveats::report_caveats(self.corpus(), report),
            source: format!(
                "{}, {name}, published {}",
                report.force.name,
                phrasing::publication_date(self.corpus(), report)
            ),
            forces: vec![report.force.name.clone()],
        }
    }

    fn list_draft(&self, state: &State) -> Option<SlideDraft> {
        let (corpus, catalogue) = (self.corpus(), self.library.catalogue());
        let passing = findings::passing_entries(catalogue, state);
        let report = |n: usize| &corpus.reports[catalogue.positions[n].report_index];
        let entry = |n: &usize| {
            let found = &report(*n).findings[catalogue.positions[*n].finding_index];
            [
                phrasing::kind_of_finding(report(*n), found),
                finding::text_for_lists(found),
                citation(corpus, report(*n), found),
            ]
        };
        let count = phrasing::count_with_noun(passing.len(), "finding", "findings");
        let filters = export::filter_descriptions(self.library, state);
        let more = passing.len().saturating_sub(MAX_FINDINGS);
        let note = (more > 0).then(|| format!("The first {MAX_FINDINGS} findings; the list has {more} more."));
        let mut newer: Vec<String> = Vec::new();
        for n in passing.iter().take(MAX_FINDINGS) {
            newer.extend(caveats::report_notice_text(corpus, report(*n)).filter(|words| !newer.contains(words)));
        }
        let mut forces: Vec<String> =
            passing.iter().take(MAX_FINDINGS).map(|n| report(*n).force.name.clone()).collect();
        forces.sort();
        forces.dedup();
        (!passing.is_empty()).then(|| SlideDraft {
            title: if filters.is_empty() { count } else { format!("{count}: {}", filters.join("; ")) },
            body: SlideBody::FindingList(passing.iter().take(MAX_FINDINGS).map(entry).collect()),
            caveats: note.into_iter().chain(newer).collect(),
            source: format!("{} of {} findings held", passing.len(), catalogue.positions.len()),
            forces,
        })
    }

    fn part_draft(&self, state: &State, anchor: &str) -> Option<SlideDraft> {
        let chart = export::chart_at(self.corpus(), state, anchor);
        chart.map(chart_draft).or_else(|| {
            let (report, number) = self.find_number(state, anchor)?;
            Some(SlideDraft {
                title: format!("{}, {}", report.force.name, phrasing::report_name(report)),
                source: format!("{} {}", numbers::numbers_source(self.corpus(), report), number.place.text),
                body: SlideBody::Number(number),
                caveats: Vec::new(),
                forces: vec![report.force.name.clone()],
            })
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

/// Where the grades of tables of several forces are from.
const REPORTS_AND_PAGES: &str = "reports held, and public pages where none is";

/// A grid with the names of its columns in large letters: only a picture, where columns are narrow, has small ones.
fn with_large_heads(mut grid: grid::Grid) -> grid::Grid {
    for head in grid.heads.iter_mut().filter(|head| head.name.is_empty()) {
        std::mem::swap(&mut head.name, &mut head.caption);
    }
    grid
}

fn heading_draft(words: &str) -> SlideDraft {
    let (title, source) = (words.to_string(), String::new());
    SlideDraft { title, body: SlideBody::Heading, caveats: Vec::new(), source, forces: Vec::new() }
}

fn chart_draft(chart: Chart) -> SlideDraft {
    let (title, source, forces) = (chart.title.clone(), chart.source.clone(), vec![chart.force.clone()]);
    SlideDraft { title, body: SlideBody::Chart(chart), caveats: Vec::new(), source, forces }
}

fn slide_paragraph(text: &str, is_statement: bool, is_list_item: bool) -> SlideParagraph {
    SlideParagraph { text: text.to_string(), is_statement, is_list_item }
}

fn citation(corpus: &Corpus, report: &Report, finding: &Finding) -> String {
    format!(
        "{}, {}, published {}, {} of the text",
        report.force.name,
        phrasing::report_name(report),
        phrasing::publication_date(corpus, report),
        passage::cite_passages(report, &finding.passages)
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

/// What a brief says of a page that the data do not have. Anyone can make a brief that says anything, so it is shown without
/// a source, as the words of the brief.
fn unchecked_draft(shown: &PageSnapshot) -> SlideDraft {
    let words = match shown.recorded_text.as_str() {
        // A link has only the address.
        "" => format!("The page at {}{}", shown.address, if shown.anchor.is_empty() { "" } else { ", a part of it" }),
        words => words.to_string(),
    };
    SlideDraft {
        title: "Not in the data of this site".to_string(),
        body: SlideBody::Unchecked(words.lines().map(|line| slide_paragraph(line, false, false)).collect()),
        caveats: Vec::new(),
        source: String::new(),
        forces: Vec::new(),
    }
}
