//! What was made in a brief comes through updates of the site, two windows at the same instant, closing at once, and
//! emptying by accident.

use crate::briefing::{add_item, open_brief};
use crate::harness::{Browser, browse};
use anyhow::{Result, ensure};
use std::time::Duration;

/// Adds a heading on the page of the brief.
async fn add_heading(browser: &Browser, words: &str) -> Result<()> {
    browser.fill_field("#brief-heading", words).await?;
    browser.press("Enter").await?;
    let is_there =
        format!("[...document.querySelectorAll('#brief-items input')].some((field) => field.value === {words:?})");
    browser.wait_until(&is_there).await
}

#[test]
fn a_brief_that_an_older_version_saved_is_still_there() {
    browse(async |browser| {
        browser.open("about/").await?;
        browser
            .run_script(
                "const json = '{\"force-findings-brief\": 1, \"title\": \"Monday\", \"next\": 1, \"items\": \
                 [{\"id\": 1, \"heading\": \"From before\", \"note\": \"kept\"}]}\\n';
                 return crypto.subtle.digest('SHA-256', new TextEncoder().encode(`7\\n${json}`)).then((digest) => {
                    const sum = [...new Uint8Array(digest)].slice(0, 8).map((b) => b.toString(16).padStart(2, '0'));
                    localStorage['force-findings-brief-a'] = `7 ${sum.join('')}\\n${json}`;
                 })",
            )
            .await?;
        open_brief(browser).await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 1").await?;
        browser.wait_until("document.querySelector('#brief-items input').value === 'From before'").await?;
        add_heading(browser, "From now").await?;
        browser.reload().await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 2").await
    });
}

#[test]
fn what_two_windows_add_at_the_same_instant_is_all_there() {
    browse(async |browser| {
        open_brief(browser).await?;
        let first = browser.current_window().await?;
        browser.open_window().await?;
        open_brief(browser).await?;
        let second = browser.current_window().await?;
        let start: u64 = browser.read_script("return Date.now() + 2000").await?;
        for window in [first.clone(), second.clone()] {
            browser.switch_to_window(window).await?;
            let add = format!(
                "setTimeout(() => {{
                    for (let n = 0; n < 20; n += 1) {{
                        const field = document.getElementById('brief-heading');
                        field.value = `heading ${{n}}`;
                        field.dispatchEvent(new Event('input', {{ bubbles: true }}));
                        field.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Enter', bubbles: true }}));
                    }}
                }}, {start} - Date.now())"
            );
            browser.run_script(&add).await?;
        }
        for window in [first, second] {
            browser.switch_to_window(window).await?;
            browser.wait_until("document.querySelectorAll('.brief__item').length === 40").await?;
        }
        browser.reload().await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 40").await
    });
}

#[test]
fn what_was_typed_is_there_although_the_page_was_left_at_once() {
    browse(async |browser| {
        add_item(browser, "force/warwickshire/", "[data-command='brief']", 1).await?;
        open_brief(browser).await?;
        browser
            .run_script(
                "const note = document.querySelector('textarea');
                 note.value = 'the last words';
                 note.dispatchEvent(new Event('input', { bubbles: true }));
                 location.assign('about/')",
            )
            .await?;
        browser.wait_until("location.pathname.endsWith('about/') && document.readyState === 'complete'").await?;
        open_brief(browser).await?;
        browser.wait_until("document.querySelector('textarea')?.value === 'the last words'").await
    });
}

#[test]
fn a_brief_that_was_emptied_can_be_brought_back_after_a_reload_and_later_changes() {
    browse(async |browser| {
        open_brief(browser).await?;
        add_heading(browser, "First").await?;
        add_heading(browser, "Second").await?;
        browser.click("#do-clear").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 0").await?;
        add_heading(browser, "Third").await?;
        browser.reload().await?;
        browser.click(".brief__earlier summary").await?;
        let earlier = browser.texts(".brief__earlier li").await?;
        ensure!(earlier.iter().any(|edit| edit.starts_with("Removing all items")), "there are {earlier:?}");
        browser
            .run_script(
                "[...document.querySelectorAll('.brief__earlier li')].find((edit) => edit.textContent
                    .startsWith('Removing all')).querySelector('button').click()",
            )
            .await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 3").await?;
        browser.wait_until("document.getElementById('said').textContent === 'Removing all items was undone.'").await?;
        browser.assert_accessible_in_every_look().await
    });
}

#[test]
fn without_a_database_the_brief_is_saved_all_the_same_and_taken_over_when_there_is_one() {
    browse(async |browser| {
        browser.open("about/").await?;
        let forbid =
            "if (location.search === '?no-database') Object.defineProperty(window, 'indexedDB', { value: undefined })";
        browser.before_each_page(forbid).await?;
        for count in 1..3 {
            browser.open("brief/?no-database").await?;
            browser.wait_until("document.getElementById('brief-heading')").await?;
            add_heading(browser, &format!("Heading {count}")).await?;
            browser.wait_until(&format!("document.querySelectorAll('.brief__item').length === {count}")).await?;
            ensure!(browser.count(".brief__trouble").await? == 0, "it says that it is not saved");
            ensure!(browser.count(".brief__offer").await? == 0, "its own text is set aside");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        open_brief(browser).await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 2").await
    });
}

#[test]
fn what_a_page_could_not_save_before_it_was_closed_is_shown_in_every_window_once_it_is_saved() {
    browse(async |browser| {
        open_brief(browser).await?;
        add_heading(browser, "One").await?;
        let first = browser.current_window().await?;
        browser.open_window().await?;
        open_brief(browser).await?;
        browser.wait_until("document.querySelector('.brief__item textarea')").await?;
        browser
            .run_script(
                "const field = document.querySelector('.brief__item textarea');
                 field.value = 'typed at the last moment';
                 field.dispatchEvent(new Event('input', { bubbles: true }));
                 location.assign('../about/')",
            )
            .await?;
        browser.wait_until("location.pathname.endsWith('about/') && document.readyState === 'complete'").await?;
        open_brief(browser).await?;
        browser.switch_to_window(first).await?;
        browser.wait_until("document.querySelector('.brief__item textarea').value === 'typed at the last moment'").await
    });
}
