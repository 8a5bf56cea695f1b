//! Presenting: slides that fit on the screen, keys and clickers that never lose the place, and the speaker's notes.

use crate::briefing::{add_item, open_brief, take_screenshot};
use crate::harness::{Browser, browse};
use anyhow::{Result, ensure};

/// Opens a brief with a timeline that has a note, and presents it.
async fn present_timeline(browser: &Browser) -> Result<()> {
    add_item(browser, "force/warwickshire/", "[data-command='brief']", 1).await?;
    open_brief(browser).await?;
    browser.fill_field("#note-1", "Say it slowly").await?;
    // Without switching windows in WebDriver, a script can read a new window only through this reference.
    browser
        .run_script(
            "const open = window.open; window.open = (...asked) => (window.second = open.call(window, ...asked))",
        )
        .await?;
    present(browser).await
}

/// Presents the brief with the button.
async fn present(browser: &Browser) -> Result<()> {
    browser.click("#do-present").await?;
    browser.wait_until("document.querySelector('.stage')").await
}

/// Waits until the slide at this position is shown: "2 of".
async fn wait_for_slide(browser: &Browser, position: &str) -> Result<()> {
    browser.wait_until(&format!("document.querySelector('.stage__at').textContent.startsWith({position:?})")).await
}

#[test]
fn a_question_mark_shows_the_keys_of_the_presentation_and_not_those_of_the_page_under_it() {
    browse(async |browser| {
        present_timeline(browser).await?;
        browser.wait_until("document.querySelector('.stage--quiet')").await?;
        for key in ["?", "/"] {
            browser.press(key).await?;
            ensure!(browser.count("dialog[open]").await? == 0, "{key} opens the list of the page");
            browser.wait_until("!document.querySelector('.stage--quiet')").await?;
        }
        browser.press("Escape").await?;
        browser.wait_until("!document.querySelector('.stage')").await
    });
}

#[test]
fn no_slide_is_larger_than_the_screen_or_has_smaller_letters_than_can_be_read() {
    browse(async |browser| {
        let compared = "compare/?force=warwickshire&force=west-midlands&force=kent&force=essex";
        let items = [
            ("force/warwickshire/", "[data-command='brief']"),
            ("force/west-midlands/", "[data-command='brief']"),
            (compared, "[data-command='brief']"),
            ("national/2023-25/?grade=inadequate", "#extras [data-command='brief']"),
            ("report/warwickshire-2021-22-peel/", "[data-command='brief']"),
            ("report/warwickshire-2014-crime/", "[data-command='brief']"),
            ("report/west-midlands-2016-effectiveness/", "[data-command^='brief chart-']"),
            ("report/warwickshire-2017-effectiveness/", "[data-command^='brief number-']"),
            ("findings/?kind=cause-of-concern", "[data-command='brief']"),
            ("findings/?kind=cause-of-concern", ".result [data-command^='brief finding/']"),
        ];
        for (address, button) in items {
            browser.open(address).await?;
            browser.wait_until(&format!("document.querySelector({button:?})")).await?;
            browser.run_script(&format!("document.querySelector({button:?}).click()")).await?;
            browser.wait_until("document.getElementById('said').textContent.includes('which now has')").await?;
        }
        open_brief(browser).await?;
        for words in ["Why", &"several words ".repeat(250)] {
            let enter = format!(
                "const field = document.getElementById('brief-heading'); field.value = {words:?};
                 field.dispatchEvent(new Event('input', {{ bubbles: true }}))"
            );
            browser.run_script(&enter).await?;
            browser.click("#do-heading").await?;
        }
        browser.wait_until("document.querySelectorAll('.brief__item').length === 12").await?;
        // A test that only looks at the first of the sizes would miss a font that does not scale.
        for (width, height) in [(1920, 1080), (1280, 720), (1024, 768)] {
            browser.set_size(width, height).await?;
            present(browser).await?;
            let faults: Vec<String> = browser.read_script(MEASURE_SLIDES).await?;
            if width == 1920 {
                take_screenshots(browser).await?;
            }
            ensure!(faults.is_empty(), "at {width} by {height}:\n{}", faults.join("\n"));
            browser.press("Escape").await?;
            browser.wait_until("!document.querySelector('.stage')").await?;
        }
        Ok(())
    });
}

/// Takes a screenshot of each slide, to be looked at after the run.
async fn take_screenshots(browser: &Browser) -> Result<()> {
    browser.press("Home").await?;
    for n in 1..=browser.count(".stage .slide").await? {
        take_screenshot(browser, &format!("fit-{n:02}")).await?;
        browser.press("PageDown").await?;
    }
    Ok(())
}

