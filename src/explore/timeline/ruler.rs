//! The positions of columns and dates, in percent of the timeline's width.

/// The widths of row labels and columns, and the range of years of the time axis above them.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruler {
    /// The width of the row labels, in percent.
    pub label_width: f64,
    /// The width of each column, in percent.
    pub column_widths: Vec<f64>,
    /// The years of the first and the last tick. The axis extends from the start of one to the start of the other.
    pub year_range: (u16, u16),
}

/// What a column contains, which determines its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnContent {
    /// Tiles.
    Judgments,
    /// Only its head.
    Nothing,
    /// A break: a narrow band.
    Break,
}

/// The width of the row labels, in percent.
const LABEL_WIDTH: f64 = 14.0;
/// The width of a break, in percent.
const BREAK_WIDTH: f64 = 3.0;
/// The width of a column without tiles, as a share of the width of one with tiles.
const EMPTY_COLUMN_SHARE: f64 = 0.6;

impl Ruler {
    /// Divides the width among the columns. `dates` are fractional years, which set the range of the axis.
    pub fn new(columns: &[ColumnContent], dates: impl IntoIterator<Item = f64>) -> Ruler {
        let count = |holds| columns.iter().filter(|c| **c == holds).count() as f64;
        let shares = count(ColumnContent::Judgments) + EMPTY_COLUMN_SHARE * count(ColumnContent::Nothing);
        let share = (100.0 - LABEL_WIDTH - BREAK_WIDTH * count(ColumnContent::Break)) / shares.max(1.0);
        let width = |holds: &ColumnContent| match holds {
            ColumnContent::Judgments => share,
            ColumnContent::Nothing => share * EMPTY_COLUMN_SHARE,
            ColumnContent::Break => BREAK_WIDTH,
        };
        let (first, last) = dates.into_iter().fold((f64::MAX, f64::MIN), |(a, b), d| (a.min(d), b.max(d)));
        let year_range = if first > last { (2014, 2015) } else { (first.floor() as u16, last.floor() as u16 + 1) };
        Ruler { label_width: LABEL_WIDTH, column_widths: columns.iter().map(width).collect(), year_range }
    }

    /// The position of the middle of a column, in percent.
    pub fn column_middle(&self, column: usize) -> f64 {
        self.label_width + self.column_widths[..column].iter().sum::<f64>() + self.column_widths[column] / 2.0
    }

    /// The position of a date on the axis, in percent. The date is a fractional year: 2017.5 is the middle of 2017.
    pub fn date_position(&self, date: f64) -> f64 {
        let (first, last) = (f64::from(self.year_range.0), f64::from(self.year_range.1));
        let inset = self.label_width + 1.0;
        inset + (99.0 - inset) * ((date - first) / (last - first)).clamp(0.0, 1.0)
    }

    /// Each year with the position of its start, in percent.
    pub fn year_ticks(&self) -> impl Iterator<Item = (u16, f64)> + '_ {
        (self.year_range.0..=self.year_range.1).map(|year| (year, self.date_position(f64::from(year))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_width_and_dates_are_in_order() {
        let ruler = Ruler::new(
            &[ColumnContent::Judgments, ColumnContent::Nothing, ColumnContent::Break, ColumnContent::Judgments],
            [2014.7, 2022.8],
        );
        assert!((ruler.label_width + ruler.column_widths.iter().sum::<f64>() - 100.0).abs() < 1e-9);
        assert_eq!(ruler.year_range, (2014, 2023));
        let positions: Vec<f64> = [2014.0, 2014.7, 2014.9, 2022.8, 2023.0].map(|d| ruler.date_position(d)).to_vec();
        assert!(positions.is_sorted() && positions[0] >= ruler.label_width && positions[4] <= 100.0);
        assert!(ruler.column_middle(0) < ruler.column_middle(1) && ruler.column_middle(2) < ruler.column_middle(3));
    }

    #[test]
    fn middles_lie_halfway_between_the_edges_of_their_columns() {
        use ColumnContent::{Break, Judgments, Nothing};
        let ruler = Ruler::new(&[Judgments, Nothing, Break, Judgments], []);
        let mut left = ruler.label_width;
        for (column, width) in ruler.column_widths.iter().enumerate() {
            assert!((ruler.column_middle(column) - (left + left + width) / 2.0).abs() < 1e-9, "column {column}");
            left += width;
        }
    }

    #[test]
    fn dates_are_spread_evenly_over_the_axis() {
        let ruler = Ruler::new(&[ColumnContent::Judgments], [2014.7, 2022.8]);
        let ticks: Vec<(u16, f64)> = ruler.year_ticks().collect();
        assert_eq!((ticks[0], ticks[9]), ((2014, 15.0), (2023, 99.0)));
        assert!((ruler.date_position(2018.5) - 57.0).abs() < 1e-9);
        assert_eq!((ruler.date_position(2000.0), ruler.date_position(2100.0)), (15.0, 99.0));
    }

    #[test]
    fn without_dates_all_positions_are_finite() {
        assert!(Ruler::new(&[ColumnContent::Judgments], []).year_ticks().all(|(_, at)| at.is_finite()));
    }
}
