//! The draft of a report, to which a format adds what it reads, with the ledger of what each line became.

use crate::facts::deadline;
use crate::structure::boxes::request::is_request;
use crate::structure::identity::{ReportIdentity, force_id};
use crate::structure::outline::box_kind;
use crate::structure::role::LineRole;
use intake::block::{Block, BlockKind, block_passages};
use intake::link_markup::remove_links;
use intake::text::is_complete;
use model::problem::{Problem, ProblemKind};
use model::{
    Finding, FindingKey, FindingKind, ForceId, Grade, Judgment, JudgmentKey, JudgmentStatus, Passage, ReportId, Scale,
    Scope, slugify,
};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A report that is still being read.
pub struct ReportDraft<'a> {
    source: &'a str,
    id: ReportId,
    force: ForceId,
    /// The date of publication, from which deadlines are counted.
    published: Option<model::DateSpan>,
    /// The keys in use, with the last number appended to the same words.
    used_keys: HashMap<String, usize>,
    /// The first lines of formal items that were not read. They must not be marked as narrative.
    unread_items: HashSet<u32>,
    /// The role of each line of the source.
    pub roles: Vec<LineRole>,
    /// The judgments so far.
    pub judgments: Vec<Judgment>,
    /// The findings so far.
    pub findings: Vec<Finding>,
    /// The problems so far.
    pub problems: Vec<Problem>,
}

/// A judgment as found by a format, still with its blocks.
pub struct NewJudgment<'b, 'a> {
    /// What kind of thing is judged.
    pub scope: Scope,
    /// Whether there is a grade, and if not, why not.
    pub state: JudgmentStatus,
    /// The grade, if there is one.
    pub grade: Option<Grade>,
    /// The year in which it was inspected, if the report says so.
    pub inspected: Option<String>,
    /// The heading with the name of the question or area.
    pub heading: &'b Block<'a>,
    /// The block with the grade, or with the sentence that says why there is none.
    pub grade_block: &'b Block<'a>,
    /// Other names of the question or area in the same report.
    pub also_called: Vec<String>,
    /// Where else the report states the same judgment.
    pub also_stated: Vec<Passage>,
}

impl<'b, 'a> NewJudgment<'b, 'a> {
    /// A judgment that is stated only once and under one name.
    pub fn new(
        scope: Scope,
        (state, grade): (JudgmentStatus, Option<Grade>),
        heading: &'b Block<'a>,
        grade_block: &'b Block<'a>,
    ) -> Self {
        NewJudgment {
            scope,
            state,
            grade,
            inspected: None,
            heading,
            grade_block,
            also_called: Vec::new(),
            also_stated: Vec::new(),
        }
    }
}

/// What a finding belongs to.
#[derive(Clone, Default)]
pub struct FindingContext {
    /// The headings it is printed under, outermost first.
    pub section: Vec<String>,
    /// The judgment.
    pub judgment: Option<JudgmentKey>,
    /// For a recommendation, the cause of concern that it answers.
    pub parent: Option<FindingKey>,
}

impl FindingContext {
    /// The same, under one more heading.
    pub fn under_heading(&self, heading: &str) -> FindingContext {
        let mut place = self.clone();
        place.section.push(heading.to_string());
        place
    }
}

