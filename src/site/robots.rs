//! The files for search engines: `robots.txt` and the sitemap.

use crate::deployment::Deployment;
use crate::tree::FileTree;
use html::escape_html;

/// Adds `robots.txt` to the tree, and `sitemap.xml` if the address of the site is known. `built` is the date of the
/// last commit, or empty.
pub fn add_files(deployment: &Deployment, built: &str, tree: &mut FileTree) {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(sitemap) = deployment.public_url("sitemap.xml") {
        robots.push_str(&format!("\nSitemap: {sitemap}\n"));
        let pages: Vec<String> =
            tree.iter().filter_map(|(path, _)| deployment.public_url(path.strip_suffix("index.html")?)).collect();
        for (name, xml) in sitemaps(&pages, built, |name| deployment.public_url(name).unwrap_or_default()) {
            tree.insert(name, xml.into_bytes());
        }
    }
    tree.insert("robots.txt".to_owned(), robots.into_bytes());
}

/// The most addresses in one sitemap, by the protocol of sitemaps.org.
const MAX_ADDRESSES: usize = 50_000;

/// The sitemap of these addresses or, if they are too many for one, an index of several.
fn sitemaps(pages: &[String], built: &str, url: impl Fn(&str) -> String) -> Vec<(String, String)> {
    let day = if built.is_empty() { String::new() } else { format!("<lastmod>{built}</lastmod>") };
    let list = |outer: &str, inner: &str, addresses: &[String]| {
        let entry = |address: &String| format!("<{inner}><loc>{}</loc>{day}</{inner}>\n", escape_html(address));
        let entries: String = addresses.iter().map(entry).collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <{outer} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</{outer}>\n"
        )
    };
    if pages.len() <= MAX_ADDRESSES {
        return vec![("sitemap.xml".to_owned(), list("urlset", "url", pages))];
    }
    let parts = pages.chunks(MAX_ADDRESSES).enumerate();
    let mut files: Vec<(String, String)> =
        parts.map(|(n, part)| (format!("sitemap-{}.xml", n + 1), list("urlset", "url", part))).collect();
    let names: Vec<String> = files.iter().map(|(name, _)| url(name)).collect();
    files.push(("sitemap.xml".to_owned(), list("sitemapindex", "sitemap", &names)));
    files
}

#[cfg(test)]
mod tests {
    use super::add_files;
    use crate::deployment::Deployment;
    use crate::tree::FileTree;

    fn published(deployment: &Deployment) -> Vec<(String, String)> {
        let mut tree = FileTree::default();
        for path in ["index.html", "about/index.html", "404.html", "assets/a.js"] {
            tree.insert(path.to_owned(), Vec::new());
        }
        add_files(deployment, "2026-11-28", &mut tree);
        tree.iter().map(|(path, bytes)| (path.to_owned(), String::from_utf8_lossy(bytes).into_owned())).collect()
    }

    #[test]
    fn the_sitemap_has_every_page_and_nothing_else() {
        let files = published(&Deployment::new(None, Some("https://example.org/sub/")).unwrap());
        let sitemap = &files.iter().find(|(path, _)| path == "sitemap.xml").unwrap().1;
        assert_eq!(sitemap.matches("<loc>").count(), 2, "{sitemap}");
        assert!(
            sitemap.contains("<loc>https://example.org/sub/about/</loc><lastmod>2026-11-28</lastmod>"),
            "{sitemap}"
        );
    }

    #[test]
    fn too_many_pages_for_one_sitemap_are_in_several_with_an_index() {
        let pages: Vec<String> = (0..super::MAX_ADDRESSES + 1).map(|n| format!("https://example.org/{n}/")).collect();
        let files = super::sitemaps(&pages, "2026-12-01", |name| format!("https://example.org/{name}"));
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
        assert_eq!(files[0].1.matches("<loc>").count(), super::MAX_ADDRESSES);
        assert_eq!(files[1].1.matches("<loc>").count(), 1);
        assert!(
            files[2].1.contains("<sitemapindex") && files[2].1.contains("<loc>https://example.org/sitemap-2.xml</loc>")
        );
    }

    #[test]
    fn without_an_address_there_is_no_sitemap() {
        let files = published(&Deployment::unknown_host());
        assert!(files.iter().all(|(path, text)| path != "sitemap.xml" && !text.contains("Sitemap")));
    }
}
