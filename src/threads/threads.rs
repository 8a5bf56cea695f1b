//! Threads: each issue of a force that several reports speak of, or of which a report says what became of it.

use crate::links::{Links, StatedLink};
use crate::members::{Groups, Member};
use crate::profile::Profiles;
use crate::review::Review;
use crate::thread_table::ThreadTable;
use crate::words::first_words;
use model::sorted_list::insert_unique;
use model::{EarlierWork, Finding, ForceId, Report, ReportId, Statement, Thread, ThreadId, ThreadStep, slugify};
use std::collections::BTreeSet;

/// How many words of a report name a thread for which we have no words of our own.
const NAME_WORDS: usize = 12;

/// Makes the threads of a force, in the order of their first reports.
pub fn collect_threads(reports: &[&Report], profiles: &Profiles, links: &Links, table: &ThreadTable) -> Vec<Thread> {
    let maker = ThreadMaker { reports, profiles, links, table };
    let groups = maker.with_sentences_on_several(Groups::new(reports, links, table).into_members());
    let mut threads: Vec<Thread> = groups.iter().filter_map(|members| maker.make_thread(members)).collect();
    let place = |thread: &Thread| maker.place(&thread.steps[0]);
    threads.sort_by_key(place);
    number_equal_ids(&mut threads);
    threads
}

struct ThreadMaker<'t> {
    reports: &'t [&'t Report],
    profiles: &'t Profiles<'t>,
    links: &'t Links,
    table: &'t ThreadTable,
}

