//! Reports that a reader opens in the browser: what is read, what is refused, and that everything from them is marked.

use crate::caveats::assert_all_carry;
use corpus::Corpus;
use explore::library::Library;
use explore::pages::findings::findings_page;
use explore::pages::{home, national, tile, timeline};
use explore::route::{self, parse_address};
use explore::state::{State, View};
use explore::timeline::layout::{LayoutColumn, LayoutEntry, TimelineLayout};
use html::links::LinkStyle;
use html::static_page::render_page;
use model::{PublishedPlace, ReportId, Scope};
use opened::{
    OpenPage, OpenedReport, ProblemDetails, ProblemTarget, SavedText, Shelf, bundle_text, open_content,
    with_links_of_opened,
};
use std::fs;
use tests::repository;

const DAY: &str = "2026-11-30";
const PDF: &str = "tests/samples/forms/warwickshire-2021-22-peel-chromium.pdf";

/// Opens a file, as the page does.
fn open(shelf: &mut Shelf, name: &str, bytes: &[u8], corpus: &Corpus) -> (Vec<ReportId>, String) {
    let id = shelf.wait_for(name);
    shelf.finish(id, &reader::read(name, bytes), DAY, corpus)
}

/// The report of 2021/22 as a PDF, on the shelf of a site with the fixture corpus.
pub fn shelf_with_pdf() -> Shelf {
    let mut shelf = Shelf::default();
    let pdf = fs::read(repository::path_of(PDF)).unwrap();
    let (added, message) = open(&mut shelf, "peel.pdf", &pdf, repository::fixture().corpus());
    assert_eq!((added.len(), message.as_str()), (1, "Opened: Warwickshire Police, PEEL 2021/22."));
    shelf
}

/// The data of the site with this report.
pub fn library_with(opened: &OpenedReport) -> Library {
    let mut corpus = repository::fixture().corpus().clone();
    corpus.add_opened(opened.report.clone());
    Library::new(corpus)
}

#[test]
fn a_pdf_is_read_as_the_report_of_the_site_is_and_its_keys_say_that_it_was_opened() {
    let shelf = shelf_with_pdf();
    let opened = &shelf.reports()[0];
    let held = repository::fixture().corpus().report(&opened.published_id).unwrap();
    let grades = |report: &model::Report| -> Vec<_> {
        report.judgments.iter().map(|judgment| (judgment.area.clone(), judgment.status, judgment.grade)).collect()
    };
    assert_eq!(grades(&opened.report), grades(held));
    assert_eq!(opened.report.findings.len(), held.findings.len());
    assert!(opened.report.id.is_opened() && !held.id.is_opened());
    let id = opened.report.id.as_str();
    assert!(opened.report.judgments.iter().all(|judgment| judgment.key.as_str().starts_with(id)));
    assert!(opened.report.findings.iter().all(|finding| finding.key.as_str().starts_with(id)));
    for finding in &opened.report.findings {
        assert!(finding.judgment.iter().all(|key| opened.report.judgment(key).is_some()));
        assert!(finding.parent.iter().all(|key| opened.report.findings.iter().any(|other| other.key == *key)));
        let passages = finding.passages.iter();
        assert!(passages.clone().all(|p| opened.text.get(p.bytes[0] as usize..p.bytes[1] as usize).is_some()));
    }
}

#[test]
fn a_place_in_a_pdf_or_web_page_leads_to_its_page_or_heading_as_published() {
    let shelf = shelf_with_pdf();
    let opened = &shelf.reports()[0];
    let library = library_with(opened);
    let report = library.corpus().report(&opened.report.id).unwrap();
    assert!(report.source.pages.len() > 20 && report.source.pages.is_sorted(), "{:?}", report.source.pages);
    let last = report.findings.last().unwrap();
    let page = report.source.pages.iter().filter(|first| **first <= last.passages[0].lines[0]).count();
    let citation = explore::pages::finding::finding_citation(report, last).text;
    assert!(citation.ends_with(&format!(", page {page} of the PDF")), "{citation}");
    // A web page has headings with ids in place of pages.
    let text = "# A\n\n## Investigating crime {#investigating-crime}\n";
    let source = model::SourceFile {
        anchors: vec![model::Anchor { line: 3, id: "investigating-crime".to_string() }],
        lines: text.lines().count(),
        ..Default::default()
    };
    assert_eq!(source.place_of(2), None);
    assert_eq!(source.place_of(3), Some(PublishedPlace::Anchor("investigating-crime")));
}

