//! From parsed JSON to the model, field by field.
//!
//! Derived deserialisers would do the same, at 30 kB more of compressed program: each brings its own copy of the
//! reader of objects and of sequences. That this reads all that is written is proven by a round trip in the tests.

use super::json::Json;
use super::{Corpus, LoadError, PublicationDate};
use crate::model::*;
use crate::problem::Problem;
use serde::Deserialize;
use serde::de::value::StrDeserializer;
use std::cell::OnceCell;

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
///
/// What is wrong is kept, and reading goes on with something empty: to leave at each field that is wrong would be a
/// way out for each field, and on each the clearing up of all that was read before.
struct Object<'j> {
    what: &'static str,
    json: &'j Json<'j>,
    /// The first thing that is wrong with the bundle.
    wrong: &'j OnceCell<String>,
}

impl<'j> Object<'j> {
    #[inline(never)]
    fn of(what: &'static str, json: &'j Json<'j>, wrong: &'j OnceCell<String>) -> Object<'j> {
        let object = Object { what, json, wrong };
        if !matches!(json, Json::Object(_)) {
            object.refuse(format!("{what} is not an object"));
        }
        object
    }

    #[inline(never)]
    fn refuse(&self, why: String) {
        _ = self.wrong.set(why);
    }

    #[inline(never)]
    fn wrong(&self, field: &str) {
        self.refuse(format!("{} has no usable '{field}'", self.what));
    }

    /// A field that is there and not null.
    fn some(&self, field: &str) -> Option<&'j Json<'j>> {
        self.json.field(field)
    }

    /// An object in a field.
    #[inline(never)]
    fn object(&self, what: &'static str, field: &str) -> Object<'j> {
        Object::of(what, self.some(field).unwrap_or(&Json::Null), self.wrong)
    }

    /// An object in a field, if there is anything.
    fn maybe(&self, what: &'static str, field: &str) -> Option<Object<'j>> {
        self.some(field).map(|json| Object::of(what, json, self.wrong))
    }

    #[inline(never)]
    fn text(&self, field: &str) -> String {
        self.maybe_text(field).unwrap_or_else(|| {
            self.wrong(field);
            String::new()
        })
    }

    #[inline(never)]
    fn maybe_text(&self, field: &str) -> Option<String> {
        self.str(field).map(str::to_string)
    }

    /// The words in a field, if there is anything.
    #[inline(never)]
    fn str(&self, field: &str) -> Option<&'j str> {
        match self.some(field)? {
            Json::Text(words) => Some(words),
            _ => {
                self.wrong(field);
                None
            }
        }
    }

    #[inline(never)]
    fn number(&self, field: &str) -> usize {
        match self.some(field) {
            Some(Json::Number(number)) => *number as usize,
            _ => {
                self.wrong(field);
                0
            }
        }
    }

    #[inline(never)]
    fn flag(&self, field: &str) -> bool {
        match self.some(field) {
            Some(Json::Flag(flag)) => *flag,
            _ => {
                self.wrong(field);
                false
            }
        }
    }

    /// A word from a fixed set, or a date; for one that is not, something else.
    fn word<T: Deserialize<'j>>(&self, field: &str, otherwise: T) -> T {
        self.maybe_word(field).unwrap_or_else(|| {
            self.wrong(field);
            otherwise
        })
    }

    #[inline(never)]
    fn maybe_word<T: Deserialize<'j>>(&self, field: &str) -> Option<T> {
        let word = T::deserialize(StrDeserializer::<NotInSet>::new(self.str(field)?));
        if word.is_err() {
            self.wrong(field);
        }
        word.ok()
    }

    /// A date that has to be there.
    fn date(&self, field: &str) -> When {
        self.word(field, When::on(Date::from_edtf("1000").expect("a year is a date")))
    }

    #[inline(never)]
    fn items(&self, field: &str) -> &'j [Json<'j>] {
        match self.some(field) {
            Some(Json::List(items)) => items,
            _ => {
                self.wrong(field);
                &[]
            }
        }
    }

    /// A list of objects, each of which is `what`.
    #[inline(never)]
    fn list<T>(&self, field: &str, what: &'static str, read: fn(&Object<'j>) -> T) -> Vec<T> {
        self.items(field).iter().map(|item| read(&Object::of(what, item, self.wrong))).collect()
    }

    #[inline(never)]
    fn texts(&self, field: &str) -> Vec<String> {
        let text = |item: &Json| match item {
            Json::Text(words) => words.to_string(),
            _ => {
                self.refuse("a text is not a text".to_string());
                String::new()
            }
        };
        self.items(field).iter().map(text).collect()
    }

    #[inline(never)]
    fn counts(&self, field: &str) -> Vec<usize> {
        let count = |item: &Json| match item {
            Json::Number(count) => *count as usize,
            _ => {
                self.refuse("a count is not a number".to_string());
                0
            }
        };
        self.items(field).iter().map(count).collect()
    }

    #[inline(never)]
    fn pair(&self, field: &str) -> [u32; 2] {
        match self.some(field) {
            Some(Json::List(ends)) if let [Json::Number(from), Json::Number(to)] = &ends[..] => {
                [*from as u32, *to as u32]
            }
            _ => {
                self.wrong(field);
                [0, 0]
            }
        }
    }

    #[inline(never)]
    fn passages(&self, field: &str) -> Vec<Passage> {
        self.list(field, "a passage", passage)
    }
}

