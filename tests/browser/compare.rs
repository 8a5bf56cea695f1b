//! The comparison of forces.

use crate::harness::{Browser, browse};
use anyhow::{Result, ensure};

/// The address of a comparison of two forces.
const TWO_FORCES: &str = "compare/?force=warwickshire&force=west-midlands";
/// The same on two subjects in every cycle.
const TWO_SUBJECTS: &str =
    "compare/?force=warwickshire&force=west-midlands&subject=investigating-crime&subject=preventing-crime";

/// Opens an address and waits for its tables, which the second program renders.
async fn open_comparison(browser: &Browser, address: &str) -> Result<()> {
    browser.open(address).await?;
    browser.wait_until("document.getElementById('extras').dataset.shown === location.href").await
}

/// The text of the selected option of a select element.
async fn selected_text(browser: &Browser, id: &str) -> Result<String> {
    browser.read_script(&format!("return document.getElementById('{id}').selectedOptions[0].text")).await
}

/// Selects an option with the keyboard, by typing its first letters, and adds it with the button after the list.
async fn choose_option(browser: &Browser, id: &str, letters: &str) -> Result<()> {
    browser.run_script(&format!("document.getElementById('{id}').focus()")).await?;
    for letter in letters.chars() {
        browser.press(&letter.to_string()).await?;
    }
    ensure!(browser.focused_element().await?.contains(id), "the list loses the focus during the choice");
    browser.press("Tab").await?;
    browser.press("Enter").await
}

#[test]
fn an_option_that_is_chosen_is_added_and_the_list_returns_to_its_first_option() {
    browse(async |browser| {
        open_comparison(browser, "compare/").await?;
        ensure!(selected_text(browser, "add-force").await? == "–", "{}", selected_text(browser, "add-force").await?);
        choose_option(browser, "add-force", "warw").await?;
        browser.wait_until("document.querySelectorAll('.chip').length === 1").await?;
        ensure!(
            browser.text("#count").await?.contains("to compare with Warwickshire Police"),
            "nothing says what to do"
        );
        choose_option(browser, "add-force", "West Mid").await?;
        browser.wait_until("document.querySelectorAll('.compare__table').length === 7").await?;
        choose_option(browser, "add-subject", "Prev").await?;
        browser.wait_until("document.querySelectorAll('.compare__table').length === 1").await?;
        for id in ["add-force", "add-subject"] {
            ensure!(selected_text(browser, id).await? == "–", "{id} shows {}", selected_text(browser, id).await?);
        }
        let address = "compare/?force=warwickshire&force=west-midlands&subject=preventing-crime";
        ensure!(browser.path().await? == address, "{}", browser.path().await?);
        browser.reload().await?;
        browser.wait_until("document.querySelectorAll('.chip').length > 0").await?;
        ensure!(browser.count(".chip").await? == 3, "a choice is lost by a reload");
        Ok(())
    });
}

#[test]
fn the_columns_of_all_tables_are_aligned() {
    browse(async |browser| {
        browser.set_size(1280, 900).await?;
        open_comparison(browser, TWO_SUBJECTS).await?;
        let read = "return [...document.querySelectorAll('.compare__table')].map((table) =>
            [...table.querySelectorAll('thead th')].map((head) => Math.round(head.getBoundingClientRect().left)))";
        let lefts: Vec<Vec<i64>> = browser.read_script(read).await?;
        ensure!(lefts.len() == 2 && lefts.iter().all(|table| *table == lefts[0]), "{lefts:?}");
        Ok(())
    });
}

#[test]
fn a_break_is_shown_between_columns_and_described() {
    browse(async |browser| {
        open_comparison(browser, TWO_SUBJECTS).await?;
        let breaks = browser.texts(".compare__breaks li").await?;
        ensure!(breaks.len() == 2 && breaks[0].contains("2021/22") && breaks[0].contains("Not directly"), "{breaks:?}");
        ensure!(
            browser.count(".compare__table:first-of-type tbody tr:first-child .compare__break").await? >= 2,
            "no band"
        );
        Ok(())
    });
}

#[test]
fn every_round_fits_a_screen_and_says_the_break_to_the_one_before() {
    browse(async |browser| {
        browser.set_size(1280, 900).await?;
        open_comparison(browser, TWO_FORCES).await?;
        let read = "return [...document.querySelectorAll('.compare__round')].map((round) => [
            round.querySelector('h2').textContent, round.querySelector('.compare__break-after')?.textContent ?? '',
            String(round.getBoundingClientRect().height < innerHeight)])";
        let rounds: Vec<[String; 3]> = browser.read_script(read).await?;
        let names: Vec<&str> = rounds.iter().map(|[name, ..]| name.rsplit(' ').next().unwrap_or_default()).collect();
        ensure!(names == ["2023-25", "2021/22", "2018/19", "2017", "2016", "2015", "2014"], "{names:?}");
        let broken: Vec<bool> = rounds.iter().map(|[_, label, _]| label.contains("directly comparable")).collect();
        ensure!(broken == [true, true, false, false, false, false, false], "{rounds:?}");
        ensure!(rounds.iter().all(|[.., fits]| fits == "true"), "{rounds:?}");
        Ok(())
    });
}

#[test]
fn the_menu_keeps_the_force_that_was_looked_at_last() {
    browse(async |browser| {
        browser.open("force/kent/").await?;
        browser.run_script("document.querySelector('.banner__links a[href^=\"findings/\"]').click()").await?;
        browser.wait_until("document.title.startsWith('Findings')").await?;
        browser.run_script("document.getElementById('menu-compare').click()").await?;
        browser.wait_until("document.querySelector('.chip')?.textContent.includes('Kent')").await?;
        ensure!(browser.path().await? == "compare/?force=kent", "{}", browser.path().await?);
        Ok(())
    });
}

#[test]
fn on_a_phone_two_forces_are_side_by_side_without_scrolling() {
    browse(async |browser| {
        browser.set_size(360, 800).await?;
        open_comparison(browser, TWO_FORCES).await?;
        // The grades of both forces on the first subject, or of the first cycle of both.
        for (address, cells) in [(TWO_FORCES, "tbody tr:first-child td"), (TWO_SUBJECTS, "tbody tr")] {
            open_comparison(browser, address).await?;
            let read = format!(
                "const frame = document.querySelector('.compare .table-frame');
                const [one, other] = [...frame.querySelectorAll('{cells}')].map((cell) => cell.getBoundingClientRect());
                return [frame.scrollWidth <= frame.clientWidth, one.top === other.top, one.right <= other.left + 1]"
            );
            let found: [bool; 3] = browser.read_script(&read).await?;
            ensure!(found == [true; 3], "{address}: fits, same top, beside: {found:?}");
        }
        Ok(())
    });
}
