//! PEEL reports of 2021/22.
//!
//! One paragraph a line; headings are marked by their position only, so it is the contents list that tells
//! sections, and punctuation that tells the headings inside them. An area has up to three names: in the
//! table of judgments, as heading, and in the sentence under its grade.

use super::block::{Block, Mark};
use super::boxes::{self, Style};
use super::contents;
use super::deadline::small_number;
use super::draft::{Draft, Judged, Place};
use super::headed;
use super::identity::{Identity, cover_date, force_at_start, isbn, most_named_force, printed_date, signatory};
use super::judgment_table::Table;
use super::links::unlink;
use super::outline::{box_kind, is_figure, is_heading, judgment_of, printed_judgment};
use super::prose::sentences;
use super::role::Role;
use super::{Document, Format};
use crate::fold::fold;
use crate::model::{FindingKind, Grade, Inspectorate, Scale, Scope, State};
use crate::problem::Kind;
use std::collections::HashSet;

const TITLE: &str = "PEEL 2021/22 Police effectiveness, efficiency and legitimacy";

pub const FORMAT: Format = Format {
    name: "PEEL report 2021/22",
    signs: &[&[TITLE], &["An inspection of "]],
    once: "Outstanding Good Adequate Requires improvement Inadequate",
    identify,
    read,
};

const JUDGMENTS: &str = "Our judgments";
const OBSERVATIONS: &str = "HM Inspector's observations";
const REDUCING_CRIME: &str = "Reducing crime assessment";
const VICTIMS: &str = "Providing a service to the victims of crime";
const VICTIM_ASSESSMENT: &str = "Victim service assessment";
/// Sections that every report of the cycle has, should its contents list be unreadable.
const SECTIONS: [&str; 9] = [
    "Overall summary",
    JUDGMENTS,
    "Important changes to PEEL",
    OBSERVATIONS,
    REDUCING_CRIME,
    VICTIMS,
    VICTIM_ASSESSMENT,
    // Areas that had no grade in most reports of the cycle.
    "Disrupting serious organised crime",
    "Vetting and counter corruption",
];

fn identify(document: &Document) -> Option<Identity> {
    let flat = &document.flat;
    let stated = flat.split("An inspection of ").nth(1).and_then(force_at_start);
    // The imprint at the end: "October 2022 | © HMICFRS 2022".
    let imprint = document.lines.iter().find_map(|line| Some(line.split_once('©')?.0));
    Some(Identity {
        force: stated.or_else(|| most_named_force(flat))?,
        inspectorate: Inspectorate::Hmicfrs,
        programme: "PEEL",
        pillar: None,
        cycle: "2021/22".to_string(),
        what: "peel",
        title: TITLE.to_string(),
        published: cover_date(flat).or_else(|| imprint.and_then(printed_date)),
        inspected: None,
        isbn: isbn(flat),
        inspector: signatory(&document.lines),
        scale: Scale::FiveTier,
    })
}

fn read(blocks: &[Block], draft: &mut Draft) {
    let list = contents::read(blocks, draft);
    draft.mark_rest(&blocks[..list.start], Role::Identity);
    // The imprint closes the report: "October 2022 | © HMICFRS 2022" and an address.
    let imprint = blocks.iter().rposition(|b| b.text().contains('©')).filter(|i| *i > list.end);
    if imprint.is_none() {
        draft.problem(Kind::MissingPart { part: "imprint at its end".to_string() }, &[]);
    }
    let imprint = imprint.unwrap_or(blocks.len());
    draft.mark_rest(&blocks[imprint..], Role::Identity);
    let body = &blocks[list.end..imprint];
    let titles: HashSet<String> = list.titles.iter().map(String::as_str).chain(SECTIONS).map(fold).collect();
    let starts: Vec<usize> = (0..body.len()).filter(|i| is_section(body, *i, &titles)).collect();
    if starts.is_empty() {
        return draft.problem(Kind::MissingPart { part: "sections".to_string() }, &[]);
    }
    let sections: Vec<&[Block]> = starts
        .iter()
        .enumerate()
        .map(|(n, from)| &body[*from..starts.get(n + 1).copied().unwrap_or(body.len())])
        .collect();
    let mut table = sections.iter().find(|s| s[0].is(JUDGMENTS)).map(|s| Table::read(s, draft)).unwrap_or_default();
    let mut ungraded_victims = None;
    for (n, section) in sections.iter().enumerate() {
        draft.mark(&section[0], Role::Heading);
        if section[0].is(JUDGMENTS) {
            ungraded_victims = section.iter().find(|b| says_ungraded(b));
        } else if section[0].is(OBSERVATIONS) {
            read_observations(section, draft);
        } else if section[0].is(REDUCING_CRIME) {
            read_reducing_crime(section, draft);
        } else if section[0].is(VICTIM_ASSESSMENT) {
            let above = n.checked_sub(1).map(|n| sections[n]).filter(|above| above.len() == 1);
            read_victims(above.map(|a| &a[0]), section, ungraded_victims, draft);
        } else if section.get(1).is_some_and(|b| stated_judgment(&b.text()).is_some()) {
            read_area(section, &table, draft);
        } else {
            read_unfinished(section, draft);
        }
    }
    table.join(draft);
    let judgments = sections.iter().find(|s| s[0].is(JUDGMENTS)).copied().unwrap_or_default();
    check_count(judgments, draft);

    draft.mark_rest(body.iter().filter(|b| is_figure(b)), Role::Figure);
    draft.mark_rest(&body[starts[0]..], Role::Narrative);
}

