//! Caveats travel: whatever leaves a page carries what has to be known about it.

use crate::brief::{slides_for, with_slides_of};
use briefing::views::presentation::presentation_html;
use briefing::{Brief, BriefEdit, ItemContent, SlideBody, select_page};
use explore::export::{ExportKind, Exporter, Origin, PICTURE_STYLES, Payload};
use explore::library::Library;
use explore::pages::caveats::not_newest;
use explore::pages::description::page_description;
use explore::pages::finding::finding_page;
use explore::pages::{findings, select_page as page_of, tile};
use explore::route::{self, parse_address};
use explore::state::{State, View};
use html::links::LinkStyle;
use model::problem::ProblemKind;
use model::{ForceId, ReportId};
use tests::repository;

/// What an export of a page contains as text; `None` if the page has no such export.
fn exported(library: &Library, export: ExportKind, address: &str, anchor: &str) -> Option<String> {
    let state = parse_address(address);
    let origin = Origin {
        address: format!("https://example.org/{address}"),
        site_root: "https://example.org/".to_string(),
        build_date: "2026-11-28".to_string(),
        data_file: "corpus.1.json".to_string(),
    };
    let exporter = Exporter { library, state: &state, anchor, origin: &origin, style: PICTURE_STYLES };
    Some(match export.make(&exporter)? {
        Payload::Copy { text, .. } => text,
        Payload::CopyList(list) => {
            let rich = html::quoted_list::quoted_list::<()>(&list).to_html(LinkStyle::Site);
            // Both forms of the clipboard have to have it.
            assert_eq!(
                rich.matches("<em>").count(),
                list.entries.iter().map(|entry| entry.caveats.len()).sum::<usize>()
            );
            list.to_text()
        }
        Payload::Share(_) => return None,
        Payload::Save { content, .. } => content,
        Payload::Paint { svg } => svg,
    })
}

/// The words of a picture or document without its tags, each line break and run of spaces as one space.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut is_tag = false;
    for c in text.replace("</text>", " ").replace("\\\"", "\"").chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            c if !is_tag => out.push(c),
            _ => {}
        }
    }
    let entities = [("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'")];
    let out = entities.iter().fold(out, |text, (entity, sign)| text.replace(entity, sign));
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every way in which a page, or the part of it with this anchor, leaves the site, with its words.
fn exits(library: &Library, address: &str, anchor: &str) -> Vec<(String, String)> {
    let mut exits: Vec<(String, String)> = ExportKind::ALL
        .into_iter()
        // A link leads to the page itself. The notes go with a table, and the code shows a picture.
        .filter(|export| !matches!(export, ExportKind::Link | ExportKind::Notes | ExportKind::Embed))
        .filter_map(|export| Some((export.name().to_string(), plain(&exported(library, export, address, anchor)?))))
        .collect();
    with_slides_of(library, |show| {
        let Some(item) = show.page_snapshot(address, anchor) else { return };
        let brief = Brief::default().with_edit(BriefEdit::Add(ItemContent::Page(item)));
        let page = select_page(show, &brief);
        for slide in page.slides.iter().filter(|slide| slide.id.starts_with("slide-1-")) {
            // Handouts are the same slides on paper.
            let html = briefing::views::slide_section::slide_element::<()>(slide).to_html(LinkStyle::Site);
            exits.push((slide.id.clone(), plain(&html)));
        }
        exits.push(("saved presentation".to_string(), plain(&presentation_html(&page, "", "", "", ""))));
    });
    if anchor.is_empty() {
        let state = parse_address(address);
        let page = page_of(library, &state, None);
        let description = page_description(library.corpus(), &state, &page);
        exits.push(("link preview".to_string(), format!("{} {description}", page.title)));
    }
    exits
}