#[test]
fn an_opened_report_joins_those_of_the_site_at_its_date_with_the_same_themes_and_can_be_taken_out_again() {
    let shelf = shelf_with_pdf();
    let opened = &shelf.reports()[0];
    let library = library_with(opened);
    let (joined, before) = (library.corpus(), repository::fixture().corpus());
    let dates: Vec<_> = joined.reports.iter().map(|report| joined.publication_of(report).map(|p| p.date)).collect();
    assert!(dates.is_sorted(), "{dates:?}");
    assert_eq!(*joined.of_site(), *before);
    let themes = |corpus: &Corpus, id: &ReportId| -> Vec<Vec<String>> {
        let at = corpus.reports.iter().position(|report| report.id == *id).unwrap();
        let of = |finding| corpus.themes_of(at, finding).map(|theme| theme.id.clone()).collect();
        (0..corpus.reports[at].findings.len()).map(of).collect()
    };
    assert_eq!(themes(joined, &opened.report.id), themes(before, &opened.published_id));
    for report in &before.reports {
        assert_eq!(themes(joined, &report.id), themes(before, &report.id), "{}", report.id);
    }
    // It is written and read as the site's own are.
    let linked = with_links_of_opened(joined.clone());
    let mut back = Corpus::from_json(&linked.to_json()).expect("what was written is read");
    back.add_issues(&linked.issues_json()).expect("what was written is read");
    assert!(back == linked);
    // Twice is once.
    let mut again = joined.clone();
    again.add_opened(opened.report.clone());
    assert_eq!(again, *joined);
}

#[test]
fn everything_from_an_opened_report_is_marked_wherever_it_is_shown() {
    let shelf = shelf_with_pdf();
    let opened = &shelf.reports()[0];
    let library = library_with(opened);
    let corpus = library.corpus();
    let report = corpus.report(&opened.report.id).unwrap();
    for judgment in report.judgments.iter().filter(|judgment| judgment.scope == Scope::Area) {
        let tile = tile::judgment_tile(corpus, report, judgment);
        assert!(tile.note.is_some_and(|note| note.ends_with("opened by you")));
        assert!(tile.accessible_name.contains("(opened by you)"), "{}", tile.accessible_name);
    }
    let force = corpus.force(&report.force.id).unwrap();
    let heads = format!("{:?}", timeline::force_timeline(corpus, force));
    assert_eq!(heads.matches("inspection_name: \"PEEL (opened by you)\"").count(), 1);
    let page_of = |state: &State| {
        let page = render_page(&library, state, Some(&opened.text), LinkStyle::Site);
        format!("{}{}{}", page.description, page.main, page.extras.unwrap_or_default())
    };
    let page = |view: View| page_of(&State::for_view(view));
    let finding = &report.findings[0];
    let views = [View::Report(report.id.clone()), View::Finding(finding.key.clone())];
    for view in views.clone() {
        assert!(page(view.clone()).matches("not part of this site").count() >= 2, "{view:?}");
    }
    // Each result of the search, the column of the timeline and of the comparison, and the card of the report.
    let results = page_of(&parse_address("findings/?cycle=2021-22&q=OCC"));
    let of_opened = |html: &str| html.split("<article").filter(|result| result.contains(report.id.as_str())).count();
    assert!(of_opened(&results) > 0);
    let unmarked =
        results.split("<article").filter(|one| one.contains(report.id.as_str()) && !one.contains("opened by you"));
    assert_eq!(unmarked.count(), 0);
    assert!(page(View::Force(report.force.id.clone())).matches("(opened by you)").count() > 3);
    assert!(page_of(&parse_address("compare/?force=warwickshire&force=kent")).contains("PEEL (opened by you)"));
    let caveat = ["Opened by you from a file: not part of this site".to_string()];
    for view in views {
        assert_all_carry(&library, &route::path(&State::for_view(view)), "", &caveat, &[]);
    }
}

