//! Texts with lines that are lost, duplicated, swapped, joined, indented or separated: parsing never panics or loses a
//! line.

use crate::properties;
use model::line::source_lines;
use parse::{LineRole, parse_report};
use proptest::prelude::*;
use tests::synthetic;

/// What can happen to a line.
#[derive(Clone, Copy, Debug)]
enum Damage {
    /// It is missing.
    Lost,
    /// It is there twice.
    Duplicated,
    /// It is swapped with the line before it.
    Swapped,
    /// It is joined with the next line.
    Joined,
    /// It is indented by a space.
    Indented,
    /// There is a blank line before it.
    BlankBefore,
    /// The blank line after it is missing.
    NoBlankAfter,
    /// Its second half is missing.
    Truncated,
}

use Damage::*;

/// The text after these damages, each to the line at its index.
fn damage_text(text: &str, damages: &[(prop::sample::Index, Damage)]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_string).collect();
    for (at, damage) in damages {
        let n = at.index(lines.len());
        match damage {
            Lost => _ = lines.remove(n),
            Duplicated => lines.insert(n, lines[n].clone()),
            Swapped => lines.swap(n, n.saturating_sub(1)),
            Joined if n + 1 < lines.len() => {
                let next = lines.remove(n + 1);
                lines[n].push_str(&next);
            }
            Indented => lines[n].insert(0, ' '),
            BlankBefore => lines.insert(n, String::new()),
            NoBlankAfter if lines.get(n + 1).is_some_and(|next| next.trim().is_empty()) => _ = lines.remove(n + 1),
            Truncated => lines[n] = lines[n].chars().take(lines[n].chars().count() / 2).collect(),
            Joined | NoBlankAfter => {}
        }
    }
    lines.join("\n")
}

/// Up to eleven damages at any lines.
fn any_damages() -> impl Strategy<Value = Vec<(prop::sample::Index, Damage)>> {
    let damage =
        prop::sample::select(vec![Lost, Duplicated, Swapped, Joined, Indented, BlankBefore, NoBlankAfter, Truncated]);
    prop::collection::vec((any::<prop::sample::Index>(), damage), 1..12)
}

proptest! {
    #![proptest_config(properties::property_config(400))]

    #[test]
    fn a_damaged_text_is_read_or_refused_and_none_of_its_lines_is_lost(n in 0..synthetic::INVENTED_REPORTS.len(), damages in any_damages()) {
        let (name, text) = synthetic::INVENTED_REPORTS[n];
        let text = damage_text(text, &damages);
        let Ok(parsed) = parse_report(name, &text) else { return Ok(()) };
        let lines: Vec<&str> = source_lines(&text).map(|line| line.text).collect();
        prop_assert_eq!(lines.len(), parsed.roles.len());
        for (line, role) in lines.iter().zip(&parsed.roles) {
            prop_assert_eq!(line.trim().is_empty(), *role == LineRole::Blank, "{} is {:?}", line, role);
        }
        let report = &parsed.report;
        let places = report.judgments.iter().flat_map(|j| j.passages.iter().chain(&j.also_stated));
        let places = places.chain(report.findings.iter().flat_map(|f| &f.passages));
        for place in places.chain(report.problems.iter().flat_map(|p| &p.passages)) {
            let words = text.get(place.bytes[0] as usize..place.bytes[1] as usize);
            prop_assert!(words.is_some_and(|words| !words.trim().is_empty()), "{place:?}");
        }
        let mut keys: Vec<&str> = report.findings.iter().map(|f| f.key.as_str()).collect();
        keys.sort_unstable();
        prop_assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "two findings have one key");
    }
}
