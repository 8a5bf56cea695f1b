//! From parsed JSON to the model, field by field.
//!
//! Derived deserialisers would do the same, at 30 kB more of compressed program: each brings its own copy of the
//! reader of objects and of sequences. That this reads all that is written is proven by a round trip in the tests.

use super::{Corpus, LoadError, PublicationDate};
use crate::model::*;
use crate::problem::Problem;
use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde_json::{Map, Value};

type Read<T> = Result<T, LoadError>;

/// A word is not in its set. Says nothing: the words that serde would make up carry the formatting of fractions with them.
#[derive(Debug)]
struct NotInSet;

impl std::fmt::Display for NotInSet {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}

impl std::error::Error for NotInSet {}

impl serde::de::Error for NotInSet {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        NotInSet
    }
}

/// A JSON object on its way to becoming `what`.
struct Object<'v> {
    what: &'static str,
    fields: &'v Map<String, Value>,
}

impl<'v> Object<'v> {
    fn of(what: &'static str, value: &'v Value) -> Read<Object<'v>> {
        let fields = value.as_object().ok_or_else(|| LoadError::Shape(format!("{what} is not an object")))?;
        Ok(Object { what, fields })
    }

    fn wrong(&self, field: &str) -> LoadError {
        LoadError::Shape(format!("{} has no usable '{field}'", self.what))
    }

    /// A field that is there and not null.
    fn some(&self, field: &str) -> Option<&'v Value> {
        self.fields.get(field).filter(|value| !value.is_null())
    }

    fn text(&self, field: &str) -> Read<String> {
        self.some(field).and_then(Value::as_str).map(str::to_string).ok_or_else(|| self.wrong(field))
    }

    fn maybe_text(&self, field: &str) -> Read<Option<String>> {
        self.some(field).map(|_| self.text(field)).transpose()
    }

    fn number(&self, field: &str) -> Read<usize> {
        self.some(field).and_then(Value::as_u64).map(|n| n as usize).ok_or_else(|| self.wrong(field))
    }

    fn flag(&self, field: &str) -> Read<bool> {
        self.some(field).and_then(Value::as_bool).ok_or_else(|| self.wrong(field))
    }

    /// A word from a fixed set, or a date.
    fn word<T: Deserialize<'v>>(&self, field: &str) -> Read<T> {
        let word = self.some(field).and_then(Value::as_str).ok_or_else(|| self.wrong(field))?;
        T::deserialize(StrDeserializer::<NotInSet>::new(word)).map_err(|_| self.wrong(field))
    }

    fn maybe_word<T: Deserialize<'v>>(&self, field: &str) -> Read<Option<T>> {
        self.some(field).map(|_| self.word(field)).transpose()
    }

    fn list<T>(&self, field: &str, read: fn(&'v Value) -> Read<T>) -> Read<Vec<T>> {
        let values = self.some(field).and_then(Value::as_array).ok_or_else(|| self.wrong(field))?;
        let mut list = Vec::with_capacity(values.len());
        for value in values {
            list.push(read(value)?);
        }
        Ok(list)
    }

    fn texts(&self, field: &str) -> Read<Vec<String>> {
        self.list(field, |value| {
            value.as_str().map(str::to_string).ok_or(LoadError::Shape("a text is not a text".into()))
        })
    }

    fn passages(&self) -> Read<Vec<Passage>> {
        self.list("passages", passage)
    }
}

/// Reads a whole bundle.
pub fn corpus(value: &Value) -> Read<Corpus> {
    let o = Object::of("the bundle", value)?;
    Ok(Corpus {
        schema: o.number("schema")? as u32,
        forces: o.list("forces", force)?,
        cycles: o.list("cycles", cycle)?,
        subjects: o.list("subjects", subject)?,
        themes: o.list("themes", theme)?,
        publication_dates: o.list("publication_dates", publication_date)?,
        register: o.list("register", register_page)?,
        reports: o.list("reports", report)?,
    })
}

fn force(value: &Value) -> Read<Force> {
    let o = Object::of("a force", value)?;
    let id = ForceId::new(o.text("id")?);
    Ok(Force { id, name: o.text("name")?, other_names: o.texts("other_names")?, region: o.text("region")? })
}

