//! Reads the file of a report in the browser, by the same code as `cargo ingest`. It is the third program: it runs in a
//! worker, and is fetched when a file is first opened.

mod advice;
mod bundle;
mod outcome;

pub use bundle::{BUNDLE_FORMAT, BundledText};
pub use outcome::Outcome;

use convert::{ConvertedText, convert};
use corpus::Corpus;
use parse::parse_report;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Reads a file, which has this name. Returns a JSON list of [`Outcome`]s: one, or as many as there are reports in a file of
/// opened reports that was saved before.
#[wasm_bindgen]
pub fn read(name: &str, bytes: &[u8]) -> String {
    let outcomes: Vec<Outcome> = match bundle::bundled_texts(bytes) {
        Some(texts) => texts.iter().map(|bundled| read_file(&bundled.name, bundled.text.as_bytes())).collect(),
        None => vec![read_file(name, bytes)],
    };
    serde_json::to_string(&outcomes).expect("outcomes have only text keys")
}

/// Reads one file.
pub fn read_file(name: &str, bytes: &[u8]) -> Outcome {
    let outcome = Outcome { name: name.to_string(), bytes: bytes.len(), ..Outcome::default() };
    let ConvertedText { form, text } = match convert(bytes) {
        Ok(converted) => converted,
        Err(error) => {
            return Outcome {
                reason: error.to_string(),
                advice: advice::on_unconverted(&error).to_string(),
                ..outcome
            };
        }
    };
    let words = text.split_whitespace().count();
    let outcome = Outcome { form: form.name().to_string(), words, ..outcome };
    match parse_report(name, &text) {
        Ok(parsed) => {
            let report = parsed.report;
            let id = report.id.opened(&report.source.sha256);
            let (published_id, report) = (report.id.to_string(), Corpus::report_to_json(report.with_id(id)));
            Outcome { published_id, report, text, ..outcome }
        }
        Err(refusal) => {
            let beginning = text.split_whitespace().take(outcome::BEGINNING_WORDS).collect::<Vec<_>>().join(" ");
            let advice = advice::on_refused(&refusal).to_string();
            Outcome { reason: advice::refusal_reason(&refusal), advice, beginning, ..outcome }
        }
    }
}
