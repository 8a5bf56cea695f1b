//! What comes in is bounded: links, files and pasted words of any size are stopped with a sentence, and the page stays
//! usable.

use crate::briefing::open_brief;
use crate::harness::{Browser, browse};
use anyhow::{Result, ensure};

/// Waits until this is announced.
async fn wait_until_said(browser: &Browser, words: &str) -> Result<()> {
    browser.wait_until(&format!("document.getElementById('said').textContent.includes({words:?})")).await
}

#[test]
fn a_short_link_that_stands_for_a_long_text_is_refused_and_the_brief_stays_as_it_is() {
    browse(async |browser| {
        browser.open("about/").await?;
        // A hundred million letters in some hundred thousand characters.
        let link: String = browser
            .read_script(
                "const part = new Uint8Array(1_000_000).fill(97);
                 const text = new ReadableStream({
                    count: 0,
                    pull(controller) {
                        if (this.count === 100) return controller.close();
                        this.count += 1;
                        controller.enqueue(part);
                    },
                 });
                 return new Response(text.pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer()
                    .then((packed) => btoa([...new Uint8Array(packed)].map((byte) => String.fromCharCode(byte)).join(''))
                        .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''))",
            )
            .await?;
        ensure!(link.len() < 500_000, "the link has {} characters", link.len());
        open_brief(browser).await?;
        browser.fill_field("#brief-heading", "Mine").await?;
        browser.press("Enter").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 1").await?;
        browser.run_script(&format!("location.hash = 'b={link}'; location.reload()")).await?;
        wait_until_said(browser, "larger than a brief can be").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 1").await
    });
}

#[test]
fn a_file_that_is_larger_than_a_brief_can_be_is_refused() {
    browse(async |browser| {
        open_brief(browser).await?;
        let choose = |text: &str| {
            format!(
                "const files = new DataTransfer();
                 files.items.add(new File([{text}], 'brief.json'));
                 const field = document.querySelector('#brief-file');
                 field.files = files.files;
                 field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
            )
        };
        browser.run_script(&choose("'x'.repeat(5_000_000)")).await?;
        wait_until_said(browser, "The file is larger than a brief can be. Nothing was changed.").await?;
        let items = "JSON.stringify({ 'force-findings-brief': 1, title: '', next: 1001, items: Array.from({ length: 1001 }, \
                     (_, n) => ({ id: n + 1, heading: 'x', note: '' })) })";
        browser.run_script(&choose(items)).await?;
        wait_until_said(browser, "it is larger than a brief can be. Nothing was changed.").await?;
        ensure!(browser.count(".brief__item").await? == 0, "it was opened");
        Ok(())
    });
}

#[test]
fn five_megabytes_pasted_into_the_search_leave_the_page_usable_and_say_what_is_searched() {
    browse(async |browser| {
        browser.open("findings/").await?;
        for words in ["'x'.repeat(5_000_000)", "'crime '.repeat(800_000)"] {
            // A script can set what the field would not take from the keyboard or the clipboard.
            let paste = format!(
                "const field = document.querySelector('#search');
                 field.value = {words};
                 field.dispatchEvent(new Event('input', {{ bubbles: true }}))"
            );
            browser.run_script(&paste).await?;
            browser
                .wait_until("document.querySelector('main').textContent.includes('Only the first 200 characters')")
                .await?;
            ensure!(browser.path().await?.len() < 1000, "the address is as long as the words");
        }
        browser.fill_field("#search", "stalking").await?;
        browser.wait_until("document.querySelector('.result mark')").await
    });
}

#[test]
fn with_five_hundred_items_an_edit_draws_only_what_it_changes() {
    browse(async |browser| {
        open_brief(browser).await?;
        browser
            .run_script(
                "const pages = ['force/warwickshire/', 'report/warwickshire-2021-22-peel/', 'force/west-midlands/'];
                 const items = Array.from({ length: 500 }, (_, n) => n % 10
                    ? { id: n + 1, heading: `Heading ${n}`, note: '' }
                    : { id: n + 1, address: pages[n % 3], of: '', was: '', data: '', built: '', note: '' });
                 const text = JSON.stringify({ 'force-findings-brief': 1, title: '', next: 500, items });
                 const files = new DataTransfer();
                 files.items.add(new File([text], 'brief.json'));
                 const field = document.querySelector('#brief-file');
                 field.files = files.files;
                 field.dispatchEvent(new Event('change', { bubbles: true }))",
            )
            .await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 500").await?;
        browser.wait_until_saved("Heading 499").await?;
        browser
            .run_script(
                "[window.changes, window.changed] = [0, performance.now()];
                 new MutationObserver((changes) => {
                     window.changes += changes.length;
                     window.changed = performance.now();
                 }).observe(document.getElementById('extras'), { childList: true, subtree: true, attributes: true })",
            )
            .await?;
        let is_at_rest = "performance.now() - window.changed > 1000";
        browser.wait_until(is_at_rest).await?;
        browser.run_script("window.changes = 0; document.getElementById('down-2').click()").await?;
        let has_moved = "document.querySelectorAll('.brief__item')[2].querySelector('#down-2')";
        browser.wait_until(&format!("{has_moved} && {is_at_rest}")).await?;
        let changes: usize = browser.read_script("return window.changes").await?;
        ensure!((1..100).contains(&changes), "{changes} changes for one move");
        Ok(())
    });
}