impl<'a> ReportDraft<'a> {
    /// An empty draft of a report with `lines` lines.
    pub fn new(source: &'a str, lines: usize, id: ReportId, identity: &ReportIdentity) -> Self {
        ReportDraft {
            source,
            id,
            force: force_id(&identity.force),
            published: identity.published,
            used_keys: HashMap::new(),
            unread_items: HashSet::new(),
            roles: vec![LineRole::Blank; lines],
            judgments: Vec::new(),
            findings: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Whether a name is that of the report's own force.
    pub fn is_report_force(&self, name: &str) -> bool {
        force_id(name) == self.force
    }

    /// Gives every line of a block a role.
    pub fn mark_lines(&mut self, block: &Block, role: LineRole) {
        for piece in &block.pieces {
            self.roles[piece.line as usize - 1] = role;
        }
    }

    /// Whether no words come after the block.
    pub fn is_last_block(&self, block: &Block) -> bool {
        let end = block.pieces.last().map_or(0, |piece| piece.start + piece.text.len());
        self.source[end..].trim().is_empty()
    }

    /// The passages of blocks.
    pub fn passages_of(&self, blocks: &[&Block]) -> Vec<Passage> {
        block_passages(self.source, blocks)
    }

    /// Adds a problem at the place of these blocks.
    pub fn add_problem(&mut self, kind: ProblemKind, blocks: &[&Block]) {
        let at = self.passages_of(blocks);
        self.problems.push(kind.into_problem(at));
    }

    /// Adds a judgment and returns its key.
    pub fn add_judgment(&mut self, judged: NewJudgment) -> JudgmentKey {
        let (area, _) = remove_links(&judged.heading.text());
        let wanted = format!("{}/{}", self.id, slugify(&area));
        let key = JudgmentKey::new(self.unused_key(wanted));
        self.mark_lines(judged.heading, LineRole::Heading);
        self.mark_lines(judged.grade_block, LineRole::Judgment);
        self.judgments.push(Judgment {
            key: key.clone(),
            scope: judged.scope,
            area,
            also_called: judged.also_called,
            status: judged.state,
            grade: judged.grade,
            inspected: judged.inspected,
            passages: self.passages_of(&[judged.heading, judged.grade_block]),
            also_stated: judged.also_stated,
        });
        key
    }

    /// Adds a finding and returns its key. `head` is its text, `rest` its list items and explanation, in order.
    pub fn add_finding(
        &mut self,
        kind: FindingKind,
        context: &FindingContext,
        head: &Block,
        rest: &[&Block],
    ) -> FindingKey {
        let (text, mut terms) = remove_links(&head.text());
        let (mut items, mut items_after, mut body) = (Vec::new(), Vec::new(), Vec::new());
        for block in rest {
            let (words, linked) = remove_links(&block.text());
            terms.extend(linked.into_iter().filter(|t| !terms.contains(t)).collect::<Vec<_>>());
            if matches!(block.kind, BlockKind::BulletItem | BlockKind::LetterItem) {
                items.push(words);
                items_after.push(body.len());
            } else {
                body.push(words);
            }
        }
        let all: Vec<&Block> = std::iter::once(head).chain(rest.iter().copied()).collect();
        for block in rest {
            self.mark_lines(block, LineRole::FindingBody);
        }
        self.mark_lines(head, LineRole::Finding);
        let key = self.finding_key(kind, &text);
        let deadlines = deadline::read_deadlines(kind, &text, &items, &body, self.published);
        self.findings.push(Finding {
            key: key.clone(),
            kind,
            section: context.section.clone(),
            judgment: context.judgment.clone(),
            deadline: deadline::main_deadline(&deadlines),
            deadlines,
            text,
            items,
            items_after,
            body,
            parent: context.parent.clone(),
            terms,
            passages: self.passages_of(&all),
        });
        key
    }

    /// Gives the last finding the deadline of the words that introduce it.
    pub fn set_deadline_of_last(&mut self, introduction: &str) {
        let published = self.published;
        if let Some(last) = self.findings.last_mut() {
            let introduced = deadline::read_deadlines(last.kind, introduction, &[], &[], published);
            last.deadlines.splice(0..0, introduced);
            last.deadline = deadline::main_deadline(&last.deadlines);
        }
    }

    /// Removes the last finding if it ends the source in the middle of its only sentence: the source is cut off there.
    pub fn drop_cut_off_finding(&mut self) {
        let end = self.source.trim_end().len();
        let is_cut = |f: &Finding| {
            let ends_text = f.passages.last().is_some_and(|p| p.bytes[1] as usize == end);
            ends_text && f.items.is_empty() && f.body.is_empty() && !is_complete(&f.text)
        };
        if let Some(cut) = self.findings.pop_if(|finding| is_cut(finding)) {
            for line in cut.passages.iter().flat_map(|p| p.lines[0]..=p.lines[1]) {
                self.roles[line as usize - 1] = LineRole::Blank;
            }
        }
    }

    /// Removes judgments. Their findings stay, without a judgment.
    pub fn remove_judgments(&mut self, unclear: &HashSet<JudgmentKey>) {
        self.judgments.retain(|judgment| !unclear.contains(&judgment.key));
        let has_unclear = |finding: &&mut Finding| finding.judgment.as_ref().is_some_and(|key| unclear.contains(key));
        self.findings.iter_mut().filter(has_unclear).for_each(|finding| finding.judgment = None);
    }

    /// Removes judgments with a grade that is not on the report's scale ("Adequate" before 2021/22), and adds a problem
    /// for each.
    pub fn drop_foreign_grades(&mut self, scale: Scale) {
        let mut foreign = HashSet::new();
        for judgment in &self.judgments {
            let Some(grade) = judgment.grade.filter(|grade| scale.position_of(*grade).is_none()) else { continue };
            let (area, passages) = (judgment.area.clone(), judgment.passages.clone());
            let lines = passages.iter().flat_map(|p| p.lines[0] as usize - 1..p.lines[1] as usize);
            for line in lines.filter(|line| self.roles[*line] != LineRole::Blank).collect::<Vec<_>>() {
                self.roles[line] = LineRole::Unread;
            }
            self.problems.push(ProblemKind::ForeignGrade { area, grade }.into_problem(passages));
            foreign.insert(judgment.key.clone());
        }
        self.remove_judgments(&foreign);
    }

    /// The byte ranges of the findings with their keys, in the order of the text.
    pub fn finding_ranges(&self) -> Vec<(Range<u32>, FindingKey)> {
        let mut places: Vec<(Range<u32>, FindingKey)> = Vec::new();
        for finding in &self.findings {
            places.extend(finding.passages.iter().map(|p| (p.bytes[0]..p.bytes[1], finding.key.clone())));
        }
        places.sort_by_key(|(range, _)| range.start);
        places
    }

    /// The key of a finding: built from its words and not from its number, so that it stays the same when the text is
    /// parsed again.
    fn finding_key(&mut self, kind: FindingKind, text: &str) -> FindingKey {
        const WORDS: usize = 8;
        let words = text.split_whitespace().take(WORDS).collect::<Vec<_>>().join(" ");
        let wanted = format!("{}/{}/{}", self.id, kind.slug(), slugify(&words));
        FindingKey::new(self.unused_key(wanted))
    }

    /// `wanted`, with the first free number from 2 appended if it is in use.
    fn unused_key(&mut self, wanted: String) -> String {
        let mut key = wanted.clone();
        // Start after the last number used: counting up from 2 each time would take quadratic time.
        let mut last = self.used_keys.get(&wanted).copied().unwrap_or_default();
        while self.used_keys.contains_key(&key) {
            last = last.max(1) + 1;
            key = format!("{wanted}-{last}");
        }
        self.used_keys.insert(wanted, last);
        self.used_keys.entry(key.clone()).or_insert(0);
        key
    }

    /// Prevents what looks like a formal item, but was not read as one, from being marked as narrative later, so that
    /// it becomes a problem.
    ///
    /// Narrative contains lists too, but always introduces them.
    pub fn reserve_unread_items(&mut self, sections: &[Block]) {
        let mut is_new_count = false;
        for (i, block) in sections.iter().enumerate() {
            let is_item = matches!(block.kind, BlockKind::BulletItem | BlockKind::LetterItem);
            // A single star is that of a footnote.
            let mut around = sections[i.saturating_sub(1)..].iter().take(3).filter(|b| b.bullet == Some('*'));
            let is_note = block.bullet == Some('*') && around.nth(1).is_none();
            if (is_item && !is_new_count && !is_note) || box_kind(block).is_some() {
                self.unread_items.insert(block.first_piece().line);
            }
            if !is_item {
                is_new_count = block.tail().words.ends_with(':') && !is_request(&block.text());
            }
        }
    }

    /// Gives these blocks a role, except those that already have one and those that must not become narrative.
    pub fn mark_unmarked<'b, 't: 'b>(&mut self, blocks: impl IntoIterator<Item = &'b Block<'t>>, role: LineRole) {
        for block in blocks {
            if !self.unread_items.contains(&block.first_piece().line)
                && block.pieces.iter().all(|p| self.roles[p.line as usize - 1] == LineRole::Blank)
            {
                self.mark_lines(block, role);
            }
        }
    }
}
