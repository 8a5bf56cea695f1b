//! Practice and private notes: by keyboard alone, without a network, in two windows and in the single file.

use crate::harness::{
    Browser, MediaSetting, TestSite, browse, browse_and_restart, browse_file_in_chromium, path_from_environment,
};
use crate::offline;
use anyhow::{Result, ensure};
use std::collections::BTreeSet;
use std::path::Path;

/// The database of the notes.
const NOTES: &str = "notes";

/// A finding, and a line of the report that prints it.
const FINDING: &str =
    "finding/west-midlands-2016-effectiveness/recommendation/to-address-this-cause-of-concern-the-force/";
const LINE: &str = "report/west-midlands-2016-effectiveness/#line-1920";

/// An issue of a force through its reports.
const THREAD: &str = "thread/warwickshire-problem-solving-and-its-evaluation/";

/// Opens the page and waits until the notes are read.
async fn open_learn(browser: &Browser) -> Result<()> {
    browser.open("learn/").await?;
    browser.wait_until("document.querySelector('#notes')").await
}

/// Takes a screenshot, to be looked at after the run.
async fn take_screenshot(browser: &Browser, name: &str) -> Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("learn");
    std::fs::create_dir_all(&folder)?;
    browser.screenshot(&folder.join(format!("{name}.png"))).await
}

/// Waits until the element with this id has the focus.
async fn wait_for_focus(browser: &Browser, id: &str) -> Result<()> {
    browser.wait_until(&format!("document.activeElement.id === {id:?}")).await
}

