//! Addresses that are opened directly, from a bookmark, a search result or a mistyped link.

use crate::harness::browse;
use anyhow::ensure;

#[test]
fn a_page_opened_directly_is_the_same_after_a_reload() {
    browse(async |browser| {
        browser.open("force/warwickshire/").await?;
        let before = (browser.path().await?, browser.title().await?, browser.text("h1").await?);
        browser.reload().await?;
        let after = (browser.path().await?, browser.title().await?, browser.text("h1").await?);
        ensure!(before == after, "{before:?} became {after:?}");
        browser.assert_no_console_errors().await
    });
}

#[test]
fn an_unknown_address_gives_status_404_and_a_page_that_works() {
    browse(async |browser| {
        browser.open("no/such/page/").await?;
        ensure!(!browser.text("h1").await?.is_empty(), "the page is empty");
        ensure!(browser.status_of("no/such/page/").await? == 404, "the server says it is there");
        browser.click("a[href='./']").await?;
        browser.wait_until("location.pathname === '/'").await
    });
}
