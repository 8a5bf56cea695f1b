//! Files that are made to take hours or all memory are read or refused within seconds, with a sentence.

use convert::{ConvertError, convert};
use std::fmt::Write as _;
use std::thread;
use std::time::{Duration, Instant};
use tests::archive::archive_with;

/// How long a file may take in a build without optimisation; those here took minutes, or did not end.
const LONGEST: Duration = Duration::from_secs(60);

/// Converts a file in a thread of the usual size, and checks the time that it takes.
fn convert_in_time(name: &str, file: Vec<u8>) -> Result<String, ConvertError> {
    let start = Instant::now();
    let converted = thread::spawn(move || convert(&file).map(|converted| converted.text)).join().expect("no panic");
    assert!(start.elapsed() < LONGEST, "{name} took {:?}", start.elapsed());
    if let Err(error) = &converted {
        assert!(error.to_string().starts_with("it"), "{name}: {error}");
    }
    converted
}

/// A PDF of these pages, each given by its drawing commands.
fn pdf(pages: &[String]) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|n| format!("{} 0 R ", 4 + 2 * n)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    for page in pages {
        let contents = objects.len() + 2;
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents \
             {contents} 0 R >>"
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{page}\nendstream", page.len()));
    }
    let mut file = "%PDF-1.7\n".to_owned();
    for (n, object) in objects.iter().enumerate() {
        _ = write!(file, "{} 0 obj\n{object}\nendobj\n", n + 1);
    }
    _ = write!(file, "trailer << /Size {} /Root 1 0 R >>\n%%EOF", objects.len() + 1);
    file.into_bytes()
}

/// A Word document with this body.
fn document(body: &str) -> Vec<u8> {
    let names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let part = format!("<w:document {names}><w:body>{body}</w:body></w:document>");
    archive_with([("word/document.xml", part.as_bytes())])
}

/// Places on a page that look scattered, but are the same in every run.
fn scattered(n: usize) -> (usize, usize) {
    (n * 7919 % 590, n * 104_729 % 840)
}

#[test]
fn a_pdf_with_words_or_rules_all_over_its_page_is_read_in_time() {
    let mut words = "BT /F1 10 Tf\n".to_owned();
    for (x, y) in (0..60_000).map(scattered) {
        _ = writeln!(words, "1 0 0 1 {x} {y} Tm (word) Tj");
    }
    let text = convert_in_time("words", pdf(&[words + "ET"])).expect("it has words");
    assert!(text.matches("word").count() > 10_000, "words were lost");
    let mut rules = "BT /F1 10 Tf 50 700 Td (The only words) Tj ET\n".to_owned();
    for (x, y) in (0..30_000).map(scattered) {
        _ = writeln!(rules, "{x} {y} 40 0.5 re f");
    }
    let text = convert_in_time("rules", pdf(&[rules])).expect("it has words");
    assert!(text.contains("The only words"), "{text:?}");
}

#[test]
fn a_pdf_whose_parts_lead_to_each_other_or_to_nothing_is_refused() {
    let whole = String::from_utf8(pdf(&["BT /F1 10 Tf 50 700 Td (Words) Tj ET".to_owned()])).expect("it is ASCII");
    assert_eq!(convert_in_time("whole", whole.clone().into_bytes()).as_deref(), Ok("Words\n"));
    for (name, from, to) in [
        ("a page that is its own parent", "/Kids [4 0 R ]", "/Kids [2 0 R ]"),
        ("contents that are the page", "/Contents 5 0 R", "/Contents 4 0 R"),
        ("no pages", "/Pages 2 0 R", "/Pages 99 0 R"),
        ("a length that is too long", "/Length ", "/Length 99999999"),
        ("a huge page", "[0 0 595 842]", "[0 0 1e38 1e38]"),
        ("a font that is the catalogue", "/F1 3 0 R", "/F1 1 0 R"),
    ] {
        assert!(whole.contains(from), "{name}");
        _ = convert_in_time(name, whole.replacen(from, to, 1).into_bytes());
    }
}

#[test]
fn pages_of_endless_elements_are_refused() {
    let attributes: String = (0..100_000).map(|n| format!(" a{n}=1")).collect();
    for (name, page) in [
        ("attributes", format!("<!doctype html><p{attributes}>x")),
        ("cells", format!("<!doctype html><table>{}</table>", "<tr><td>a<td>b".repeat(200_000))),
        ("formatting", format!("<!doctype html>{}x", "<b><i><u>".repeat(50_000))),
        ("tables", format!("<!doctype html>{}x", "<table><tr><td>".repeat(3000))),
    ] {
        let refusal = convert_in_time(name, page.into_bytes()).expect_err("no report is like this");
        assert!(matches!(refusal, ConvertError::Damaged { .. }), "{name}: {refusal}");
    }
}

#[test]
fn documents_that_unpack_without_end_or_nest_without_end_are_refused() {
    for (name, body) in [("paragraphs", "<w:p/>".repeat(6_000_000)), ("tables", "<w:tbl><w:tr><w:tc>".repeat(100_000))]
    {
        let file = document(&body);
        assert!(file.len() < 1 << 20, "{name}: {}", file.len());
        let refusal = convert_in_time(name, file).expect_err("no report is like this");
        assert!(matches!(refusal, ConvertError::Damaged { .. }), "{name}: {refusal}");
    }
}
