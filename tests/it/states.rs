//! What is known and what is not: every place of a timeline has one of nine states, and says which.

use crate::prerendered;
use corpus::{Corpus, MissingGrade};
use explore::export::{ExportKind, Exporter, Origin, Payload};
use explore::pages::tile::TileState;
use explore::pages::timeline::{Timeline, TimelineHead, force_timeline};
use explore::pages::{now, public_grades};
use explore::route::parse_address;
use model::{Force, ForceId, GradedForces, Subject};
use std::collections::BTreeSet;
use std::mem::{Discriminant, discriminant};
use tests::repository;

fn force(id: &str) -> &'static Force {
    repository::fixture().corpus().force(&ForceId::new(id)).expect("a known force")
}

fn timeline(id: &str) -> Timeline {
    force_timeline(repository::fixture().corpus(), force(id))
}

/// The words on the tiles of one cycle, each with its subject, without subjects that were not asked about.
fn words_in_cycle(timeline: &Timeline, cycle: &str) -> Vec<(String, String)> {
    let is_it = |head: &TimelineHead| match head {
        TimelineHead::Inspection(found) => found.cycle == cycle,
        TimelineHead::NotHeld(found) => found.cycle == cycle,
        TimelineHead::Break(_) => false,
    };
    let column = timeline.heads.iter().position(is_it).expect("a column of the cycle");
    let tiles = timeline.rows.iter().flat_map(|row| row.cells[column].tiles.iter().map(move |(tile, _)| (row, tile)));
    let words = tiles.map(|(row, tile)| (row.name.clone(), tile.word.clone()));
    words.filter(|(_, word)| word != "Not asked").collect()
}

fn csv_rows(address: &str) -> Vec<Vec<String>> {
    let origin = Origin {
        address: format!("https://example.org/{address}"),
        site_root: "https://example.org/".to_string(),
        build_date: "2026-11-29".to_string(),
        data_file: "data.json".to_string(),
    };
    let (library, state) = (repository::fixture().library(), parse_address(address));
    let exporter = Exporter { library, state: &state, anchor: "", origin: &origin, style: "" };
    let Some(Payload::Save { content, .. }) = ExportKind::Csv.make(&exporter) else { panic!("{address} has no CSV") };
    let content = content.trim_start_matches('\u{feff}').to_string();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(content.as_bytes());
    let rows: Result<Vec<_>, _> = reader.records().collect();
    rows.expect("valid CSV").iter().map(|row| row.iter().map(str::to_string).collect()).collect()
}

#[test]
fn every_place_of_a_timeline_says_what_it_is() {
    let corpus = repository::fixture().corpus();
    for force in &corpus.forces {
        let timeline = force_timeline(corpus, force);
        for row in timeline.rows.iter().filter(|row| row.is_subject) {
            for (head, cell) in timeline.heads.iter().zip(&row.cells) {
                let is_break = matches!(head, TimelineHead::Break(_));
                assert_eq!(cell.tiles.is_empty(), is_break, "{}: {}", force.name, row.name);
                for (tile, _) in &cell.tiles {
                    assert!(tile.accessible_name.starts_with(&tile.word), "{}", tile.accessible_name);
                    assert!(tile.accessible_name.contains(&row.name), "{}", tile.accessible_name);
                }
            }
        }
    }
}

#[test]
fn the_legend_has_the_states_that_are_drawn_and_no_others() {
    let corpus = repository::fixture().corpus();
    let mut seen = Vec::new();
    for force in &corpus.forces {
        let timeline = force_timeline(corpus, force);
        let tiles = timeline.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.tiles);
        let drawn: Vec<Discriminant<_>> = tiles.map(|(tile, _)| discriminant(&tile.state)).collect();
        let explained: Vec<_> = timeline.legend_states.iter().map(|legend| discriminant(&legend.state)).collect();
        assert!(explained.iter().all(|state| drawn.contains(state)), "{} explains too much", force.name);
        let graded = discriminant(&TileState::Graded(model::Grade::Good));
        let others = drawn.iter().filter(|state| **state != graded);
        others.clone().for_each(|state| assert!(explained.contains(state), "{} explains too little", force.name));
        seen.extend(others.copied());
    }
    let mut kinds: Vec<Discriminant<_>> = Vec::new();
    seen.into_iter().for_each(|state| {
        if !kinds.contains(&state) {
            kinds.push(state)
        }
    });
    // All but "not inspected", which no held report has.
    assert_eq!(kinds.len(), 10);
}