/// Waits until something was announced.
async fn wait_until_said(browser: &Browser, words: &str) -> Result<()> {
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
fn a_finding_and_a_line_of_a_report_get_notes_in_a_dialog_that_are_listed_searched_removed_and_brought_back() {
    browse(async |browser| {
        browser.open(FINDING).await?;
        browser.tab_to("[data-command='note']").await?;
        browser.press("Enter").await?;
        wait_for_focus(browser, "note-words").await?;
        browser.assert_accessible().await?;
        browser.type_words("Ask the control room").await?;
        take_screenshot(browser, "dialog").await?;
        browser.tab_to("#keep-note").await?;
        browser.press("Enter").await?;
        wait_until_said(browser, "Note kept.").await?;
        browser.wait_until("document.activeElement.dataset.command === 'note'").await?;
        // Leaving the dialog keeps what was typed.
        browser.open(LINE).await?;
        browser.wait_until("document.querySelector('#line-1920')").await?;
        browser.click("[data-command='note']").await?;
        wait_for_focus(browser, "note-words").await?;
        browser.type_words("A line").await?;
        browser.press("Escape").await?;
        browser.wait_until("!document.querySelector('#note-dialog').open").await?;
        open_learn(browser).await?;
        browser.wait_until("document.querySelectorAll('.learn__notes > li').length === 2").await?;
        browser.assert_text(".learn__notes", &["West Midlands Police, PEEL effectiveness 2016, line 1920"]).await?;
        browser.assert_text(".learn__notes", &["the force should immediately review its approach"]).await?;
        browser.assert_accessible().await?;
        browser.fill_field("#note-search", "control").await?;
        browser.wait_until("document.querySelectorAll('.learn__notes > li').length === 1").await?;
        browser.assert_text("#note-count", &["1 of 2 notes and bookmarks."]).await?;
        browser.click("#remove-0").await?;
        wait_until_said(browser, "Removed.").await?;
        wait_for_focus(browser, "undo-removal").await?;
        browser.press("Enter").await?;
        browser
            .wait_until("document.querySelector('.learn__notes textarea')?.value === 'Ask the control room'")
            .await?;
        browser.assert_no_console_errors().await
    });
}

#[test]
fn notes_survive_a_reload_and_another_window_changes_them_too() {
    browse(async |browser| {
        browser.open(FINDING).await?;
        browser.click("[data-command='note']").await?;
        wait_for_focus(browser, "note-words").await?;
        browser.type_words("one").await?;
        browser.click("#keep-note").await?;
        wait_until_said(browser, "Note kept.").await?;
        open_learn(browser).await?;
        browser.wait_until("document.querySelector('#note-0')?.value === 'one'").await?;
        let first = browser.current_window().await?;
        browser.open_window().await?;
        open_learn(browser).await?;
        browser.wait_until("document.querySelector('#note-0')?.value === 'one'").await?;
        browser.fill_field("#note-0", "one and two").await?;
        browser.wait_until_saved_in(NOTES, "one and two").await?;
        browser.switch_to_window(first).await?;
        browser.wait_until("document.querySelector('#note-0').value === 'one and two'").await?;
        browser.fill_field("#note-0", "one, two and three").await?;
        // Nothing is waited for: the page is closed in the middle of it.
        browser.reload().await?;
        browser.wait_until("document.querySelector('#note-0')?.value === 'one, two and three'").await
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
fn a_damaged_note_is_set_aside_shown_and_can_be_saved_and_deleted() {
    browse(async |browser| {
        browser.open(FINDING).await?;
        browser.click("[data-command='note']").await?;
        wait_for_focus(browser, "note-words").await?;
        browser.type_words("whole").await?;
        browser.click("#keep-note").await?;
        wait_until_said(browser, "Note kept.").await?;
        browser
            .change_saved_texts_in(NOTES, "for (const name in texts) store.put(texts[name].slice(0, -9), name)")
            .await?;
        open_learn(browser).await?;
        browser.click(".brief__offer summary").await?;
        browser.assert_text(".brief__offer pre", &["whole"]).await?;
        take_screenshot(browser, "damaged").await?;
        browser.record_exports().await?;
        browser.click("#save-damaged-1").await?;
        browser.wait_until("window.saved?.includes('whole')").await?;
        browser.click("#delete-damaged-1").await?;
        browser.wait_until("!document.querySelector('.brief__offer')").await
    });
}

#[test]
fn without_a_network_ten_are_practised_three_notes_made_and_exported_by_keyboard_alone() {
    browse_and_restart(TestSite::built(), offline::save_site, async |browser| {
        browser.disconnect_network();
        open_learn(browser).await?;
        browser.tab_to("#start-questions").await?;
        browser.press("Enter").await?;
        wait_for_focus(browser, "question").await?;
        take_screenshot(browser, "offline-question").await?;
        // The first note is made beside an answer. A short form has no finding that could have one.
        let mut has_note = false;
        for _ in 0..10 {
            wait_for_focus(browser, "question").await?;
            browser.press("1").await?;
            wait_for_focus(browser, "next").await?;
            if !has_note && browser.count("#answer-note").await? > 0 {
                browser.tab_to("#answer-note").await?;
                browser.type_words("First, beside the answer").await?;
                take_screenshot(browser, "offline-answer").await?;
                has_note = true;
                browser.wait_until_saved_in(NOTES, "First, beside the answer").await?;
                while browser.read_script("return document.activeElement.id !== 'next'").await? {
                    browser.press("Shift+Tab").await?;
                }
            }
            browser.press("Enter").await?;
        }
        wait_for_focus(browser, "session-end").await?;
        ensure!(has_note, "ten questions were short forms");
        // The second answers a question without choices.
        browser.tab_to("#reflect-start").await?;
        browser.press("Enter").await?;
        wait_for_focus(browser, "reflect").await?;
        browser.tab_to("#reflect-words").await?;
        browser.type_words("Second, before the inspectors").await?;
        browser.tab_to("#show-inspectors").await?;
        browser.press("Enter").await?;
        wait_for_focus(browser, "inspectors").await?;
        take_screenshot(browser, "offline-inspectors").await?;
        // The third is made on the page of a finding.
        browser.open(FINDING).await?;
        browser.tab_to("[data-command='note']").await?;
        browser.press("Enter").await?;
        wait_for_focus(browser, "note-words").await?;
        browser.type_words("Third, on its page").await?;
        browser.tab_to("#keep-note").await?;
        browser.press("Enter").await?;
        wait_until_said(browser, "Note kept.").await?;
        open_learn(browser).await?;
        // Chance may put two of them on one finding.
        browser.wait_until("document.querySelectorAll('.learn__notes > li').length > 0").await?;
        browser.record_exports().await?;
        for (button, name) in
            [("#save-document", "force-findings-notes.rtf"), ("#save-markdown", "force-findings-notes.md")]
        {
            browser.run_script("window.saved = null").await?;
            browser.run_script("document.getElementById('notes').focus()").await?;
            browser.tab_to(button).await?;
            browser.press("Enter").await?;
            browser.wait_until("window.saved").await?;
            let (saved, named): (String, Vec<String>) =
                browser.read_script("return [window.saved, window.named]").await?;
            ensure!(named[0] == name, "it is called {named:?}");
            for words in ["First, beside", "Second, before", "Third, on", "Open Government Licence", "lines 19"] {
                ensure!(saved.contains(words), "{words} is not in {saved}");
            }
        }
        take_screenshot(browser, "offline-notes").await?;
        browser.assert_no_console_errors().await
    });
}

#[test]
fn a_thread_has_notes_too_though_it_is_a_document_of_its_own() {
    browse(async |browser| {
        browser.open(THREAD).await?;
        browser.click("[data-command='note']").await?;
        wait_for_focus(browser, "note-words").await?;
        browser.type_words("Follow this").await?;
        browser.click("#keep-note").await?;
        wait_until_said(browser, "Note kept.").await?;
        open_learn(browser).await?;
        browser.wait_until("document.querySelector('#note-0')?.value === 'Follow this'").await?;
        browser.assert_text(".learn__notes", &["Problem solving", "Warwickshire Police"]).await?;
        browser.assert_no_console_errors().await
    });
}

#[test]
fn notes_are_printed_whole_and_without_the_practice() {
    browse(async |browser| {
        open_learn(browser).await?;
        browser.click("#reflect-start").await?;
        browser.fill_field("#reflect-words", "Line after line").await?;
        browser.wait_until("document.querySelector('.learn__notes > li')").await?;
        browser.emulate_media(&[MediaSetting::Print]).await?;
        browser.assert_text(".learn__printed", &["Line after line", "published", "Not the newest"]).await?;
        ensure!(!browser.is_displayed("#reflect-words").await?, "the practice is printed");
        take_screenshot(browser, "printed").await
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