/// Goes through all slides and lists those that are larger than the screen, and letters that are smaller than 40 pixels
/// or, in sources and over columns of letters, 24 pixels on a screen of 1920 by 1080.
const MEASURE_SLIDES: &str = "
    const screen = document.querySelector('.stage__screen');
    const slides = [...screen.children];
    const scale = Math.min(innerWidth / 1920, innerHeight / 1080);
    const faults = [];
    const press = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    press('Home');
    for (const [n, slide] of slides.entries()) {
        const name = `slide ${n + 1}, ${slide.className}, ${slide.querySelector('.slide__title').textContent.slice(0, 60)}`;
        if (slide.hidden) { faults.push(`${name} is not shown`); break; }
        if (screen.scrollHeight > screen.clientHeight || screen.scrollWidth > screen.clientWidth) {
            faults.push(`${name} needs ${screen.scrollWidth} by ${screen.scrollHeight} of ${screen.clientWidth} by ${screen.clientHeight}`);
        }
        const box = slide.getBoundingClientRect();
        const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            if (!text.data.trim() || !text.parentElement.checkVisibility()) continue;
            // Words for screen readers, where letters stand for them.
            if (getComputedStyle(text.parentElement).clipPath !== 'none') continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            const at = range.getBoundingClientRect();
            if (at.right > box.right + 1 || at.bottom > box.bottom + 1) faults.push(`${name}: ${text.data} is outside`);
            const size = parseFloat(getComputedStyle(text.parentElement).fontSize) / scale;
            const least = text.parentElement.closest('.slide__foot, .slide__sources, .slide__part, small, .slide__grid--small-heads thead') ? 24 : 40;
            if (size < least - 0.1) faults.push(`${name}: ${text.data} has ${size} pixels`);
        }
        press('PageDown');
    }
    return [...new Set(faults)];";

#[test]
fn the_second_window_shows_the_notes_and_the_next_slide_and_survives_its_own_reload() {
    browse(async |browser| {
        present_timeline(browser).await?;
        browser.press("ArrowRight").await?;
        browser.press("n").await?;
        browser.wait_until("window.second?.document.querySelector('.speaker__note')?.textContent").await?;
        let words: String = browser.read_script("return window.second.document.body.innerText").await?;
        ensure!(words.contains("Say it slowly") && words.contains("Next: Warwickshire Police"), "it says {words}");
        browser.press("ArrowRight").await?;
        browser.wait_until("window.second.document.body.innerText.includes('3 of ')").await?;
        browser.run_script("window.second.document.body.id = 'old'; window.second.location.reload()").await?;
        browser.wait_until("window.second.document.body?.id !== 'old'").await?;
        browser.wait_until("window.second.document.body?.innerText.includes('Say it slowly')").await?;
        // A stray Escape beside the screen does not end the talk; keys for the slides work there too.
        let press = |key| {
            format!(
                "window.second.document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true }}))"
            )
        };
        browser.run_script(&press("Escape")).await?;
        browser.run_script(&press("PageDown")).await?;
        wait_for_slide(browser, "4 of").await?;
        browser.press("Escape").await?;
        browser.wait_until("window.second.closed").await
    });
}

#[test]
fn opening_the_notes_may_leave_full_screen_but_does_not_end_the_presentation() {
    browse(async |browser| {
        present_timeline(browser).await?;
        browser.wait_until("document.fullscreenElement").await?;
        browser.press("ArrowRight").await?;
        browser.press("n").await?;
        browser.wait_until("window.second?.document.querySelector('.speaker__note')?.textContent").await?;
        // This browser may keep full screen, which others leave at this moment.
        browser.run_script("if (document.fullscreenElement) document.exitFullscreen()").await?;
        browser.wait_until("!document.fullscreenElement").await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        ensure!(browser.count(".stage").await? == 1, "the presentation ended");
        ensure!(!browser.read_script::<bool>("return window.second.closed").await?, "the notes were closed");
        wait_for_slide(browser, "2 of").await?;
        // The presenter turns to the slides again.
        browser.switch_to_window(browser.current_window().await?).await?;
        browser.press("f").await?;
        browser.wait_until("document.fullscreenElement").await?;
        browser.press("Escape").await?;
        browser.wait_until("window.second.closed").await
    });
}

#[test]
fn without_a_second_window_the_notes_are_shown_under_the_slide() {
    browse(async |browser| {
        present_timeline(browser).await?;
        browser.run_script("window.open = () => null").await?;
        browser.press("ArrowRight").await?;
        browser.press("n").await?;
        browser.wait_until("document.querySelector('.stage__note').checkVisibility()").await?;
        browser.assert_text(".stage__note", &["Say it slowly"]).await
    });
}