fn cycle(value: &Value) -> Read<Cycle> {
    let o = Object::of("a cycle", value)?;
    Ok(Cycle {
        id: o.text("id")?,
        scale: o.word("scale")?,
        comparable_with_previous: o.flag("comparable_with_previous")?,
        break_label: o.maybe_text("break_label")?,
        statement: o.some("statement").map(statement).transpose()?,
    })
}

fn statement(value: &Value) -> Read<Statement> {
    let o = Object::of("a statement", value)?;
    let at = o.some("passage").ok_or_else(|| o.wrong("passage"))?;
    Ok(Statement { quote: o.text("quote")?, report: ReportId::new(o.text("report")?), passage: passage(at)? })
}

fn subject(value: &Value) -> Read<Subject> {
    let o = Object::of("a subject", value)?;
    let (wordings, readings) = (o.texts("wordings")?, o.list("readings", reading)?);
    Ok(Subject { id: o.text("id")?, name: o.text("name")?, wordings, readings })
}

fn reading(value: &Value) -> Read<Reading> {
    let o = Object::of("a reading", value)?;
    Ok(Reading { cycle: o.text("cycle")?, relation: o.word("relation")?, note: o.maybe_text("note")? })
}

fn theme(value: &Value) -> Read<Theme> {
    let o = Object::of("a theme", value)?;
    let findings = o.list("findings", |pair| match pair.as_array().map(Vec::as_slice) {
        Some([report, finding]) => Ok([count(report)?, count(finding)?]),
        _ => Err(LoadError::Shape("the place of a finding is no pair".into())),
    })?;
    Ok(Theme { id: o.text("id")?, name: o.text("name")?, words: o.texts("words")?, findings })
}

fn publication_date(value: &Value) -> Read<PublicationDate> {
    let o = Object::of("a publication date", value)?;
    Ok(PublicationDate {
        cycle: o.text("cycle")?,
        what: o.text("what")?,
        published: o.word("published")?,
        source_url: o.text("source_url")?,
    })
}

fn register_page(value: &Value) -> Read<RegisterPage> {
    let o = Object::of("a page of the register", value)?;
    Ok(RegisterPage {
        force: ForceId::new(o.text("force")?),
        cycle: o.text("cycle")?,
        dated: o.maybe_word("dated")?,
        publisher: o.word("publisher")?,
        url: o.text("url")?,
        grades: o.list("grades", stated_grade)?,
        count: o.some("count").map(grade_count).transpose()?,
    })
}

fn stated_grade(value: &Value) -> Read<StatedGrade> {
    let o = Object::of("a stated grade", value)?;
    Ok(StatedGrade { scope: o.word("scope")?, area: o.text("area")?, grade: o.word("grade")? })
}

fn grade_count(value: &Value) -> Read<GradeCount> {
    let o = Object::of("a count of grades", value)?;
    Ok(GradeCount { graded: o.number("graded")?, of_each: o.list("of_each", count)? })
}

fn count(value: &Value) -> Read<usize> {
    value.as_u64().map(|n| n as usize).ok_or(LoadError::Shape("a count is not a number".into()))
}

fn report(value: &Value) -> Read<Report> {
    let o = Object::of("a report", value)?;
    let force = Object::of("a report's force", o.some("force").unwrap_or(&Value::Null))?;
    let source = Object::of("a report's source", o.some("source").unwrap_or(&Value::Null))?;
    Ok(Report {
        schema: o.number("schema")? as u32,
        id: ReportId::new(o.text("id")?),
        force: PrintedForce { id: ForceId::new(force.text("id")?), name: force.text("name")? },
        inspectorate: o.word("inspectorate")?,
        programme: o.text("programme")?,
        pillar: o.maybe_text("pillar")?,
        cycle: o.text("cycle")?,
        title: o.text("title")?,
        published: o.maybe_word("published")?,
        inspected: o.maybe_word("inspected")?,
        isbn: o.maybe_text("isbn")?,
        inspector: o.maybe_text("inspector")?,
        scale: o.word("scale")?,
        source: Source {
            file: source.text("file")?,
            sha256: source.text("sha256")?,
            bytes: source.number("bytes")?,
            lines: source.number("lines")?,
        },
        judgments: o.list("judgments", judgment)?,
        findings: o.list("findings", finding)?,
        measures: o.list("measures", measure)?,
        figures: o.list("figures", figure)?,
        footnotes: o.list("footnotes", footnote)?,
        abbreviations: o.list("abbreviations", abbreviation)?,
        references: o.list("references", reference)?,
        problems: o.list("problems", problem)?,
    })
}

