//! A presentation shows everything that the page showed, in the same words, and changes since then are noticed.

use briefing::views::editor::editor_content;
use briefing::views::presentation::presentation_html;
use briefing::{
    Brief, BriefEdit, BriefStatus, ItemContent, PageSnapshot, Slide, SlideBody, SlideBuilder, link_text,
    read_link_text, select_page,
};
use explore::export::{LICENCE, Origin};
use explore::library::Library;
use explore::pages::finding::{TextPart, finding_text};
use explore::pages::grid::{self, Grid};
use explore::pages::tile::{Tile, TileState};
use explore::route;
use explore::state::{State, View};
use html::links::LinkStyle;
use std::collections::BTreeSet;
use std::rc::Rc;
use tests::repository;

/// The address and dates of an invented site.
fn sample_origin() -> Origin {
    Origin {
        address: "https://example.org/brief/".to_string(),
        site_root: "https://example.org/".to_string(),
        build_date: "2026-11-28".to_string(),
        data_file: "corpus.1.json".to_string(),
    }
}

/// Calls a function with everything that slides are made from.
pub fn with_slide_builder<R>(run: impl FnOnce(&SlideBuilder) -> R) -> R {
    run(&SlideBuilder { library: repository::fixture().library(), origin: &sample_origin() })
}

/// The same with the data of another library.
pub fn with_slides_of<R>(library: &Library, run: impl FnOnce(&SlideBuilder) -> R) -> R {
    run(&SlideBuilder { library, origin: &sample_origin() })
}

/// What adding a page, or the part `of` it, puts into a brief.
fn item_for(show: &SlideBuilder, address: &str, of: &str) -> PageSnapshot {
    show.page_snapshot(address, of).unwrap_or_else(|| panic!("{address} {of} has nothing to present"))
}

/// The slides of this page, or this part of it, without the title slide and the sources.
pub fn slides_for(show: &SlideBuilder, address: &str, of: &str) -> Vec<Slide> {
    let content = ItemContent::Page(item_for(show, address, of));
    let page = select_page(show, &Brief::default().with_edit(BriefEdit::Add(content)));
    page.slides.into_iter().filter(|slide| slide.id.starts_with("slide-1-")).map(|slide| Slide::clone(&slide)).collect()
}

#[test]
fn every_finding_is_presented_whole_and_in_order_with_its_lines() {
    with_slide_builder(|show| {
        for (report, finding) in show.library.corpus().findings() {
            let address = route::path(&State::for_view(View::Finding(finding.key.clone())));
            let slides = slides_for(show, &address, "");
            let mut presented = Vec::new();
            for slide in &slides {
                let SlideBody::Finding { paragraphs, .. } = &slide.body else {
                    panic!("{address} is {:?}", slide.body)
                };
                presented.extend(paragraphs.iter().flat_map(|p| p.text.split_whitespace().map(str::to_string)));
                let line = format!(
                    "line{}",
                    if finding.passages[0].lines[0] == finding.passages[0].lines[1] { " " } else { "s " }
                );
                assert!(slide.source.contains(&line) && slide.source.contains(&report.force.name), "{}", slide.source);
                assert_eq!(slide.address, format!("https://example.org/{address}"));
            }
            let found = finding_text(finding);
            let rest = found.rest.into_iter().flat_map(|part| match part {
                TextPart::Paragraph(text) => vec![text],
                TextPart::List(items) => items,
            });
            let printed: Vec<String> = std::iter::once(found.text).chain(rest).collect();
            let words: Vec<&str> = printed.iter().flat_map(|text| text.split_whitespace()).collect();
            assert_eq!(presented, words, "{address}");
        }
    });
}

