//! Look-alike signs: a text with ligatures, invisible and full-width signs is searched and read like the plain one.

use crate::properties;
use explore::search::lexicon::Lexicon;
use explore::search::query::Query;
use model::Report;
use model::folded_text::FoldedText;
use model::folding::fold_chars;
use model::look_alikes::{PlainText, plain_form};
use parse::{ParsedReport, parse_report};
use proptest::prelude::*;
use tests::repository;
use unicode_normalization::UnicodeNormalization;

/// What looks like the first characters of `text`, one form for each way of writing them, with the number of bytes.
fn disguises(text: &str) -> Vec<(&'static str, usize)> {
    const FORMS: [(&str, &[&str]); 12] = [
        ("ffi", &["\u{fb03}", "\u{fb00}i"]),
        ("ffl", &["\u{fb04}"]),
        ("ff", &["\u{fb00}"]),
        ("fi", &["\u{fb01}"]),
        ("fl", &["\u{fb02}"]),
        ("st", &["\u{fb06}", "\u{fb05}"]),
        ("'", &["’", "‘", "\u{2bc}", "\u{2032}", "´", "＇", "`"]),
        ("’", &["'", "\u{2bc}", "\u{2032}", "´", "＇"]),
        ("-", &["\u{2010}", "\u{2011}", "–", "—", "\u{2212}", "－", "\u{2015}"]),
        ("–", &["-", "\u{2212}", "—"]),
        ("e", &["ｅ", "e\u{301}", "é", "Ｅ"]),
        ("t", &["ｔ"]),
    ];
    let here = FORMS.iter().filter(|(plain, _)| text.starts_with(plain));
    here.flat_map(|(plain, forms)| forms.iter().map(|form| (*form, plain.len()))).collect()
}

/// Signs that cannot be seen.
const INVISIBLE: [&str; 6] = ["\u{ad}", "\u{200b}", "\u{2060}", "\u{feff}", "\u{200d}", "\u{fe0e}"];

/// A text with look-alikes: at each place, the next number decides whether and how it is written otherwise.
fn disguise(text: &str, numbers: &[u8]) -> String {
    let mut numbers = numbers.iter().cycle().copied();
    let mut out = String::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let number = numbers.next().unwrap_or(0) as usize;
        let forms = disguises(&text[at..]);
        if number.is_multiple_of(3) && !forms.is_empty() {
            let (form, length) = forms[number / 3 % forms.len()];
            out.push_str(form);
            at += length;
        } else {
            out.push(c);
            at += c.len_utf8();
        }
        if number % 5 == 1 {
            out.push_str(INVISIBLE[number / 5 % INVISIBLE.len()]);
        }
    }
    out
}

fn is_match(typed: &str, text: &str) -> bool {
    Query::new(typed, &Lexicon::default()).match_rank(&[FoldedText::new(text)]).is_some()
}

/// A sentence, and a word that is in it.
const SENTENCE: &str = "The force’s officers first identify problem-solving efforts – and staff flag the conflict.";
const WORDS: [&str; 8] = ["officers", "first", "force's", "problem-solving", "efforts", "staff", "flag", "conflict"];

proptest! {
    #![proptest_config(properties::property_config(400))]

    #[test]
    fn a_text_with_look_alikes_is_found_and_marked_like_the_plain_one(
        word in prop::sample::select(&WORDS[..]),
        in_text in prop::collection::vec(any::<u8>(), 1..40),
        in_query in prop::collection::vec(any::<u8>(), 1..40),
    ) {
        let (text, typed) = (disguise(SENTENCE, &in_text), disguise(word, &in_query));
        prop_assert!(is_match(&typed, SENTENCE), "{typed:?} in the plain text");
        for typed in [typed.clone(), format!("\"{typed}\"")] {
            let marks = Query::new(&typed, &Lexicon::default()).match_ranges(&text);
            prop_assert!(!marks.is_empty(), "{typed:?} in {text:?}");
            for mark in marks {
                let marked: String = fold_chars(&text[mark]).collect();
                prop_assert!(marked == word, "{marked:?} is marked in {text:?}");
            }
        }
    }
}

