//! The page of all forces: nothing is counted that is not known, and no count mixes two cycles or scales.

use explore::pages::national::{NationalColumn, NationalPage, NationalRow, national_page};
use explore::pages::tile::Tile;
use explore::pages::{PageContent, select_page};
use explore::route::{address, parse_address};
use model::Grade;
use std::collections::BTreeSet;
use tests::repository;

fn page(address: &str) -> NationalPage {
    national_page(repository::fixture().corpus(), &parse_address(address))
}

fn known(page: &NationalPage, column: usize) -> usize {
    page.rows.iter().filter(|row| row.cells[column].iter().any(|tile| tile.grade().is_some())).count()
}

#[test]
fn all_forces_are_shown_in_the_newest_cycle_with_a_state_in_every_cell() {
    let page = page("national/");
    assert_eq!(page.title, "Inspections of 2023-25, by subject");
    assert_eq!(page.rows.len(), 43);
    let names: Vec<&String> = page.rows.iter().map(|row| &row.force.text).collect();
    assert!(names.is_sorted(), "{names:?}");
    assert!(page.rows.iter().flat_map(|row| &row.cells).all(|cell| !cell.is_empty()));
}

#[test]
fn counts_have_the_number_of_known_grades_and_never_that_of_all_forces_as_their_whole() {
    for address in ["national/", "national/?cycle=2021/22", "national/?cycle=2017", "national/?subject=efficiency"] {
        let page = page(address);
        for (c, column) in page.columns.iter().enumerate() {
            let NationalColumn::Grades { counts, .. } = column else { continue };
            let known = known(&page, c);
            let (whole, parts) = counts.split_once(": ").unwrap_or((counts, ""));
            let may_be = |row: &NationalRow| row.cells[c].iter().any(Tile::may_be_any_grade);
            let (parts, unknown) = parts.split_once("; ").unwrap_or((parts, ""));
            match (known, page.rows.iter().filter(|row| may_be(row)).count()) {
                (0, 0) => assert_eq!(whole, "none graded", "{address}"),
                (0, may_be) => assert_eq!(whole, format!("none known; {may_be} not known here"), "{address}"),
                (_, 0) => assert_eq!((whole, unknown), (format!("{known} known").as_str(), ""), "{address}"),
                (_, may_be) => {
                    let told = (format!("{known} known"), format!("{may_be} not known here"));
                    assert_eq!((whole, unknown), (told.0.as_str(), told.1.as_str()), "{address}");
                }
            }
            let numbers = parts.split(", ").filter_map(|part| part.split(' ').next()?.parse::<usize>().ok());
            assert_eq!(numbers.sum::<usize>(), known, "{address}: {counts}");
        }
    }
}

#[test]
fn inadequate_in_one_cycle_can_be_asked_and_says_for_how_many_forces_it_is_not_known() {
    let page = page("national/?cycle=2021/22&grade=inadequate");
    assert_eq!(page.title, "Inspections of 2021/22, by subject: forces graded Inadequate");
    assert!(!page.rows.is_empty());
    for row in &page.rows {
        let is_shown = row.cells.iter().flatten().any(|tile| tile.word == "Inadequate");
        assert!(is_shown || row.note.is_some(), "{}", row.force.text);
        assert!(row.cells.iter().flatten().all(|tile| tile.accessible_name.contains("2021/22")), "{}", row.force.text);
    }
    assert!(page.notes[0].contains("were graded Inadequate in at least one area."), "{:?}", page.notes);
    assert!(page.notes[0].contains("more, it is not known here."), "{:?}", page.notes);
}