#[test]
fn every_known_tile_of_every_timeline_is_presented_once_with_its_note_and_every_break_is_explained_where_it_is_shown() {
    with_slide_builder(|show| {
        for force in &show.library.corpus().forces {
            let address = route::path(&State::for_view(View::Force(force.id.clone())));
            let whole = grid::timeline_grid(show.library.corpus(), force);
            let has_no_grade = |tile: &&Tile| {
                matches!(tile.state, TileState::NotAsked | TileState::NotKnown | TileState::GradedNotKnown)
            };
            let known_count = |grid: &Grid| {
                let tiles = grid.rows.iter().flat_map(|(_, entries)| entries).flat_map(|entry| &entry.tiles);
                tiles.filter(|tile| !has_no_grade(tile)).count()
            };
            let Some(_) = show.page_snapshot(&address, "") else {
                assert_eq!(known_count(&whole), 0, "{address}");
                continue;
            };
            let mut presented = 0;
            let mut told = BTreeSet::new();
            let slides = slides_for(show, &address, "");
            assert!(slides.len() <= 7, "{address}: {} slides", slides.len());
            // What has no room under a table is on the last slides.
            let notes_apart = slides.iter().filter_map(|slide| match &slide.body {
                SlideBody::Sources(notes) => Some(notes),
                _ => None,
            });
            let notes_apart: Vec<&String> = notes_apart.flatten().collect();
            for slide in &slides {
                let SlideBody::Timeline(grid) = &slide.body else { continue };
                presented += known_count(grid);
                let is_noted = slide.caveats.iter().any(|note| note.contains("Not directly comparable"));
                assert_eq!(is_noted, grid.heads.iter().any(|head| head.is_after_break), "{address}");
                // A row that is not on the slide is named among the caveats.
                let (first, last) = (&grid.heads[0].name, &grid.heads[grid.heads.len() - 1].name);
                let columns =
                    if first == last { format!(" in {first}") } else { format!(" in the columns {first} to {last}") };
                let unasked = slide.caveats.iter().chain(notes_apart.iter().copied()).filter_map(|note| {
                    let (what, names) = note.split_once(": ")?;
                    let what = what.strip_suffix(&columns).unwrap_or(what);
                    ["Not asked", "Graded, not known here", "Not known here"].contains(&what).then_some(names)
                });
                let unasked = unasked.flat_map(|names| names.trim_end_matches('.').split("; "));
                let rows = grid.rows.iter().map(|(name, _)| name.as_str()).chain(unasked);
                for (row, head) in rows.flat_map(|row| grid.heads.iter().map(move |head| (row, head))) {
                    told.insert((row.to_string(), head.name.clone(), head.caption.replace('\u{ad}', "")));
                }
            }
            assert_eq!(told.len(), whole.rows.len() * whole.heads.len(), "{address}");
            // Letters leave no room for what a report says of a grade and an earlier one, nor for "from 2016" or
            // "contradicted".
            let has_letters = slides.iter().any(|slide| matches!(&slide.body, SlideBody::Timeline(g) if g.has_letters));
            let tiles = || whole.rows.iter().flat_map(|(_, entries)| entries).flat_map(|entry| &entry.tiles);
            let said: Vec<&Tile> = tiles().filter(|tile| has_letters && tile.state == TileState::Direction).collect();
            assert_eq!(presented, known_count(&whole) - said.len(), "{address}");
            let all_notes = || slides.iter().flat_map(|slide| &slide.caveats).chain(notes_apart.iter().copied());
            for tile in said {
                let sentence = tile.accessible_name.split_once(": “").map_or("", |(_, sentence)| sentence);
                assert!(all_notes().any(|told| told.ends_with(sentence)), "{}", tile.accessible_name);
            }
            for tile in tiles().filter(|tile| has_letters && tile.grade().is_some()) {
                let Some(note) = tile.note.as_ref().filter(|note| *note != "press") else { continue };
                let is_told = |told: &String| told.ends_with(&format!("{} {note}.", tile.word));
                assert!(all_notes().any(is_told), "{address}: {} {note}", tile.word);
            }
        }
    });
}