/// "We make graded judgments in nine of these ten as follows": held against the grades that were found.
fn check_count(section: &[Block], draft: &mut Draft) {
    let said = section.iter().find_map(|b| {
        let text = b.text();
        let words = text.split("graded judgments in ").nth(1)?;
        let number = words.split(' ').next()?;
        Some((b, small_number(number)?))
    });
    let found = draft.judgments.iter().filter(|j| j.state == State::Graded).count();
    if let Some((block, said)) = said.filter(|(_, said)| *said != found) {
        draft.problem(Kind::WrongCount { said, found }, &[block]);
    }
}

fn is_section(body: &[Block], i: usize, titles: &HashSet<String>) -> bool {
    const LONGEST: usize = 200;
    let block = &body[i];
    if block.length() > LONGEST || !is_heading(block) || box_kind(block).is_some() || judgment_of(block).is_some() {
        return false;
    }
    let states = |b: &Block| {
        let text = b.text();
        b.mark == Mark::None
            && (printed_judgment(&text).is_some() || grade_sentence(&text).is_some() || says_absent(&fold(&text)))
    };
    titles.contains(&fold(&block.text())) || body.get(i + 1).is_some_and(states)
}

fn read_observations(section: &[Block], draft: &mut Draft) {
    // The inspector's own closing words and signature are no observation.
    let closing = |b: &Block| {
        b.text().starts_with("My report sets out")
            || b.pieces.iter().any(|piece| piece.text.contains("HM Inspector of"))
    };
    let end = section.iter().position(closing).unwrap_or(section.len());
    let place = Place::default().under(&section[0].text());
    headed::read(FindingKind::Observation, headed::items(&section[1..end], false), &place, draft);
    draft.mark_rest(section[end..].iter().filter(|b| is_heading(b)), Role::Identity);
}

fn read_reducing_crime(section: &[Block], draft: &mut Draft) {
    let place = Place::default().under(&section[0].text());
    for block in section.iter().filter(|b| b.mark == Mark::Bullet) {
        draft.find(FindingKind::SummaryPoint, &place, block, &[]);
    }
}

/// "While this assessment is ungraded, ..." and "We don't make a graded judgment in this overall area."
fn says_ungraded(block: &Block) -> bool {
    let text = fold(&block.text());
    text.contains("ungraded") || (text.contains("graded judgment") && text.contains("n't make"))
}

fn read_victims(above: Option<&Block>, section: &[Block], again: Option<&Block>, draft: &mut Draft) {
    let heading = above.unwrap_or(&section[0]);
    let section_names: Vec<String> = above.into_iter().chain(&section[..1]).map(Block::text).collect();
    let mut place = Place { section: section_names, judgment: None, parent: None };
    match section.iter().find(|b| says_ungraded(b)) {
        Some(stated) => {
            place.judgment = Some(draft.judge(Judged {
                also_called: above.map(|_| section[0].text()).into_iter().collect(),
                also_stated: again.map(|block| draft.passages(&[block])).unwrap_or_default(),
                ..Judged::new(Scope::Area, (State::Ungraded, None), heading, stated)
            }));
        }
        None => draft.problem(Kind::MissingGrade { area: heading.text() }, &[heading]),
    }
    // The first heading stands right behind that sentence, and has a full stop in some reports.
    let stated = section.iter().position(says_ungraded);
    let first = stated.map_or(1, |stated| stated + 1);
    let is_head = stated.and_then(|_| section.get(first)).is_some_and(|b| sentences(&b.text()).nth(1).is_none());
    let items = headed::items(&section[first.min(section.len())..], is_head);
    headed::read(FindingKind::VictimServiceFinding, items, &place, draft);
}