#[test]
fn a_force_whose_grade_is_counted_without_its_area_is_among_those_with_that_grade() {
    let corpus = repository::fixture().corpus();
    for (cycle, grade, id) in [
        ("2021/22", Grade::Inadequate, "inadequate"),
        ("2023-25", Grade::Inadequate, "inadequate"),
        ("2023-25", Grade::RequiresImprovement, "requires-improvement"),
        ("2023-25", Grade::Outstanding, "outstanding"),
    ] {
        let page = page(&format!("national/?cycle={cycle}&grade={id}"));
        let listed: Vec<&str> = page.rows.iter().map(|row| row.force.text.as_str()).collect();
        for force in &corpus.forces {
            let Some(count) = corpus.largest_count(&force.id, cycle) else { continue };
            if count.count_of(grade).is_some_and(|n| n > 0) {
                assert!(listed.contains(&force.name.as_str()), "{}: {grade} in {cycle}: {listed:?}", force.name);
            }
        }
        let first = page.notes[0].split_once(' ').map(|(number, _)| number.to_string());
        assert_eq!(first, Some(listed.len().to_string()), "{:?}", page.notes);
    }
}

#[test]
fn a_grade_that_was_not_possible_in_a_round_narrows_nothing() {
    let page = page("national/?cycle=2018/19&grade=adequate");
    assert_eq!(page.rows.len(), 43);
    assert_eq!(page.title, "Inspections of 2018/19, by subject");
    let told = "No force could be graded Adequate in 2018/19: the grades were others. All forces are shown.";
    assert_eq!(page.notes[0], told);
}

#[test]
fn a_round_has_a_page_of_its_own_whichever_way_it_is_named() {
    for named in ["national/2021-22/", "national/?cycle=2021/22", "national/?cycle=2021-22"] {
        assert_eq!(page(named).title, "Inspections of 2021/22, by subject", "{named}");
        assert_eq!(address(&parse_address(named)), "national/2021-22/");
    }
    let asked = parse_address("national/?cycle=2021%2F22&grade=inadequate");
    assert_eq!(address(&asked), "national/2021-22/?grade=inadequate");
}

#[test]
fn a_round_that_there_was_not_has_a_page_that_says_so() {
    for unknown in ["national/1999/", "national/foo/", "national/?cycle=2020"] {
        let page = select_page(repository::fixture().library(), &parse_address(unknown), None);
        let PageContent::Missing(missing) = page.content else { panic!("{unknown} is {}", page.title) };
        assert!(missing.links.iter().any(|link| link.href == "national/2021-22/"), "{unknown}: {missing:?}");
    }
    assert_eq!(address(&parse_address("national/2021/22/")), "national/2021-22/");
}

#[test]
fn one_subject_is_shown_in_every_cycle_with_the_breaks_between() {
    let page = page("national/?subject=investigating-crime");
    let names: Vec<String> = page
        .columns
        .iter()
        .map(|column| match column {
            NationalColumn::Grades { link, .. } => link.text.clone(),
            NationalColumn::Break(_) => "|".to_string(),
        })
        .collect();
    assert_eq!(names, ["2014", "2015", "2016", "2017", "2018/19", "|", "2021/22", "|", "2023-25"]);
}

#[test]
fn regions_narrow_the_forces_and_group_them() {
    let all = page("national/?order=region");
    assert_eq!(all.rows.len(), 43);
    let regions: Vec<&String> = all.rows.iter().map(|row| &row.region).collect();
    assert!(regions.is_sorted());
    let wales = page("national/?region=wales");
    assert_eq!(wales.rows.len(), 4);
    assert!(wales.rows.iter().all(|row| row.region == "Wales"));
}

#[test]
fn an_unknown_choice_shows_the_newest_cycle() {
    assert_eq!(page("national/?subject=nothing&grade=excellent").rows.len(), 43);
    let tiles: Vec<Tile> =
        page("national/?cycle=&subject=&region=&grade=").rows.into_iter().flat_map(|row| row.cells).flatten().collect();
    assert!(!tiles.is_empty());
}

#[test]
fn what_cannot_be_chosen_is_not_shown_as_chosen() {
    for address in [
        "national/?subject=nothing&grade=excellent&region=atlantis",
        "national/2021-22/?grade=inadequate-5",
        // This grade was not possible in that round.
        "national/2018-19/?grade=adequate",
        // A grade can be chosen in one round only.
        "national/?cycle=&subject=investigating-crime&grade=good",
    ] {
        for choice in page(address).choices {
            let options: Vec<&str> = choice.options.iter().map(|option| option.id.as_str()).collect();
            assert!(options.contains(&choice.chosen.as_str()), "{address}: {} is none of {options:?}", choice.chosen);
        }
    }
}

