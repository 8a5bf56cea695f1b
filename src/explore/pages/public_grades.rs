//! What is known of inspections whose reports are not held: the grades that public pages state, and what is missing.

use crate::pages::tile;
use crate::pages::tile::Tile;
use crate::pages::{Link, names};
use crate::route::Anchor;
use corpus::{Corpus, Known};
use model::{Cycle, Force, Grade, GradeCount, RegisterPage, Scale, Scope, StatedGrade};

/// One cycle of a force, as far as pages tell of it.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownCycle {
    pub anchor: Anchor,
    pub cycle: String,
    pub grades: Vec<KnownGrade>,
    /// How much of the inspection that is: what else was graded, in words; how many areas got each grade, with the page.
    pub extent: Vec<(String, Option<Link>)>,
}

/// A grade with each page that states it.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownGrade {
    pub subject: String,
    pub tile: Tile,
    /// As the pages word it.
    pub wording: String,
    pub sources: Vec<Link>,
}

/// Every cycle of which something is known, newest first.
pub fn known_cycles(corpus: &Corpus, force: &Force) -> Vec<KnownCycle> {
    let cycle = |cycle: &Cycle| {
        let known = corpus.known(&force.id, &cycle.id);
        let extent = extent(corpus, force, cycle, &known);
        (!known.is_empty() || !extent.is_empty()).then(|| KnownCycle {
            anchor: Anchor::known_grades(cycle),
            cycle: cycle.id.clone(),
            grades: known.iter().map(|known| grade(corpus, force, known)).collect(),
            extent,
        })
    };
    corpus.cycles.iter().rev().filter_map(cycle).collect()
}

fn grade(corpus: &Corpus, force: &Force, known: &Known) -> KnownGrade {
    KnownGrade {
        subject: known.name().to_string(),
        tile: tile::stated(corpus, force, known),
        wording: known.wording().to_string(),
        sources: known.stated.iter().map(|(page, _)| source(page)).collect(),
    }
}

/// A page of the register as a link: whose it is, and its date.
pub fn source(page: &RegisterPage) -> Link {
    let dated = page.dated.map(|when| format!(", page dated {}", when.in_words())).unwrap_or_default();
    Link { href: page.url.clone(), text: format!("{}{dated}", page.publisher.name()) }
}

/// What the known grades of a cycle are out of. Nothing where a held report tells it.
pub fn extent(corpus: &Corpus, force: &Force, cycle: &Cycle, known: &[Known]) -> Vec<(String, Option<Link>)> {
    if corpus.reports_on(&force.id).any(|report| report.cycle == cycle.id) {
        return Vec::new();
    }
    let areas = known.iter().filter(|known| known.scope == Scope::Area).count();
    let counts: Vec<_> = corpus.counts(&force.id, &cycle.id).collect();
    let mut extent: Vec<(String, Option<Link>)> = Vec::new();
    for (page, count) in &counts {
        extent.push((format!("{}. Known by area here: {areas}.", in_words(count)), Some(source(page))));
    }
    if cycle.scale == Scale::FiveTier && counts.is_empty() && areas > 0 {
        extent.push((
            format!("{} known here. How many were graded is not known.", names::count(areas, "area", "areas")),
            None,
        ));
    }
    extent.extend(contradictions(known, &counts).into_iter().map(|words| (words, None)));
    extent.extend(missing_pillars(corpus, cycle, known).map(|words| (words, None)));
    extent
}

/// What is missing of each inspection of a force that is not held: "Kent Police, 2023-25, report not held: 10 areas ...".
pub fn extents(corpus: &Corpus, force: &Force) -> Vec<String> {
    let of_cycle = |cycle: &Cycle| {
        let words: Vec<String> = extent(corpus, force, cycle, &corpus.known(&force.id, &cycle.id))
            .into_iter()
            .map(|(words, _)| words)
            .collect();
        (!words.is_empty()).then(|| format!("{}, {}, report not held: {}", force.name, cycle.id, words.join(" ")))
    };
    corpus.cycles.iter().filter_map(of_cycle).collect()
}

/// Where pages do not agree: two grades for one subject, or more grades of a kind than the count has.
fn contradictions(known: &[Known], counts: &[(&RegisterPage, &GradeCount)]) -> Vec<String> {
    let mut words = Vec::new();
    for pair in known.windows(2) {
        let same = pair[0].subject.zip(pair[1].subject).filter(|(one, other)| one.id == other.id);
        words.extend(
            same.map(|(subject, _)| format!("Pages state two grades for {}.", subject.name.to_ascii_lowercase())),
        );
    }
    let stated = |grade: Grade| known.iter().filter(|k| k.scope == Scope::Area && k.grade == grade).count();
    let counted = |grade: Grade| counts.iter().filter_map(|(_, count)| count.of(grade)).max();
    if Grade::ALL.into_iter().any(|grade| counted(grade).is_some_and(|counted| counted < stated(grade))) {
        words.push("The count leaves out a grade that pages state.".to_string());
    }
    words
}

/// "8 areas graded: 2 Good, 2 Adequate, 4 Requires improvement".
pub fn in_words(count: &GradeCount) -> String {
    let given: Vec<String> = count.given().map(|(grade, n): (Grade, usize)| format!("{n} {grade}")).collect();
    format!("{} graded: {}", names::count(count.graded, "area", "areas"), given.join(", "))
}

/// The pillars were graded from 2015 to 2018/19: which of the three no page states.
fn missing_pillars(corpus: &Corpus, cycle: &Cycle, known: &[Known]) -> Option<String> {
    const PILLARS: [&str; 3] = ["effectiveness", "efficiency", "legitimacy"];
    let is_known = |pillar: &str| known.iter().any(|k| k.subject.is_some_and(|subject| subject.id == pillar));
    let missing: Vec<String> =
        PILLARS.into_iter().filter(|pillar| !is_known(pillar)).map(|pillar| format!("overall {pillar}")).collect();
    let is_legitimacy =
        |stated: &StatedGrade| stated.scope == Scope::Pillar && stated.area.eq_ignore_ascii_case(PILLARS[2]);
    let is_of_pillars =
        || corpus.register.iter().any(|page| page.cycle == cycle.id && page.grades.iter().any(is_legitimacy));
    (!missing.is_empty() && is_of_pillars()).then(|| format!("Not known here: {}.", names::list(&missing)))
}
