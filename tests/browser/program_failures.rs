//! If the program cannot run, the prerendered page stays, with a notice that says so.

use crate::harness::{Browser, TestSite, browse, browse_site, published_file};
use anyhow::{Context, Result, ensure};
use std::fs;

#[test]
fn a_missing_program_leaves_the_page_and_a_notice() {
    let site = TestSite::changed_copy(|dist| Ok(fs::remove_file(published_file(dist, "assets/app.", ".wasm")?)?));
    browse_site(site, async |browser| assert_page_and_notice(browser, "could not be loaded").await);
}

#[test]
fn a_program_cut_short_leaves_the_page_and_a_notice() {
    let site = TestSite::changed_copy(|dist| {
        let wasm = published_file(dist, "assets/app.", ".wasm")?;
        let half = fs::metadata(&wasm)?.len() / 2;
        Ok(fs::File::options().write(true).open(wasm)?.set_len(half)?)
    });
    browse_site(site, async |browser| assert_page_and_notice(browser, "could not be loaded").await);
}

#[test]
fn a_browser_without_webassembly_shows_the_page_and_a_notice() {
    browse(async |browser| {
        browser.before_each_page("delete globalThis.WebAssembly").await?;
        assert_page_and_notice(browser, "cannot run WebAssembly").await
    });
}

#[test]
fn a_program_that_cannot_start_leaves_the_page_and_a_notice() {
    browse(async |browser| {
        browser.before_each_page("WebAssembly.Instance = WebAssembly.instantiate = undefined").await?;
        assert_page_and_notice(browser, "could not be started").await
    });
}

#[test]
fn a_program_that_the_host_sends_as_another_type_starts() {
    let site = TestSite::changed_copy(|dist| {
        let wasm = published_file(dist, "assets/app.", ".wasm")?;
        let name = wasm.file_name().and_then(|name| name.to_str()).context("a file has a name")?;
        // The server knows no type for this ending, and sends the file as application/octet-stream.
        let home = fs::read_to_string(dist.join("index.html"))?.replace(name, &name.replace(".wasm", ".bin"));
        fs::write(dist.join("index.html"), home)?;
        Ok(fs::rename(&wasm, wasm.with_extension("bin"))?)
    });
    browse_site(site, async |browser| {
        browser.open("").await?;
        ensure!(browser.count("#notices [role=alert]").await? == 0, "there is a notice");
        Ok(())
    });
}

#[test]
fn a_program_that_crashes_later_is_reported_once() {
    browse(async |browser| {
        browser.open("").await?;
        let fault = "dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))";
        browser.run_script(&format!("{fault}; {fault}")).await?;
        browser.wait_until("document.querySelector('#notices [role=alert]')").await?;
        ensure!(browser.text("#notices [role=alert]").await?.contains("stopped"), "the notice is about something else");
        ensure!(browser.count("#notices [role=alert]").await? == 1, "the notice is repeated");
        Ok(())
    });
}

/// Checks that a page has its content, a notice with these words, and working links.
async fn assert_page_and_notice(browser: &Browser, words: &str) -> Result<()> {
    browser.goto("force/warwickshire/").await?;
    let notice = browser.text("#notices [role=alert]").await?;
    ensure!(notice.contains(words), "the notice is: {notice}");
    ensure!(notice.contains("still read this page"), "nothing says what still works: {notice}");
    ensure!(!browser.text("main h1").await?.is_empty(), "the page is empty");
    browser.click("a[href='./']").await?;
    ensure!(browser.path().await?.is_empty(), "the link does not lead home");
    Ok(())
}
