//! What does not add up in a table: rows without one of their values, totals that their rows do not give.

use crate::facts::footnotes::layout::ends_in_value;
use crate::facts::measures::table::cells::block_of;
use crate::facts::measures::table::rows::Row;
use intake::block::passages;
use model::Passage;
use model::problem::{Kind, Problem};

/// The faults of one table.
pub fn find(source: &str, rows: &[Row]) -> Vec<Problem> {
    let place = |row: &Row| -> Vec<Passage> { passages(source, &[&block_of(row.pieces.clone())]) };
    let broken = rows.iter().filter(|row| row.values.is_none() && ends_in_value(&row.label));
    let broken = broken.map(|row| Kind::BrokenRow { row: row.label.clone() }.at(place(row)));
    let totals = (0..2).filter_map(|column| wrong_total(rows, column));
    let totals = totals.map(|(n, found)| {
        let row = &rows[n];
        let said = row.values.map_or("", |values| values[0]).to_string();
        let places = rows[..=n].iter().rev().filter(|row| row.values.is_some()).flat_map(place);
        Kind::WrongTotal { row: row.label.clone(), said, found }.at(places.collect())
    });
    broken.chain(totals.take(1)).collect()
}

/// The last row called "Total", if the rows above do not come to it, with what they come to.
fn wrong_total(rows: &[Row], column: usize) -> Option<(usize, String)> {
    let total = rows.iter().rposition(|row| is_total(&row.label) && row.values.is_some())?;
    let values: Option<Vec<f64>> = rows[..=total].iter().filter_map(|row| Some(number(row.values?[column]))).collect();
    let values = values?;
    let (said, parts) = values.split_last()?;
    let labels = rows[..total].iter().filter(|row| row.values.is_some()).map(|row| row.label.as_str());
    let last_subtotal = labels.enumerate().filter(|(_, label)| starts_total(label)).map(|(at, _)| at).last();
    let whole: f64 = parts.iter().sum();
    let behind: Option<f64> = last_subtotal.map(|at| parts[at..].iter().sum());
    let slack = rounding(parts) * (parts.len() + 1) as f64;
    let agrees = |sum: f64| (sum - said).abs() <= slack;
    let is_checked = (2..=LONGEST_TABLE).contains(&parts.len());
    let is_wrong = is_checked && !behind.is_some_and(agrees) && !can_come_to(parts, *said, slack);
    is_wrong.then(|| (total, format!("{:.1}", behind.unwrap_or(whole)).trim_end_matches(".0").to_string()))
}

/// Longer tables would have too many ways to be parted into groups.
const LONGEST_TABLE: usize = 30;

fn is_total(label: &str) -> bool {
    label.trim_end_matches(['*', ' ']).eq_ignore_ascii_case("total")
}

fn starts_total(label: &str) -> bool {
    label.starts_with("Total")
}

fn number(value: &str) -> Option<f64> {
    value.trim_end_matches('%').replace(',', "").parse().ok()
}

/// Half of the last place that the values are printed to; whole numbers are exact.
fn rounding(values: &[f64]) -> f64 {
    if values.iter().all(|value| value.fract() == 0.0) { 0.0 } else { 0.05 }
}

/// Whether the values come to a sum, where the parts of a group may stand under the value that already sums them up.
fn can_come_to(values: &[f64], sum: f64, slack: f64) -> bool {
    let Some((first, rest)) = values.split_first() else { return sum.abs() <= slack };
    let sums_up = |parts: &[f64]| *first > 0.0 && (parts.iter().sum::<f64>() - first).abs() <= slack;
    let groups = (2..=rest.len()).filter(|length| sums_up(&rest[..*length]));
    std::iter::once(0).chain(groups).any(|length| can_come_to(&rest[length..], sum - first, slack))
}

#[cfg(test)]
mod tests {
    use crate::facts::measures::faults_of_text;

    #[test]
    fn a_row_that_lacks_a_value_is_told() {
        let table = "12 months to June 2014 Exshire Police rate England and Wales rate\n\nCrime 50.4 60.7\n\nSexual offences 1.2\n\n\
                     Violence 4.7 5.9";
        assert_eq!(faults_of_text(table), ["broken_row: Sexual offences 1.2"]);
    }

    #[test]
    fn a_total_that_its_rows_do_not_give_is_told_and_groups_are_not_counted_twice() {
        let table = |total: &str| {
            format!(
                "Outcome type Exshire Police England and Wales\n\nCharged 40 50\n\nInformal 30 20\n\nWarning 10 5\n\nCommunity \
                 resolution 20 15\n\nOther 20 30\n\nTotal {total} 100"
            )
        };
        assert_eq!(faults_of_text(&table("90")), [""; 0]);
        assert_eq!(faults_of_text(&table("97")), ["wrong_total: Total"]);
    }
}