/// Reads a whole bundle.
///
/// # Errors
/// If anything in it is not as it should be: the first thing that is not.
pub fn corpus(json: &Json<'_>) -> Result<Corpus, LoadError> {
    let wrong = OnceCell::new();
    let o = &Object::of("the bundle", json, &wrong);
    let corpus = Corpus {
        schema: o.number("schema") as u32,
        forces: o.list("forces", "a force", force),
        cycles: o.list("cycles", "a cycle", cycle),
        subjects: o.list("subjects", "a subject", subject),
        publication_dates: o.list("publication_dates", "a publication date", publication_date),
        reports: o.list("reports", "a report", report),
    };
    match wrong.into_inner() {
        None => Ok(corpus),
        Some(wrong) => Err(LoadError::Shape(wrong)),
    }
}

fn force(o: &Object<'_>) -> Force {
    let id = ForceId::new(o.text("id"));
    Force { id, name: o.text("name"), other_names: o.texts("other_names"), region: o.text("region") }
}

fn cycle(o: &Object<'_>) -> Cycle {
    Cycle {
        id: o.text("id"),
        scale: o.word("scale", Scale::Ungraded),
        comparable_with_previous: o.flag("comparable_with_previous"),
        break_label: o.maybe_text("break_label"),
        statement: o.maybe("a statement", "statement").as_ref().map(statement),
    }
}

fn statement(o: &Object<'_>) -> Statement {
    let at = passage(&o.object("a passage", "passage"));
    Statement { quote: o.text("quote"), report: ReportId::new(o.text("report")), passage: at }
}

fn subject(o: &Object<'_>) -> Subject {
    Subject { id: o.text("id"), name: o.text("name"), wordings: o.texts("wordings") }
}

fn publication_date(o: &Object<'_>) -> PublicationDate {
    PublicationDate {
        cycle: o.text("cycle"),
        what: o.text("what"),
        published: o.date("published"),
        source_url: o.text("source_url"),
    }
}

