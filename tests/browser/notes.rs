//! Private notes: on findings, lines and threads, in two windows, damaged, and on paper.

use crate::harness::{MediaSetting, browse};
use crate::learn::{FINDING, NOTES, open_learn, take_screenshot, wait_for_focus, wait_until_said};
use anyhow::ensure;

/// A line of the report that prints the finding.
const LINE: &str = "report/west-midlands-2016-effectiveness/#line-1920";

/// An issue of a force through its reports.
const THREAD: &str = "thread/warwickshire-problem-solving-and-its-evaluation/";

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