#[test]
fn counts_of_the_site_and_pages_of_all_forces_leave_opened_reports_out() {
    let shelf = shelf_with_pdf();
    let library = library_with(&shelf.reports()[0]);
    let (joined, before) = (library.corpus(), repository::fixture().corpus());
    let state = State::for_view(View::Home);
    assert_eq!(home::home_page(joined, &state).held, home::home_page(before, &state).held);
    let state = State::national("2021/22");
    assert_eq!(national::national_page(joined, &state), national::national_page(before, &state));
    // The headline and the card of the force are the site's own words, and public grades never stand in its column.
    let (id, kent) = (model::ForceId::new("warwickshire"), model::ForceId::new("kent"));
    let headline =
        |corpus: &Corpus, id| explore::pages::headline::newest_grades_headline(corpus, corpus.force(id).unwrap());
    assert_eq!(headline(joined, &id), headline(before, &id));
    assert_eq!(home::home_page(joined, &State::for_view(View::Home)).forces.len(), 43);
    let export = |library: &Library| explore::export::all_grades(&library.corpus().of_site()).rows;
    assert_eq!(export(&library), export(repository::fixture().library()));
    let mut of_kent = shelf.reports()[0].report.clone();
    of_kent.force.id = kent.clone();
    let mut only_opened = before.clone();
    only_opened.add_opened(of_kent);
    let layout = TimelineLayout::for_force(&only_opened, only_opened.force(&kent).unwrap());
    for (c, column) in layout.columns.iter().enumerate() {
        let is_opened = matches!(column, LayoutColumn::HeldReport(report) if report.id.is_opened());
        let is_public = |entry: &LayoutEntry| matches!(entry, LayoutEntry::PublicGrade(_));
        assert!(!is_opened || !layout.rows.iter().flat_map(|row| &row.cells[c]).any(is_public));
    }
    assert!(
        layout.columns.iter().any(|column| matches!(column, LayoutColumn::NotHeld(cycle) if cycle.id == "2021/22"))
    );
    // What public pages state stays beside what was opened.
    let force = joined.force(&model::ForceId::new("warwickshire")).unwrap();
    assert_eq!(
        joined.grades_only_in_register(&force.id, "2021/22").len(),
        before.grades_only_in_register(&force.id, "2021/22").len()
    );
    // The list of findings says how many are not the site's.
    let count = findings_page(&library, &State::for_view(View::Findings)).count;
    assert!(count.ends_with(", 72 of them opened by you"), "{count}");
}

#[test]
fn an_answer_on_a_file_that_is_no_longer_waited_for_is_ignored() {
    let corpus = repository::fixture().corpus();
    let pdf = fs::read(repository::path_of(PDF)).unwrap();
    let answer = reader::read("a.pdf", &pdf);
    let mut shelf = Shelf::default();
    let first = shelf.wait_for("a.pdf");
    shelf.stop();
    let second = shelf.wait_for("b.txt");
    assert_eq!(shelf.finish(first, &answer, DAY, corpus), (Vec::new(), String::new()));
    assert_eq!(shelf.fail(first, "it was late", ""), "");
    assert!(shelf.reports().is_empty() && shelf.unread().is_empty());
    assert_eq!(shelf.waiting(), [(second, "b.txt".to_string())]);
    assert_eq!(shelf.finish(second, &answer, DAY, corpus).0.len(), 1);
}

#[test]
fn a_report_that_another_window_removed_goes_unless_this_one_never_saved_it() {
    let mut shelf = shelf_with_pdf();
    let id = shelf.reports()[0].report.id.clone();
    assert!(!shelf.is_saved());
    shelf.remove_unless_unsaved(&id);
    assert_eq!(shelf.reports().len(), 1);
    shelf.set_kept(&id, true);
    shelf.set_saved(&id, false);
    assert!(shelf.is_saved(), "it is kept");
    shelf.set_kept(&id, false);
    shelf.remove_unless_unsaved(&id);
    assert!(shelf.reports().is_empty());
}

