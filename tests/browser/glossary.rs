//! The glossary: its page, and terms that are explained where they stand, by keyboard, by touch and without scripts.

use crate::harness::{Browser, browse};
use anyhow::{Result, ensure};

/// A finding whose text contains a short form that another report defines.
const FINDING: &str = "finding/warwickshire-2021-22-peel/main-finding/there-are-effective-multi-agency-safeguarding-arrangements-in-place/";

/// Whether an explanation is open.
async fn is_open(browser: &Browser) -> Result<bool> {
    browser.read_script("return !!document.querySelector('.term-note:popover-open')").await
}

#[test]
fn a_link_to_a_term_shows_its_entry_and_a_definition_opens_its_place() {
    browse(async |browser| {
        browser.open("glossary/#term-multi-agency-risk-assessment-conference").await?;
        browser.assert_text("#term-marac", &["multi-agency risk assessment conference", "Footnote"]).await?;
        let top = "return document.querySelector('#term-marac').getBoundingClientRect().top";
        let top: f64 = browser.read_script(top).await?;
        ensure!((-40.0..200.0).contains(&top), "the entry is not in sight: {top}");
        browser.click("#term-marac .glossary__definition a").await?;
        browser.wait_until("location.hash.startsWith('#line-') && document.querySelector('.source--full')").await
    });
}

#[test]
fn letters_lead_to_their_entries_by_keyboard() {
    browse(async |browser| {
        browser.open("glossary/").await?;
        browser.tab_to(".glossary__letters a[href$='#letter-m']").await?;
        browser.press("Enter").await?;
        browser.wait_until("location.hash === '#letter-m'").await
    });
}

#[test]
fn the_page_fits_every_width_and_is_accessible() {
    browse(async |browser| {
        for width in [320, 768, 1280, 1920] {
            browser.set_size(width, 900).await?;
            browser.open("glossary/").await?;
            let overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
            let overflow: i64 = browser.read_script(overflow).await?;
            ensure!(overflow <= 0, "{overflow} pixels too wide at {width}");
        }
        browser.assert_accessible_in_every_look().await
    });
}

#[test]
fn a_term_is_explained_by_keyboard_and_escape_closes_the_explanation() {
    browse(async |browser| {
        browser.set_size(1280, 900).await?;
        browser.open(FINDING).await?;
        ensure!(!is_open(browser).await?, "an explanation is open at once");
        browser.tab_to(".finding__words .term").await?;
        browser.press("Enter").await?;
        ensure!(is_open(browser).await?, "Enter opens nothing");
        browser.assert_text(".term-note:popover-open", &["MARAC", "meeting", "Glossary"]).await?;
        browser.assert_accessible().await?;
        browser.press("Escape").await?;
        ensure!(!is_open(browser).await?, "Escape does not close it");
        ensure!(browser.focused_element().await?.contains("MARAC"), "the focus is lost");
        Ok(())
    });
}

#[test]
fn a_term_is_explained_by_touch_inside_the_screen_of_a_phone_and_leads_to_its_entry() {
    browse(async |browser| {
        browser.set_size(360, 740).await?;
        browser.open(FINDING).await?;
        browser.click(".finding__words .term").await?;
        ensure!(is_open(browser).await?, "a tap opens nothing");
        let inside = "const box = document.querySelector('.term-note:popover-open').getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight";
        ensure!(browser.read_script::<bool>(inside).await?, "the explanation is partly outside the screen");
        browser.click(".term-note:popover-open > a").await?;
        browser.wait_until("location.pathname.endsWith('/glossary/') && location.hash === '#term-marac'").await
    });
}

#[test]
fn a_term_is_explained_without_scripts() {
    browse(async |browser| {
        browser.allow_scripts(false).await?;
        browser.goto(FINDING).await?;
        browser.click(".finding__words .term").await?;
        browser.assert_text(".term-note:popover-open", &["MARAC", "meeting"]).await
    });
}

#[test]
fn a_search_for_a_short_form_leads_to_its_entry() {
    browse(async |browser| {
        browser.open("findings/?q=MARAC").await?;
        browser.assert_text(".meaning", &["MARAC", "is short for", "Glossary"]).await?;
        browser.click(".meaning a[href$='#term-marac']").await?;
        browser.wait_until("location.pathname.endsWith('/glossary/')").await
    });
}