/// Checks that every way out of a page of this library has these caveats.
pub fn assert_all_carry(library: &Library, address: &str, anchor: &str, caveats: &[String], leaving_out: &[&str]) {
    let exits = exits(library, address, anchor);
    assert!(exits.len() > 3, "{address} {anchor} has only these exits: {exits:?}");
    for (name, words) in exits.iter().filter(|(name, _)| !leaving_out.contains(&name.as_str())) {
        for caveat in caveats {
            let is_there = words.to_lowercase().contains(&plain(caveat).to_lowercase());
            assert!(is_there, "{address} {anchor}: {name} lacks “{caveat}”:\n{words}");
        }
    }
}

fn assert_carried(address: &str, anchor: &str, caveats: &[String], leaving_out: &[&str]) {
    assert_all_carry(repository::fixture().library(), address, anchor, caveats, leaving_out);
}

#[test]
fn findings_take_along_their_date_their_judgment_with_its_scale_and_that_they_are_not_the_newest() {
    let corpus = repository::fixture().corpus();
    let mut seen = 0;
    for report in &corpus.reports {
        let Some(newer) = not_newest(corpus, report) else { continue };
        let finding = report.findings.iter().find(|finding| finding.judgment.is_some()).unwrap_or(&report.findings[0]);
        let address = route::path(&State::for_view(View::Finding(finding.key.clone())));
        let published = corpus.publication_of(report).map(|published| published.date.in_words());
        assert_carried(&address, "", &[newer], &[]);
        let dated = published.into_iter().collect::<Vec<_>>();
        assert_carried(&address, "", &dated, &["json", "csv"]);
        let Some(judgment) = finding.judgment.as_ref().and_then(|key| report.judgment(key)) else { continue };
        let word = tile::judgment_tile(corpus, report, judgment).word;
        // The preview of a link has the words of the finding only; no grade is near them.
        assert_carried(&address, "", &[judgment.area.clone(), word], &["link preview"]);
        if judgment.grade.is_none() {
            continue;
        }
        let scale = match report.scale.grades().len() {
            4 => "on a scale of four grades",
            _ => "on a scale of five grades",
        };
        assert_carried(&address, "", &[scale.to_string()], &["link preview", "json", "csv"]);
        seen += 1;
    }
    assert!(seen >= 2, "too few findings were looked at");
}

#[test]
fn lists_and_reports_take_along_that_they_are_not_the_newest() {
    let corpus = repository::fixture().corpus();
    for report in &corpus.reports {
        let Some(newer) = not_newest(corpus, report) else { continue };
        let address = route::path(&State::for_view(View::Report(report.id.clone())));
        assert_carried(&address, "", &[newer], &[]);
    }
    let newer = not_newest(corpus, corpus.reports.iter().find(|report| report.cycle == "2016").unwrap()).unwrap();
    assert_carried("findings/?cycle=2016", "", &[newer], &["link preview"]);
}

#[test]
fn charts_and_numbers_take_along_their_date_and_that_they_are_not_the_newest() {
    let corpus = repository::fixture().corpus();
    let mut seen = 0;
    for report in &corpus.reports {
        let address = route::path(&State::for_view(View::Report(report.id.clone())));
        let numbers = explore::pages::numbers::report_numbers(corpus, report, None);
        let Some(chart) = numbers.charts.first() else { continue };
        let caveats = [chart.source.clone()].into_iter().chain(not_newest(corpus, report)).collect::<Vec<_>>();
        assert_carried(&address, &chart.anchor.to_string(), &caveats, &[]);
        seen += 1;
    }
    assert!(seen >= 2, "too few charts were looked at");
}

