//! The report as it grows while a format reads it, and the ledger of what each line became.

use crate::facts::deadline;
use crate::structure::boxes::asking::asks;
use crate::structure::identity::{Identity, force_id};
use crate::structure::outline::box_kind;
use crate::structure::role::Role;
use intake::block::{Block, Mark, passages};
use intake::links::unlink;
use intake::text::is_finished;
use model::problem::{Kind, Problem};
use model::{
    Finding, FindingKey, FindingKind, ForceId, Grade, Judgment, JudgmentKey, Passage, ReportId, Scale, Scope, State,
    slug,
};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A report in the making.
pub struct Draft<'a> {
    source: &'a str,
    id: ReportId,
    force: ForceId,
    published: Option<model::When>,
    /// Keys that are taken, with the number behind the last one of the same words.
    keys: HashMap<String, usize>,
    /// The first lines of formal items that were not read, which are no explaining text.
    left: HashSet<u32>,
    /// One entry a line.
    pub roles: Vec<Role>,
    pub judgments: Vec<Judgment>,
    pub findings: Vec<Finding>,
    pub problems: Vec<Problem>,
}

/// A judgment as a format found it.
pub struct Judged<'b, 'a> {
    pub scope: Scope,
    pub state: State,
    pub grade: Option<Grade>,
    pub inspected: Option<String>,
    /// The heading that names its question or area.
    pub heading: &'b Block<'a>,
    /// The block with the grade, or with the sentence that says why there is none.
    pub stated: &'b Block<'a>,
    pub also_called: Vec<String>,
    /// Where the report states the same again.
    pub also_stated: Vec<Passage>,
}

impl<'b, 'a> Judged<'b, 'a> {
    /// A judgment that is stated once and under one name.
    pub fn new(
        scope: Scope,
        (state, grade): (State, Option<Grade>),
        heading: &'b Block<'a>,
        stated: &'b Block<'a>,
    ) -> Self {
        Judged {
            scope,
            state,
            grade,
            inspected: None,
            heading,
            stated,
            also_called: Vec::new(),
            also_stated: Vec::new(),
        }
    }
}

/// Where a finding stands: its printed headings and the judgment it belongs to.
#[derive(Clone, Default)]
pub struct Place {
    pub section: Vec<String>,
    pub judgment: Option<JudgmentKey>,
    pub parent: Option<FindingKey>,
}

impl Place {
    /// The same place under one more heading.
    pub fn under(&self, heading: &str) -> Place {
        let mut place = self.clone();
        place.section.push(heading.to_string());
        place
    }
}

