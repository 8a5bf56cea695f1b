//! Small pages that are one picture with its source, for other sites to embed: a timeline or a chart.

use crate::data::SiteData;
use crate::deployment::Deployment;
use crate::project::Project;
use crate::tree::FileTree;
use anyhow::Result;
use explore::export::{Origin, PICTURE_STYLES, embed_path, page_picture};
use explore::pages::numbers::report_numbers;
use explore::route;
use explore::state::{State, View};
use html::escape_html;

/// Adds a page for each timeline and chart to the tree.
///
/// # Errors
/// If the colours cannot be read.
pub fn add_pages(project: &Project, data: &SiteData, deployment: &Deployment, tree: &mut FileTree) -> Result<()> {
    let corpus = data.library.corpus();
    let colours = project.read_text("static/css/tokens.css")?;
    for state in route::all_pages(corpus) {
        for (anchor, title) in pictures_of(data, &state) {
            let path = route::path(&state);
            let origin = Origin {
                // Without a known address, the link under the picture still leads to the page.
                address: deployment.public_url(&path).unwrap_or_else(|| "Force Findings".to_owned()),
                site_root: String::new(),
                build_date: data.build_date.clone(),
                data_file: String::new(),
            };
            let Some(picture) = page_picture(corpus, &state, &anchor, &origin, PICTURE_STYLES) else { continue };
            let embed = embed_path(&state, &anchor);
            let root = "../".repeat(embed.matches('/').count());
            let fragment = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
            let page = embed_page(&title, &picture, &colours, &format!("{root}{path}{fragment}"));
            tree.insert(format!("{embed}index.html"), page.into_bytes());
        }
    }
    Ok(())
}

/// The anchor and the title of each picture of a page; the anchor of its timeline is empty.
fn pictures_of(data: &SiteData, state: &State) -> Vec<(String, String)> {
    let corpus = data.library.corpus();
    let charts = |report, finding| {
        let numbers = report_numbers(corpus, report, finding);
        numbers.charts.into_iter().map(|chart| (chart.anchor.to_string(), chart.title)).collect()
    };
    match &state.view {
        View::Force(id) => {
            let force = corpus.force(id);
            force.map(|force| (String::new(), format!("{}: grades over time", force.name))).into_iter().collect()
        }
        View::Report(id) => corpus.report(id).map_or_else(Vec::new, |report| charts(report, None)),
        View::Finding(key) => corpus.finding(key).map_or_else(Vec::new, |(report, f)| charts(report, Some(&f.key))),
        _ => Vec::new(),
    }
}

/// The page: the picture in the width of its frame, or to be scrolled where that is too narrow to read it, in the colours
/// that the reader prefers, and a link to where it is from, which opens outside the frame. Scrolling begins on the right,
/// where the newest grades are: an old one must not be all that is seen.
fn embed_page(title: &str, picture: &str, colours: &str, page: &str) -> String {
    let title = escape_html(title);
    let picture = picture.replacen("<svg ", &format!("<svg role=\"img\" aria-label=\"{title}\" "), 1);
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <title>{title} - Force Findings</title>\n<style>{colours}\n\
         body{{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans)}}\
         svg{{display:block;width:100%;min-width:56rem;height:auto;direction:ltr}}\
         div{{overflow-x:auto;direction:rtl}}p{{margin:0;padding:.5rem 1rem}}a{{color:var(--link)}}</style>\n\
         </head>\n<body>\n<main><div tabindex=\"0\" role=\"region\" aria-label=\"Picture\">{picture}</div>\n<p><a href=\"{}\" target=\"_blank\" rel=\"noopener\">{title}, with its \
         sources, on Force Findings</a></p></main>\n</body>\n</html>\n",
        escape_html(page),
    )
}
