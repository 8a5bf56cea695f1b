//! Reading: results that unfold in their list, and full texts as paragraphs or as the lines that were received.

use crate::harness::browse;
use anyhow::ensure;

#[test]
fn a_result_unfolds_in_place_and_stays_open_while_the_list_changes() {
    browse(async |browser| {
        browser.set_size(1280, 900).await?;
        browser.open("findings/?cycle=2021%2F22").await?;
        let words = "At the time of our inspection, the force had recently introduced an external scrutiny panel.";
        ensure!(!browser.text(".results").await?.contains(words), "the explanation is unfolded at once");
        browser.click(".result:first-child summary").await?;
        browser.assert_text(".result:first-child details", &[words]).await?;
        ensure!(browser.path().await?.starts_with("findings/"), "the result left the page");
        browser.click(".result:first-child .note a").await?;
        browser.wait_until("document.activeElement?.id === 'line-205'").await?;
        browser.go_back().await?;
        browser.wait_until("document.querySelector('.result')").await?;
        let names = "return [...document.querySelectorAll('.result summary')].map((one) => one.textContent)";
        let names: Vec<String> = browser.read_script(names).await?;
        let distinct: std::collections::BTreeSet<&String> = names.iter().collect();
        ensure!(names.len() > 10 && distinct.len() == names.len(), "controls with the same name: {names:?}");
        Ok(())
    });
}

#[test]
fn a_full_text_is_read_as_paragraphs_and_has_numbered_lines_on_demand() {
    browse(async |browser| {
        for (width, reader) in [(360, "a phone"), (1280, "a wide screen")] {
            browser.set_size(width, 900).await?;
            browser.open("report/west-midlands-2016-effectiveness/").await?;
            let display = "return getComputedStyle(document.querySelector('.source--full .source__line:not([class*=\"--\"])')).display";
            let display: String = browser.read_script(display).await?;
            ensure!(display == "inline", "lines are not joined to paragraphs on {reader}: {display}");
            ensure!(!browser.is_displayed("#line-205 .source__number").await?, "lines are numbered on {reader}");
            browser.click("#lines-as-received").await?;
            ensure!(browser.is_displayed("#line-205 .source__number").await?, "no numbers on demand on {reader}");
        }
        Ok(())
    });
}