#[test]
fn what_is_saved_is_read_back_and_anything_else_is_read_again_or_set_aside() {
    let shelf = shelf_with_pdf();
    let opened = &shelf.reports()[0];
    let saved = opened.to_saved_text();
    let kept = OpenedReport { is_kept: true, is_saved: true, ..opened.clone() };
    assert_eq!(SavedText::read(&saved, true), SavedText::Whole(Box::new(kept)));
    let older = saved.replace("\\\"judgments\\\"", "\\\"verdicts\\\"");
    assert_ne!(older, saved);
    assert_eq!(SavedText::read(&older, true), SavedText::ToReadAgain("peel.pdf".to_string(), opened.text.clone()));
    // Keys that do not say that it was opened would lose every mark.
    let unmarked = saved.replace(&format!("\\\"{}/", opened.report.id), "\\\"warwickshire-2021-22-peel/");
    assert_ne!(unmarked, saved);
    assert!(matches!(SavedText::read(&unmarked, false), SavedText::ToReadAgain(..)));
    for damaged in [&saved[..saved.len() / 2], "", "{}", "[]", "{\"name\":\"x\"}"] {
        assert_eq!(SavedText::read(damaged, false), SavedText::Damaged, "{damaged}");
    }
}

#[test]
fn a_file_of_opened_reports_gives_the_same_reports_again_whatever_else_it_says() {
    let shelf = shelf_with_pdf();
    let corpus = repository::fixture().corpus();
    let bundle = bundle_text(shelf.reports().iter());
    let mut again = Shelf::default();
    open(&mut again, "opened-reports.json", bundle.as_bytes(), corpus);
    // It is read from its text, which has no trace of the form of the file.
    let (one, other) = (&shelf.reports()[0], &again.reports()[0]);
    assert_eq!((&one.report, &one.text, &one.name), (&other.report, &other.text, &other.name));
    let lying = bundle.replace("\"name\":\"peel.pdf\"", "\"name\":\"peel.pdf\",\"report\":\"{}\"");
    assert_ne!(lying, bundle);
    let mut third = Shelf::default();
    open(&mut third, "x.json", lying.as_bytes(), corpus);
    assert_eq!(third.reports()[0].report, one.report);
}

#[test]
fn what_is_not_read_says_why_what_was_recognised_and_what_to_do() {
    let corpus = repository::fixture().corpus();
    let mut shelf = Shelf::default();
    let held = repository::fixture().source_of_report("warwickshire-2017-effectiveness");
    for (name, bytes, reason) in [
        ("picture.png", b"\x89PNG\r\n\x1a\n".as_slice(), "it is a picture, which cannot be read"),
        ("empty.txt", b"".as_slice(), "it is empty"),
        ("letter.txt", b"Dear all, the meeting is at ten.".as_slice(), "it is not a report of a form that can be read"),
        ("held.txt", held.text.as_bytes(), "the site holds this very text"),
    ] {
        let (added, message) = open(&mut shelf, name, bytes, corpus);
        assert!(added.is_empty());
        assert_eq!(message, format!("“{name}” was not read: {reason}."));
    }
    let unread = shelf.unread();
    assert_eq!((unread[2].form.as_str(), unread[2].words), ("a text", 7));
    assert!(unread[..3].iter().all(|file| !file.advice.is_empty()));
    assert_eq!(unread[3].same_as.as_ref().map(ReportId::as_str), Some("warwickshire-2017-effectiveness"));
    // The report of a force that this site does not have.
    let sample = fs::read(repository::path_of("tests/samples/peel_2021_22/1.txt")).unwrap();
    let (_, message) = open(&mut shelf, "1.txt", &sample, corpus);
    assert!(message.contains("“Exshire Police”, which is not one of the forces of this site"), "{message}");
    // An answer that is none.
    let id = shelf.wait_for("odd.pdf");
    assert!(shelf.finish(id, "null", DAY, corpus).1.starts_with("“odd.pdf” was not read"));
    // What was not read is still listed after the page was loaded again.
    let mut again = Shelf::default();
    again.restore_unread(&shelf.unread_text());
    let words = |shelf: &Shelf| -> Vec<_> {
        let files = shelf.unread().iter();
        files.map(|file| (file.name.clone(), file.reason.clone(), file.same_as.clone(), file.words)).collect()
    };
    assert_eq!(words(&again), words(&shelf));
    again.restore_unread("damaged");
    assert_eq!(again.unread().len(), shelf.unread().len());
}