fn report(o: &Object<'_>) -> Report {
    let force = o.object("a report's force", "force");
    let source = o.object("a report's source", "source");
    Report {
        schema: o.number("schema") as u32,
        id: ReportId::new(o.text("id")),
        force: PrintedForce { id: ForceId::new(force.text("id")), name: force.text("name") },
        inspectorate: o.word("inspectorate", Inspectorate::Hmic),
        programme: o.text("programme"),
        pillar: o.maybe_text("pillar"),
        cycle: o.text("cycle"),
        title: o.text("title"),
        published: o.maybe_word("published"),
        inspected: o.maybe_word("inspected"),
        isbn: o.maybe_text("isbn"),
        inspector: o.maybe_text("inspector"),
        scale: o.word("scale", Scale::Ungraded),
        source: Source {
            file: source.text("file"),
            sha256: source.text("sha256"),
            bytes: source.number("bytes"),
            lines: source.number("lines"),
        },
        judgments: o.list("judgments", "a judgment", judgment),
        findings: o.list("findings", "a finding", finding),
        measures: o.list("measures", "a measure", measure),
        figures: o.list("figures", "a figure", figure),
        footnotes: o.list("footnotes", "a footnote", footnote),
        abbreviations: o.list("abbreviations", "an abbreviation", abbreviation),
        references: o.list("references", "a reference", reference),
        problems: o.list("problems", "a problem", problem),
    }
}

fn passage(o: &Object<'_>) -> Passage {
    Passage { lines: o.pair("lines"), bytes: o.pair("bytes") }
}

fn judgment(o: &Object<'_>) -> Judgment {
    Judgment {
        key: JudgmentKey::new(o.text("key")),
        scope: o.word("scope", Scope::Overall),
        area: o.text("area"),
        also_called: o.texts("also_called"),
        state: o.word("state", State::Ungraded),
        grade: o.maybe_word("grade"),
        inspected: o.maybe_text("inspected"),
        passages: o.passages("passages"),
        also_stated: o.passages("also_stated"),
    }
}

fn finding(o: &Object<'_>) -> Finding {
    Finding {
        key: FindingKey::new(o.text("key")),
        kind: o.word("kind", FindingKind::Observation),
        section: o.texts("section"),
        judgment: o.maybe_text("judgment").map(JudgmentKey::new),
        text: o.text("text"),
        items: o.texts("items"),
        items_after: o.counts("items_after"),
        body: o.texts("body"),
        parent: o.maybe_text("parent").map(FindingKey::new),
        deadline: o.maybe("a deadline", "deadline").as_ref().map(deadline),
        terms: o.texts("terms"),
        passages: o.passages("passages"),
    }
}

fn deadline(o: &Object<'_>) -> Deadline {
    Deadline { text: o.text("text"), due: o.maybe_word("due") }
}

fn measure(o: &Object<'_>) -> Measure {
    Measure {
        label: o.text("label"),
        value: o.text("value"),
        unit: o.maybe_text("unit"),
        period: o.maybe_text("period"),
        comparator: o.maybe_text("comparator"),
        comparator_value: o.maybe_text("comparator_value"),
        finding: o.maybe_text("finding").map(FindingKey::new),
        passages: o.passages("passages"),
    }
}

fn figure(o: &Object<'_>) -> Figure {
    let number = o.maybe_text("number");
    Figure {
        number,
        caption: o.text("caption"),
        data_in_text: o.flag("data_in_text"),
        passages: o.passages("passages"),
    }
}

fn footnote(o: &Object<'_>) -> Footnote {
    // Left out where there are none.
    let marked = o.some("marked").map(|_| o.passages("marked")).unwrap_or_default();
    Footnote { marker: o.text("marker"), text: o.text("text"), passages: o.passages("passages"), marked }
}

fn abbreviation(o: &Object<'_>) -> Abbreviation {
    Abbreviation { short: o.text("short"), long: o.text("long"), passages: o.passages("passages") }
}

fn reference(o: &Object<'_>) -> Reference {
    let finding = o.maybe_text("finding").map(FindingKey::new);
    Reference {
        quote: o.text("quote"),
        refers_to: o.maybe_text("refers_to"),
        finding,
        passages: o.passages("passages"),
    }
}

fn problem(o: &Object<'_>) -> Problem {
    Problem { kind: o.text("kind"), message: o.text("message"), passages: o.passages("passages") }
}
