//! A five-minute briefing with the keyboard alone: eight items are added, arranged, presented, printed and shared.

use crate::harness::{Browser, MediaSetting, browse};
use anyhow::{Result, ensure};
use std::path::Path;

/// The address and the button from which each item is added.
const ITEMS: [(&str, &str); 7] = [
    ("force/warwickshire/", "[data-command='brief']"),
    ("compare/?force=warwickshire&force=west-mercia&subject=effectiveness", "[data-command='brief']"),
    ("report/warwickshire-2021-22-peel/", "[data-command='brief']"),
    ("report/west-midlands-2016-effectiveness/", "[data-command^='brief chart-']"),
    ("report/warwickshire-2017-effectiveness/", "[data-command^='brief number-']"),
    ("findings/?q=MARAC", ".result [data-command^='brief finding/']"),
    ("findings/?kind=cause-of-concern", ".result [data-command^='brief finding/']"),
];

/// Opens the page of the brief and waits until it is rendered.
pub async fn open_brief(browser: &Browser) -> Result<()> {
    browser.open("brief/").await?;
    browser.wait_until("document.querySelector('#brief-title, .brief--linked')").await
}

/// Adds an item with a button of a page, using the keyboard. `count` is the number of items afterwards.
pub async fn add_item(browser: &Browser, address: &str, button: &str, count: usize) -> Result<()> {
    browser.open(address).await?;
    browser.wait_until(&format!("document.querySelector({button:?})")).await?;
    // A button far down a long page is reached from the heading before it.
    browser.run_script(&format!("document.querySelector({button:?}).closest('section, figure, li, .page').querySelector('h1, h2, h3, a, select')?.focus()")).await?;
    let is_behind_control =
        format!("return Boolean(document.querySelector({button:?}).closest('details:not([open])'))");
    if browser.read_script(&is_behind_control).await? {
        browser.tab_to(".save summary").await?;
        browser.press("Enter").await?;
    }
    browser.tab_to(button).await?;
    browser.press("Enter").await?;
    let said = format!("which now has {count} item");
    browser.wait_until(&format!("document.getElementById('said').textContent.includes({said:?})")).await
}

/// The kinds of the items, in their order.
async fn item_kinds(browser: &Browser) -> Result<Vec<String>> {
    browser.texts(".brief__kind").await
}

/// Takes a screenshot, to be looked at after the run.
pub async fn take_screenshot(browser: &Browser, name: &str) -> Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("briefing");
    std::fs::create_dir_all(&folder)?;
    browser.screenshot(&folder.join(format!("{name}.png"))).await
}

/// The position, "2 of 8", and the title of the slide that is shown.
async fn current_slide(browser: &Browser) -> Result<(String, String)> {
    let title = ".stage .slide:not([hidden]) .slide__title";
    browser.wait_until("document.querySelector('.stage')").await?;
    // The controls may be invisible, because the mouse does not move.
    let at = browser.read_script("return document.querySelector('.stage__at').textContent").await?;
    Ok((at, browser.text(title).await?))
}

/// Presses a key and checks the position of the slide that is then shown.
async fn press_and_check_slide(browser: &Browser, key: &str, place: &str) -> Result<()> {
    browser.press(key).await?;
    let (at, title) = current_slide(browser).await?;
    ensure!(at == place, "after {key} it shows {at}, {title}");
    Ok(())
}

