//! A trainee's hour by keyboard alone and without a network: learn a word, follow an issue, practise ten, note three, export.
//! Only the first page is opened by its address.

use crate::harness::{Browser, TestSite, browse_and_restart};
use crate::learn::{NOTES, take_screenshot, wait_for_focus, wait_until_said};
use crate::offline;
use anyhow::{Result, ensure};

#[test]
fn a_trainees_hour_by_keyboard_alone_and_without_a_network() {
    browse_and_restart(TestSite::built(), offline::save_site, async |browser| {
        browser.disconnect_network();
        browser.open("").await?;
        learn_a_word(browser).await?;
        follow_an_issue(browser).await?;
        follow(browser, "a[href$='learn/']", "document.querySelector('#notes')").await?;
        practise_ten(browser).await?;
        think_about_a_finding(browser).await?;
        export(browser).await?;
        browser.assert_no_console_errors().await
    });
}

/// Goes to a link with the tab key, follows it, and waits until its page is shown.
async fn follow(browser: &Browser, link: &str, is_shown: &str) -> Result<()> {
    browser.tab_to(link).await?;
    browser.press("Enter").await?;
    browser.wait_until(is_shown).await
}

/// Looks up what "cause of concern" means, and a short form with the words of a report that define it.
async fn learn_a_word(browser: &Browser) -> Result<()> {
    follow(browser, "a[href$='glossary/']", "document.querySelector('.glossary__letters')").await?;
    follow(browser, ".glossary__letters a[href$='#names']", "location.hash === '#names'").await?;
    let entry = "#term-cause-of-concern";
    // No report held defines it, so the page of the inspectorate that does is named.
    let page = "hmicfrs.justiceinspectorates.gov.uk/glossary/cause-of-concern/";
    browser.assert_text(entry, &["Cause of concern", "No report held defines it", page]).await?;
    take_screenshot(browser, "hour-word").await?;
    while browser
        .read_script("return !document.activeElement.matches('.glossary__letters a[href$=\"#letter-m\"]')")
        .await?
    {
        browser.press("Shift+Tab").await?;
    }
    browser.press("Enter").await?;
    let definition = "#term-marac .glossary__definition a";
    follow(browser, definition, "location.hash.startsWith('#line-') && document.querySelector('.source--full')").await
}

/// Follows problem solving through the reports on Warwickshire, with a note on one of the findings.
async fn follow_an_issue(browser: &Browser) -> Result<()> {
    follow(browser, "header a[href$='./'], .banner__name", "document.querySelector('.home')").await?;
    follow(browser, "a[href$='force/warwickshire/']", "document.querySelector('#threads')").await?;
    follow(browser, ".contents a[href$='#threads']", "location.hash === '#threads'").await?;
    let thread = "a[href$='thread/warwickshire-problem-solving-and-its-evaluation/']";
    follow(browser, thread, "location.pathname.includes('/thread/') && document.readyState === 'complete'").await?;
    browser.assert_text("main", &["Problem solving and its evaluation", "2014", "2017", "2021/22"]).await?;
    take_screenshot(browser, "hour-issue").await?;
    browser.wait_until_ready().await?;
    follow(browser, "main a[href*='finding/warwickshire-2021-22']", "document.querySelector('[data-command=note]')")
        .await?;
    browser.tab_to("[data-command='note']").await?;
    browser.press("Enter").await?;
    wait_for_focus(browser, "note-words").await?;
    browser.type_words("First, on its page").await?;
    browser.tab_to("#keep-note").await?;
    browser.press("Enter").await?;
    wait_until_said(browser, "Note kept.").await
}

/// Answers ten questions, with a note beside one of the answers. A short form has no finding that could have one.
async fn practise_ten(browser: &Browser) -> Result<()> {
    browser.tab_to("#start-questions").await?;
    browser.press("Enter").await?;
    wait_for_focus(browser, "question").await?;
    take_screenshot(browser, "hour-question").await?;
    let mut has_note = false;
    for _ in 0..10 {
        wait_for_focus(browser, "question").await?;
        browser.press("1").await?;
        wait_for_focus(browser, "next").await?;
        if !has_note && browser.count("#answer-note").await? > 0 {
            browser.tab_to("#answer-note").await?;
            browser.type_words("Second, beside the answer").await?;
            take_screenshot(browser, "hour-answer").await?;
            has_note = true;
            browser.wait_until_saved_in(NOTES, "Second, beside the answer").await?;
            while browser.read_script("return document.activeElement.id !== 'next'").await? {
                browser.press("Shift+Tab").await?;
            }
        }
        browser.press("Enter").await?;
    }
    wait_for_focus(browser, "session-end").await?;
    ensure!(has_note, "ten questions were short forms");
    Ok(())
}

/// Answers a question without choices, and reads what the inspectors wrote.
async fn think_about_a_finding(browser: &Browser) -> Result<()> {
    browser.tab_to("#reflect-start").await?;
    browser.press("Enter").await?;
    wait_for_focus(browser, "reflect").await?;
    browser.tab_to("#reflect-words").await?;
    browser.type_words("Third, before the inspectors").await?;
    browser.tab_to("#show-inspectors").await?;
    browser.press("Enter").await?;
    wait_for_focus(browser, "inspectors").await?;
    take_screenshot(browser, "hour-inspectors").await
}

/// Saves the notes for a word processor and as Markdown.
async fn export(browser: &Browser) -> Result<()> {
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
        let (saved, named): (String, Vec<String>) = browser.read_script("return [window.saved, window.named]").await?;
        ensure!(named[0] == name, "it is called {named:?}");
        for words in ["First, on", "Second, beside", "Third, before", "Open Government Licence", "Warwickshire Police"]
        {
            ensure!(saved.contains(words), "{words} is not in {saved}");
        }
    }
    take_screenshot(browser, "hour-notes").await
}