#[test]
fn grades_take_along_their_breaks_states_and_scales() {
    let corpus = repository::fixture().corpus();
    let breaks = corpus.cycles.iter().filter_map(|cycle| cycle.break_label.clone()).collect::<Vec<_>>();
    assert_eq!(breaks.len(), 2);
    let comparison = "compare/?force=warwickshire&force=west-midlands&subject=investigating-crime";
    for address in ["force/warwickshire/", comparison, "national/?subject=investigating-crime"] {
        // Slides have the breaks of the columns that they show, and link previews no grades across a break.
        let slides: Vec<String> = exits(repository::fixture().library(), address, "")
            .into_iter()
            .map(|(name, _)| name)
            .filter(|name| name.starts_with("slide"))
            .collect();
        let mut left: Vec<&str> = slides.iter().map(String::as_str).collect();
        left.push("link preview");
        assert_carried(address, "", &breaks, &left);
    }
    for export in [ExportKind::Csv, ExportKind::Json] {
        let table = exported(repository::fixture().library(), export, "national/?cycle=2016", "").unwrap();
        for column in ["scale", "break_before", "newer_inspections", "state", "published", "published_precision"] {
            assert!(table.contains(column), "{} lacks the column {column}", export.name());
        }
        assert!(table.contains("four-tier") && table.contains("2018/19; 2021/22"), "{}", &table[..600]);
    }
}

#[test]
fn a_corrected_grade_says_so_wherever_it_goes() {
    let mut corpus = repository::fixture().corpus().clone();
    let report = corpus.reports.iter_mut().find(|report| report.id.as_str() == "warwickshire-2021-22-peel");
    let report = report.expect("the report is held");
    let judged = report.findings.iter().filter_map(|f| Some((f, report.judgment(f.judgment.as_ref()?)?)));
    let mut graded = judged.filter(|(_, judgment)| judgment.grade.is_some());
    let (finding, judgment) = graded.next().expect("it has such a finding");
    let what = format!("'{}' is {}; our program read: Good.", judgment.area, judgment.grade.expect("it is graded"));
    let problem = ProblemKind::Corrected { what, reason: "The line was misread.".to_string() };
    let (problem, page) = (problem.into_problem(judgment.passages.clone()), finding.key.clone());
    report.problems.push(problem);
    let library = Library::new(corpus);
    let marked = ["corrected by".to_string()];
    // One of the slides has the grade; a link preview of a force has numbers of grades, and no single grade.
    let slides: Vec<(String, String)> =
        exits(&library, "force/warwickshire/", "").into_iter().filter(|(name, _)| name.starts_with("slide")).collect();
    assert!(slides.iter().any(|(_, words)| words.contains("corrected by us")), "{slides:?}");
    let mut left: Vec<&str> = slides.iter().map(|(name, _)| name.as_str()).collect();
    left.push("link preview");
    assert_all_carry(&library, "force/warwickshire/", "", &marked, &left);
    let page = route::path(&State::for_view(View::Finding(page)));
    assert_all_carry(&library, &page, "", &marked, &["link preview"]);
    let table = exported(&library, ExportKind::Csv, "force/warwickshire/", "").expect("a table");
    assert!(table.contains("The line was misread."), "{table}");
}

#[test]
fn a_corrected_kind_of_a_finding_says_so_wherever_it_goes() {
    let mut corpus = repository::fixture().corpus().clone();
    let report = corpus.reports.iter_mut().find(|report| report.id.as_str() == "warwickshire-2017-effectiveness");
    let report = report.expect("the report is held");
    let finding = report.findings[0].clone();
    let what = format!("This is of the kind '{}'; our program read: Observation.", finding.kind.name());
    let problem = ProblemKind::Corrected { what, reason: "The heading was misread.".to_string() };
    report.problems.push(problem.into_problem(finding.passages.clone()));
    let library = Library::new(corpus);
    let address = route::path(&State::for_view(View::Finding(finding.key.clone())));
    let reason = ["The heading was misread.".to_string()];
    assert_all_carry(&library, &address, "", &reason, &["link preview"]);
    // It is on one of the slides. A table has the reason in a column of its own.
    let list = "findings/?force=warwickshire&cycle=2017";
    let marked: Vec<(String, String)> =
        exits(&library, list, "").into_iter().filter(|(_, words)| words.contains(", corrected")).collect();
    assert!(marked.iter().any(|(name, _)| name.starts_with("slide")) && marked.len() >= 2, "{marked:?}");
    let report = library.corpus().report(&ReportId::new(finding.key.report_id())).expect("the report");
    let page = finding_page(library.corpus(), report, &report.findings[0], None);
    assert_eq!(page.kind, format!("{}, corrected", finding.kind.name()));
    assert!(page.kind_correction.is_some_and(|words| words.ends_with(&reason[0])));
}

