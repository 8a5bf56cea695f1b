//! The victim service assessment, which has findings but no grade.

use crate::structure::draft::{FindingContext, NewJudgment, ReportDraft};
use crate::structure::headed_items;
use intake::block::Block;
use intake::sentence::split_sentences;
use model::folding::fold_phrase;
use model::problem::ProblemKind;
use model::{FindingKind, JudgmentStatus, Scope};

/// Whether a block says that the victim service assessment has no grade: "While this assessment is ungraded, ..." or
/// "We don't make a graded judgment in this overall area."
pub fn says_ungraded(block: &Block) -> bool {
    let text = fold_phrase(&block.text());
    text.contains("ungraded") || (text.contains("graded judgment") && text.contains("n't make"))
}

/// Reads the victim service assessment. `above` is the heading right above it, and `elsewhere` says in another section that
/// it has no grade.
pub fn read_victim_assessment(
    above: Option<&Block>,
    section: &[Block],
    elsewhere: Option<&Block>,
    draft: &mut ReportDraft,
) {
    let heading = above.unwrap_or(&section[0]);
    let section_names: Vec<String> = above.into_iter().chain(&section[..1]).map(Block::text).collect();
    let mut context = FindingContext { section: section_names, judgment: None, parent: None };
    let in_section = section.iter().find(|b| says_ungraded(b));
    let again = elsewhere.filter(|_| in_section.is_some());
    match in_section.or(elsewhere) {
        Some(stated) => {
            context.judgment = Some(draft.add_judgment(NewJudgment {
                also_called: above.map(|_| section[0].text()).into_iter().collect(),
                also_stated: again.map(|block| draft.passages_of(&[block])).unwrap_or_default(),
                ..NewJudgment::new(Scope::Area, (JudgmentStatus::Ungraded, None), heading, stated)
            }));
        }
        None => draft.add_problem(ProblemKind::MissingGrade { area: heading.text() }, &[heading]),
    }
    // The first heading comes right after that sentence, and has a full stop in some reports.
    let stated = section.iter().position(says_ungraded);
    let first = stated.map_or(1, |stated| stated + 1);
    let is_head = stated.and_then(|_| section.get(first)).is_some_and(|b| split_sentences(&b.text()).nth(1).is_none());
    let items = headed_items::divide_items(&section[first.min(section.len())..], is_head);
    headed_items::add_items(FindingKind::VictimServiceFinding, items, &context, draft);
}
