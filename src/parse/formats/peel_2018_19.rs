//! PEEL reports of 2018/19, printed, or as the web page of one pillar.
//!
//! The printed report has all three pillars, each with a grade and with components; the inspectorate's site has a page
//! for each pillar. The pages call components by their questions, and the printed reports by short names.

use crate::format::{DocumentText, ReportFormat, ReportReader};
use crate::structure::components::{self, Component, FINDINGS_INTRODUCTION, Pillar};
use crate::structure::draft::ReportDraft;
use crate::structure::identity::{
    ReportIdentity, cover_date, imprint_date, printed_isbn, signatory_name, stated_force,
};
use intake::block::Block;
use model::folding::fold_phrase;
use model::{Inspectorate, Scale};

const TITLE: &str = "Police effectiveness, efficiency and legitimacy 2018/19";

const STRUCTURE: &str = "This report is structured in four parts";

/// The format of the PEEL reports of 2018/19.
pub const FORMAT: ReportFormat = ReportFormat {
    name: "PEEL report 2018/19",
    titles: &[TITLE, "PEEL 2018/19"],
    required_phrases: &[QUESTIONS],
    formula: &[
        QUESTIONS,
        // Pages of earlier rounds have the same headings.
        &[STRUCTURE, FINDINGS_INTRODUCTION, "detailed inspection in 2018/19"],
    ],
    unique_phrase: STRUCTURE,
    reader: &Reader,
};

/// What every report has at least one of: the questions of the pillars, or the heading of a page with its components.
const QUESTIONS: &[&str] = &[
    PILLARS[0].question,
    PILLARS[1].question,
    PILLARS[2].question,
    "Questions for Effectiveness",
    "Questions for Efficiency",
    "Questions for Legitimacy",
];

const PILLARS: &[Pillar] = &[
    Pillar {
        name: "Effectiveness",
        question: "How effectively does the force reduce crime and keep people safe",
        topics: &["reducing crime and keeping people safe", "keeping people safe and reducing crime"],
        components: &[
            Component::graded(&[
                "Preventing crime and tackling anti-social behaviour",
                "How effective is the force at preventing crime, tackling anti-social behaviour and keeping people safe?",
            ]),
            Component::graded(&[
                "Investigating crime",
                "How effective is the force at investigating crime and reducing re-offending?",
                "How effective is the force at investigating crime and catching criminals?",
            ]),
            Component::graded(&[
                "Protecting vulnerable people",
                "How effective is the force at protecting those who are vulnerable from harm, and supporting victims?",
            ]),
            Component::graded(&[
                "Tackling serious and organised crime",
                "How effective is the force at tackling serious and organised crime?",
            ]),
            Component::ungraded(&[
                "Armed policing",
                "Armed response capability",
                "Specialist capabilities",
                "How effective are the force's specialist capabilities?",
            ]),
        ],
    },
    Pillar {
        name: "Efficiency",
        question: "How efficiently does the force operate and how sustainable are its services",
        topics: &["operating efficiently", "how efficiently it operates", "the way it operates"],
        components: &[
            Component::graded(&[
                "Meeting current demands and using resources",
                "How well does the force use its resources to meet the demand it faces?",
            ]),
            Component::graded(&["Planning for the future", "How well does the force plan for the future?"]),
        ],
    },
    Pillar {
        name: "Legitimacy",
        question: "How legitimately does the force treat the public and its workforce",
        topics: &["treats the public and its workforce", "treating the public and its workforce"],
        components: &[
            Component::graded(&[
                "Treating the public fairly",
                "To what extent does the force treat all of the people it serves with fairness and respect?",
            ]),
            Component::graded(&[
                "Ethical and lawful workforce behaviour",
                "How well does the force ensure that its workforce behaves ethically and lawfully?",
            ]),
            Component::graded(&[
                "Treating the workforce fairly",
                "To what extent does the force treat its workforce with fairness and respect?",
            ]),
        ],
    },
];

struct Reader;

impl ReportReader for Reader {
    fn identify(&self, document: &DocumentText) -> Option<ReportIdentity> {
        let flat = &document.flat_text;
        let pillar = only_pillar(flat);
        Some(ReportIdentity {
            force: stated_force(document, "An inspection of ")?,
            inspectorate: Inspectorate::Hmicfrs,
            programme: "PEEL",
            pillar: pillar.map(|(name, _)| name),
            cycle: components::CYCLE.to_string(),
            id_suffix: pillar.map_or("peel", |(_, id)| id),
            title: pillar
                .map_or(format!("PEEL: {TITLE}"), |(name, _)| format!("PEEL 2018/19: {}", name.to_lowercase())),
            published: cover_date(flat).or_else(|| imprint_date(&document.lines)),
            inspected: None,
            isbn: printed_isbn(flat),
            inspector: signatory_name(&document.lines),
            scale: Scale::FourTier,
        })
    }

    fn read_blocks(&self, blocks: &[Block], draft: &mut ReportDraft) {
        components::read_report(blocks, PILLARS, draft);
    }
}

/// The pillar of a web page, with the last part of the report's id; `None` for a report on all three.
fn only_pillar(flat: &str) -> Option<(&'static str, &'static str)> {
    const IDS: [&str; 3] = ["effectiveness", "efficiency", "legitimacy"];
    let folded = fold_phrase(flat);
    let is_named = |pillar: &&Pillar| {
        let page = format!("questions for {}", fold_phrase(pillar.name));
        folded.contains(&fold_phrase(pillar.question)) || folded.contains(&page)
    };
    let mut named = PILLARS.iter().zip(IDS).filter(|(pillar, _)| is_named(pillar));
    match (named.next(), named.next()) {
        (Some((pillar, id)), None) => Some((pillar.name, id)),
        _ => None,
    }
}
