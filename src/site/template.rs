//! `index.html` as a template: the files that it refers to, and the pages that are made from it.

use crate::assets::PublishedPaths;
use crate::sizes::gzip_size;
use crate::tree::FileTree;
use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use html::escape_html;
use html::static_page::StaticPage;
use sha2::{Digest, Sha256};

/// The name that stands for all stylesheets, which are published as one file.
pub const STYLESHEETS_NAME: &str = "static/css";

/// The attribute of a reference that receives the compressed size of the file, in bytes: users are told before it is
/// downloaded.
const SIZE_ATTRIBUTE: &str = " data-size";

/// The script that every page contains, because it corrects the base to which all other addresses are relative.
pub const BASE_SCRIPT: &str = include_str!("../../static/base.js");

/// The values of the template's placeholders.
pub struct TemplateValues<'a> {
    /// The path from the page to the site's root: `../../`.
    pub base: &'a str,
    /// The metadata for search engines and link previews: HTML.
    pub head: &'a str,
    /// The background colours, light and dark.
    pub theme_colours: [&'a str; 2],
    /// The date of the commit that the site is built from: "2026-11-21". Empty if it is not known.
    pub build_date: &'a str,
    /// Whether the page has the styles of what the `extras` program draws.
    pub has_extras_styles: bool,
    /// The path of the part of the data that the page is made from; none if no program draws it.
    pub data: Option<&'a str>,
    /// The prerendered page.
    pub page: &'a StaticPage,
    /// The footer: HTML.
    pub footer: &'a str,
}

/// The paths of the stylesheets that the template links, in its order.
pub fn stylesheet_paths(index: &str) -> impl Iterator<Item = &str> {
    attribute_values(index).filter(|name| is_stylesheet(name))
}

/// The paths of the other files under `static/` that the template refers to.
pub fn static_file_paths(index: &str) -> impl Iterator<Item = &str> {
    attribute_values(index).filter(|name| name.starts_with("static/") && !is_stylesheet(name))
}

/// The template, with references replaced by published paths.
pub struct Template {
    html: String,
    /// The link to the styles of what the `extras` program draws.
    extras_styles: String,
}

/// The name of these styles in `index.html`, and the id of the link to them.
const EXTRAS_STYLES: (&str, &str) = ("static/extras.css", "extras-styles");

impl Template {
    /// Replaces the references of `index.html`. Links to stylesheets become one link. The digests of programs and styles
    /// in `tree` are added.
    ///
    /// # Errors
    /// If `index.html` does not refer to one of these names.
    pub fn new(index: &str, names: &PublishedPaths, tree: &FileTree) -> Result<Self> {
        let mut html = String::with_capacity(index.len());
        let mut has_styles = false;
        for line in index.lines() {
            let mut line = line.to_owned();
            if stylesheet_paths(&line).next().is_some() {
                if has_styles {
                    continue;
                }
                has_styles = true;
                line = format!("<link rel=\"stylesheet\" href=\"{STYLESHEETS_NAME}\">");
            }
            for (name, published) in names {
                let digest = integrity_attribute(&line).and_then(|attribute| Some((attribute, tree.get(published)?)));
                let digest =
                    digest.map(|(name, bytes)| format!(" {name}=\"{}\"", integrity(bytes))).unwrap_or_default();
                if line.contains(&format!("=\"{name}\"{SIZE_ATTRIBUTE}")) {
                    let size = tree.get(published).map_or(0, gzip_size);
                    line = line.replace(SIZE_ATTRIBUTE, &format!("{SIZE_ATTRIBUTE}=\"{size}\""));
                }
                line = line.replace(&format!("=\"{name}\""), &format!("=\"{published}\"{digest}"));
            }
            html.push_str(&line);
            html.push('\n');
        }
        for (name, published) in names {
            ensure!(html.contains(published.as_str()), "index.html does not refer to \"{name}\"");
        }
        let (name, id) = EXTRAS_STYLES;
        let link = |path: &String| {
            let digest = tree.get(path).map(integrity).unwrap_or_default();
            format!("<link rel=\"stylesheet\" id=\"{id}\" href=\"{path}\" integrity=\"{digest}\">")
        };
        Ok(Self { html, extras_styles: names.get(name).map(link).unwrap_or_default() })
    }

