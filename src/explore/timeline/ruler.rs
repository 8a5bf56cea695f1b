//! Where columns and dates stand, in percent of the timeline's width.

/// Widths in percent: the labels of the rows, then the columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruler {
    /// Width of the row labels.
    pub label: f64,
    /// Width of each column.
    pub widths: Vec<f64>,
    /// The first and the last year with a tick; the ruler spans from the start of one to the start of the other.
    pub years: (u16, u16),
}

/// What a column has to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Tiles with words.
    Judgments,
    /// Only its head.
    Nothing,
    /// A band between what cannot be compared.
    Break,
}

const LABEL: f64 = 14.0;
const BREAK: f64 = 3.0;
/// Width of a column that holds nothing, beside one that holds judgments.
const SLIM: f64 = 0.6;

impl Ruler {
    /// Shares the width among columns, by what they hold, over the years of these dates.
    pub fn new(columns: &[Holds], dates: impl IntoIterator<Item = f64>) -> Ruler {
        let count = |holds| columns.iter().filter(|c| **c == holds).count() as f64;
        let shares = count(Holds::Judgments) + SLIM * count(Holds::Nothing);
        let share = (100.0 - LABEL - BREAK * count(Holds::Break)) / shares.max(1.0);
        let width = |holds: &Holds| match holds {
            Holds::Judgments => share,
            Holds::Nothing => share * SLIM,
            Holds::Break => BREAK,
        };
        let (first, last) = dates.into_iter().fold((f64::MAX, f64::MIN), |(a, b), d| (a.min(d), b.max(d)));
        let years = if first > last { (2014, 2015) } else { (first.floor() as u16, last.floor() as u16 + 1) };
        Ruler { label: LABEL, widths: columns.iter().map(width).collect(), years }
    }

    /// The middle of a column.
    pub fn middle(&self, column: usize) -> f64 {
        self.label + self.widths[..column].iter().sum::<f64>() + self.widths[column] / 2.0
    }

    /// The place of a date, given in years: 2017.5 is the middle of 2017.
    pub fn at(&self, date: f64) -> f64 {
        let (first, last) = (f64::from(self.years.0), f64::from(self.years.1));
        let inset = self.label + 1.0;
        inset + (99.0 - inset) * ((date - first) / (last - first)).clamp(0.0, 1.0)
    }

    /// Each year with the place where it starts.
    pub fn ticks(&self) -> impl Iterator<Item = (u16, f64)> + '_ {
        (self.years.0..=self.years.1).map(|year| (year, self.at(f64::from(year))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_width_and_dates_stand_in_order() {
        let ruler = Ruler::new(&[Holds::Judgments, Holds::Nothing, Holds::Break, Holds::Judgments], [2014.7, 2022.8]);
        assert!((ruler.label + ruler.widths.iter().sum::<f64>() - 100.0).abs() < 1e-9);
        assert_eq!(ruler.years, (2014, 2023));
        let places: Vec<f64> = [2014.0, 2014.7, 2014.9, 2022.8, 2023.0].map(|d| ruler.at(d)).to_vec();
        assert!(places.is_sorted() && places[0] >= ruler.label && places[4] <= 100.0);
        assert!(ruler.middle(0) < ruler.middle(1) && ruler.middle(2) < ruler.middle(3));
    }

    #[test]
    fn no_dates_make_no_ruler_of_nonsense() {
        assert!(Ruler::new(&[Holds::Judgments], []).ticks().all(|(_, at)| at.is_finite()));
    }
}
