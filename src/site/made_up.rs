//! A corpus of any size, to measure and test the site with: the reports held under the names of other forces and in other
//! years, with the clauses of their sentences in another order, so that no two have the same words.
//!
//! Each says in its title that it is made up. A site with them is never published.

use anyhow::{Context, Result, ensure};
use fastrand::Rng;
use model::{Cycle, DateSpan, FindingKey, Force, JudgmentKey, Report, ReportId};
use rayon::prelude::*;

/// A report with its text.
pub type ReportText = (Report, String);

/// Adds made-up reports to those held until there are `count`. The same input gives the same reports.
///
/// # Errors
/// If there is nothing to make them from, or a text cannot be read any more after it was changed.
pub fn add_made_up_reports(
    held: Vec<ReportText>,
    forces: &[Force],
    cycles: &[Cycle],
    count: usize,
) -> Result<Vec<ReportText>> {
    ensure!(!held.is_empty() && !forces.is_empty(), "there are no reports to make others from");
    let mut wanted = Vec::new();
    for n in 0.. {
        if held.len() + wanted.len() >= count {
            break;
        }
        let (force, copy) = (&forces[n % forces.len()], n / forces.len());
        let (original, round) = (&held[copy % held.len()], copy / held.len());
        // That one is held itself.
        if round > 0 || original.0.force.id != force.id {
            wanted.push((original, force, round));
        }
    }
    let make = |(original, force, round): (&ReportText, &Force, usize)| {
        let name = || format!("the report on {} made from {}", force.name, original.0.id);
        made_up_report(original, force, cycles, round).with_context(name)
    };
    let mut made_up: Vec<ReportText> = wanted.into_par_iter().map(make).collect::<Result<_>>()?;
    let mut all = held;
    all.append(&mut made_up);
    Ok(all)
}

/// A report as if it were on another force. `round` tells reports of one force apart that are made from the same one, by
/// their cycles and ids.
fn made_up_report((original, text): &ReportText, force: &Force, cycles: &[Cycle], round: usize) -> Result<ReportText> {
    let text = with_other_words(&with_other_force(text, original, force), &mut random_for(force, original, round));
    let mut report = parse::parse_report(&format!("made-up-{}-{round}.txt", force.id), &text)?.report;
    ensure!(report.force.id == force.id, "the report is on {}, not on {}", report.force.id, force.id);
    report.title = format!("Made up to measure this site. {}", report.title);
    if round > 0 {
        let id = ReportId::new(format!("{}-{round}", report.id));
        move_to_cycle(&mut report, cycles, round);
        rename(&mut report, &id);
    }
    Ok((report, text))
}

/// Random numbers that are the same in every run, and others for each made-up report.
fn random_for(force: &Force, original: &Report, round: usize) -> Rng {
    let name = format!("{} {} {round}", force.id, original.id);
    Rng::with_seed(name.bytes().fold(0, |seed, byte| seed.wrapping_mul(31).wrapping_add(u64::from(byte))))
}

/// A text in which another force is named.
fn with_other_force(text: &str, original: &Report, force: &Force) -> String {
    let short = |name: &str| name.trim_end_matches(" Police").trim_end_matches(" Constabulary").to_owned();
    let (old, new) = (&original.force.name, &force.name);
    let text = text.replace(old.as_str(), new).replace(&old.to_uppercase(), &new.to_uppercase());
    text.replace(&short(old), &short(new))
}

/// A text in which the clauses of long sentences, other than the first, are in another order.
fn with_other_words(text: &str, random: &mut Rng) -> String {
    const MIN_BYTES: usize = 100;
    let mut changed = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mut clauses: Vec<&str> = line.trim_end().split(", ").collect();
        if line.len() >= MIN_BYTES && clauses.len() > 3 {
            // The first clause may be what the line is recognised by, and the last ends a sentence.
            let last = clauses.len() - 1;
            random.shuffle(&mut clauses[1..last]);
        }
        changed.push_str(&clauses.join(", "));
        changed.push_str(&line[line.trim_end().len()..]);
    }
    changed
}

/// Moves a report to another cycle with the same scale, and its date by as many years.
fn move_to_cycle(report: &mut Report, cycles: &[Cycle], round: usize) {
    let same: Vec<usize> = (0..cycles.len()).filter(|n| cycles[*n].scale == report.scale).collect();
    let Some(at) = same.iter().position(|n| cycles[*n].id == report.cycle) else { return };
    let cycle = &cycles[same[(at + round) % same.len()]].id;
    let year = |id: &str| id.get(..4).and_then(|year| year.parse::<i32>().ok()).unwrap_or_default();
    let years = year(cycle) - year(&report.cycle);
    report.published = report.published.and_then(|date| {
        let old = date.start().year();
        let words = String::from(date).replace(&old.to_string(), &(i32::from(old) + years).to_string());
        DateSpan::try_from(words).ok()
    });
    report.cycle.clone_from(cycle);
}

/// Gives a report another id, which all its keys begin with.
fn rename(report: &mut Report, id: &ReportId) {
    let old = report.id.clone();
    let renamed = |key: &str| format!("{id}{}", key.strip_prefix(old.as_str()).unwrap_or(key));
    for judgment in &mut report.judgments {
        judgment.key = JudgmentKey::new(renamed(judgment.key.as_str()));
    }
    let finding_key = |key: &FindingKey| FindingKey::new(renamed(key.as_str()));
    for finding in &mut report.findings {
        finding.key = finding_key(&finding.key);
        finding.parent = finding.parent.as_ref().map(finding_key);
        finding.judgment = finding.judgment.as_ref().map(|key| JudgmentKey::new(renamed(key.as_str())));
    }
    let of_measures = report.measures.iter_mut().map(|measure| &mut measure.finding);
    let of_references = report.references.iter_mut().map(|reference| &mut reference.finding);
    let of_alliances = report.alliances.iter_mut().map(|sentence| &mut sentence.finding);
    for key in of_measures.chain(of_references).chain(of_alliances) {
        *key = key.as_ref().map(finding_key);
    }
    report.id = id.clone();
}