    /// Fills the placeholders of the template for one page.
    ///
    /// # Errors
    /// If the template has an unknown placeholder.
    pub fn fill(&self, values: &TemplateValues) -> Result<String> {
        fill_placeholders(&self.html, |name| {
            Ok(match name {
                "base" => values.base.to_owned(),
                "base_script" => BASE_SCRIPT.to_owned(),
                "base_digest" => policy_digest(BASE_SCRIPT),
                "title" => escape_html(&values.page.title),
                "description" => escape_html(&values.page.description),
                "head" => values.head.to_owned(),
                "extras_styles" if values.has_extras_styles => self.extras_styles.clone(),
                "extras_styles" => String::new(),
                "data" => values.data.map(data_link).unwrap_or_default(),
                "paper" => values.theme_colours[0].to_owned(),
                "dark_paper" => values.theme_colours[1].to_owned(),
                "built" => values.build_date.to_owned(),
                "header" => values.page.header.clone(),
                "main" => values.page.main.clone(),
                "extras" => values.page.extras.clone().unwrap_or_default(),
                "extras_hidden" => if values.page.extras.is_some() { "" } else { " hidden" }.to_owned(),
                "no_script" => values.page.no_script.clone(),
                "footer" => values.footer.to_owned(),
                _ => bail!("index.html has an unknown placeholder: {{{{{name}}}}}"),
            })
        })
    }
}

/// The link by which the program finds its data, and the browser fetches it before the program asks.
fn data_link(path: &str) -> String {
    format!("<link rel=\"preload\" id=\"data\" as=\"fetch\" type=\"application/json\" crossorigin href=\"{path}\">")
}

/// The attribute for the digest of a file to which a line of `index.html` refers. The browser checks what elements load;
/// what is loaded later, `static/boot.js` checks. Data are checked by the program, because it has to say what is wrong.
fn integrity_attribute(line: &str) -> Option<&'static str> {
    let checked = ["<script", "<link rel=\"stylesheet\"", "<link rel=\"modulepreload\"", "id=\"program-wasm\""];
    let is_checked = checked.iter().any(|element| line.contains(element));
    if is_checked { Some("integrity") } else { line.contains("<meta name=").then_some("data-integrity") }
}

/// The digest of a file as in the attribute `integrity`.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// Fills the placeholders, `{{name}}`, of a template. It does so in one pass, so that braces in the text of a page are
/// never taken for a placeholder.
///
/// # Errors
/// If a placeholder is not closed, or has no value.
pub fn fill_placeholders(template: &str, value: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut html = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").context("a template has {{ without a matching }}")?;
        html.push_str(before);
        html.push_str(&value(name)?);
        rest = after;
    }
    html.push_str(rest);
    Ok(html)
}

/// The source expression by which a content security policy allows an inline script or style.
pub fn policy_digest(text: &str) -> String {
    format!("'{}'", integrity(text.as_bytes()))
}

fn is_stylesheet(name: &str) -> bool {
    name.starts_with("static/css/")
}

/// The values of all `href`, `src` and `content` attributes.
fn attribute_values(html: &str) -> impl Iterator<Item = &str> {
    [" href=\"", " src=\"", " content=\""]
        .into_iter()
        .flat_map(|attribute| html.split(attribute).skip(1))
        .filter_map(|rest| Some(rest.split_once('"')?.0))
}

#[cfg(test)]
mod tests {
    use super::{Template, TemplateValues};
    use crate::assets::PublishedPaths;
    use crate::tree::FileTree;
    use html::static_page::StaticPage;

    fn fill(template: &str, names: &PublishedPaths) -> anyhow::Result<String> {
        let page = StaticPage {
            title: "R&D {{main}}".to_owned(),
            description: String::new(),
            header: String::new(),
            main: "<p>words</p>".to_owned(),
            extras: None,
            no_script: String::new(),
        };
        let slots = TemplateValues {
            base: "./",
            head: "",
            theme_colours: ["", ""],
            build_date: "",
            has_extras_styles: false,
            data: None,
            page: &page,
            footer: "",
        };
        let mut tree = FileTree::default();
        tree.insert("assets/site.1.css".to_owned(), Vec::new());
        Template::new(template, names, &tree)?.fill(&slots)
    }

    #[test]
    fn stylesheets_become_one_link_in_place_of_the_first() {
        let index = "<link rel=\"stylesheet\" href=\"static/css/a.css\">\n\
                     <link rel=\"stylesheet\" href=\"static/css/b.css\">\n<p>";
        let names = PublishedPaths::from([("static/css".to_owned(), "assets/site.1.css".to_owned())]);
        let html = fill(index, &names).unwrap();
        // The digest of an empty file.
        const EMPTY: &str = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert_eq!(html, format!("<link rel=\"stylesheet\" href=\"assets/site.1.css\" integrity=\"{EMPTY}\">\n<p>\n"));
    }

    #[test]
    fn text_of_a_page_is_escaped_and_never_taken_for_a_placeholder() {
        let html = fill("<title>{{title}}</title>{{main}}", &PublishedPaths::new()).unwrap();
        assert_eq!(html, "<title>R&amp;D {{main}}</title><p>words</p>\n");
    }

    #[test]
    fn an_unknown_placeholder_is_an_error() {
        assert!(fill("{{man}}", &PublishedPaths::new()).is_err());
    }
}