#[test]
fn a_sign_that_touches_a_word_does_not_hide_it() {
    let text = "Support for victims, and the force’s witnesses.";
    for sign in "…[]«»•+*%()“”‘’!?.,;:#~|=<>{}—–-/\\^_§¶©·".chars() {
        for typed in [format!("{sign}victims"), format!("victims{sign}"), format!("{sign}victims{sign}")] {
            assert!(is_match(&typed, text), "{typed}");
        }
        if !"“”‘’".contains(sign) {
            assert!(is_match(&format!("victims{sign}for{sign}witnesses"), "victims for witnesses"), "{sign}");
        }
    }
    assert!(!is_match("1,000", "1 in 000"), "a sign inside a number belongs to it");
}

#[test]
fn the_small_tables_agree_with_those_of_unicode() {
    let fold = |text: &str| fold_chars(text).collect::<String>();
    let covered = (0xc0..=0x24f).chain(0x1e00..=0x1eff).chain(0xfb00..=0xfb06).chain(0xff01..=0xff5e);
    for c in covered.filter_map(char::from_u32) {
        let canonical: String = if plain_form(c).is_some() { c.nfkc().collect() } else { c.nfd().collect() };
        let letters = fold(&canonical);
        assert!(!letters.is_ascii() || letters == fold(&c.to_string()), "{c:?} folds to {letters:?}");
    }
    for c in '\u{300}'..='\u{36f}' {
        assert!(unicode_normalization::char::is_combining_mark(c) && fold(&c.to_string()).is_empty(), "{c:?}");
    }
}

/// A report as JSON without what differs if the source has other bytes: the file's digest and length, and passages.
fn without_places(report: &Report) -> serde_json::Value {
    fn remove_places(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Object(fields) => {
                ["passages", "marked", "also_stated", "source"].iter().for_each(|place| drop(fields.remove(*place)));
                fields.values_mut().for_each(remove_places);
            }
            serde_json::Value::Array(items) => items.iter_mut().for_each(remove_places),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(report).expect("a report can be written");
    remove_places(&mut value);
    value
}

/// A source with what typesetting and text extraction put into it: ligatures, and soft hyphens and zero-width signs inside
/// words.
fn typeset(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::new();
    for (n, c) in letters.iter().enumerate() {
        out.push(*c);
        let is_inside = c.is_alphabetic() && letters.get(n + 1).is_some_and(|next| next.is_alphabetic());
        if is_inside && n % 7 == 3 {
            out.push(['\u{ad}', '\u{200b}', '\u{ad}'][n % 3]);
        }
    }
    let ligatures =
        [("ffi", "\u{fb03}"), ("ffl", "\u{fb04}"), ("ff", "\u{fb00}"), ("fi", "\u{fb01}"), ("fl", "\u{fb02}")];
    ligatures.into_iter().fold(out, |text, (plain, ligature)| text.replace(plain, ligature))
}

#[test]
fn a_report_with_ligatures_and_soft_hyphens_is_read_as_the_plain_one_and_its_passages_lead_to_the_text_as_it_is() {
    for source in repository::fixture().sources() {
        let text = typeset(&source.text);
        let ParsedReport { mut report, roles } = parse_report(&source.file, &text).expect("the text is recognised");
        assert_eq!(without_places(&report), without_places(source.report()), "{}", source.file);
        assert_eq!(roles, source.parsed.roles, "{}", source.file);
        let mut plain = source.report().clone();
        let printed: Vec<_> = plain.passages_mut().map(|passage| source.text_at(passage)).collect();
        let found: Vec<_> = report.passages_mut().map(|p| &text[p.bytes[0] as usize..p.bytes[1] as usize]).collect();
        assert_eq!(found.len(), printed.len(), "{}", source.file);
        for (found, printed) in found.into_iter().zip(printed) {
            // The first character of a text is not replaced, so the plain text is made of one that begins with a space.
            assert_eq!(PlainText::new(&format!(" {found}")).text.trim_start(), printed, "{}", source.file);
        }
    }
}