fn passage(value: &Value) -> Read<Passage> {
    let o = Object::of("a passage", value)?;
    let pair = |field: &str| {
        let ends = match o.some(field).and_then(Value::as_array).map(Vec::as_slice) {
            Some([from, to]) => from.as_u64().zip(to.as_u64()),
            _ => None,
        };
        ends.map(|(from, to)| [from as u32, to as u32]).ok_or_else(|| o.wrong(field))
    };
    Ok(Passage { lines: pair("lines")?, bytes: pair("bytes")? })
}

fn judgment(value: &Value) -> Read<Judgment> {
    let o = Object::of("a judgment", value)?;
    Ok(Judgment {
        key: JudgmentKey::new(o.text("key")?),
        scope: o.word("scope")?,
        area: o.text("area")?,
        also_called: o.texts("also_called")?,
        state: o.word("state")?,
        grade: o.maybe_word("grade")?,
        inspected: o.maybe_text("inspected")?,
        passages: o.passages()?,
        also_stated: o.list("also_stated", passage)?,
    })
}

fn finding(value: &Value) -> Read<Finding> {
    let o = Object::of("a finding", value)?;
    Ok(Finding {
        key: FindingKey::new(o.text("key")?),
        kind: o.word("kind")?,
        section: o.texts("section")?,
        judgment: o.maybe_text("judgment")?.map(JudgmentKey::new),
        text: o.text("text")?,
        items: o.texts("items")?,
        items_after: o.list("items_after", count)?,
        body: o.texts("body")?,
        parent: o.maybe_text("parent")?.map(FindingKey::new),
        deadline: o.some("deadline").map(deadline).transpose()?,
        terms: o.texts("terms")?,
        passages: o.passages()?,
    })
}

fn deadline(value: &Value) -> Read<Deadline> {
    let o = Object::of("a deadline", value)?;
    Ok(Deadline { text: o.text("text")?, due: o.maybe_word("due")? })
}

fn measure(value: &Value) -> Read<Measure> {
    let o = Object::of("a measure", value)?;
    Ok(Measure {
        label: o.text("label")?,
        value: o.text("value")?,
        unit: o.maybe_text("unit")?,
        period: o.maybe_text("period")?,
        comparator: o.maybe_text("comparator")?,
        comparator_value: o.maybe_text("comparator_value")?,
        finding: o.maybe_text("finding")?.map(FindingKey::new),
        passages: o.passages()?,
    })
}

fn figure(value: &Value) -> Read<Figure> {
    let o = Object::of("a figure", value)?;
    let number = o.maybe_text("number")?;
    Ok(Figure { number, caption: o.text("caption")?, data_in_text: o.flag("data_in_text")?, passages: o.passages()? })
}

fn footnote(value: &Value) -> Read<Footnote> {
    let o = Object::of("a footnote", value)?;
    let marked = o.some("marked").map(|_| o.list("marked", passage)).transpose()?.unwrap_or_default();
    Ok(Footnote { marker: o.text("marker")?, text: o.text("text")?, passages: o.passages()?, marked })
}

fn abbreviation(value: &Value) -> Read<Abbreviation> {
    let o = Object::of("an abbreviation", value)?;
    Ok(Abbreviation { short: o.text("short")?, long: o.text("long")?, passages: o.passages()? })
}

fn reference(value: &Value) -> Read<Reference> {
    let o = Object::of("a reference", value)?;
    let finding = o.maybe_text("finding")?.map(FindingKey::new);
    Ok(Reference { quote: o.text("quote")?, refers_to: o.maybe_text("refers_to")?, finding, passages: o.passages()? })
}

fn problem(value: &Value) -> Read<Problem> {
    let o = Object::of("a problem", value)?;
    Ok(Problem { kind: o.text("kind")?, message: o.text("message")?, passages: o.passages()? })
}