#[test]
fn comparisons_reports_lists_charts_and_numbers_can_be_presented() {
    with_slide_builder(|show| {
        for (address, of, kind) in [
            ("compare/?force=warwickshire&force=west-midlands&subject=investigating-crime", "", "Comparison"),
            ("report/warwickshire-2021-22-peel/", "", "Report"),
            ("findings/?q=MARAC", "", "Findings"),
            ("report/west-midlands-2016-effectiveness/", "chart-1", "Chart"),
        ] {
            let slides = slides_for(show, address, of);
            assert!(slides.iter().all(|slide| slide.body.kind_name() == kind), "{address} is {:?}", slides[0].body);
        }
        let report = show
            .library
            .corpus()
            .reports
            .iter()
            .find(|report| report.id.as_str() == "west-midlands-2016-effectiveness");
        let numbers = 1..=report.expect("the report is held").measures.len();
        let address = "report/west-midlands-2016-effectiveness/";
        let single = numbers.filter_map(|n| show.page_snapshot(address, &format!("number-{n}"))).count();
        assert!(single > 10, "only {single} numbers can be presented");
        for nothing in ["", "about/", "crosswalk/", "no/such/page/", "compare/"] {
            assert_eq!(show.page_snapshot(nothing, ""), None, "{nothing}");
        }
    });
}

#[test]
fn an_item_whose_words_are_the_same_as_when_it_was_added_has_no_change() {
    with_slide_builder(|show| {
        let shown = PageSnapshot { data: "corpus.0.json".into(), ..item_for(show, "force/warwickshire/", "") };
        let page = select_page(show, &Brief::default().with_edit(BriefEdit::Add(ItemContent::Page(shown))));
        assert_eq!((page.changes_notice, &page.entries[0].change), (None, &None));
    });
}

#[test]
fn an_item_whose_words_have_changed_shows_both_versions() {
    with_slide_builder(|show| {
        let now = item_for(show, "force/warwickshire/", "");
        let was = now
            .recorded_text
            .replace("Investigating crime, 2021/22: Requires improvement", "Investigating crime, 2021/22: Good");
        assert_ne!(was, now.recorded_text);
        let shown = PageSnapshot { recorded_text: was, build_date: "2026-01-02".into(), ..now };
        let page = select_page(show, &Brief::default().with_edit(BriefEdit::Add(ItemContent::Page(shown))));
        assert!(page.changes_notice.expect("it says so").contains("with the data of 2026-01-02"));
        let change = page.entries[0].change.as_ref().expect("a change");
        assert_eq!(change.removed_lines, ["Investigating crime, 2021/22: Good"]);
        assert_eq!(change.new_lines, ["Investigating crime, 2021/22: Requires improvement"]);
    });
}

#[test]
fn words_that_only_the_brief_has_are_shown_as_its_own_on_screen_paper_and_in_saved_presentations() {
    with_slide_builder(|show| {
        let shown = PageSnapshot {
            address: "finding/kent-2025/concealed/".into(),
            anchor: String::new(),
            recorded_text: "Kent Police, 2025\nInadequate: the force conceals crimes.".into(),
            data: "corpus.0.json".into(),
            build_date: "2026-01-02".into(),
        };
        let page = select_page(show, &Brief::default().with_edit(BriefEdit::Add(ItemContent::Page(shown))));
        assert!(page.entries[0].change.as_ref().is_some_and(|change| change.is_gone));
        let SlideBody::Unchecked(lines) = &page.slides[1].body else { panic!("{:?}", page.slides[1].body) };
        assert_eq!(lines[1].text, "Inadequate: the force conceals crimes.");
        assert!(page.slides.iter().all(|slide| slide.source.is_empty()), "{:#?}", page.slides);
        let warning = "This brief says this. It cannot be checked here: the data of this site do not have it.";
        let editor = editor_content(&page, &BriefStatus::default()).to_html(LinkStyle::Site);
        let alone = presentation_html(&page, "", "", "", "");
        for html in [editor, alone] {
            assert!(html.contains(warning), "{html}");
            assert!(!html.contains(LICENCE) && !html.contains("As it was in the data"), "{html}");
        }
    });
}

#[test]
fn a_note_is_on_every_slide_of_its_item() {
    with_slide_builder(|show| {
        let shown = ItemContent::Page(item_for(show, "force/warwickshire/", ""));
        let note = BriefEdit::SetNotes { id: 1, words: "slowly".into() };
        let page = select_page(show, &Brief::default().with_edit(BriefEdit::Add(shown)).with_edit(note));
        let of_item: Vec<&Rc<Slide>> = page.slides.iter().filter(|slide| slide.id.starts_with("slide-1-")).collect();
        assert!(of_item.len() > 1 && of_item.iter().all(|slide| slide.speaker_notes == "slowly"));
    });
}

