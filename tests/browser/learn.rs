//! Practice, and notes beside it: by keyboard alone, without a network, without storage and in the single file.

use crate::harness::{Browser, MediaSetting, browse, browse_file_in_chromium, path_from_environment};
use anyhow::{Result, ensure};
use std::collections::BTreeSet;
use std::path::Path;

/// The database of the notes.
pub const NOTES: &str = "notes";

/// A finding.
pub const FINDING: &str =
    "finding/west-midlands-2016-effectiveness/recommendation/to-address-this-cause-of-concern-the-force/";

/// Opens the page and waits until the notes are read.
pub async fn open_learn(browser: &Browser) -> Result<()> {
    browser.open("learn/").await?;
    browser.wait_until("document.querySelector('#notes')").await
}

/// Takes a screenshot, to be looked at after the run.
pub async fn take_screenshot(browser: &Browser, name: &str) -> Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("learn");
    std::fs::create_dir_all(&folder)?;
    browser.screenshot(&folder.join(format!("{name}.png"))).await
}

/// Waits until the element with this id has the focus.
pub async fn wait_for_focus(browser: &Browser, id: &str) -> Result<()> {
    browser.wait_until(&format!("document.activeElement.id === {id:?}")).await
}

/// Waits until something was announced.
pub async fn wait_until_said(browser: &Browser, words: &str) -> Result<()> {
    browser.wait_until(&format!("document.getElementById('said').textContent.includes({words:?})")).await
}

/// The words of the question that is shown.
async fn asked_words(browser: &Browser) -> Result<String> {
    browser.text(".learn__question :is(.quotation, .learn__short)").await
}

/// Answers the question that is shown with a key, and goes on with another. Returns its words if the answer was not right.
async fn answer(browser: &Browser, key: &str) -> Result<Option<String>> {
    wait_for_focus(browser, "question").await?;
    let words = asked_words(browser).await?;
    browser.press(key).await?;
    wait_for_focus(browser, "next").await?;
    let result = browser.text(".learn__result").await?;
    browser.assert_text(".learn__choices", &["right"]).await?;
    browser.press("Enter").await?;
    Ok(result.starts_with("Not right.").then_some(words))
}

/// Answers ten questions, always the same way. Returns the words of those that were not answered rightly.
async fn answer_ten(browser: &Browser, key: &str) -> Result<BTreeSet<String>> {
    let mut missed = BTreeSet::new();
    for _ in 0..10 {
        missed.extend(answer(browser, key).await?);
    }
    wait_for_focus(browser, "session-end").await?;
    Ok(missed)
}

#[test]
fn ten_questions_are_answered_by_keyboard_and_what_was_missed_comes_first_in_the_next_session() {
    browse(async |browser| {
        open_learn(browser).await?;
        browser.assert_accessible().await?;
        take_screenshot(browser, "start").await?;
        browser.tab_to("#start-questions").await?;
        browser.press("Enter").await?;
        wait_for_focus(browser, "question").await?;
        browser.assert_accessible().await?;
        browser.assert_text("#question", &["Question 1 of 10"]).await?;
        let mut missed = answer_ten(browser, "1").await?;
        let shown = browser.texts(".learn__missed").await?;
        ensure!(shown.iter().cloned().collect::<BTreeSet<_>>() == missed, "{shown:?} is shown, {missed:?} was missed");
        browser.assert_accessible().await?;
        take_screenshot(browser, "end").await?;
        browser.tab_to("#again").await?;
        browser.press("Enter").await?;
        for _ in 0..missed.len() {
            wait_for_focus(browser, "question").await?;
            let words = asked_words(browser).await?;
            ensure!(missed.remove(&words), "{words} is asked before {missed:?}");
            answer(browser, "2").await?;
        }
        browser.assert_no_console_errors().await
    });
}

#[test]
fn a_session_goes_on_after_a_reload_and_after_a_look_at_the_report() {
    browse(async |browser| {
        open_learn(browser).await?;
        browser.click("#start-questions").await?;
        answer(browser, "1").await?;
        wait_for_focus(browser, "question").await?;
        let words = asked_words(browser).await?;
        browser.reload().await?;
        browser.wait_until("document.querySelector('.learn__question')").await?;
        browser.assert_text("#question", &["Question 2 of 10"]).await?;
        ensure!(asked_words(browser).await? == words, "another question is shown");
        browser.click("#choice-2").await?;
        browser.wait_until("document.querySelector('.learn__source a')").await?;
        browser.click(".learn__source a").await?;
        browser.wait_until("document.querySelector('.report')").await?;
        browser.go_back().await?;
        browser.wait_until("document.querySelector('.learn__answer')").await?;
        ensure!(asked_words(browser).await? == words, "another question is shown");
        // In a new tab there is no session.
        browser.open_window().await?;
        open_learn(browser).await?;
        browser.wait_until("document.querySelector('#start-questions')").await
    });
}

