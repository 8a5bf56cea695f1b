//! A brief as a stand-alone HTML file that presents itself and makes no network requests.

use crate::page::BriefPage;
use crate::views::slide_section::slide_element;
use explore::pages::PRODUCT;
use html::components;
use html::links::LinkStyle;
use html::node::{Node, element};

/// The file as HTML. `policy` is the content security policy; it has to allow exactly `styles` and `script`. `about`
/// says which site and data the file was made from.
pub fn presentation_html(page: &BriefPage, about: &str, policy: &str, styles: &str, script: &str) -> String {
    let title = if page.title.is_empty() { "Brief" } else { &page.title };
    let main: Node<()> = element("main")
        .class("page brief brief--alone")
        .child(element("h1").text(title.to_string()))
        .child(
            element("div")
                .id("slides")
                .class("brief__slides")
                .children(page.slides.iter().map(|slide| slide_element(slide))),
        )
        .child(components::note(about.to_string()));
    let tab: Node<()> = element("title").text(format!("{title} - {PRODUCT}"));
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n{}\n<style>{styles}</style>\n</head>\n<body>\n{}\n\
         <script type=\"module\">{script}</script>\n</body>\n</html>\n",
        tab.to_html(LinkStyle::Site),
        main.to_html(LinkStyle::Site),
    )
}
