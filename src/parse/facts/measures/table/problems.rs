//! Problems in a table: rows that lack a value, and totals that do not match their rows.

use crate::facts::footnotes::page_layout::ends_in_value;
use crate::facts::measures::table::cells::block_from;
use crate::facts::measures::table::rows::MeasureRow;
use intake::block::block_passages;
use model::Passage;
use model::problem::{Problem, ProblemKind};

/// The problems of one table: every row that lacks a value, and at most one wrong total.
pub fn find_problems(source: &str, rows: &[MeasureRow]) -> Vec<Problem> {
    let passages_of = |row: &MeasureRow| -> Vec<Passage> { block_passages(source, &[&block_from(row.pieces.clone())]) };
    let broken_rows = rows.iter().filter(|row| row.values.is_none() && ends_in_value(&row.label));
    let broken =
        broken_rows.map(|row| ProblemKind::BrokenRow { row: row.label.clone() }.into_problem(passages_of(row)));
    let wrong_totals = (0..2).filter_map(|column| Some((column, find_wrong_total(rows, column)?)));
    let wrong = wrong_totals.map(|(column, (n, found))| {
        let row = &rows[n];
        let said = row.values.map_or("", |values| values[column]).to_string();
        let passages = rows[..=n].iter().rev().filter(|row| row.values.is_some()).flat_map(passages_of);
        ProblemKind::WrongTotal { row: row.label.clone(), stated: said, found }.into_problem(passages.collect())
    });
    broken.chain(wrong.take(1)).collect()
}

/// The index of the last row called "Total" and the sum of the rows above it, if the two do not match in this column.
///
/// If there is a subtotal (a row that starts with "Total") above it, the sum starts at the last one. The two also match
/// if the total is the sum of all rows without the parts of groups that have a value of their own.
fn find_wrong_total(rows: &[MeasureRow], column: usize) -> Option<(usize, String)> {
    let total = rows.iter().rposition(|row| is_total(&row.label) && row.values.is_some())?;
    let values: Option<Vec<f64>> =
        rows[..=total].iter().filter_map(|row| Some(parse_number(row.values?[column]))).collect();
    let values = values?;
    let (said, parts) = values.split_last()?;
    let labels = rows[..total].iter().filter(|row| row.values.is_some()).map(|row| row.label.as_str());
    let last_subtotal = labels.enumerate().filter(|(_, label)| starts_with_total(label)).map(|(at, _)| at).last();
    let sum_of_all: f64 = parts.iter().sum();
    let sum_from_subtotal: Option<f64> = last_subtotal.map(|at| parts[at..].iter().sum());
    let tolerance = rounding_error(parts) * (parts.len() + 1) as f64;
    let matches_total = |sum: f64| (sum - said).abs() <= tolerance;
    let is_checked = (2..=MAX_CHECKED_ROWS).contains(&parts.len());
    let is_wrong = is_checked && !sum_from_subtotal.is_some_and(matches_total) && !can_sum_to(parts, *said, tolerance);
    let sum = sum_from_subtotal.unwrap_or(sum_of_all);
    is_wrong.then(|| (total, format!("{sum:.1}").trim_end_matches(".0").to_string()))
}

/// The greatest number of rows for which totals are checked; longer tables can be divided into groups in too many ways.
const MAX_CHECKED_ROWS: usize = 30;

fn is_total(label: &str) -> bool {
    label.trim_end_matches(['*', ' ']).eq_ignore_ascii_case("total")
}

fn starts_with_total(label: &str) -> bool {
    label.starts_with("Total")
}

fn parse_number(value: &str) -> Option<f64> {
    value.trim_end_matches('%').replace(',', "").parse().ok()
}

/// The rounding error of one value: half of the first decimal place, or nothing if all values are whole numbers.
fn rounding_error(values: &[f64]) -> f64 {
    if values.iter().all(|value| value.fract() == 0.0) { 0.0 } else { 0.05 }
}

/// Whether the values can add up to `sum` within `tolerance`, if parts that follow the total of their group are left
/// out.
fn can_sum_to(values: &[f64], sum: f64, tolerance: f64) -> bool {
    let Some((first, rest)) = values.split_first() else { return sum.abs() <= tolerance };
    let is_group = |parts: &[f64]| *first > 0.0 && (parts.iter().sum::<f64>() - first).abs() <= tolerance;
    let groups = (2..=rest.len()).filter(|length| is_group(&rest[..*length]));
    std::iter::once(0).chain(groups).any(|length| can_sum_to(&rest[length..], sum - first, tolerance))
}

#[cfg(test)]
mod tests {
    use crate::facts::measures::problems_of_text;

    #[test]
    fn a_row_that_lacks_a_value_is_reported() {
        let table = "12 months to June 2014 Exshire Police rate England and Wales rate\n\nCrime 50.4 60.7\n\nSexual offences 1.2\n\n\
                     Violence 4.7 5.9";
        assert_eq!(problems_of_text(table), ["broken_row: Sexual offences 1.2"]);
    }

    #[test]
    fn a_total_that_does_not_match_its_rows_is_reported_and_groups_are_not_counted_twice() {
        let table = |total: &str| {
            format!(
                "Outcome type Exshire Police England and Wales\n\nCharged 40 50\n\nInformal 30 20\n\nWarning 10 5\n\nCommunity \
                 resolution 20 15\n\nOther 20 30\n\nTotal {total} 100"
            )
        };
        assert_eq!(problems_of_text(&table("90")), [""; 0]);
        assert_eq!(problems_of_text(&table("97")), ["wrong_total: Total"]);
    }
}
