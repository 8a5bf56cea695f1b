//! A presentation shows everything that the page showed, in the same words, and changes since then are noticed.

use briefing::{Brief, BriefEdit, ItemContent, PageSnapshot, Slide, SlideBody, SlideBuilder, select_page};
use explore::export::Origin;
use explore::pages::finding::{TextPart, finding_text};
use explore::route;
use explore::state::{State, View};
use explore::timeline::layout::{LayoutColumn, TimelineLayout};
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

/// What adding a page, or the part `of` it, puts into a brief.
fn item_for(show: &SlideBuilder, address: &str, of: &str) -> PageSnapshot {
    show.page_snapshot(address, of).unwrap_or_else(|| panic!("{address} {of} has nothing to present"))
}

/// The slides of a brief with only this page, or this part of it.
fn slides_for(show: &SlideBuilder, address: &str, of: &str) -> Vec<Slide> {
    select_page(show, &Brief::default().with_edit(BriefEdit::Add(ItemContent::Page(item_for(show, address, of)))))
        .slides
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
                presented.extend(paragraphs.iter().map(|paragraph| paragraph.text.clone()));
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
            assert_eq!(presented, printed, "{address}");
        }
    });
}

#[test]
fn every_tile_of_every_timeline_is_presented_once_and_no_slide_has_too_many_rows() {
    with_slide_builder(|show| {
        for force in &show.library.corpus().forces {
            let address = route::path(&State::for_view(View::Force(force.id.clone())));
            let lanes = TimelineLayout::for_force(show.library.corpus(), force);
            let given: usize = lanes.rows.iter().flat_map(|row| &row.cells).map(Vec::len).sum();
            let columns = lanes.columns.iter().filter(|column| !matches!(column, LayoutColumn::Break(_))).count();
            let Some(_) = show.page_snapshot(&address, "") else {
                assert_eq!(given, 0, "{address}");
                continue;
            };
            let mut tiles = 0;
            for slide in slides_for(show, &address, "") {
                let SlideBody::Timeline(grid) = slide.body else { panic!("{address} is no timeline") };
                assert_eq!(grid.heads.len(), columns, "{address}");
                assert!(grid.rows.len() <= 8, "{address}");
                tiles +=
                    grid.rows.iter().flat_map(|(_, entries)| entries).map(|entry| entry.tiles.len()).sum::<usize>();
                assert!(slide.caveats.iter().any(|note| note.contains("Not directly comparable")), "{address}");
            }
            assert_eq!(tiles, given, "{address}");
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
fn an_item_that_is_no_longer_in_the_data_keeps_its_old_words() {
    with_slide_builder(|show| {
        let shown = PageSnapshot {
            address: "finding/gone/".into(),
            anchor: String::new(),
            recorded_text: "Kent Police, 2016\nThe words of then.".into(),
            data: "corpus.0.json".into(),
            build_date: "2026-01-02".into(),
        };
        let page = select_page(show, &Brief::default().with_edit(BriefEdit::Add(ItemContent::Page(shown))));
        assert!(page.entries[0].change.as_ref().is_some_and(|change| change.is_gone));
        let SlideBody::Gone(lines) = &page.slides[0].body else { panic!("{:?}", page.slides[0].body) };
        assert_eq!(lines[1], "The words of then.");
    });
}

#[test]
fn a_note_is_on_every_slide_of_its_item() {
    with_slide_builder(|show| {
        let shown = ItemContent::Page(item_for(show, "force/warwickshire/", ""));
        let note = BriefEdit::SetNotes { id: 1, words: "slowly".into() };
        let page = select_page(show, &Brief::default().with_edit(BriefEdit::Add(shown)).with_edit(note));
        assert!(page.slides.len() > 1 && page.slides.iter().all(|slide| slide.speaker_notes == "slowly"));
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