#[test]
fn flash_cards_are_turned_and_judged_by_keyboard() {
    browse(async |browser| {
        open_learn(browser).await?;
        browser.tab_to("#start-flash-cards").await?;
        browser.press("Enter").await?;
        for n in 0..10 {
            wait_for_focus(browser, "question").await?;
            browser.assert_text("#question", &[&format!("Card {} of 10", n + 1)]).await?;
            browser.tab_to("#reveal").await?;
            browser.press("Enter").await?;
            wait_for_focus(browser, "known").await?;
            browser.assert_text(".learn__result", &["is short for"]).await?;
            if n == 0 {
                browser.assert_accessible().await?;
                take_screenshot(browser, "flash-card").await?;
                browser.press("Tab").await?;
            }
            browser.press("Enter").await?;
        }
        wait_for_focus(browser, "session-end").await?;
        ensure!(browser.count(".learn__missed").await? == 1, "one card was not known");
        Ok(())
    });
}

#[test]
fn if_storage_is_full_or_forbidden_the_page_says_so_and_goes_on() {
    browse(async |browser| {
        open_learn(browser).await?;
        browser
            .run_script("IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }")
            .await?;
        browser.click("#reflect-start").await?;
        browser.fill_field("#reflect-words", "My answer").await?;
        browser.wait_until("document.querySelector('.learn__told [role=alert]')").await?;
        browser.assert_text(".learn__told", &["Your notes could not be saved: the browser's storage is full."]).await?;
        // Once there is room, it is saved.
        browser.reload().await?;
        browser.wait_until_saved_in(NOTES, "My answer").await?;
        let forbid = "const no = { get() { throw new DOMException('no', 'SecurityError') } };
            Object.defineProperty(window, 'localStorage', no);
            Object.defineProperty(window, 'sessionStorage', no);
            Object.defineProperty(window, 'indexedDB', no)";
        browser.before_each_page(forbid).await?;
        open_learn(browser).await?;
        browser.click("#start-questions").await?;
        answer_ten(browser, "1").await?;
        browser.assert_text(".learn__told", &["this browser does not allow pages to save anything"]).await?;
        browser.assert_no_console_errors().await
    });
}

#[test]
fn nothing_is_wider_than_the_smallest_screen_and_all_is_there_in_the_dark_and_on_a_wide_one() {
    browse(async |browser| {
        open_learn(browser).await?;
        browser.click("#start-questions").await?;
        wait_for_focus(browser, "question").await?;
        browser.press("1").await?;
        wait_for_focus(browser, "next").await?;
        browser.click("#reflect-start").await?;
        browser.fill_field("#reflect-words", "An answer").await?;
        browser.wait_until("document.querySelector('.learn__notes > li')").await?;
        for (width, is_dark) in [(320, false), (360, true), (768, false), (1280, true), (1920, false)] {
            browser.set_size(width, 900).await?;
            browser.emulate_media(if is_dark { &[MediaSetting::Dark] } else { &[] }).await?;
            let overflow: i32 = browser
                .read_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
                .await?;
            ensure!(overflow <= 0, "at {width} pixels the page is {overflow} pixels wider than the window");
            take_screenshot(browser, &format!("width-{width}")).await?;
            browser.assert_accessible().await?;
        }
        Ok(())
    });
}

#[test]
fn in_the_single_file_it_works_as_well() {
    let file = path_from_environment("DIST").expect("the site is built").join("force-findings.html");
    browse_file_in_chromium(&file, async |browser| {
        open_learn(browser).await?;
        browser.tab_to("#start-questions").await?;
        browser.press("Enter").await?;
        answer_ten(browser, "2").await?;
        browser.open(FINDING).await?;
        browser.click("[data-command='note']").await?;
        wait_for_focus(browser, "note-words").await?;
        browser.type_words("From a file").await?;
        browser.press("Escape").await?;
        open_learn(browser).await?;
        browser.wait_until("document.querySelector('#note-0')?.value === 'From a file'").await?;
        browser.assert_text(".learn__own", &["Other pages that you open from files on this device"]).await
    });
}