fn read_area(section: &[Block], table: &Table, draft: &mut Draft) {
    let (heading, stated) = (&section[0], &section[1]);
    let Some((state, grade)) = stated_judgment(&stated.text()) else { return };
    let sentence = section.get(2).and_then(|b| Some((b, grade_sentence(&b.text())?)));
    let mut place = Place { section: vec![heading.text()], judgment: None, parent: None };
    // Where the sentence under a grade gives another one, the table of judgments decides.
    let is_confirmed = || table.grade_of(&heading.text()).is_some_and(|in_table| Some(in_table) == grade);
    match &sentence {
        Some((block, (said, _))) if Some(*said) != grade && !is_confirmed() => {
            draft.problem(Kind::UnclearGrade { area: heading.text() }, &[stated, block]);
        }
        Some((block, (said, _))) if Some(*said) != grade => {
            place.judgment = Some(draft.judge(Judged::new(Scope::Area, (state, grade), heading, stated)));
            let kind = grade.map(|printed| Kind::Contradiction { area: heading.text(), printed, sentence: *said });
            kind.into_iter().for_each(|kind| draft.problem(kind, &[stated, block]));
        }
        _ => {
            let area = fold(&unlink(&heading.text()).0);
            let name = sentence.iter().map(|(_, (_, name))| name.clone()).filter(|name| fold(name) != area);
            let again = sentence.as_ref().map(|(block, _)| draft.passages(&[block]));
            place.judgment = Some(draft.judge(Judged {
                also_called: name.collect(),
                also_stated: again.unwrap_or_default(),
                ..Judged::new(Scope::Area, (state, grade), heading, stated)
            }));
        }
    }
    draft.mark_rest(sentence.map(|(block, _)| block), Role::Judgment);
    boxes::read(&section[2..], Style::Headed, &place, draft);
}

/// A judgment as it stands under the heading of its area: the grade alone, or only the sentence that gives it.
fn stated_judgment(text: &str) -> Option<(State, Option<Grade>)> {
    printed_judgment(text).or_else(|| Some((State::Graded, Some(grade_sentence(text)?.0))))
}

/// The grade and the area's other name from "Warwickshire Police is adequate at prevention and deterrence."
fn grade_sentence(text: &str) -> Option<(Grade, String)> {
    let (text, _) = unlink(text);
    Grade::ALL.into_iter().find_map(|grade| {
        let word = grade.word().to_lowercase();
        let verb = if grade == Grade::RequiresImprovement { word } else { format!("is {word}") };
        let (_, name) = ["at", "in"].iter().find_map(|at| text.split_once(&format!(" {verb} {at} ")))?;
        let name = name.strip_suffix('.').filter(|name| !name.contains(". "))?;
        Some((grade, name.to_string()))
    })
}

/// A section without a grade: an area whose inspection is not complete, or one that the report only describes.
fn read_unfinished(section: &[Block], draft: &mut Draft) {
    let stated = section[1..].iter().find_map(|b| Some((b, absence(&fold(&b.text()))?)));
    if let Some((stated, state)) = stated {
        draft.judge(Judged::new(Scope::Area, (state, None), &section[0], stated));
    } else if section.iter().any(|b| box_kind(b).is_some()) {
        draft.problem(Kind::MissingGrade { area: section[0].text() }, &[&section[0]]);
        let place = Place::default().under(&section[0].text());
        boxes::read(&section[1..], Style::Headed, &place, draft);
    }
}

/// Whether a paragraph right under a heading says that the area has no grade.
fn says_absent(folded: &str) -> bool {
    absence(folded).is_some_and(|state| state != State::Ungraded || folded.contains("grade this area"))
}

fn says(folded: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| folded.contains(phrase))
}

const NOT_INSPECTED: [&str; 6] = [
    "we did not inspect",
    "we didn't inspect",
    "we haven't inspected",
    "we have not inspected",
    "was not inspected",
    "wasn't inspected",
];

/// Why there is no grade, from a sentence that says so.
fn absence(text: &str) -> Option<State> {
    let says = |phrases: &[&str]| says(text, phrases);
    if says(&["hasn't yet been completed", "has not yet been completed", "isn't yet complete"]) {
        Some(State::Pending)
    } else if says(&NOT_INSPECTED) {
        Some(State::NotInspected)
    } else if says(&[
        "we don't make a graded judgment",
        "we don't grade this area",
        "we do not grade this area",
        "we haven't graded",
        "is ungraded",
    ]) && !says(&["other areas"])
    {
        Some(State::Ungraded)
    } else {
        None
    }
}
