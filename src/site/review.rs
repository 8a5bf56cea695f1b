//! `cargo site review`: a page on which a person compares a new report with what was read of it, problems first.

use anyhow::{Context, Result};
use clap::Args;
use html::links::LinkStyle;
use html::node::{Node, element};
use ingest::corrections;
use ingest::read::{ParsedFile, read_report};
use ingest::write::replace_file;
use model::line::source_lines;
use model::{Passage, Report};
use parse::LineRole;
use std::path::{Path, PathBuf};

/// Write a page that shows a report beside what was read of it, to be compared by a person.
#[derive(Args)]
pub struct ReviewOptions {
    /// The report, in any form that `cargo ingest` reads
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The page to write
    #[arg(long, value_name = "FILE", default_value = "target/review.html")]
    out: PathBuf,
}

/// The styles of the page: what was read on the left, the text on the right.
const STYLES: &str = include_str!("../../static/review.css");

/// Reads the report and writes the page.
///
/// # Errors
/// If the report cannot be read, or the page cannot be written.
pub fn run(options: &ReviewOptions) -> Result<()> {
    let read = read_report(&options.file).with_context(|| format!("{} cannot be read", options.file.display()))?;
    let page = review_page(&options.file, &read);
    let written = replace_file(&options.out, page.as_bytes());
    written.with_context(|| format!("{} cannot be written", options.out.display()))?;
    println!("{}: open it in a browser", options.out.display());
    Ok(())
}

/// The page, as a document that needs no other file.
pub fn review_page(file: &Path, read: &ParsedFile) -> String {
    let report = &read.parsed.report;
    let body = element::<()>("main")
        .child(element("div").class("read").child(what_was_read(file, &read.text, report)))
        .child(element("div").class("text").children(text_lines(&read.text, &read.parsed.roles)));
    format!(
        "<!doctype html><html lang=\"en-GB\"><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>Review: {}</title><style>{STYLES}</style>{}</html>\n",
        html::escape_html(report.id.as_str()),
        body.to_html(LinkStyle::Site)
    )
}

fn what_was_read(file: &Path, text: &str, report: &Report) -> Node<()> {
    let problems = report.problems.iter().map(|problem| entry(text, &problem.passages, &problem.message, None));
    let judgments = report.judgments.iter().map(|judgment| {
        let grade = judgment.grade.map_or(judgment.status.name(), |grade| grade.name());
        let words = format!("{grade}: {}", judgment.area);
        entry(text, &judgment.passages, &words, Some(judgment.key.as_str()))
    });
    let findings = report.findings.iter().map(|finding| {
        let words = format!("{}: {}", finding.kind.name(), finding.text);
        entry(text, &finding.passages, &words, Some(finding.key.as_str()))
    });
    element("div")
        .child(element("h1").text(format!("{}, {} {}", report.force.name, report.programme, report.cycle)))
        .child(element("p").text(format!(
            "{}. Published: {}. Inspected: {}.",
            report.title,
            date(report.published),
            date(report.inspected)
        )))
        .child(list("Problems", problems.collect()))
        .child(list("Judgments", judgments.collect()))
        .child(list("Findings", findings.collect()))
        .child(how_to_correct(file, report))
}

fn date(date: Option<model::DateSpan>) -> String {
    date.map_or("not printed".to_string(), model::DateSpan::in_words)
}

fn list(name: &str, entries: Vec<Node<()>>) -> Node<()> {
    let heading = element("h2").text(format!("{name} ({})", entries.len()));
    element("section").child(heading).child(element("ol").children(entries))
}

/// Something that was read, with its key, links to its lines, and the words there.
fn entry(text: &str, passages: &[Passage], words: &str, key: Option<&str>) -> Node<()> {
    let quotes = passages.iter().map(|passage| {
        let quote = text.get(passage.bytes[0] as usize..passage.bytes[1] as usize).unwrap_or_default();
        element("blockquote")
            .child(element("a").href(format!("#line-{}", passage.lines[0])).text(passage.citation()))
            .text(format!(" {}", quote.split_whitespace().collect::<Vec<_>>().join(" ")))
    });
    element("li")
        .child(element("p").text(words.to_string()))
        .child_opt(key.map(|key| element("code").text(key.to_string())))
        .children(quotes)
}

fn how_to_correct(file: &Path, report: &Report) -> Node<()> {
    let path = corrections::path_for(file);
    let example = format!(
        "{}\nsource,{},,,\ngrade,KEY OF THE JUDGMENT,Good,120-121,Why\nadd judgment,AREA AS PRINTED,Good,120-121,Why\n\
         remove judgment,KEY,,,Why\nremove finding,KEY,,,Why\nkind,KEY OF THE FINDING,recommendation,,Why",
        corrections::COLUMNS.join(","),
        report.source.sha256.get(..16).unwrap_or_default()
    );
    element("section")
        .child(element("h2").text("Right, or not?"))
        .child(element("p").text("If all of this is right, commit the source with the JSON that “cargo ingest” writes."))
        .child(element("p").text(format!(
            "If not, correct it in {}, a table with rows like these, and run this task again. The site shows each correction \
             with its reason. data/README.md describes the table.",
            path.display()
        )))
        .child(element("pre").text(example))
}

/// The lines of the text, each with what it was read as.
fn text_lines(text: &str, roles: &[LineRole]) -> Vec<Node<()>> {
    let line = |(line, role): (model::line::SourceLine, &LineRole)| {
        element("p")
            .id(format!("line-{}", line.number))
            .class(format!("role-{}", role.name().replace(' ', "-")))
            .child(element("span").text(format!("{} {}", line.number, role.name())))
            .text(line.text.to_string())
    };
    source_lines(text).zip(roles).map(line).collect()
}