#[test]
fn where_one_grade_of_nine_is_known_the_other_areas_are_drawn_as_graded_and_not_known() {
    let words = words_in_cycle(&timeline("northumbria"), "2021/22");
    let count = |word: &str| words.iter().filter(|(_, other)| other == word).count();
    assert_eq!(count("Requires improvement"), 1, "{words:?}");
    assert_eq!(count("Graded"), 7, "{words:?}");
    let page = prerendered::page_at("force/northumbria/").visible_text();
    assert!(page.contains("1 of the 9") || page.contains("1 of 9 areas known"), "{page}");
}

#[test]
fn a_count_of_areas_decides_how_many_were_graded() {
    let corpus = repository::fixture().corpus();
    let mut checked = 0;
    for force in &corpus.forces {
        for cycle in &corpus.cycles {
            let is_held = corpus.reports_on(&force.id).any(|report| report.cycle == cycle.id);
            let counted = corpus.largest_count(&force.id, &cycle.id).map(|count| count.graded);
            let Some(counted) = counted.filter(|_| !is_held) else { continue };
            let public_grades = corpus.grades_only_in_register(&force.id, &cycle.id);
            let all_known = public_grades::known_area_count(&public_grades);
            let count = corpus.largest_count(&force.id, &cycle.id).expect("a count");
            let known = Corpus::areas_within_count(&public_grades, count);
            let missing = |why: MissingGrade| {
                corpus.subjects.iter().filter(|s| corpus.missing_grade(&force.id, cycle, s) == why).count()
            };
            let stated: BTreeSet<_> = corpus
                .grades_only_in_register(&force.id, &cycle.id)
                .iter()
                .filter_map(|grade| grade.subject.map(|subject| subject.id.clone()))
                .collect();
            let is_stated = |id: &String| stated.contains(id);
            let of_stated = |why| {
                corpus
                    .subjects
                    .iter()
                    .filter(|s| is_stated(&s.id) && corpus.missing_grade(&force.id, cycle, s) == why)
                    .count()
            };
            let sure = missing(MissingGrade::Graded) - of_stated(MissingGrade::Graded);
            let unsure = missing(MissingGrade::Unknown) - of_stated(MissingGrade::Unknown);
            let name = format!("{}, {}", force.name, cycle.id);
            if all_known > counted {
                assert_eq!(sure, 0, "{name}: more are known than were counted");
            } else if known == counted {
                // What is graded in a report of its own may or may not be among what the page counts.
                let is_separate = |subject: &&Subject| {
                    let reading = subject.reading_in(cycle);
                    reading.is_some_and(|reading| reading.graded == Some(GradedForces::Separately))
                };
                let separate = corpus.subjects.iter().filter(is_separate).filter(|s| !is_stated(&s.id)).count();
                assert_eq!((sure, unsure), (0, separate), "{name}: nothing is missing");
            } else {
                assert!(known + sure <= counted, "{name}: {known} known and {sure} sure of {counted}");
                assert!(known + sure + unsure >= counted, "{name}: too few of {counted} areas are drawn");
            }
            checked += 1;
        }
    }
    assert!(checked > 60, "{checked}");
}

#[test]
fn a_grade_that_a_page_does_not_count_is_not_one_of_the_areas_that_it_counts() {
    // The page counts 3 Good, 4 Adequate and 1 Requires improvement, and states Outstanding for one area more.
    let page = prerendered::page_at("force/essex/").visible_text();
    let told = "5 of the 8 are known here by area. Public pages state a grade for 1 more, which was not counted.";
    assert!(page.contains(told), "{page}");
}

#[test]
fn a_question_that_no_force_or_not_this_one_was_graded_on_is_ungraded_and_says_why() {
    let corpus = repository::fixture().corpus();
    let subject = |id: &str| corpus.subjects.iter().find(|subject| subject.id == id).expect("a subject");
    let why = |force: &str, cycle: &str, id: &str| {
        corpus.missing_grade(&ForceId::new(force), corpus.cycle(cycle).expect("a cycle"), subject(id))
    };
    assert_eq!(why("greater-manchester", "2017", "legitimacy"), MissingGrade::NoGradeGiven);
    assert_eq!(why("humberside", "2017", "legitimacy"), MissingGrade::Graded);
    assert_eq!(why("kent", "2015", "recording-crime"), MissingGrade::NoGradeGiven);
    assert_eq!(why("kent", "2014", "workforce"), MissingGrade::Unknown);
    assert_eq!(why("kent", "2016", "anti-social-behaviour"), MissingGrade::NotAsked);
    let page = prerendered::page_at("force/greater-manchester/").visible_text();
    assert!(page.contains("No grade was given. Greater Manchester Police was inspected and got no grade"), "{page}");
    let other = prerendered::page_at("force/humberside/").visible_text();
    assert!(!other.contains("Greater Manchester Police was inspected"), "{other}");
}

