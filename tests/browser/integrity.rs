//! A page says when it has not started, when the host sends something else under a known name, and when nothing arrives.

use crate::harness::{Browser, TestSite, browse, browse_site, published_file};
use anyhow::{Result, ensure};
use std::fs;
use std::time::{Duration, Instant};

/// The page of a report with a source text.
const REPORT: &str = "report/warwickshire-2017-effectiveness/";

#[test]
fn a_page_whose_program_never_starts_says_so_without_any_script() {
    let site = TestSite::changed_copy(|dist| Ok(fs::remove_file(published_file(dist, "assets/boot.", ".js")?)?));
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
        let name = REPORT.trim_start_matches("report/").trim_end_matches('/');
        let text = published_file(dist, &format!("data/text/{name}."), ".txt")?;
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
            window.textRequests = 0;
            // The notice also asks, with HEAD, whether the file is gone.
            window.fetch = (address, ...rest) => String(address).includes('data/text/') && rest[0]?.method !== 'HEAD' && ++window.textRequests
                ? Promise.resolve(new Response(new ReadableStream({ start(stream) { stream.enqueue(new Uint8Array(9)); } })))
                : get(address, ...rest)";
        browser.before_each_page(stall).await?;
        browser.goto(&format!("{REPORT}?q=crime")).await?;
        let start = Instant::now();
        browser.wait_until_ready().await?;
        ensure!(start.elapsed() < Duration::from_secs(10), "it waited for the text: {:?}", start.elapsed());
        browser.assert_text("main .hits", &["has not been searched yet"]).await?;
        browser.wait_until("document.querySelector('main [role=alert]')").await?;
        let alert = browser.text("main [role=alert]").await?;
        ensure!(alert.contains("nothing arrived for 15 seconds"), "it says: {alert}");
        let requests: usize = browser.read_script("return window.textRequests").await?;
        ensure!(requests == 1, "the text was requested {requests} times");
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
        let data = published_file(dist, "data/force/warwickshire.", ".json")?;
        // The same length, and valid.
        let json = fs::read_to_string(&data)?.replacen("Requires improvement", "Requires Improvement", 1);
        Ok(fs::write(data, json)?)
    });
    browse_site(site, async |browser| {
        browser.goto("force/warwickshire/").await?;
        browser.assert_text("#notices [role=alert]", &["is not what this version of the site has"]).await
    });
}

#[test]
fn other_bytes_in_a_part_that_is_loaded_later_are_refused_until_the_right_ones_are_there() {
    for end in [".js", ".wasm"] {
        browse_site(TestSite::copy_in_folder(""), async |browser| {
            let part = published_file(browser.served_folder()?, "assets/extras.", end)?;
            let bytes = fs::read(&part)?;
            browser.open("findings/").await?;
            browser.record_exports().await?;
            // Still valid: a comment at the end of a script, or an empty section of WebAssembly with the name "x".
            let addition: &[u8] = if end == ".js" { b"// x\n" } else { &[0, 2, 1, b'x'] };
            fs::write(&part, [bytes.as_slice(), addition].concat())?;
            let save = "document.querySelector('[data-command^=\"csv\"]').click()";
            browser.run_script(save).await?;
            browser.wait_until("document.querySelector('#notices [role=alert]')").await?;
            ensure!(!browser.read_script::<bool>("return Boolean(window.named)").await?, "{end} was used");
            fs::write(&part, bytes)?;
            browser.run_script(save).await?;
            browser.wait_until("window.named").await
        });
    }
}

#[test]
fn other_styles_of_the_brief_are_refused() {
    browse_site(TestSite::copy_in_folder(""), async |browser| {
        let styles = published_file(browser.served_folder()?, "assets/extras.", ".css")?;
        fs::write(&styles, "main { display: none }")?;
        browser.goto("brief/").await?;
        browser.assert_text("#notices [role=alert]", &["The styles of this page could not be loaded"]).await?;
        ensure!(
            browser.read_script::<String>("return getComputedStyle(document.querySelector('main')).display").await?
                != "none"
        );
        Ok(())
    });
}