#[test]
fn a_brief_from_somebody_else_links_only_to_pages_of_this_site() {
    with_slide_builder(|show| {
        for address in ["javascript:alert(1)", "https://example.org/", "//example.org/", "data:text/html,x"] {
            let shown = PageSnapshot { address: address.into(), ..item_for(show, "force/warwickshire/", "") };
            let page = select_page(show, &Brief::default().with_edit(BriefEdit::Add(ItemContent::Page(shown))));
            assert_eq!(page.entries[0].address, None, "{address}");
            assert!(page.slides.iter().all(|slide| slide.address.is_empty()), "{address}");
        }
    });
}

#[test]
fn a_presentation_begins_with_its_title_and_ends_with_its_sources() {
    with_slide_builder(|show| {
        let finding = item_for(show, "findings/?q=MARAC", "");
        let timeline = item_for(show, "force/warwickshire/", "");
        let brief = Brief::default()
            .with_edit(BriefEdit::SetTitle("Monday".into()))
            .with_edit(BriefEdit::Add(ItemContent::Page(timeline)))
            .with_edit(BriefEdit::Add(ItemContent::Page(finding)));
        let slides = select_page(show, &brief).slides;
        let (first, last) = (&slides[0], &slides[slides.len() - 1]);
        let SlideBody::Title(lines) = &first.body else { panic!("{first:?}") };
        assert_eq!((first.title.as_str(), lines[0].as_str()), ("Monday", "From the site built on 28 November 2026"));
        assert!(lines[1].contains("Warwickshire Police"), "{}", lines[1]);
        let SlideBody::Sources(sources) = &last.body else { panic!("{last:?}") };
        for slide in &slides[1..slides.len() - 1] {
            if let SlideBody::FindingList(findings) = &slide.body {
                assert!(findings.iter().all(|[_, _, source]| sources.contains(source)), "{sources:?}");
            } else {
                assert!(sources.contains(&slide.source), "{} is not in {sources:?}", slide.source);
            }
        }
        assert!(sources.iter().any(|source| source.contains("Open Government Licence")));
    });
}

#[test]
fn a_source_says_what_and_of_whom_it_is() {
    with_slide_builder(|show| {
        let corpus = show.library.corpus();
        for address in
            ["national/?cycle=2017", "compare/?force=kent&force=essex", "report/warwickshire-2017-effectiveness/"]
        {
            for slide in slides_for(show, address, "") {
                let names_a_force = corpus.forces.iter().any(|force| slide.source.contains(&force.name));
                let says_from_what = slide.source.ends_with("reports held, and public pages where none is");
                assert!(names_a_force || address.starts_with("national"), "{address}: {}", slide.source);
                assert!(says_from_what || slide.source.contains("published"), "{address}: {}", slide.source);
            }
        }
        let older =
            |slide: &Slide| slide.caveats.iter().any(|note| note == "Grades of 6 earlier rounds are on the page.");
        let slides = slides_for(show, "compare/?force=kent&force=essex", "");
        assert!(slides.iter().any(older), "{slides:?}");
    });
}

#[test]
fn a_heading_of_any_length_is_divided_and_nothing_of_it_is_lost() {
    with_slide_builder(|show| {
        for words in ["word ".repeat(500), "x".repeat(3000), "\n".to_string()] {
            let brief = Brief::default().with_edit(BriefEdit::Add(ItemContent::Heading(words.clone())));
            let slides = select_page(show, &brief).slides;
            let of_item: Vec<&Rc<Slide>> = slides.iter().filter(|slide| slide.id.starts_with("slide-1-")).collect();
            let shown: String = of_item.iter().map(|slide| slide.title.as_str()).collect();
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
            assert_eq!(letters(&shown), letters(&words));
            assert!(!of_item.is_empty() && of_item.iter().all(|slide| slide.title.len() < 1100), "{}", of_item.len());
        }
    });
}

