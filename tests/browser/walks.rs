//! Questions that people come with, from Home to the answer: on a phone in at most three taps, and by address.

use crate::harness::{Browser, browse};
use anyhow::{Result, ensure};

/// Home on a phone; taps are counted by the caller's hand: one for each `tap`.
async fn home(browser: &Browser) -> Result<()> {
    browser.set_size(390, 844).await?;
    browser.open("").await
}

async fn tap(browser: &Browser, what: &str, sign: &str) -> Result<()> {
    browser.click(what).await?;
    browser.wait_until(sign).await
}

async fn open_force(browser: &Browser) -> Result<()> {
    let is_there = "document.querySelector('h1').textContent === 'Warwickshire Police'";
    tap(browser, ".force-card a[href='force/warwickshire/']", is_there).await
}

async fn says(browser: &Browser, place: &str, words: &[&str]) -> Result<()> {
    let shown = browser.text(place).await?;
    let lacking: Vec<_> = words.iter().filter(|word| !shown.contains(**word)).collect();
    ensure!(lacking.is_empty(), "{lacking:?} is not in: {shown}");
    Ok(())
}

#[test]
fn how_my_force_was_graded_last_and_whether_that_is_current_stands_on_home_and_one_tap_further() {
    browse(async |browser| {
        home(browser).await?;
        let card = "li.force-card:has(a[href='force/warwickshire/'])";
        says(browser, card, &["2023-25", "report not held", "2021/22", "published October 2022", "Adequate"]).await?;
        open_force(browser).await?;
        says(browser, ".lead", &["October 2022", "5 areas Adequate", "3 Requires improvement"]).await?;
        says(browser, ".later", &["not the newest inspection", "2023-25", "8 areas graded"]).await
    });
}

#[test]
fn what_they_said_about_domestic_abuse_there_is_two_taps_away_and_the_place_a_third() {
    browse(async |browser| {
        home(browser).await?;
        open_force(browser).await?;
        tap(browser, ".theme-links a[href*='theme=domestic-abuse']", "document.querySelector('.result')").await?;
        says(browser, ".results", &["Warwickshire Police", "Theme: Domestic abuse", "lines "]).await?;
        tap(browser, ".result h3 a", "document.querySelector('.source mark')").await?;
        says(browser, ".source", &["domestic"]).await
    });
}

#[test]
fn how_a_neighbours_grades_differ_is_two_taps_away() {
    browse(async |browser| {
        home(browser).await?;
        open_force(browser).await?;
        tap(browser, "#compare ~ p a[href*='force=west-mercia']", "document.querySelector('.compare__table')").await?;
        says(browser, ".compare", &["Warwickshire Police", "West Mercia Police", "Overall effectiveness"]).await?;
        ensure!(browser.path().await? == "compare/?force=warwickshire&force=west-mercia", "{}", browser.path().await?);
        Ok(())
    });
}

#[test]
fn what_marac_means_is_typed_and_answered() {
    browse(async |browser| {
        home(browser).await?;
        browser.press("/").await?;
        for key in ["M", "A", "R", "A", "C", "Enter"] {
            browser.press(key).await?;
        }
        browser.wait_until("document.querySelector('.meaning')").await?;
        says(browser, ".meaning", &["multi-agency risk assessment conference", "spelled out in"]).await
    });
}

#[test]
fn every_area_for_improvement_about_problem_solving_has_an_address() {
    browse(async |browser| {
        browser.set_size(1280, 900).await?;
        browser.open("findings/?force=warwickshire&kind=area-for-improvement&theme=problem-solving").await?;
        let found: usize = browser.read("return document.querySelectorAll('.result').length").await?;
        let read = "return [...document.querySelectorAll('.result')].every((one) =>
            one.innerText.includes('Area for improvement') && one.innerText.includes('Warwickshire'))";
        ensure!(found > 0 && browser.read::<bool>(read).await?, "{found} found, not all of the kind");
        browser.reload().await?;
        ensure!(browser.count(".result").await? == found, "another list after a reload");
        Ok(())
    });
}
