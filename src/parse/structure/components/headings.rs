//! Finds the chapters of pillars and components by their headings and the grades under them.

use super::table::FrontTable;
use super::{FINDINGS_INTRODUCTION, Pillar};
use crate::structure::dated_table::DatedRow;
use crate::structure::outline::{block_judgment, box_kind, is_similar, may_be_heading};
use crate::structure::questions::QUESTION_STARTS;
use intake::block::{Block, BlockKind};
use model::folding::fold_phrase;

/// What a chapter is about, by the indices of the pillar and of its component.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A pillar.
    Pillar(usize),
    /// A component of a pillar.
    Component(usize, usize),
}

/// A chapter with its heading.
pub struct Chapter<'b, 'a> {
    /// What it is about; `None` for a component with a name that is not known.
    pub part: Option<Part>,
    /// Its heading and everything up to the next chapter.
    pub blocks: &'b [Block<'a>],
    /// The name of the pillar in the heading above the chapter, if there is one.
    pub title: Option<Block<'a>>,
    /// Headings with the same name elsewhere, each with the grade under it.
    pub elsewhere: Vec<(&'b Block<'a>, &'b Block<'a>)>,
}

impl Chapter<'_, '_> {
    /// Whether a row of a table at the front, which is about this part, is about the same as the chapter.
    pub fn has_row(&self, part: Option<Part>, row: &DatedRow) -> bool {
        self.part == part && (part.is_some() || self.blocks[0].has_text(&row.name.text()))
    }
}

/// The part that a name or question belongs to.
pub fn part_named(name: &str, pillars: &[Pillar]) -> Option<Part> {
    let folded = |words: &str| fold_phrase(words).trim_end_matches(['?', '.', ' ']).to_string();
    let name = folded(name);
    let parts = || {
        pillars.iter().enumerate().flat_map(|(p, pillar)| {
            let names = move |(c, of): (usize, &'static super::Component)| {
                of.names.iter().map(move |name| (Part::Component(p, c), *name))
            };
            [pillar.name, pillar.question]
                .map(|name| (Part::Pillar(p), name))
                .into_iter()
                .chain(pillar.components.iter().enumerate().flat_map(names))
        })
    };
    if let Some((part, _)) = parts().find(|(_, known)| folded(known) == name) {
        return Some(part);
    }
    // Questions are worded in several ways; a short name is not enough to tell components apart.
    if !QUESTION_STARTS.iter().any(|start| name.starts_with(start)) {
        return None;
    }
    let mut similar: Vec<Part> = parts()
        .filter(|(part, known)| matches!(part, Part::Component(..)) && known.ends_with('?') && is_similar(known, &name))
        .map(|(part, _)| part)
        .collect();
    similar.dedup();
    match similar[..] {
        [part] => Some(part),
        _ => None,
    }
}

/// The block with the grade under the first block. A page prints the day of its last change between the two.
pub fn grade_below<'b, 'a>(blocks: &'b [Block<'a>]) -> Option<&'b Block<'a>> {
    blocks.get(1..)?.iter().find(|b| !is_stamp(b)).filter(|b| block_judgment(b).is_some())
}

/// Whether a block says when the page was last changed, and nothing else.
fn is_stamp(block: &Block) -> bool {
    const LONGEST: usize = 40;
    block.approximate_len() < LONGEST && fold_phrase(&block.text()).starts_with("last updated")
}

/// A place where the heading of a chapter may be.
struct Place {
    at: usize,
    part: Option<Part>,
    is_graded: bool,
}

/// The chapters of the text, in order.
///
/// The name of a component can be in a table or list at the front, over its chapter, and over a part of another
/// chapter: its chapter is where its grade is, behind the front.
pub fn find_chapters<'b, 'a>(
    body: &'b [Block<'a>],
    table: &FrontTable,
    pillars: &'static [Pillar],
) -> Vec<Chapter<'b, 'a>> {
    const LONGEST_TITLE: usize = 60;
    let places: Vec<Place> =
        (0..body.len()).filter(|i| !table.contains(*i)).filter_map(|i| heading_place(body, i, pillars)).collect();
    let is_question = |place: &&Place| {
        let asks = |pillar: &Pillar| fold_phrase(&body[place.at].text()).starts_with(&fold_phrase(pillar.question));
        matches!(place.part, Some(Part::Pillar(p)) if asks(&pillars[p]))
    };
    let front = places.iter().find(is_question).map_or(0, |place| place.at);
    let mut starts: Vec<(usize, Option<Part>)> = Vec::new();
    for place in places.iter().filter(|place| place.at >= front) {
        let all = || places.iter().filter(|other| other.part == place.part && other.at >= front);
        // The name of a pillar stands above its question, which heads the chapter.
        let is_asked = all().any(|other| is_question(&other));
        let same = || all().filter(|other| !is_asked || is_question(other));
        let best = match place.part {
            None => Some(place.at),
            Some(_) => same().rfind(|other| other.is_graded).or_else(|| same().next()).map(|other| other.at),
        };
        if best == Some(place.at) {
            starts.push((place.at, place.part));
        }
    }
    let ends: Vec<usize> = starts.iter().skip(1).map(|(at, _)| *at).chain(Some(body.len())).collect();
    let chapter = |((at, part), end): (&(usize, Option<Part>), usize)| {
        let above = starts.iter().rev().find(|(other, _)| other < at).map_or(0, |(other, _)| *other);
        let pillar_name = |i: usize| match part {
            Some(Part::Pillar(p)) if body[i].has_text(pillars[*p].name) => Some(body[i].clone()),
            // "Exshire 2018/19 – Legitimacy"
            Some(Part::Pillar(p)) if body[i].approximate_len() < LONGEST_TITLE && may_be_heading(&body[i]) => {
                body[i].split_off_tail(pillars[*p].name).map(|(_, name)| name)
            }
            _ => None,
        };
        let others = places.iter().filter(|other| part.is_some() && other.part == *part && other.at != *at);
        Chapter {
            part: *part,
            blocks: &body[*at..end],
            title: (above..*at).rev().find_map(pillar_name),
            elsewhere: others.filter_map(|o| Some((&body[o.at], grade_below(&body[o.at..])?))).collect(),
        }
    };
    starts.iter().zip(ends).map(chapter).collect()
}

/// The block at this index as the heading of a chapter, if it may be one.
///
/// A name that is not known counts only with a grade under it and a box or the fixed sentence above detailed findings.
fn heading_place(body: &[Block], at: usize, pillars: &'static [Pillar]) -> Option<Place> {
    const LONGEST: usize = 200;
    const NEAR: usize = 12;
    let block = &body[at];
    let is_question = || block.kind == BlockKind::Plain && block.text().ends_with('?');
    if block.approximate_len() > LONGEST
        || !(may_be_heading(block) || is_question())
        || box_kind(block).is_some()
        || block_judgment(block).is_some()
        || is_stamp(block)
    {
        return None;
    }
    let part = part_named(&block.text(), pillars);
    let is_graded = grade_below(&body[at..]).is_some();
    let is_detailed = || {
        let near = body[at + 1..].iter().take(NEAR);
        near.clone().any(|b| box_kind(b).is_some() || b.text().contains(FINDINGS_INTRODUCTION))
    };
    let counts = match part {
        Some(_) => true,
        None => {
            is_graded && (QUESTION_STARTS.iter().any(|s| fold_phrase(&block.text()).starts_with(s)) || is_detailed())
        }
    };
    counts.then_some(Place { at, part, is_graded })
}