#[test]
fn a_comparison_of_many_forces_is_divided_and_each_slide_names_its_own_forces() {
    with_slide_builder(|show| {
        let address = "compare/?force=warwickshire&force=west-midlands&force=kent&force=essex&subject=effectiveness";
        let mut rows = BTreeSet::new();
        for slide in slides_for(show, address, "") {
            if matches!(slide.body, SlideBody::Sources(_)) {
                continue;
            }
            let SlideBody::Comparison(grid) = &slide.body else { panic!("{slide:?}") };
            assert!(grid.heads.len() <= 8);
            for (force, _) in &grid.rows {
                assert!(slide.title.contains(force.as_str()), "{force} is not in {}", slide.title);
                rows.insert(force.clone());
            }
        }
        assert_eq!(rows.len(), 4);
    });
}

#[test]
fn the_page_of_all_forces_is_divided_under_its_own_title_with_every_force_in_it() {
    with_slide_builder(|show| {
        let slides = slides_for(show, "national/", "");
        assert!(slides.len() <= 16, "{} slides", slides.len());
        let mut forces = BTreeSet::new();
        for slide in &slides {
            // Rows without a grade are named in notes, under the table or on slides of their own.
            let notes = if let SlideBody::Sources(notes) = &slide.body { notes } else { &slide.caveats };
            if let SlideBody::Comparison(grid) = &slide.body {
                assert!(slide.title == slides[0].title && !slide.caveats.is_empty());
                assert!(grid.heads.iter().all(|head| !head.name.is_empty()));
                forces.extend(grid.rows.iter().map(|(force, _)| force.clone()));
            }
            let names = notes.iter().filter_map(|note| note.split_once("ot known here")?.1.split_once(": "));
            forces.extend(names.flat_map(|(_, names)| names.trim_end_matches('.').split("; ").map(str::to_string)));
        }
        for force in &show.library.corpus().forces {
            assert!(forces.contains(force.short_name()), "{}", force.name);
        }
    });
}

/// A brief with an item of every kind, each with a note.
fn brief_of_every_kind(show: &SlideBuilder) -> Brief {
    let pages = [
        ("force/warwickshire/", ""),
        ("compare/?force=warwickshire&force=west-midlands&subject=effectiveness", ""),
        ("report/warwickshire-2021-22-peel/", ""),
        ("report/west-midlands-2016-effectiveness/", "chart-1"),
        ("findings/?kind=cause-of-concern", ""),
    ];
    let findings = show.library.corpus().findings().take(2).map(|(_, finding)| {
        let address = route::path(&State::for_view(View::Finding(finding.key.clone())));
        item_for(show, &address, "")
    });
    let pages = pages.into_iter().map(|(address, of)| item_for(show, address, of)).chain(findings);
    let contents = pages.map(ItemContent::Page).chain([ItemContent::Heading("Why".to_string())]);
    let brief = contents.fold(Brief::default(), |brief, content| brief.with_edit(BriefEdit::Add(content)));
    (1..=8).fold(brief, |brief, id| brief.with_edit(BriefEdit::SetNotes { id, words: format!("Note {id}") }))
}

#[test]
fn a_link_holds_a_brief_and_reports_what_is_not_intact_or_has_changed() {
    with_slide_builder(|show| {
        let brief = brief_of_every_kind(show);
        let text = link_text(&brief);
        let linked = read_link_text(&text, show).expect("the link is intact");
        assert_eq!((linked.brief, linked.changed_count), (brief.clone(), 0));
        assert!(!link_text(&brief.clone().without_notes()).contains("Note"), "{text}");
        for (at, _) in text.char_indices() {
            assert!(read_link_text(&text[..at], show).is_err(), "cut at {at}");
        }
        assert!(read_link_text(&text.replace("Why", "Who"), show).is_err());
        let older = brief.with_edit(BriefEdit::Reword {
            id: 1,
            words: "Earlier words".into(),
            data_name: String::new(),
            build_date: String::new(),
        });
        let linked = read_link_text(&link_text(&older), show).expect("the link is intact");
        assert_eq!(linked.changed_count, 1);
    });
}