#[test]
fn a_reload_or_a_wrong_key_does_not_lose_the_place() {
    browse(async |browser| {
        present_timeline(browser).await?;
        for _ in 0..3 {
            browser.press("PageDown").await?;
        }
        // The start button of clickers.
        let is_left_to_browser: bool = browser
            .read_script(
                "const event = new KeyboardEvent('keydown', { key: 'F5', bubbles: true, cancelable: true });
                 return document.querySelector('.stage__screen').dispatchEvent(event)",
            )
            .await?;
        ensure!(!is_left_to_browser, "F5 reloads the page");
        wait_for_slide(browser, "4 of").await?;
        browser.reload().await?;
        browser.wait_until("document.querySelector('#do-present-start')").await?;
        present(browser).await?;
        wait_for_slide(browser, "4 of").await?;
        browser.press("Escape").await?;
        browser.wait_until("!document.querySelector('.stage') && document.activeElement.id === 'do-present'").await?;
        browser.click("#do-present-start").await?;
        browser.wait_until("document.querySelector('.stage')").await?;
        wait_for_slide(browser, "1 of").await?;
        browser.press("End").await?;
        browser.press("Escape").await?;
        // What was shown to its end begins anew.
        browser.wait_until("!document.querySelector('#do-present-start')").await
    });
}

#[test]
fn going_back_ends_the_presentation_and_leaves_its_page_open() {
    browse(async |browser| {
        present_timeline(browser).await?;
        browser.press("PageDown").await?;
        browser.go_back().await?;
        browser.wait_until("!document.querySelector('.stage') && document.activeElement.id === 'do-present'").await?;
        ensure!(browser.path().await? == "brief/", "it shows {}", browser.path().await?);
        // Ended in another way, it leaves nothing in the history either.
        present(browser).await?;
        wait_for_slide(browser, "2 of").await?;
        browser.press("Escape").await?;
        browser.wait_until("!document.querySelector('.stage') && !history.state?.isPresenting").await?;
        browser.go_back().await?;
        browser.wait_until("!location.pathname.endsWith('brief/')").await
    });
}

#[test]
fn the_controls_go_two_seconds_after_the_mouse_was_moved_and_come_back_with_it() {
    browse(async |browser| {
        present_timeline(browser).await?;
        ensure!(browser.is_displayed(".stage__bar").await?, "they are not shown at first");
        let opacity = "getComputedStyle(document.querySelector('.stage__bar')).opacity";
        browser.wait_until(&format!("{opacity} === '0'")).await?;
        browser.press("PageDown").await?;
        browser
            .run_script("document.querySelector('.stage__screen').dispatchEvent(new PointerEvent('pointermove', { bubbles: true }))")
            .await?;
        browser.wait_until(&format!("{opacity} === '1'")).await
    });
}

#[test]
fn all_forces_are_presented_on_few_slides_that_break_no_word_and_say_each_thing_once() {
    browse(async |browser| {
        add_item(browser, "national/2021-22/", "[data-command='brief']", 1).await?;
        add_item(browser, "national/?subject=investigating-crime", "[data-command='brief']", 2).await?;
        open_brief(browser).await?;
        present(browser).await?;
        browser.press("End").await?;
        let count: usize = browser.read_script("return document.querySelectorAll('.stage .slide').length").await?;
        ensure!(count <= 22, "{count} slides");
        for n in (1..=count).rev() {
            wait_for_slide(browser, &format!("{n} of")).await?;
            // The widest word of a head is as wide as the head would be without room for a second word on its line.
            let broken: Vec<String> = browser
                .read_script(
                    "const heads = [...document.querySelectorAll('.stage .slide:not([hidden]) thead th')];
                     return heads.filter((head) => {
                        const narrow = head.cloneNode(true);
                        Object.assign(narrow.style, { position: 'absolute', width: 'min-content', overflowWrap: 'normal' });
                        head.parentNode.append(narrow);
                        const needed = narrow.getBoundingClientRect().width;
                        narrow.remove();
                        return needed > head.getBoundingClientRect().width + 1;
                     }).map((head) => head.textContent)",
                )
                .await?;
            ensure!(broken.is_empty(), "slide {n} breaks words: {broken:?}");
            let about: Vec<String> = browser
                .read_script(
                    "return [...document.querySelectorAll('.stage .slide:not([hidden]) .slide__about')].map((one) => one.textContent)",
                )
                .await?;
            let bars = about.iter().filter(|text| text.contains("before 2021/22")).count();
            ensure!(bars <= 1, "slide {n} says it twice: {about:?}");
            browser.press("PageUp").await?;
        }
        Ok(())
    });
}