#[test]
fn a_list_of_findings_of_a_force_says_whether_the_reports_chosen_are_its_newest() {
    let corpus = repository::fixture().corpus();
    let notice = |address: &str| {
        let state = parse_address(address);
        let page = findings::findings_page(repository::fixture().library(), &state);
        page.report_notice.map(|link| link.text)
    };
    let of_2017 = notice("findings/?force=warwickshire&cycle=2017").expect("a notice");
    assert!(of_2017.contains("again in 2018/19"), "{of_2017}");
    let of_all = notice("findings/?force=warwickshire");
    let force = ForceId::new("warwickshire");
    let newest = corpus.reports_on(&force).next_back().expect("a report");
    assert_eq!(of_all, not_newest(corpus, newest));
}

#[test]
fn every_sentence_of_a_thread_is_on_its_slides_with_its_force_and_what_stands_between_the_reports() {
    let library = repository::fixture().library();
    for thread in &library.corpus().issues.threads {
        let address = format!("thread/{}/", thread.id);
        let slides = with_slides_of(library, |show| slides_for(show, &address, ""));
        let entries: Vec<[String; 3]> = slides
            .iter()
            .flat_map(|slide| match &slide.body {
                SlideBody::FindingList(entries) => entries.clone(),
                _ => Vec::new(),
            })
            .collect();
        let words: String = plain(&entries.iter().map(|[_, words, _]| words.as_str()).collect::<Vec<_>>().join(" "));
        for statement in thread.steps.iter().flat_map(|step| &step.statements) {
            assert!(words.contains(&plain(&statement.words)), "{address}: {}", statement.words);
        }
        let force = library.corpus().force(&thread.force).map_or("", |force| force.name.as_str());
        assert!(entries.iter().all(|[_, _, source]| source.is_empty() || source.starts_with(force)), "{address}");
    }
}

#[test]
fn a_picture_draws_each_kind_of_grade_as_its_key_says() {
    let library = repository::fixture().library();
    let picture = exported(library, ExportKind::Svg, "national/2021-22/?grade=inadequate", "").expect("a picture");
    let rects = |class: &str| picture.matches(&format!("<rect class=\"{class}\"")).count();
    assert!(rects("hollow") > 0 && rects("outlined") > 0, "{picture}");
    assert!(picture.contains(".press{stroke-dasharray"), "only what the press states is dotted");
    // No word of a grade is divided.
    for part in [">Inadequat<", ">improvemen<", ">Requir<", ">Requires improvemen<"] {
        assert!(!picture.contains(part), "{part}");
    }
    assert!(picture.contains("The data was last checked on"), "{picture}");
    let force = exported(library, ExportKind::Svg, "force/kent/", "").expect("a picture");
    assert!(plain(&force).contains("Apr 2022"), "the date of a column that is not held is missing");
}

#[test]
fn the_name_of_a_file_says_what_its_content_is_narrowed_by() {
    let name = |address: &str| explore::export::file_name(&parse_address(address), "", "csv");
    assert_eq!(name("national/2021-22/?grade=inadequate"), "force-findings-national-2021-22-inadequate.csv");
    assert_eq!(name("findings/?force=kent&q=domestic+abuse"), "force-findings-findings-kent-domestic-abuse.csv");
    assert_eq!(name("force/kent/"), "force-findings-force-kent.csv");
}
