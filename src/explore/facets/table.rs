//! The table of facets. Each row has a facet's names in addresses and on screen, its values, and which of them a
//! document has.

use super::FacetValue;
use crate::pages::home::ForceCard;
use corpus::Corpus;
use model::folding::join_words;
use model::sorted_list::insert_unique;
use model::{Cycle, Finding, FindingKind, ForceId, Grade, Report, Scale, slugify};

/// Something that a list can be filtered by. The order is that of the parameters in addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The region of the force.
    Region,
    /// The force.
    Force,
    /// The cycle of inspections.
    Cycle,
    /// The kind of finding.
    Kind,
    /// The subject, our own grouping of questions and areas.
    Subject,
    /// The theme, our own label for findings by their words.
    Theme,
    /// The grade of the judgment that a finding belongs to, on the scale of its report.
    Grade,
}

/// The id of the value for documents without any of the others: findings without a subject, or without a grade.
pub const NO_VALUE: &str = "none";

/// The position of a finding in the corpus: the index of its report, and its own index in that report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FindingPosition {
    /// The index in `Corpus::reports`.
    pub report_index: usize,
    /// The index in `Report::findings`.
    pub finding_index: usize,
}

/// How a facet applies to one kind of document.
pub(super) struct FacetApplication<D> {
    /// All values, in the order of the options.
    pub values: fn(&Corpus) -> Vec<FacetValue>,
    /// The ids of the values of a document. Most have one, some none.
    pub ids: fn(&Corpus, &D) -> Vec<String>,
}

/// One row of the table.
pub(super) struct FacetRow {
    /// The facet.
    pub facet: Facet,
    /// Its name in addresses.
    pub parameter: &'static str,
    /// The name shown.
    pub name: &'static str,
    /// A caveat for the reader.
    pub note: Option<&'static str>,
    /// How it filters findings; `None` if it does not.
    pub for_findings: Option<FacetApplication<FindingPosition>>,
    /// How it filters forces; `None` if it does not.
    pub for_forces: Option<FacetApplication<ForceCard>>,
    /// The name of a value that exists although no document has it, for the chip of an address that chooses it.
    pub unused_value_name: fn(&Corpus, &str) -> Option<String>,
}

/// The rows, in the order of [`Facet`].
pub(super) static TABLE: [FacetRow; 7] = [
    FacetRow {
        facet: Facet::Region,
        parameter: "region",
        name: "Region",
        note: None,
        for_findings: None,
        for_forces: Some(FacetApplication { values: region_values, ids: |_, card| vec![slugify(&card.region)] }),
        unused_value_name: |_, _| None,
    },
    FacetRow {
        facet: Facet::Force,
        parameter: "force",
        name: "Force",
        note: None,
        for_findings: Some(FacetApplication {
            values: forces_with_reports,
            ids: |corpus, place| vec![report_at(corpus, place).force.id.to_string()],
        }),
        for_forces: None,
        unused_value_name: |corpus, id| Some(format!("{} (no report held)", corpus.force(&ForceId::new(id))?.name)),
    },
    FacetRow {
        facet: Facet::Cycle,
        parameter: "cycle",
        name: "Cycle",
        note: None,
        for_findings: Some(FacetApplication {
            values: cycles_with_reports,
            ids: |corpus, place| vec![slugify(&report_at(corpus, place).cycle)],
        }),
        for_forces: None,
        unused_value_name: |corpus, id| Some(format!("{} (no report held)", corpus.cycle_in_address(id)?.id)),
    },
    FacetRow {
        facet: Facet::Kind,
        parameter: "kind",
        name: "Kind",
        note: None,
        for_findings: Some(FacetApplication {
            values: |_| {
                FindingKind::ALL.into_iter().map(|kind| FacetValue::new(kind.slug(), kind.plural_name())).collect()
            },
            ids: |corpus, place| vec![finding_at(corpus, place).kind.slug()],
        }),
        for_forces: None,
        unused_value_name: |_, _| None,
    },
    FacetRow {
        facet: Facet::Subject,
        parameter: "subject",
        name: "Subject",
        note: Some("Our own grouping of the inspectorate's questions and areas"),
        for_findings: Some(FacetApplication { values: subject_values, ids: subject_ids }),
        for_forces: None,
        unused_value_name: |_, _| None,
    },
    FacetRow {
        facet: Facet::Theme,
        parameter: "theme",
        name: "Theme",
        note: Some("Our own labels, based on the words used in a finding"),
        for_findings: Some(FacetApplication {
            values: |corpus| corpus.themes.iter().map(|theme| FacetValue::new(&theme.id, &theme.name)).collect(),
            ids: theme_ids,
        }),
        for_forces: None,
        unused_value_name: |_, _| None,
    },
    FacetRow {
        facet: Facet::Grade,
        parameter: "grade",
        name: "Grade of the area or question",
        note: Some("Of the judgment that a finding belongs to. Grades on the two scales are not comparable"),
        for_findings: Some(FacetApplication {
            values: |_| grade_values().chain(Some(FacetValue::new(NO_VALUE, "No grade given"))).collect(),
            ids: grade_ids,
        }),
        for_forces: None,
        unused_value_name: |_, _| None,
    },
];

