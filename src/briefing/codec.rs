//! A brief as a text: in the browser's storage, in a file, in a link. JSON, so that others can read it too.

use crate::brief::{Brief, Item, Shown, What};
use corpus::{Fields, Json, quoted};

/// The number of the form. What is written by a later one is not read, and not overwritten either.
const FORM: u64 = 1;

/// The field that tells a brief from all other JSON, with the number of its form.
const SIGN: &str = "force-findings-brief";

/// Why a text is no brief. The wording is for whoever opened it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BriefError {
    #[error("it is not a brief of Force Findings, or it was cut short")]
    NotABrief,
    #[error("it was made by a newer version of Force Findings than this one")]
    Newer,
    #[error("it is damaged: {0}")]
    Damaged(String),
}

impl Brief {
    /// The brief as a text.
    pub fn to_text(&self) -> String {
        let items: Vec<String> = self.items.iter().map(item).collect();
        let items = items.join(",\n  ");
        let title = quoted(&self.title);
        format!("{{\"{SIGN}\": {FORM}, \"title\": {title}, \"next\": {}, \"items\": [\n  {items}\n]}}\n", self.next)
    }

    /// The brief that a text holds, whole or not at all.
    ///
    /// # Errors
    /// If it is none, is damaged, or is of a newer form.
    pub fn from_text(text: &str) -> Result<Brief, BriefError> {
        let json = Json::read(text).map_err(|_| BriefError::NotABrief)?;
        match json.field(SIGN) {
            Some(&Json::Number(FORM)) => {}
            Some(&Json::Number(form)) if form > FORM => return Err(BriefError::Newer),
            _ => return Err(BriefError::NotABrief),
        }
        let wrong = std::cell::OnceCell::new();
        let brief = brief(&Fields::of("the brief", &json, &wrong));
        match wrong.into_inner() {
            Some(wrong) => Err(BriefError::Damaged(wrong)),
            None if has_twins(&brief) => Err(BriefError::Damaged("two items have one number".to_string())),
            None => Ok(brief),
        }
    }
}

fn item(item: &Item) -> String {
    let what = match &item.what {
        What::Heading(words) => format!("\"heading\": {}", quoted(words)),
        What::Page(shown) => format!(
            "\"address\": {}, \"of\": {}, \"was\": {}, \"data\": {}, \"built\": {}",
            quoted(&shown.address),
            quoted(&shown.of),
            quoted(&shown.was),
            quoted(&shown.data),
            quoted(&shown.built)
        ),
    };
    format!("{{\"id\": {}, {what}, \"note\": {}}}", item.id, quoted(&item.note))
}

fn brief(o: &Fields<'_>) -> Brief {
    let items = o.list("items", "an item", |o| Item {
        id: o.number("id") as u32,
        what: match o.maybe_text("heading") {
            Some(words) => What::Heading(words),
            None => What::Page(Shown {
                address: o.text("address"),
                of: o.text("of"),
                was: o.text("was"),
                data: o.text("data"),
                built: o.text("built"),
            }),
        },
        note: o.text("note"),
    });
    let most = items.iter().map(|item| item.id).max().unwrap_or(0);
    Brief { title: o.text("title"), next: most.max(o.number("next") as u32), items }
}

fn has_twins(brief: &Brief) -> bool {
    brief.items.iter().enumerate().any(|(n, item)| brief.place(item.id) != Some(n))
}

/// A name for the file of a text that was set aside.
pub fn damaged_name(n: u32) -> String {
    format!("force-findings-brief-set-aside-{n}.txt")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::Edit;

    fn sample() -> Brief {
        let shown = Shown {
            address: "findings/?q=\"stalking\"".to_string(),
            of: String::new(),
            was: "3 of 149\nfindings – “x”".to_string(),
            data: "corpus.1.json".to_string(),
            built: "2026-11-28".to_string(),
        };
        let note = Edit::Note { id: 2, words: "two\nlines \\ \"quoted\"".to_string() };
        Brief::default()
            .after(Edit::Title("Monday".to_string()))
            .after(Edit::Add(What::Heading("Why".to_string())))
            .after(Edit::Add(What::Page(shown)))
            .after(note)
    }

    #[test]
    fn a_brief_comes_back_as_it_was_written() {
        for brief in [Brief::default(), sample()] {
            assert_eq!(Brief::from_text(&brief.to_text()), Ok(brief));
        }
    }

    #[test]
    fn a_brief_that_was_cut_anywhere_is_none() {
        let text = sample().to_text();
        for (at, _) in text.trim_end().char_indices() {
            assert!(Brief::from_text(&text[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn what_is_no_brief_says_so() {
        assert_eq!(Brief::from_text("{\"title\": \"x\"}"), Err(BriefError::NotABrief));
        assert_eq!(Brief::from_text("{\"force-findings-brief\": 2}"), Err(BriefError::Newer));
        let nameless = "{\"force-findings-brief\": 1, \"title\": \"\", \"next\": 0, \"items\": [{\"id\": 1}]}";
        assert!(matches!(Brief::from_text(nameless), Err(BriefError::Damaged(_))));
        let twins = sample().to_text().replace("\"id\": 2", "\"id\": 1");
        assert!(matches!(Brief::from_text(&twins), Err(BriefError::Damaged(_))));
    }
}
