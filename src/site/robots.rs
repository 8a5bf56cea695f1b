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
        let day = if built.is_empty() { String::new() } else { format!("<lastmod>{built}</lastmod>") };
        let entry = |address: &String| format!("<url><loc>{}</loc>{day}</url>\n", escape_html(address));
        let entries: String = pages.iter().map(entry).collect();
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
        );
        tree.insert("sitemap.xml".to_owned(), xml.into_bytes());
    }
    tree.insert("robots.txt".to_owned(), robots.into_bytes());
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
    fn without_an_address_there_is_no_sitemap() {
        let files = published(&Deployment::unknown_host());
        assert!(files.iter().all(|(path, text)| path != "sitemap.xml" && !text.contains("Sitemap")));
    }
}