impl Facet {
    /// Every facet, in the order of the table.
    pub fn all() -> impl Iterator<Item = Facet> {
        TABLE.iter().map(|row| row.facet)
    }

    /// The row of this facet.
    pub(super) fn row(self) -> &'static FacetRow {
        &TABLE[self as usize]
    }

    /// Its name in addresses: "subject".
    pub fn parameter(self) -> &'static str {
        self.row().parameter
    }

    /// The facet with this name in addresses.
    pub fn from_parameter(name: &str) -> Option<Facet> {
        TABLE.iter().find(|row| row.parameter == name).map(|row| row.facet)
    }
}

/// The names of the facets of findings, for use in a sentence: "force, cycle, kind or theme".
pub fn facet_names_in_prose() -> String {
    let names: Vec<String> =
        TABLE.iter().filter(|row| row.for_findings.is_some()).map(|row| row.name.to_ascii_lowercase()).collect();
    let (last, others) = names.split_last().expect("findings have facets");
    format!("{} or {last}", join_words(others, ", "))
}

fn report_at<'c>(corpus: &'c Corpus, position: &FindingPosition) -> &'c Report {
    &corpus.reports[position.report_index]
}

fn finding_at<'c>(corpus: &'c Corpus, position: &FindingPosition) -> &'c Finding {
    &report_at(corpus, position).findings[position.finding_index]
}

/// The regions of the forces, in alphabetical order.
pub fn region_values(corpus: &Corpus) -> Vec<FacetValue> {
    let mut regions: Vec<&String> = Vec::new();
    corpus.forces.iter().for_each(|force| insert_unique(&mut regions, &force.region));
    regions.into_iter().map(|region| FacetValue::new(slugify(region), region)).collect()
}

fn forces_with_reports(corpus: &Corpus) -> Vec<FacetValue> {
    let has_reports = |id| corpus.reports_on(id).next().is_some();
    corpus.forces.iter().filter(|f| has_reports(&f.id)).map(|f| FacetValue::new(f.id.as_str(), &f.name)).collect()
}

/// A cycle as a value to choose.
pub fn cycle_value(cycle: &Cycle) -> FacetValue {
    FacetValue::new(slugify(&cycle.id), &cycle.id)
}

fn cycles_with_reports(corpus: &Corpus) -> Vec<FacetValue> {
    let has_reports = |id: &str| corpus.reports.iter().any(|report| report.cycle == id);
    corpus.cycles.iter().rev().filter(|c| has_reports(&c.id)).map(cycle_value).collect()
}

fn subject_values(corpus: &Corpus) -> Vec<FacetValue> {
    let named = corpus.subjects.iter().map(|subject| FacetValue::new(&subject.id, &subject.name));
    named.chain(Some(FacetValue::new(NO_VALUE, "No subject"))).collect()
}

fn subject_ids(corpus: &Corpus, position: &FindingPosition) -> Vec<String> {
    let subject = corpus.subject_of_finding(report_at(corpus, position), finding_at(corpus, position));
    vec![subject.map_or(NO_VALUE, |subject| &subject.id).to_string()]
}

fn theme_ids(corpus: &Corpus, position: &FindingPosition) -> Vec<String> {
    corpus.themes_of(position.report_index, position.finding_index).map(|theme| theme.id.clone()).collect()
}

/// The grades of each scale. They are values of their own, so that no count mixes two scales.
fn grade_values() -> impl Iterator<Item = FacetValue> {
    let scales = [(Scale::FiveTier, "from 2021/22"), (Scale::FourTier, "to 2018/19")];
    scales.into_iter().flat_map(|(scale, years)| {
        let value = move |grade: &Grade| FacetValue::new(grade_id(*grade, scale), format!("{grade}, {years}"));
        scale.grades().iter().map(value)
    })
}

fn grade_id(grade: Grade, scale: Scale) -> String {
    format!("{}-{}", slugify(grade.name()), scale.grades().len())
}

fn grade_ids(corpus: &Corpus, position: &FindingPosition) -> Vec<String> {
    let report = report_at(corpus, position);
    let judgment = finding_at(corpus, position).judgment.as_ref().and_then(|key| report.judgment(key));
    vec![judgment.and_then(|j| j.grade).map_or(NO_VALUE.to_string(), |grade| grade_id(grade, report.scale))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_facet_has_its_own_row_and_parameter() {
        for facet in Facet::all() {
            assert_eq!(facet.row().facet, facet);
            assert_eq!(Facet::from_parameter(facet.parameter()), Some(facet));
        }
    }

    #[test]
    fn every_facet_of_findings_is_named_in_prose() {
        assert_eq!(facet_names_in_prose(), "force, cycle, kind, subject, theme or grade of the area or question");
    }
}
