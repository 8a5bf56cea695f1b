//! How the program takes over a prerendered page.

use crate::harness::{TestSite, browse, browse_site};
use anyhow::ensure;

#[test]
fn the_program_starts_without_a_console_error() {
    browse(async |browser| {
        browser.open("").await?;
        browser.assert_no_console_errors().await
    });
}

#[test]
fn the_program_shows_the_prerendered_heading() {
    browse(async |browser| {
        browser.allow_scripts(false).await?;
        browser.goto("").await?;
        let sent = browser.text("h1").await?;
        browser.allow_scripts(true).await?;
        browser.open("").await?;
        let shown = browser.text("h1").await?;
        ensure!(shown == sent, "{sent:?} became {shown:?}");
        Ok(())
    });
}

#[test]
fn a_page_has_its_content_and_links_without_scripts() {
    browse(async |browser| {
        browser.allow_scripts(false).await?;
        browser.goto("force/warwickshire/").await?;
        ensure!(!browser.text("main").await?.is_empty(), "the page is empty");
        ensure!(
            browser.text("body noscript").await?.contains("is not running JavaScript"),
            "nothing says what is missing"
        );
        browser.click("a[href='./']").await?;
        ensure!(browser.path().await?.is_empty(), "the link does not lead home");
        Ok(())
    });
}

#[test]
fn a_search_typed_before_the_program_starts_is_answered_and_keeps_the_focus() {
    browse(async |browser| {
        // The data does not arrive before there are words in the field.
        let wait = "const get = window.fetch;
            window.fetch = async (...asked) => {
                const answer = await get(...asked);
                while (String(asked[0]).includes('data/') && !window.typed) await new Promise((go) => setTimeout(go, 20));
                return answer;
            }";
        browser.before_each_page(wait).await?;
        browser.goto("findings/").await?;
        browser.click("#search").await?;
        for key in ["s", "t", "a", "l", "k"] {
            browser.press(key).await?;
        }
        browser.run_script("window.typed = true").await?;
        browser.wait_until_ready().await?;
        let value: String = browser.read_script("return document.getElementById('search').value").await?;
        ensure!(value == "stalk", "the field has {value:?}");
        ensure!(
            browser.focused_element().await?.contains("#search"),
            "the focus is on {}",
            browser.focused_element().await?
        );
        ensure!(browser.text("#count").await?.contains(" of "), "the words are not answered");
        Ok(())
    });
}

#[test]
fn the_site_works_in_any_folder_of_a_host() {
    browse_site(TestSite::copy_in_folder("some/folder/"), async |browser| {
        for path in ["", "force/warwickshire/"] {
            browser.open(path).await?;
            ensure!(browser.path().await? == path, "the program went elsewhere");
        }
        browser.assert_no_console_errors().await
    });
}

#[test]
fn what_a_browser_does_not_have_is_not_needed_to_start() {
    for lacking in [
        "delete WebAssembly.compileStreaming; delete WebAssembly.instantiateStreaming",
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new DOMException('no', 'SecurityError') } })",
        "Object.defineProperty(Navigator.prototype, 'clipboard', { get() { return undefined } })",
        "delete HTMLDialogElement.prototype.showModal",
    ] {
        browse(async |browser| {
            browser.before_each_page(lacking).await?;
            browser.open("findings/?q=stalking").await?;
            browser.press("?").await?;
            browser.press("Escape").await?;
            browser.click(".result h3 a").await?;
            browser.wait_until("document.querySelector('.source mark')").await?;
            browser.record_exports().await?;
            browser.click("[data-command^='quotation']").await?;
            let says = if lacking.contains("clipboard") { "not copied: the browser" } else { " copied." };
            browser.wait_until(&format!("document.getElementById('said').textContent.includes({says:?})")).await?;
            browser.assert_no_console_errors().await
        });
    }
}

#[test]
fn words_typed_while_the_text_of_a_report_is_fetched_are_kept() {
    const SLOW_TEXTS: &str = "
        const fetchNow = window.fetch;
        window.fetch = (address, ...others) => {
            const isText = String(address?.url ?? address).includes('data/text/');
            if (isText) window.isTextAsked = true;
            return new Promise((done) => setTimeout(done, isText ? 1500 : 0)).then(() => fetchNow(address, ...others));
        };";
    browse(async |browser| {
        browser.before_each_page(SLOW_TEXTS).await?;
        browser.goto("report/warwickshire-2017-effectiveness/").await?;
        browser.wait_until("window.isTextAsked").await?;
        ensure!(!browser.read_script::<bool>("return 'ready' in document.documentElement.dataset").await?, "too early");
        browser.run_script("document.getElementById('inside').focus()").await?;
        browser.type_words("stalking").await?;
        browser.wait_until_ready().await?;
        let typed: String = browser.read_script("return document.getElementById('inside').value").await?;
        ensure!(typed == "stalking", "the field has {typed:?}");
        let focused = browser.focused_element().await?;
        ensure!(focused.starts_with("input#inside"), "the focus is on {focused}");
        Ok(())
    });
}