impl<'a> Draft<'a> {
    /// An empty report of `lines` lines.
    pub fn new(source: &'a str, lines: usize, id: ReportId, identity: &Identity) -> Self {
        Draft {
            source,
            id,
            force: force_id(&identity.force),
            published: identity.published,
            keys: HashMap::new(),
            left: HashSet::new(),
            roles: vec![Role::Blank; lines],
            judgments: Vec::new(),
            findings: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Whether these words name the force that the report is on.
    pub fn is_its_force(&self, name: &str) -> bool {
        force_id(name) == self.force
    }

    /// Notes what the lines of a block became.
    pub fn mark(&mut self, block: &Block, role: Role) {
        for piece in &block.pieces {
            self.roles[piece.line as usize - 1] = role;
        }
    }

    /// Whether no word stands behind the block.
    pub fn is_last(&self, block: &Block) -> bool {
        let end = block.pieces.last().map_or(0, |piece| piece.start + piece.text.len());
        self.source[end..].trim().is_empty()
    }

    /// Where blocks stand.
    pub fn passages(&self, blocks: &[&Block]) -> Vec<Passage> {
        passages(self.source, blocks)
    }

    /// Adds a problem at its place.
    pub fn problem(&mut self, kind: Kind, blocks: &[&Block]) {
        let at = self.passages(blocks);
        self.problems.push(kind.at(at));
    }

    /// Adds a judgment and returns its key.
    pub fn judge(&mut self, judged: Judged) -> JudgmentKey {
        let (area, _) = unlink(&judged.heading.text());
        let wanted = format!("{}/{}", self.id, slug(&area));
        let key = JudgmentKey::new(self.unused(wanted));
        self.mark(judged.heading, Role::Heading);
        self.mark(judged.stated, Role::Judgment);
        self.judgments.push(Judgment {
            key: key.clone(),
            scope: judged.scope,
            area,
            also_called: judged.also_called,
            state: judged.state,
            grade: judged.grade,
            inspected: judged.inspected,
            passages: self.passages(&[judged.heading, judged.stated]),
            also_stated: judged.also_stated,
        });
        key
    }

    /// Adds a finding: `head` is what it says, `rest` its list items and explanation in the order of the text.
    pub fn find(&mut self, kind: FindingKind, place: &Place, head: &Block, rest: &[&Block]) -> FindingKey {
        let (text, mut terms) = unlink(&head.text());
        let (mut items, mut items_after, mut body) = (Vec::new(), Vec::new(), Vec::new());
        for block in rest {
            let (words, linked) = unlink(&block.text());
            terms.extend(linked.into_iter().filter(|t| !terms.contains(t)).collect::<Vec<_>>());
            if matches!(block.mark, Mark::Bullet | Mark::Letter) {
                items.push(words);
                items_after.push(body.len());
            } else {
                body.push(words);
            }
        }
        let all: Vec<&Block> = std::iter::once(head).chain(rest.iter().copied()).collect();
        for block in rest {
            self.mark(block, Role::Body);
        }
        self.mark(head, Role::Finding);
        let key = self.finding_key(kind, &text);
        self.findings.push(Finding {
            key: key.clone(),
            kind,
            section: place.section.clone(),
            judgment: place.judgment.clone(),
            deadline: deadline::find(kind, &text, &body, self.published),
            text,
            items,
            items_after,
            body,
            parent: place.parent.clone(),
            terms,
            passages: self.passages(&all),
        });
        key
    }

    /// Takes back a finding whose only words end the text in the middle of a sentence: the text was cut there.
    pub fn drop_cut_off(&mut self) {
        let end = self.source.trim_end().len();
        let is_cut = |f: &Finding| {
            let ends_text = f.passages.last().is_some_and(|p| p.bytes[1] as usize == end);
            ends_text && f.items.is_empty() && f.body.is_empty() && !is_finished(&f.text)
        };
        if let Some(cut) = self.findings.pop_if(|finding| is_cut(finding)) {
            for line in cut.passages.iter().flat_map(|p| p.lines[0]..=p.lines[1]) {
                self.roles[line as usize - 1] = Role::Blank;
            }
        }
    }

    /// Takes back judgments. Their findings stay, and belong to none.
    pub fn take_back(&mut self, unclear: &HashSet<JudgmentKey>) {
        self.judgments.retain(|judgment| !unclear.contains(&judgment.key));
        let is_of_one = |finding: &&mut Finding| finding.judgment.as_ref().is_some_and(|key| unclear.contains(key));
        self.findings.iter_mut().filter(is_of_one).for_each(|finding| finding.judgment = None);
    }

    /// Takes back judgments with a grade that the report's scale does not have ("Adequate" before 2021/22).
    pub fn drop_foreign_grades(&mut self, scale: Scale) {
        let mut foreign = HashSet::new();
        for judgment in &self.judgments {
            let Some(grade) = judgment.grade.filter(|grade| scale.ladder(*grade).is_none()) else { continue };
            let (area, passages) = (judgment.area.clone(), judgment.passages.clone());
            let lines = passages.iter().flat_map(|p| p.lines[0] as usize - 1..p.lines[1] as usize);
            for line in lines.filter(|line| self.roles[*line] != Role::Blank).collect::<Vec<_>>() {
                self.roles[line] = Role::Unread;
            }
            self.problems.push(Kind::ForeignGrade { area, grade }.at(passages));
            foreign.insert(judgment.key.clone());
        }
        self.take_back(&foreign);
    }

    /// Where findings stand, in the order of the text.
    pub fn places_of_findings(&self) -> Vec<(Range<u32>, FindingKey)> {
        let mut places: Vec<(Range<u32>, FindingKey)> = Vec::new();
        for finding in &self.findings {
            places.extend(finding.passages.iter().map(|p| (p.bytes[0]..p.bytes[1], finding.key.clone())));
        }
        places.sort_by_key(|(range, _)| range.start);
        places
    }

    /// Built from what the finding says and not from its number, so that it survives another reading of the text.
    fn finding_key(&mut self, kind: FindingKind, text: &str) -> FindingKey {
        const WORDS: usize = 8;
        let words = text.split_whitespace().take(WORDS).collect::<Vec<_>>().join(" ");
        let wanted = format!("{}/{}/{}", self.id, kind.slug(), slug(&words));
        FindingKey::new(self.unused(wanted))
    }

    /// `wanted`, or with the first free number from 2 behind it.
    fn unused(&mut self, wanted: String) -> String {
        let mut key = wanted.clone();
        // The number that the last key of these words had: to count up from 2 each time is not linear.
        let mut last = self.keys.get(&wanted).copied().unwrap_or_default();
        while self.keys.contains_key(&key) {
            last = last.max(1) + 1;
            key = format!("{wanted}-{last}");
        }
        self.keys.insert(wanted, last);
        self.keys.entry(key.clone()).or_insert(0);
        key
    }

    /// Leaves what looks like a formal item in the sections under judgments unread, if nothing has read it.
    ///
    /// Explaining text has lists too, but always says what they list.
    pub fn leave_items(&mut self, sections: &[Block]) {
        let mut is_introduced = false;
        for (i, block) in sections.iter().enumerate() {
            let is_item = matches!(block.mark, Mark::Bullet | Mark::Letter);
            // One star alone is that of a note.
            let mut around = sections[i.saturating_sub(1)..].iter().take(3).filter(|b| b.sign == Some('*'));
            let is_note = block.sign == Some('*') && around.nth(1).is_none();
            if (is_item && !is_introduced && !is_note) || box_kind(block).is_some() {
                self.left.insert(block.first().line);
            }
            if !is_item {
                is_introduced = block.tail().words.ends_with(':') && !asks(&block.text());
            }
        }
    }

    /// Gives every line of these blocks that has no role yet the role of its part.
    pub fn mark_rest<'b, 't: 'b>(&mut self, blocks: impl IntoIterator<Item = &'b Block<'t>>, role: Role) {
        for block in blocks {
            if !self.left.contains(&block.first().line)
                && block.pieces.iter().all(|p| self.roles[p.line as usize - 1] == Role::Blank)
            {
                self.mark(block, role);
            }
        }
    }
}