#[test]
fn a_count_of_forces_with_a_grade_leaves_out_those_that_got_none_or_of_which_it_is_not_known() {
    // On this subject no grade of the round is known.
    let asked = page("national/2023-25/?subject=service-to-victims&grade=inadequate");
    assert!(asked.notes[0].starts_with("No grade on service to victims is known here."), "{:?}", asked.notes);
    for cycle in ["2021-22", "2023-25"] {
        for subject in ["vetting", "recording-crime", "serious-organised-crime", "investigating-crime"] {
            let address = format!("national/{cycle}/?subject={subject}");
            let graded =
                page(&address).rows.iter().filter(|row| row.cells[0].iter().any(|t| t.grade().is_some())).count();
            let asked = page(&format!("{address}&grade=inadequate"));
            let words = &asked.notes[0];
            let of = words.split_once("of the ").map(|(_, rest)| rest.split(' ').next().and_then(|n| n.parse().ok()));
            // A count of no area with this grade may add forces whose grade is another one that is not known.
            assert!(
                of.flatten().is_none_or(|of: usize| of >= graded && of < 43),
                "{address}: {words}, {graded} graded"
            );
        }
    }
}

#[test]
fn a_grade_cannot_be_chosen_for_all_rounds_together() {
    let page = page("national/?subject=use-of-resources&grade=inadequate");
    assert_eq!(page.rows.len(), 43);
    assert!(page.notes[0].starts_with("A grade can be chosen in one round only"), "{:?}", page.notes);
    assert!(!page.title.contains("Inadequate"), "{}", page.title);
}

#[test]
fn the_table_of_a_page_narrowed_by_grade_has_the_forces_of_the_screen() {
    let library = repository::fixture().library();
    let state = parse_address("national/?cycle=2021/22&grade=inadequate&region=east-midlands");
    let shown = national_page(library.corpus(), &state);
    let sheet = explore::export::page_sheet(library, &state, "").expect("a table");
    let force = sheet.columns.iter().position(|column| *column == "force").expect("a column of forces");
    let of_screen: BTreeSet<&str> = shown.rows.iter().map(|row| row.force.text.as_str()).collect();
    let of_table: BTreeSet<&str> = sheet.rows.iter().map(|row| row[force].as_str()).collect();
    assert_eq!(of_table, of_screen);
    assert!(sheet.notes.contains(&shown.notes[0]), "{:?}", sheet.notes);
}

#[test]
fn a_count_never_has_only_the_forces_that_were_graded_so_as_its_whole() {
    for cycle in ["2014", "2015", "2016", "2017", "2018-19", "2021-22", "2023-25"] {
        for grade in ["outstanding", "good", "adequate", "requires-improvement", "inadequate"] {
            let page = page(&format!("national/{cycle}/?grade={grade}"));
            let told = &page.notes[0];
            if !page.is_filtered {
                continue;
            }
            if page.rows.is_empty() {
                assert!(told.starts_with("No force is known here to have been graded"), "{cycle}: {told}");
            }
            let share = told.split_once(" of the ").and_then(|(found, rest)| Some((found, rest.split_once(' ')?.0)));
            assert!(share.is_none_or(|(found, whole)| found != whole), "{cycle}: {told}");
        }
    }
}

#[test]
fn a_count_says_how_many_forces_it_has_from_pages_that_count_grades() {
    let asked = page("national/2021-22/?subject=responding-to-the-public&grade=inadequate");
    let told = &asked.notes[0];
    assert!(told.starts_with("8 of the 36 forces of which it is known were graded Inadequate"), "{told}");
    assert!(told.contains("That 7 forces were not, is known from a page that counts"), "{told}");
}