#[test]
fn a_grade_that_was_changed_is_shown_with_both_grades_and_the_day() {
    let page = prerendered::page_at("force/northamptonshire/");
    let words = page.visible_text().replace('\n', " ");
    assert!(words.contains("Changed from Adequate to Requires improvement on 8 August 2024, because"), "{words}");
    let rows = csv_rows("force/northamptonshire/");
    let column = |name: &str| rows[0].iter().position(|head| head == name).expect("a column");
    let changed: Vec<_> = rows.iter().filter(|row| row[column("changed_on")] == "2024-08-08").collect();
    let [row] = changed.as_slice() else { panic!("{changed:?}") };
    assert_eq!(row[column("changed_from")], "Adequate");
    assert_eq!(row[column("grade")], "Requires improvement");
}

#[test]
fn a_grade_names_every_page_that_states_it_and_says_if_only_the_press_does() {
    let corpus = repository::fixture().corpus();
    let (mut confirmed, mut press) = (0, 0);
    for force in &corpus.forces {
        for cycle in public_grades::public_grades_by_cycle(corpus, force) {
            for entry in &cycle.grades {
                confirmed += usize::from(entry.sources.len() > 1);
                for source in &entry.sources {
                    assert!(entry.tile.accessible_name.contains(&source.text), "{}", entry.tile.accessible_name);
                }
                let only_press = entry.sources.iter().all(|source| source.text.starts_with("a press report"));
                let says_so = entry.tile.accessible_name.contains("Reported by the press.");
                assert_eq!(only_press, says_so, "{}", entry.tile.accessible_name);
                press += usize::from(only_press);
            }
        }
    }
    assert!(confirmed > 100 && press > 100, "{confirmed} {press}");
}

#[test]
fn the_newest_inspection_has_a_row_for_each_area_and_leads_to_the_inspectorate() {
    let corpus = repository::fixture().corpus();
    for force in &corpus.forces {
        let now = now::now_section(corpus, force).expect("an inspection of every force is known");
        assert!(!now.rows.is_empty(), "{}", force.name);
        let own = format!("/police-forces/{}/", force.id);
        let links: Vec<_> = now.notes.iter().filter_map(|(_, link)| link.as_ref()).collect();
        assert!(links.iter().any(|link| link.href.ends_with(&own)), "{}", force.name);
        let cycle = corpus.newest_cycle(&force.id).expect("a cycle");
        if let Some(counted) = corpus.largest_count(&force.id, &cycle.id).map(|count| count.graded) {
            assert!(now.rows.len() >= counted, "{}: {} rows of {counted}", force.name, now.rows.len());
        }
    }
}

#[test]
fn every_page_says_when_its_data_was_checked() {
    for page in prerendered::all_pages() {
        assert!(page.html.contains("Data last checked on 29 November 2026"), "{}", page.address);
    }
}

#[test]
fn the_rows_of_the_csv_are_those_of_the_timeline_each_with_its_state() {
    let timeline = timeline("warwickshire");
    let tiles = timeline.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.tiles).map(|(tile, _)| tile);
    let (directions, tiles): (Vec<_>, Vec<_>) = tiles.partition(|tile| tile.state == TileState::Direction);
    let rows = csv_rows("force/warwickshire/");
    assert_eq!(rows.len() - 1, tiles.len());
    let column = |name: &str| rows[0].iter().position(|head| head == name).expect("a column");
    let sentences = rows[1..].iter().filter(|row| !row[column("report_on_earlier_judgment")].is_empty());
    assert_eq!(sentences.count(), directions.len(), "a mark of a direction is a cell beside its grade");
    let states: BTreeSet<&str> = rows[1..].iter().map(|row| row[column("state")].as_str()).collect();
    for state in ["graded", "carried forward", "ungraded", "pending", "report not held", "not known here", "not asked"]
    {
        assert!(states.contains(state), "{state} is missing from {states:?}");
    }
    for row in &rows[1..] {
        let has_grade = !row[column("grade")].is_empty();
        let is_grade = ["graded", "carried forward", "report not held"].contains(&row[column("state")].as_str());
        assert_eq!(has_grade, is_grade, "{row:?}");
        assert!(row.iter().all(|cell| !cell.contains('\n')), "{row:?}");
    }
}
