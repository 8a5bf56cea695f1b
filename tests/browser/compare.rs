//! The comparison of forces.

use crate::harness::{Browser, browse};
use anyhow::{Result, ensure};

/// The address of a comparison of two forces.
const TWO_FORCES: &str = "compare/?force=warwickshire&force=west-midlands";

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
        browser.wait_until("document.querySelectorAll('.compare__table').length === 4").await?;
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
        open_comparison(browser, TWO_FORCES).await?;
        let read = "return [...document.querySelectorAll('.compare__table')].map((table) =>
            [...table.querySelectorAll('thead th')].map((head) => Math.round(head.getBoundingClientRect().left)))";
        let lefts: Vec<Vec<i64>> = browser.read_script(read).await?;
        ensure!(lefts.len() == 4 && lefts.iter().all(|table| *table == lefts[0]), "{lefts:?}");
        Ok(())
    });
}

#[test]
fn a_break_is_shown_between_columns_and_described() {
    browse(async |browser| {
        open_comparison(browser, TWO_FORCES).await?;
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
fn on_a_phone_two_forces_are_side_by_side_without_scrolling() {
    browse(async |browser| {
        browser.set_size(360, 800).await?;
        open_comparison(browser, TWO_FORCES).await?;
        let read = "const frame = document.querySelector('.compare .table-frame');
            const [one, other] = [...frame.querySelectorAll('tbody tr')].map((row) => row.getBoundingClientRect());
            return [frame.scrollWidth <= frame.clientWidth, one.top === other.top, one.right <= other.left + 1]";
        let found: [bool; 3] = browser.read_script(read).await?;
        ensure!(found == [true; 3], "fits, same top, beside: {found:?}");
        Ok(())
    });
}
