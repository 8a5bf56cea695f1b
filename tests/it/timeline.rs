//! The timeline: which judgment is in which cell, and that grades are joined only if the inspectorate calls them
//! comparable.

use corpus::Corpus;
use explore::pages::timeline::{TimelineHead, force_timeline};
use explore::timeline::layout::{LayoutColumn, LayoutEntry, TimelineLayout};
use model::{ForceId, ReportId};
use tests::repository;

/// Warwickshire, with copies of its report of 2017 for 2015, 2016 and 2018/19, too.
fn corpus_with_repeated_reports() -> Corpus {
    let mut reports: Vec<_> =
        repository::fixture().reports().into_iter().filter(|r| r.force.id.as_str() == "warwickshire").collect();
    let of_2017 = repository::fixture().source_of_report("warwickshire-2017-effectiveness").report();
    for (cycle, published) in [("2015", "2016-02"), ("2016", "2017-03"), ("2018/19", "2019-05")] {
        let mut report = of_2017.clone();
        report.id = ReportId::new(format!("warwickshire-{}", &cycle[..4]));
        report.cycle = cycle.to_string();
        report.published = Some(published.to_string().try_into().expect("a date"));
        reports.push(report);
    }
    Corpus::collect(&repository::fixture().editorial(), reports).expect("the reports fit")
}

/// Each column as a short string: the cycle, in brackets if it is not held, or "|" for a break.
fn column_names(lanes: &TimelineLayout) -> Vec<String> {
    let column = |column: &LayoutColumn| match column {
        LayoutColumn::HeldReport(report) => report.cycle.clone(),
        LayoutColumn::NotHeld(cycle) => format!("({})", cycle.id),
        LayoutColumn::Break(_) => "|".to_string(),
    };
    lanes.columns.iter().map(column).collect()
}

/// The key of the judgment, if it is from a held report.
fn judgment_key<'c>(given: &LayoutEntry<'c>) -> Option<&'c str> {
    match given {
        LayoutEntry::Judgment(judgment) => Some(judgment.key.as_str()),
        LayoutEntry::PublicGrade(_) | LayoutEntry::Missing { .. } => None,
    }
}

/// The columns in which the grade of a subject is joined to the grade before it.
fn joined_columns(lanes: &TimelineLayout, subject: &str) -> Vec<String> {
    let row = lanes.rows.iter().find(|row| row.name == subject).unwrap_or_else(|| panic!("no row {subject}"));
    column_names(lanes)
        .into_iter()
        .zip(&row.joined_to_left)
        .filter(|(_, joined)| **joined)
        .map(|(column, _)| column)
        .collect()
}

#[test]
fn columns_are_in_order_of_date_with_breaks_before_new_gradings_and_columns_for_what_is_not_held() {
    let corpus = repository::fixture().corpus();
    let columns_of = |force: &str| {
        column_names(&TimelineLayout::for_force(corpus, corpus.force(&ForceId::new(force)).expect("a known force")))
    };
    assert_eq!(
        columns_of("warwickshire"),
        ["2014", "2014", "(2015)", "(2016)", "2017", "(2018/19)", "|", "2021/22", "|", "(2023-25)"]
    );
    assert_eq!(
        columns_of("west-midlands"),
        ["(2014)", "(2015)", "2016", "(2017)", "(2018/19)", "|", "(2021/22)", "|", "(2023-25)"]
    );
}

#[test]
fn every_judgment_of_every_held_report_is_in_exactly_one_cell() {
    let corpus = repository::fixture().corpus();
    for force in &corpus.forces {
        let lanes = TimelineLayout::for_force(corpus, force);
        let mut placed: Vec<&str> =
            lanes.rows.iter().flat_map(|r| r.cells.iter().flatten()).filter_map(judgment_key).collect();
        placed.sort_unstable();
        let reports = corpus.reports_on(&force.id);
        let mut all: Vec<&str> = reports.flat_map(|r| &r.judgments).map(|j| j.key.as_str()).collect();
        all.sort_unstable();
        assert_eq!(placed, all, "{}", force.name);
    }
}