#[test]
fn eight_items_are_added_arranged_presented_printed_and_shared_with_the_keyboard_alone() {
    browse(async |browser| {
        browser.set_size(1920, 1080).await?;
        for (n, (address, button)) in ITEMS.into_iter().enumerate() {
            add_item(browser, address, button, n + 1).await?;
        }
        open_brief(browser).await?;
        browser.tab_to("#brief-title").await?;
        browser.type_words("Monday").await?;
        browser.tab_to("#brief-heading").await?;
        browser.type_words("Where we stand").await?;
        browser.press("Enter").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 8").await?;

        // The heading is moved to the front. The focus stays on the button that moves it.
        browser.run_script("document.getElementById('count').focus()").await?;
        browser.tab_to("#up-8").await?;
        for place in (0..7).rev() {
            browser.press("Enter").await?;
            let there = format!(
                "document.querySelectorAll('.brief__item')[{place}].dataset.item === '8'
                 && ['up-8', 'count'].includes(document.activeElement.id)"
            );
            browser.wait_until(&there).await?;
        }
        browser.wait_until("document.activeElement.id === 'count' || document.activeElement.id === 'up-8'").await?;
        let kinds = item_kinds(browser).await?;
        ensure!(
            kinds == ["Heading", "Timeline", "Comparison", "Report", "Chart", "Number", "Finding", "Finding"],
            "the order is {kinds:?}"
        );
        browser.tab_to("#note-1").await?;
        browser.type_words("Say it slowly").await?;
        browser.reload().await?;
        browser.wait_until("document.getElementById('note-1')?.value === 'Say it slowly'").await?;
        take_screenshot(browser, "arranged").await?;

        browser.tab_to("#do-present").await?;
        browser.press("Enter").await?;
        let (at, title) = current_slide(browser).await?;
        let screens: usize = at.strip_prefix("1 of ").unwrap_or_default().parse()?;
        ensure!(title == "Monday" && screens >= 10, "the first slide is {title}, {at}");
        for n in 1..=screens {
            take_screenshot(browser, &format!("slide-{n:02}")).await?;
            let fits: bool = browser
                .read_script(
                    "const s = document.querySelector('.stage__screen'); return s.scrollHeight <= s.clientHeight",
                )
                .await?;
            ensure!(fits, "slide {n} overflows the screen");
            let way = ["ArrowRight", " ", "PageDown", "ArrowDown"][n % 4];
            press_and_check_slide(browser, way, &format!("{} of {screens}", (n + 1).min(screens))).await?;
        }
        press_and_check_slide(browser, "Home", &format!("1 of {screens}")).await?;
        press_and_check_slide(browser, "End", &format!("{screens} of {screens}")).await?;
        press_and_check_slide(browser, "PageUp", &format!("{} of {screens}", screens - 1)).await?;
        browser.press("b").await?;
        browser.wait_until("document.querySelector('.stage__at').textContent === 'Black screen'").await?;
        ensure!(!browser.is_displayed(".stage__screen").await?, "the screen is not black");
        take_screenshot(browser, "black").await?;
        browser.press("b").await?;
        ensure!(browser.is_displayed(".stage__screen").await?, "the screen stays black");
        browser.press("Escape").await?;
        browser.wait_until("!document.querySelector('.stage') && document.activeElement.id === 'do-present'").await?;

        browser.record_exports().await?;
        browser.tab_to("#do-print").await?;
        browser.press("Enter").await?;
        browser.wait_until("window.printed").await?;
        browser.tab_to("#do-link").await?;
        browser.press("Enter").await?;
        browser.wait_until("window.copied").await?;
        let link: String = browser.read_script("return window.copied").await?;
        ensure!(link.contains("brief/#b=") && link.len() <= 2000, "the link is {link}");

        // Somebody else opens the link, in a browser that has no brief, and makes a copy.
        let before: String = browser.read_script("return document.getElementById('brief-items').innerText").await?;
        browser.forget_saved_texts().await?;
        let part = link.split("brief/").nth(1).unwrap_or_default();
        browser.goto("about/").await?;
        browser.open(&format!("brief/{part}")).await?;
        browser.wait_until("document.querySelector('.brief--linked .slide--sources')").await?;
        browser.assert_text("#count", &["Monday"]).await?;
        take_screenshot(browser, "linked").await?;
        ensure!(!browser.text("#slides").await?.contains("Say it slowly"), "the link has the notes");
        browser.tab_to("#do-copy").await?;
        browser.press("Enter").await?;
        browser.wait_until("document.querySelector('.brief__item')").await?;
        let after: String = browser.read_script("return document.getElementById('brief-items').innerText").await?;
        ensure!(after == before, "the link holds {after} and not {before}");
        ensure!(browser.path().await? == "brief/", "the address keeps it: {}", browser.path().await?);
        browser.assert_no_console_errors().await
    });
}

#[test]
fn the_handout_has_every_item_whole_with_its_source_and_the_licence() {
    browse(async |browser| {
        add_item(browser, "findings/?q=MARAC", ".result [data-command^='brief finding/']", 1).await?;
        add_item(browser, "force/warwickshire/", "[data-command='brief']", 2).await?;
        open_brief(browser).await?;
        browser.fill_field("#note-1", "for me alone").await?;
        browser.emulate_media(&[MediaSetting::Print]).await?;
        ensure!(!browser.is_displayed(".brief__items").await?, "the editor is printed");
        ensure!(!browser.is_displayed(".slide__note").await?, "the speaker's notes are printed for everyone");
        for slide in browser.texts(".brief__slides .slide").await? {
            for part in ["Police", "published", "Open Government Licence", "http://"] {
                ensure!(slide.contains(part) || !slide.contains(", line"), "'{part}' is not on: {slide}");
            }
        }
        let pages: usize = browser.printed_page_count().await?;
        ensure!((3..=12).contains(&pages), "{pages} pages");
        browser.run_script("document.getElementById('with-notes').click()").await?;
        browser.wait_until("document.querySelector('#slide-1-1 .slide__note').checkVisibility()").await
    });
}