impl ThreadMaker<'_> {
    /// The thread of some members; `None` if they are of one report, no sentence speaks of earlier work, and the table does not
    /// have it.
    fn make_thread(&self, members: &[Member]) -> Option<Thread> {
        let mut steps = self.steps(members);
        steps.sort_by_key(|step| self.place(step));
        let reports: BTreeSet<&ReportId> = steps.iter().map(|step| &step.report).collect();
        let named = self.table.name_of(members, self.links);
        if reports.len() < 2 && named.is_none() && steps.iter().all(|step| step.statements.is_empty()) {
            return None;
        }
        let force = self.force_of(&steps.first()?.report);
        let name = named.map_or_else(|| self.own_name(&steps), str::to_string);
        let within = self.links.suggested.iter().filter(|link| {
            let is_member = |key| members.contains(&Member::Finding(key));
            is_member(link.a.clone()) && is_member(link.b.clone())
        });
        let mut reasons = Vec::new();
        within.clone().for_each(|link| insert_unique(&mut reasons, link.reason.clone()));
        Some(Thread {
            id: ThreadId::new(format!("{force}-{}", slugify(&name))),
            force,
            is_reviewed: named.is_some() || within.clone().all(|link| link.review == Review::Accepted),
            name,
            steps,
            reasons,
        })
    }

    /// The groups with each lone sentence added to all groups of its report whose own matter it names: "Previous causes of
    /// concern relating to missing persons and domestic abuse risk assessment have not been alleviated". A lone sentence that
    /// says nothing of what became of earlier work is left out.
    fn with_sentences_on_several(&self, groups: Vec<Vec<Member>>) -> Vec<Vec<Member>> {
        let lone = |members: &[Member]| match members {
            [Member::Sentence(n)] => Some(*n),
            _ => None,
        };
        let (alone, mut groups): (Vec<_>, Vec<_>) = groups.into_iter().partition(|members| lone(members).is_some());
        let matters: Vec<Vec<usize>> = groups.iter().map(|members| self.matters(&self.steps(members))).collect();
        let mut others = Vec::new();
        for n in alone.iter().filter_map(|members| lone(members)) {
            let link = &self.links.stated[n];
            let named = self.profiles.vocabulary.matters_of([link.sentence.as_str()]);
            let is_of_report = |member: &Member| match member {
                Member::Sentence(other) => self.links.stated[*other].report == link.report,
                _ => false,
            };
            let near: Vec<usize> = (0..groups.len()).filter(|at| groups[*at].iter().any(is_of_report)).collect();
            // What several groups are about does not tell them apart.
            let is_own = |matter: &usize| near.iter().filter(|at| matters[**at].contains(matter)).count() == 1;
            let fits = |at: &&usize| matters[**at].iter().any(|matter| named.contains(matter) && is_own(matter));
            let fitting: Vec<usize> = near.iter().filter(fits).copied().collect();
            if fitting.is_empty() && link.status.says_what_became() {
                others.push(vec![Member::Sentence(n)]);
            }
            for at in fitting {
                groups[at].push(Member::Sentence(n));
                groups[at].sort();
            }
        }
        groups.extend(others);
        groups
    }

    /// The members as steps: each finding with its sentences, and the sentences of running text, those together that follow
    /// each other.
    fn steps(&self, members: &[Member]) -> Vec<ThreadStep> {
        let mut steps: Vec<ThreadStep> = Vec::new();
        for member in members {
            if let Member::Finding(key) = member {
                let (report, _) = self.finding(key);
                steps.push(ThreadStep {
                    report: report.id.clone(),
                    finding: Some(key.clone()),
                    statements: Vec::new(),
                });
            }
        }
        let passages = members.iter().filter_map(|member| match member {
            Member::Passage(n) => Some(self.table.passage(*n)),
            _ => None,
        });
        steps.extend(passages.cloned());
        let mut last: Option<usize> = None;
        for member in members {
            let Member::Sentence(n) = member else { continue };
            let link = &self.links.stated[*n];
            let of_finding = |step: &&mut ThreadStep| step.finding.is_some() && step.finding == link.finding;
            if let Some(step) = steps.iter_mut().find(of_finding) {
                step.statements.push(statement(link));
                continue;
            }
            let follows = last.is_some_and(|last| last + 1 == *n && self.links.stated[last].report == link.report);
            match steps.last_mut().filter(|step| follows && step.finding.is_none()) {
                Some(step) => step.statements.push(statement(link)),
                None => steps.push(ThreadStep {
                    report: link.report.clone(),
                    finding: None,
                    statements: vec![statement(link)],
                }),
            }
            last = Some(*n);
        }
        steps
    }

    /// The place of a step among all: its report in order of date, and its line.
    fn place(&self, step: &ThreadStep) -> (usize, u32) {
        let report = self.reports.iter().position(|report| report.id == step.report).unwrap_or_default();
        let of_finding = step.finding.as_ref().and_then(|key| self.finding(key).1.passages.first());
        let of_sentence = step.statements.first().map(|statement| statement.lines[0]);
        (report, of_finding.map(|passage| passage.lines[0]).or(of_sentence).unwrap_or_default())
    }

    /// The issues and topics that most steps name, the most frequent first.
    fn matters(&self, steps: &[ThreadStep]) -> Vec<usize> {
        let of_step = |step: &ThreadStep| match &step.finding {
            Some(key) => self.profiles.vocabulary.matters_of(self.finding(key).1.texts()),
            None => self.profiles.vocabulary.matters_of(step.statements.iter().map(|s| s.words.as_str())),
        };
        let of_steps: Vec<BTreeSet<usize>> = steps.iter().map(of_step).collect();
        let count = |term: &usize| of_steps.iter().filter(|terms| terms.contains(term)).count();
        let all: BTreeSet<usize> = of_steps.iter().flatten().copied().collect();
        let mut most: Vec<usize> = all.into_iter().filter(|term| count(term) * 2 > steps.len()).collect();
        most.sort_by_key(|term| std::cmp::Reverse(count(term)));
        most
    }

    /// A name for a thread that the table does not name: the issue or topic that most of its steps name, or else its first
    /// words.
    fn own_name(&self, steps: &[ThreadStep]) -> String {
        match (self.matters(steps).first(), &steps[0].finding) {
            (Some(term), _) => self.profiles.vocabulary.terms[*term].name.clone(),
            (None, Some(key)) => first_words(&self.finding(key).1.text, NAME_WORDS),
            (None, None) => first_words(&steps[0].statements[0].words, NAME_WORDS),
        }
    }

    fn finding(&self, key: &model::FindingKey) -> (&Report, &Finding) {
        let with_report = self.reports.iter().flat_map(|report| report.findings.iter().map(move |f| (*report, f)));
        let mut found = with_report.filter(|(_, finding)| finding.key == *key);
        found.next().expect("links name findings of the reports")
    }

    fn force_of(&self, id: &ReportId) -> ForceId {
        let report = self.reports.iter().find(|report| report.id == *id);
        report.expect("links name the reports").force.id.clone()
    }
}

fn statement(link: &StatedLink) -> Statement {
    Statement {
        lines: link.lines,
        words: link.sentence.clone(),
        antecedent: link.antecedent.clone(),
        status: link.status,
        status_words: link.status_words.clone(),
        speaks_of: link.not_held.as_ref().map(|earlier| EarlierWork {
            inspection: earlier.inspection.clone(),
            reason: earlier.reason.clone(),
            address: earlier.address.clone(),
            is_page_of_inspection: earlier.is_page_of_inspection,
        }),
    }
}

/// Makes equal ids unequal by a number.
fn number_equal_ids(threads: &mut [Thread]) {
    let ids: Vec<ThreadId> = threads.iter().map(|thread| thread.id.clone()).collect();
    for (n, thread) in threads.iter_mut().enumerate() {
        let earlier = ids[..n].iter().filter(|other| **other == ids[n]).count();
        if earlier > 0 {
            thread.id = ThreadId::new(format!("{}-{}", ids[n], earlier + 1));
        }
    }
}