#[test]
fn grades_are_joined_only_between_adjacent_cycles_that_are_called_comparable() {
    let corpus = corpus_with_repeated_reports();
    let force = corpus.force(&ForceId::new("warwickshire")).expect("a known force");
    let lanes = TimelineLayout::for_force(&corpus, force);
    assert_eq!(
        column_names(&lanes),
        ["2014", "2014", "2015", "2016", "2017", "2018/19", "|", "2021/22", "|", "(2023-25)"]
    );
    // Not 2015, whose grades are not called comparable with 2014, and not 2021/22, which is after the break.
    assert_eq!(joined_columns(&lanes, "Preventing crime"), ["2016", "2017", "2018/19"]);
    assert_eq!(joined_columns(&lanes, "Overall effectiveness"), ["2016", "2017", "2018/19"]);
    // A grade that is carried forward is not a new one, and a judgment without a grade cannot be joined.
    assert_eq!(joined_columns(&lanes, "Investigating crime"), [""; 0]);
    assert_eq!(joined_columns(&lanes, "Specialist capabilities"), [""; 0]);
}

#[test]
fn nothing_is_joined_across_a_cycle_that_is_not_held() {
    let corpus = repository::fixture().corpus();
    for force in &corpus.forces {
        let lanes = TimelineLayout::for_force(corpus, force);
        let joined = lanes.rows.iter().flat_map(|row| &row.joined_to_left).filter(|joined| **joined).count();
        assert_eq!(joined, 0, "{}: no two neighbouring cycles are held", force.name);
    }
}

#[test]
fn areas_that_no_subject_groups_have_one_row_for_each_name() {
    let mut reports = repository::fixture().reports();
    reports.retain(|report| report.force.id.as_str() == "warwickshire" && report.judgments.len() > 1);
    assert!(reports.len() > 1);
    for report in &mut reports {
        for (judgment, area) in report.judgments.iter_mut().zip(["Ungrouped one", "Ungrouped two"]) {
            (judgment.area, judgment.also_called) = (area.to_string(), Vec::new());
        }
    }
    let corpus = Corpus::collect(&repository::fixture().editorial(), reports).expect("the reports fit");
    let layout = TimelineLayout::for_force(&corpus, corpus.force(&ForceId::new("warwickshire")).expect("a force"));
    for area in ["Ungrouped one", "Ungrouped two"] {
        let rows: Vec<_> = layout.rows.iter().filter(|row| row.subject.is_none() && row.name == area).collect();
        let counts: Vec<usize> = rows.iter().map(|row| row.cells.iter().flatten().count()).collect();
        assert_eq!(counts, [corpus.reports.len()], "{area}");
    }
}

#[test]
fn deadlines_are_on_the_timeline_in_the_column_of_their_report_and_lead_to_the_findings() {
    let corpus = repository::fixture().corpus();
    let force = corpus.force(&ForceId::new("warwickshire")).expect("a force");
    let timeline = force_timeline(corpus, force);
    let row = timeline.findings_rows.iter().find(|row| row.name == "Deadlines").expect("there are deadlines");
    let shown: Vec<_> = row.cells.iter().flatten().map(|marks| (marks.dates.as_str(), marks.count)).collect();
    assert_eq!(shown, [("Jan 2015 to May 2015", 5), ("Jan 2023", 2)]);
    let marks = row.cells.iter().flatten().next().expect("marks");
    assert_eq!(marks.href, "force/warwickshire/#deadlines");
    let listed = corpus.asides_of("force/warwickshire/").iter().find(|aside| aside.id == "deadlines").expect("a list");
    assert_eq!(listed.items().filter(|[_, href, _]| href.starts_with("finding/warwickshire-2014-crime/")).count(), 5);
    assert!(listed.items().all(|[_, _, words]| words.starts_with('“')), "{listed:?}");
    // "Immediately" means no date.
    let force = corpus.force(&ForceId::new("west-midlands")).expect("a force");
    assert!(force_timeline(corpus, force).findings_rows.iter().all(|row| row.name != "Deadlines"));
}

#[test]
fn the_names_of_tiles_beside_a_break_say_that_it_is_there() {
    let corpus = repository::fixture().corpus();
    let force = corpus.force(&ForceId::new("warwickshire")).expect("it is known");
    let timeline = force_timeline(corpus, force);
    let breaks: Vec<usize> =
        (0..timeline.heads.len()).filter(|c| matches!(timeline.heads[*c], TimelineHead::Break(_))).collect();
    assert_eq!(breaks.len(), 2);
    for row in timeline.rows.iter().filter(|row| row.cells.len() == timeline.heads.len()) {
        for c in &breaks {
            for (tile, _) in row.cells[c - 1].tiles.iter().chain(&row.cells[c + 1].tiles) {
                assert!(tile.accessible_name.ends_with("Beside a break in the grading."), "{}", tile.accessible_name);
            }
        }
    }
}
