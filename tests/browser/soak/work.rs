//! Whether what the user made is still there.

use crate::harness::Browser;
use anyhow::{Context, Result, ensure};
use fantoccini::wd::WindowHandle;
use std::time::Duration;

/// The most items that the brief keeps from one check to the next, so that the run measures time and not size. What was
/// removed could be brought back for thirty days: for the same reason, the run forgets it with them.
const MAX_ITEMS: usize = 25;

/// How long it may take until a window shows what another one has saved.
const ARRIVAL: Duration = Duration::from_millis(500);

/// The title, and of all items the words and what is in their fields.
const WORK_SCRIPT: &str = "return [document.getElementById('brief-title').value,
    ...[...document.querySelectorAll('.brief__item')].map((item) =>
        [item.querySelector('.brief__what')?.textContent, ...[...item.querySelectorAll('input, textarea')].map(({ value }) => value)]
            .join(' | '))]";

/// Checks that both windows show the same brief, and the same again after each was loaded anew. Edits that could not be
/// saved were told as such; they are saved with the next edit, which this makes first.
pub async fn assert_nothing_is_lost(browser: &Browser, windows: &[WindowHandle; 2]) -> Result<()> {
    close_other_windows(browser, windows).await?;
    // What the second window could not save so far is saved when its page is left and opened again.
    browser.switch_to_window(windows[1].clone()).await?;
    browser.open("brief/").await?;
    show_own_brief(browser).await?;
    browser.switch_to_window(windows[0].clone()).await?;
    let end_presentation = "if (document.querySelector('.stage'))
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))";
    browser.run_script(end_presentation).await?;
    // Reloading without a network leaves the page of the browser that says so.
    if browser.count("header a[href='brief/']").await? == 0 {
        browser.open("brief/").await?;
    }
    show_own_brief(browser).await?;
    let count: usize = browser.read_script("return document.querySelectorAll('.brief__item').length").await?;
    browser.run_script("document.querySelector('#brief-heading').focus()").await?;
    browser.type_words("checked").await?;
    browser.press("Enter").await?;
    browser.wait_until(&format!("document.querySelectorAll('.brief__item').length === {}", count + 1)).await?;
    browser.wait_until("!document.querySelector('.brief__told [role=alert]')").await.context("it is not saved")?;
    // What the second window has saved when it was opened may arrive after that: the undoing of words, for example.
    tokio::time::sleep(ARRIVAL).await;
    let before: Vec<String> = browser.read_script(WORK_SCRIPT).await?;
    browser.switch_to_window(windows[1].clone()).await?;
    browser.open("").await?;
    for visit in ["in the other window", "after a reload"] {
        browser.open("brief/").await?;
        show_own_brief(browser).await?;
        let after: Vec<String> = browser.read_script(WORK_SCRIPT).await?;
        ensure!(before == after, "{visit}, the brief is another: {before:#?} became {after:#?}");
    }
    if before.len() > MAX_ITEMS {
        browser.run_script("document.querySelector('#do-clear').click()").await?;
        browser.wait_until("!document.querySelector('.brief__item')").await?;
        browser.wait_until("!document.querySelector('.brief__told [role=alert]')").await?;
        let forget_log =
            "Object.keys(texts).filter((name) => name.startsWith('edit-')).forEach((name) => store.delete(name))";
        browser.change_saved_texts(forget_log).await?;
    }
    Ok(())
}

/// Shows the user's own brief, not one that a link has opened.
async fn show_own_brief(browser: &Browser) -> Result<()> {
    const IS_SHOWN: &str = "document.querySelector('#brief-heading')?.checkVisibility()";
    let show = format!(
        "document.querySelector('dialog[open]')?.close();
         if (!{IS_SHOWN}) document.querySelector('header a[href=\"brief/\"]').click()"
    );
    browser.run_script(&show).await?;
    browser.wait_until(IS_SHOWN).await?;
    // What the other window has done meanwhile is read after the page is shown; the menu has the number that is saved.
    let is_as_saved = "document.querySelectorAll('.brief__item').length
        === Number(/\\((\\d+)\\)/.exec(document.querySelector('header a[href=\"brief/\"]').textContent)?.[1] ?? 0)";
    browser.wait_until(is_as_saved).await.context("the brief and the menu do not agree")
}

/// Closes the windows that the user has opened, for the speaker's notes or by links.
async fn close_other_windows(browser: &Browser, windows: &[WindowHandle; 2]) -> Result<()> {
    for window in browser.all_windows().await? {
        if !windows.contains(&window) {
            browser.switch_to_window(window).await?;
            browser.close_window().await?;
        }
    }
    Ok(())
}
