//! What threads are made of, and which of it belongs together.

use crate::links::{Links, StatedLink};
use crate::thread_table::ThreadTable;
use model::{FindingKey, FindingKind, ReferenceStatus, ReferenceSubject, Report};
use std::collections::BTreeMap;

/// Something that can be in a thread.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Member {
    /// A finding.
    Finding(FindingKey),
    /// A sentence about earlier work, by its index among the stated links.
    Sentence(usize),
    /// A sentence that speaks of no earlier work, by its index in the table of threads.
    Passage(usize),
}

/// Members in groups. Every member is in exactly one.
#[derive(Default)]
pub struct Groups {
    /// For each member the number of its group.
    group_of: BTreeMap<Member, usize>,
}

impl Groups {
    /// Groups what the links and the table say belongs together.
    pub fn new(reports: &[&Report], links: &Links, table: &ThreadTable) -> Groups {
        let mut groups = Groups::default();
        for link in &links.suggested {
            groups.join(Member::Finding(link.a.clone()), Member::Finding(link.b.clone()));
        }
        let is_direction =
            |link: &StatedLink| links.directions.iter().any(|direction| direction.is_at(&link.report, link.lines));
        let issues = links.stated.iter().enumerate().filter(|(_, link)| is_of_issue(link) && !is_direction(link));
        for (n, link) in issues {
            let sentence = Member::Sentence(n);
            groups.add(sentence.clone());
            for key in findings_of(link, reports) {
                groups.join(sentence.clone(), Member::Finding(key));
            }
            let before = n.checked_sub(1).map(|before| &links.stated[before]);
            if before.is_some_and(|before| is_of_issue(before) && go_together(before, link)) {
                groups.join(sentence, Member::Sentence(n - 1));
            }
        }
        groups.join_recommendations(reports);
        for members in table.joined_members(links) {
            members.first().into_iter().for_each(|member| _ = groups.add(member.clone()));
            members.windows(2).for_each(|pair| groups.join(pair[0].clone(), pair[1].clone()));
        }
        groups
    }

    /// The members of each group, in the order of the members.
    pub fn into_members(self) -> Vec<Vec<Member>> {
        let mut members: BTreeMap<usize, Vec<Member>> = BTreeMap::new();
        for (member, group) in self.group_of {
            members.entry(group).or_default().push(member);
        }
        members.into_values().collect()
    }

    fn add(&mut self, member: Member) -> usize {
        let next = self.group_of.len();
        *self.group_of.entry(member).or_insert(next)
    }

    fn join(&mut self, a: Member, b: Member) {
        let (a, b) = (self.add(a), self.add(b));
        self.group_of.values_mut().filter(|group| **group == b).for_each(|group| *group = a);
    }

    /// Joins a cause of concern with the recommendations that answer it, if one of them is in a group.
    fn join_recommendations(&mut self, reports: &[&Report]) {
        for finding in reports.iter().flat_map(|report| &report.findings) {
            let Some(parent) = &finding.parent else { continue };
            let pair = [Member::Finding(finding.key.clone()), Member::Finding(parent.clone())];
            if pair.iter().any(|member| self.group_of.contains_key(member)) {
                let [a, b] = pair;
                self.join(a, b);
            }
        }
    }
}

/// Whether a sentence is about the same issue as the one before it. If a finding restates its matter, it is only if it says
/// what became of what the one before raised.
fn go_together(before: &StatedLink, link: &StatedLink) -> bool {
    let answers = link.status.says_what_became() && !before.status.says_what_became() && before.restated_by.is_none();
    link.continues && (link.restated_by.is_none() || answers)
}

/// Whether a sentence speaks of an issue, and not of a grade or of an inspection as such.
pub fn is_of_issue(link: &StatedLink) -> bool {
    let is_mention = link.status == ReferenceStatus::Nothing && link.subject == ReferenceSubject::Inspection;
    link.subject != ReferenceSubject::Judgment && link.status != ReferenceStatus::CarriedForward && !is_mention
}

/// The findings that a sentence is about: the one that restates the matter and the one that it speaks of. The one that it
/// is part of counts unless that is a summary, which has several matters.
fn findings_of(link: &StatedLink, reports: &[&Report]) -> Vec<FindingKey> {
    let kind_of = |key: &FindingKey| {
        let finding = reports.iter().flat_map(|report| &report.findings).find(|finding| finding.key == *key);
        finding.map(|finding| finding.kind)
    };
    let own = link.finding.iter().filter(|key| kind_of(key) != Some(FindingKind::SummaryPoint));
    let target = link.target.iter().map(|key| FindingKey::new(key.as_str()));
    let target = target.filter(|key| kind_of(key).is_some());
    own.chain(&link.restated_by).cloned().chain(target).collect()
}
