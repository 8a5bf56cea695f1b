//! Saved web pages: their headings, paragraphs, lists and tables, without what surrounds the text of a site's pages.

mod bounds;
mod content;
mod table;
mod tree;
mod walk;

use crate::markup::TextWriter;
use crate::{ConvertError, Form};
use content::{content_root, document_title};
use tree::Element;
use walk::PageReader;

/// The text of a page.
///
/// # Errors
/// If it has so many elements, or nests them so deeply, that reading it would take minutes. The parser of HTML corrects all
/// other faults.
pub fn to_text(source: &str) -> Result<String, ConvertError> {
    if let Some(part) = bounds::excess(source) {
        return Err(ConvertError::Damaged { form: Form::WebPage, part: part.to_string() });
    }
    let page = Element::parse(source);
    let root = content_root(&page);
    let mut writer = TextWriter::new();
    if let Some(title) = document_title(&page, &root) {
        writer.paragraph(&title);
    }
    let mut reader = PageReader::new(writer);
    reader.read(&root);
    Ok(reader.finish())
}

#[cfg(test)]
mod tests {
    use super::to_text;

    fn text(source: &str) -> String {
        to_text(source).expect("any source is a page")
    }

    #[test]
    fn what_surrounds_the_text_of_a_page_is_left_out() {
        let page = "<title>PEEL 2021/22 – An inspection of Exshire Police - HMICFRS</title><body><header><a href=/>Home</a>\
                    </header><nav><ul><li>Reports</ul></nav><div class=cookie-banner><p>We use cookies.</div><main><h2 id=sum>\
                    Overall summary</h2><p>It is  <b>good</b>.<script>x()</script><aside>Related</aside></main><footer>Crown \
                    copyright</footer>";
        assert_eq!(
            text(page),
            "PEEL 2021/22 – An inspection of Exshire Police - HMICFRS\n\n## Overall summary {#sum}\n\nIt is good.\n"
        );
    }

    #[test]
    fn lists_keep_their_depth_and_their_paragraphs() {
        let page = "<ul><li>The force should:<ul><li>do this; and<li>do <i>that</i>.</ul><li><p>It should write.</p><p>It does \
                    not.</p></ul><p>The end.";
        assert_eq!(
            text(page),
            "• The force should:\n\n◦ do this; and\n◦ do that.\n\n• It should write.\n\nIt does not.\n\nThe end.\n"
                .replace(":\n\n◦", ":\n◦")
                .replace("that.\n\n•", "that.\n•")
        );
    }

    #[test]
    fn the_cells_of_a_grid_are_told_apart_and_a_table_for_layout_is_none() {
        let grid = "<table><tr><th>Good<th>Requires<br>improvement<tr><td>Preventing crime<br>Investigating crime<td><ul><li>\
                    Managing offenders</ul></table>";
        assert_eq!(
            text(grid),
            "Good\tRequires improvement\nPreventing crime\tManaging offenders\nInvestigating crime\t\n"
        );
        assert_eq!(
            text("<table><tr><td colspan=2><h3>Cause of concern</h3><p>It is late.</table>"),
            "### Cause of concern\n\nIt is late.\n"
        );
    }

    #[test]
    fn a_paragraph_that_is_bold_throughout_is_a_heading() {
        let page =
            "<p><strong>The force should count <a href=/x>calls</a></strong></p><p><b>It</b> does not.</p><p>12</p>";
        assert_eq!(text(page), "###### The force should count calls\n\nIt does not.\n\n12\n");
    }

    #[test]
    fn footnote_marks_and_terms_of_the_glossary_keep_their_form() {
        let page = "<p>Officers use <a href=\"/glossary/#thrive\">THRIVE</a><sup><a href=#fn1>1</a></sup> often<br>and well, \
                    as <a href=https://example.org>this</a> says.";
        assert_eq!(text(page), "Officers use [THRIVE](#)¹ often and well, as this says.\n");
    }

    #[test]
    fn a_deep_page_is_read_and_one_of_a_hundred_thousand_nested_elements_is_refused() {
        let page = |depth: usize| "<div>".repeat(depth) + "<p>Deep.";
        assert_eq!(text(&page(1000)), "Deep.\n");
        assert!(to_text(&page(100_000)).is_err());
    }

    #[test]
    fn a_page_of_too_many_elements_or_attributes_is_refused_before_it_is_parsed() {
        let attributes: String = (0..2000).map(|n| format!(" a{n}=1")).collect();
        let picture = format!("<p>Words. <img alt=x src=\"data:image/png;base64,{}\">", "A B/".repeat(100_000));
        assert_eq!(text(&picture), "Words.\n");
        assert!(to_text(&format!("<p{attributes}>x")).is_err());
        assert!(to_text(&"<p>".repeat(300_000)).is_err());
    }
}
