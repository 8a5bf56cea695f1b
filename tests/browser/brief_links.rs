//! What leaves the presenter's hands: links, files and saved presentations, with or without the speaker's notes.

use crate::briefing::{add_item, open_brief};
use crate::harness::{Browser, browse};
use anyhow::{Result, ensure};

/// Makes a brief with one item that has a note, and the link to it. Returns the part of the link behind the site's root.
async fn make_link(browser: &Browser) -> Result<String> {
    add_item(browser, "force/warwickshire/", "[data-command='brief']", 1).await?;
    open_brief(browser).await?;
    browser.fill_field("#note-1", "for me alone").await?;
    browser.press("Tab").await?;
    browser.record_exports().await?;
    copy_link(browser).await
}

/// Copies the link and returns its part behind the site's root.
async fn copy_link(browser: &Browser) -> Result<String> {
    browser.run_script("window.copied = null").await?;
    browser.click("#do-link").await?;
    browser.wait_until("window.copied").await?;
    let link: String = browser.read_script("return window.copied").await?;
    Ok(format!("brief/{}", link.split("brief/").nth(1).unwrap_or_default()))
}

/// Opens a link in a browser that has no brief.
async fn open_link(browser: &Browser, link: &str) -> Result<()> {
    browser.forget_saved_texts().await?;
    browser.goto("about/").await?;
    browser.open(link).await
}

#[test]
fn a_link_with_added_signs_is_read_and_a_cut_one_is_reported() {
    browse(async |browser| {
        let link = make_link(browser).await?;
        let middle = link.len() - 10;
        let broken = format!("{}%0A{}", &link[..middle], &link[middle..]);
        for changed in [format!("{link}."), format!("{link})"), format!("{link}).Thanks"), broken] {
            open_link(browser, &changed).await?;
            browser.wait_until("document.querySelector('.brief--linked .slide--timeline')").await?;
        }
        for length in [1, 20] {
            open_link(browser, &link[..link.len() - length]).await?;
            browser.wait_until("document.getElementById('said').textContent.includes('cut short')").await?;
        }
        Ok(())
    });
}

#[test]
fn a_link_is_read_and_becomes_a_brief_of_ones_own_only_if_wanted() {
    browse(async |browser| {
        let link = make_link(browser).await?;
        browser.goto("about/").await?;
        browser.open(&link).await?;
        browser.wait_until("document.querySelector('.brief--linked')").await?;
        browser.assert_accessible_in_every_look().await?;
        // It can be loaded again, and presented.
        browser.reload().await?;
        browser.wait_until("document.querySelector('.brief--linked')").await?;
        browser.click("#do-present").await?;
        browser.wait_until("document.querySelector('.stage')").await?;
        browser.press("Escape").await?;
        browser.wait_until("!document.querySelector('.stage')").await?;
        browser.click("#do-copy").await?;
        browser.wait_until("document.querySelector('.brief__offer')").await?;
        let note: String = browser.read_script("return document.getElementById('note-1').value").await?;
        ensure!(note == "for me alone", "the own brief was replaced: {note}");
        browser.click("#do-offer-add").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 2").await
    });
}

#[test]
fn notes_stay_home_unless_the_presenter_wants_them_to_leave() {
    browse(async |browser| {
        let plain = make_link(browser).await?;
        for button in ["#do-save", "#do-export"] {
            browser.run_script("window.saved = null").await?;
            browser.click(button).await?;
            browser.wait_until("window.saved").await?;
            ensure!(!browser.read_script::<String>("return window.saved").await?.contains("for me alone"), "{button}");
        }
        browser.click("#with-notes").await?;
        let with_notes = copy_link(browser).await?;
        for button in ["#do-save", "#do-export"] {
            browser.run_script("window.saved = null").await?;
            browser.click(button).await?;
            browser.wait_until("window.saved").await?;
            ensure!(browser.read_script::<String>("return window.saved").await?.contains("for me alone"), "{button}");
        }
        for (link, expected) in [(plain, ""), (with_notes, "for me alone")] {
            open_link(browser, &link).await?;
            browser.click("#do-copy").await?;
            browser.wait_until("document.getElementById('note-1')").await?;
            let note: String = browser.read_script("return document.getElementById('note-1').value").await?;
            ensure!(note == expected, "the link has {note:?}");
        }
        Ok(())
    });
}

#[test]
fn what_is_in_the_brief_is_shown_on_its_button_and_counted_in_the_menu_and_not_added_twice() {
    browse(async |browser| {
        let button = "[data-command='brief']";
        add_item(browser, "force/warwickshire/", button, 1).await?;
        let count = "document.getElementById('brief-count').textContent";
        let is_added = format!("document.querySelector({button:?}).textContent === 'Added to brief'");
        browser.wait_until(&format!("{is_added} && {count} === ' (1)'")).await?;
        browser.click(button).await?;
        browser.wait_until("document.getElementById('said').textContent.includes('in the brief already')").await?;
        browser.open("force/west-midlands/").await?;
        browser.wait_until(&format!("!({is_added}) && {count} === ' (1)'")).await?;
        browser.open("about/").await?;
        browser.wait_until(&format!("{count} === ' (1)'")).await?;
        // Another window removes it.
        browser.open("force/warwickshire/").await?;
        browser.wait_until(&is_added).await?;
        let first = browser.current_window().await?;
        browser.open_window().await?;
        open_brief(browser).await?;
        browser.click("#remove-1").await?;
        browser.wait_until(&format!("{count} === ''")).await?;
        browser.switch_to_window(first).await?;
        browser.wait_until(&format!("!({is_added}) && {count} === ''")).await
    });
}

#[test]
fn enter_that_ends_a_composition_submits_nothing() {
    browse(async |browser| {
        open_brief(browser).await?;
        browser.fill_field("#brief-heading", "はん").await?;
        for how in ["isComposing: true", "keyCode: 229"] {
            browser
                .run_script(&format!(
                    "document.getElementById('brief-heading').dispatchEvent(
                        new KeyboardEvent('keydown', {{ key: 'Enter', bubbles: true, {how} }}))"
                ))
                .await?;
        }
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        ensure!(browser.count(".brief__item").await? == 0, "a heading was added");
        browser.press("Enter").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 1").await
    });
}