#[test]
fn the_page_lists_what_was_opened_and_a_problem_report_holds_only_what_was_chosen() {
    let mut shelf = shelf_with_pdf();
    let corpus = repository::fixture().corpus();
    open(&mut shelf, "my diary.txt", b"Dear diary, the meeting is at ten.", corpus);
    let details = |has_name, has_words| ProblemDetails { has_name, has_words, build_date: "2026-11-29".to_string() };
    let text = |details: &ProblemDetails| details.about_file(&shelf.unread()[0]);
    assert!(!text(&details(false, false)).contains("diary"));
    assert!(text(&details(true, false)).contains("my diary.txt") && !text(&details(true, false)).contains("Dear"));
    assert!(text(&details(false, true)).contains("Dear diary") && !text(&details(false, true)).contains("my diary"));
    let about = details(false, false).about_report(&shelf.reports()[0]);
    assert!(about.contains("11 judgments, 72 findings") && !about.contains("peel.pdf"), "{about}");
    let page = OpenPage {
        corpus,
        shelf: &shelf,
        program_bytes: Some(1_650_000),
        is_single_file: false,
        problem_about: Some(&ProblemTarget::File(shelf.unread()[0].id)),
        details: &details(false, false),
        trouble: "",
    };
    let html = open_content(&page).to_html(LinkStyle::Site);
    for words in [
        "The program that reads them is 1.6 MB",
        "1 report open",
        "“peel.pdf”, a PDF of 339 kB, opened on 30 November 2026.",
        "The site holds another text of this report. The judgments are the same, and so are the findings.",
        "“my diary.txt” was not read",
        "Recognised: a text with 7 words. It begins: “Dear diary, the meeting is at ten. …”",
        "A file was not read.",
    ] {
        assert!(html.contains(words), "{words}:\n{html}");
    }
    let without = OpenPage { program_bytes: None, ..page };
    assert!(open_content(&without).to_html(LinkStyle::Site).contains("--with-reader"));
}

#[test]
fn two_texts_of_one_report_are_two_and_their_differences_are_told() {
    let mut shelf = shelf_with_pdf();
    let corpus = repository::fixture().corpus();
    let first = shelf.reports()[0].text.clone();
    let changed = first.replacen("is good at", "is outstanding at", 1).replacen("should", "must", 1);
    assert_ne!(changed, first);
    open(&mut shelf, "other.txt", changed.as_bytes(), corpus);
    assert_eq!(shelf.reports().len(), 2);
    assert_ne!(shelf.reports()[0].report.id, shelf.reports()[1].report.id);
    let details = ProblemDetails::default();
    let page = OpenPage {
        corpus,
        shelf: &shelf,
        program_bytes: None,
        is_single_file: false,
        problem_about: None,
        details: &details,
        trouble: "",
    };
    let html = open_content(&page).to_html(LinkStyle::Site);
    assert!(html.contains("You have opened another text of this report, “other.txt”."), "{html}");
    // The same text again is not another one.
    let (_, message) = open(&mut shelf, "again.txt", first.as_bytes(), corpus);
    assert_eq!((shelf.reports().len(), message.as_str()), (2, "Warwickshire Police, PEEL 2021/22 is open already."));
}

#[test]
fn the_limit_of_a_file_is_that_of_the_program_that_reads_it() {
    assert_eq!(opened::MAX_FILE_BYTES, convert::MAX_BYTES);
    assert!(bundle_text([].into_iter()).contains(reader::BUNDLE_FORMAT));
}
