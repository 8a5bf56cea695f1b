//! A page says when it has not started, when the host sends something else under a known name, and when nothing arrives.

use crate::harness::{Browser, TestSite, browse, browse_site, published_file};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::PathBuf;

/// The page of a report with a source text.
const REPORT: &str = "report/warwickshire-2017-effectiveness/";

#[test]
fn a_page_whose_program_never_starts_says_so_without_any_script() {
    let site = TestSite::changed_copy(|dist| {
        let boot = fs::read_dir(dist.join("assets"))?.filter_map(|file| Some(file.ok()?.path()));
        let mut boot = boot.filter(|path| path.to_string_lossy().contains("/boot."));
        Ok(fs::remove_file(boot.next().context("there is no boot script")?)?)
    });
    browse_site(site, async |browser| {
        browser.goto("findings/?q=zzzzz").await?;
        let is_shown = "getComputedStyle(document.getElementById('starting')).visibility === 'visible'";
        ensure!(!browser.read_script::<bool>(&format!("return {is_shown}")).await?, "it is said at once");
        browser.wait_until(is_shown).await?;
        browser.assert_text("#starting", &["their program has not started", "reload the page"]).await?;
        browser.assert_accessible_in_every_look().await
    });
}

#[test]
fn a_page_that_has_started_does_not_say_that_it_has_not() {
    browse(async |browser| {
        browser.open("").await?;
        ensure!(browser.count("#starting").await? == 0, "the notice is there");
        Ok(())
    });
}

/// A copy of the site in which the text of the report is something else.
fn site_with_other_text(change: impl FnOnce(String) -> String) -> Result<TestSite> {
    TestSite::changed_copy(|dist| {
        let name = REPORT.trim_end_matches('/').rsplit('/').next().context("a name")?;
        let mut texts = fs::read_dir(dist.join("data/text"))?.filter_map(|file| Some(file.ok()?.path()));
        let is_it = |path: &PathBuf| path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(name));
        let text = texts.find(|path| is_it(path)).context("the report has no text")?;
        let words = fs::read_to_string(&text)?;
        Ok(fs::write(&text, change(words))?)
    })
}

#[test]
fn another_text_under_the_name_of_a_reports_is_refused_and_the_rest_works() {
    let changes: [fn(String) -> String; 4] = [
        |_| "<h1>Hotel login</h1>".to_owned(),
        |_| String::new(),
        |text| text[..text.floor_char_boundary(text.len() / 2)].to_owned(),
        |text| format!("\n{text}"),
    ];
    for change in changes {
        browse_site(site_with_other_text(change), async |browser| {
            browser.open(REPORT).await?;
            let alert = browser.text("main [role=alert]").await?;
            ensure!(alert.contains("is not what this version of the site has"), "it says: {alert}");
            ensure!(browser.count(".source--full").await? == 0, "the other text is shown");
            ensure!(browser.count(".report__section li").await? == 10, "the findings are lost");
            search(browser).await
        });
    }
}

#[test]
fn a_text_that_never_arrives_is_reported_and_the_program_starts_without_it() {
    browse(async |browser| {
        // The headers arrive, and then nothing.
        let stall = "const get = window.fetch;
            window.fetch = (address, ...rest) => String(address).includes('data/text/')
                ? Promise.resolve(new Response(new ReadableStream({ start(stream) { stream.enqueue(new Uint8Array(9)); } })))
                : get(address, ...rest)";
        browser.before_each_page(stall).await?;
        browser.goto(REPORT).await?;
        let alert = browser.text("main [role=alert]").await?;
        ensure!(alert.contains("nothing arrived for 15 seconds"), "it says: {alert}");
        search(browser).await
    });
}

/// Checks that the search works from the banner.
async fn search(browser: &Browser) -> Result<()> {
    browser.fill_field("#banner-search", "stalking").await?;
    browser.press("Enter").await?;
    browser.wait_until("document.querySelector('.result mark')").await
}

#[test]
fn other_data_under_the_name_of_the_sites_are_refused() {
    let site = TestSite::changed_copy(|dist| {
        let data = published_file(dist, "data", "json")?;
        // The same length, and valid.
        let json = fs::read_to_string(&data)?.replacen("Requires improvement", "Requires Improvement", 1);
        Ok(fs::write(data, json)?)
    });
    browse_site(site, async |browser| {
        browser.goto("force/kent/").await?;
        browser.assert_text("#notices", &["is not what this version of the site has"]).await
    });
}
