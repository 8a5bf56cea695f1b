//! No view and no state of a view breaks a rule of accessibility: light and dark, wide and narrow.

use crate::harness::{Browser, Media, browse};
use anyhow::{Context, Result, ensure};

/// Fails if the page as it is now is not accessible in one of its looks.
async fn accessible_in_every_look(browser: &Browser) -> Result<()> {
    for (width, media, look) in [
        (1280, &[][..], "light and wide"),
        (1280, &[Media::Dark], "dark and wide"),
        (360, &[Media::Dark], "dark and narrow"),
        (360, &[], "light and narrow"),
    ] {
        browser.set_size(width, 800).await?;
        browser.emulate(media).await?;
        browser.wait_until(&format!("innerWidth === {width}")).await?;
        browser.assert_accessible().await.context(look)?;
    }
    Ok(())
}

fn accessible(path: &str) {
    browse(async |browser| {
        browser.open(path).await?;
        accessible_in_every_look(browser).await
    });
}

#[test]
fn home_is_accessible() {
    accessible("");
}

#[test]
fn a_force_is_accessible() {
    accessible("force/warwickshire/");
}

#[test]
fn a_force_as_a_table_is_accessible() {
    accessible("force/warwickshire/?table=1");
}

#[test]
fn a_force_without_reports_is_accessible() {
    accessible("force/kent/");
}

#[test]
fn a_letter_is_accessible() {
    accessible("report/warwickshire-2014-core-business/");
}

#[test]
fn a_long_report_is_accessible() {
    accessible("report/warwickshire-2021-22-peel/");
}

#[test]
fn a_finding_is_accessible() {
    accessible("finding/west-midlands-2016-effectiveness/recommendation/to-address-this-cause-of-concern-the-force/");
}

#[test]
fn the_list_of_findings_is_accessible() {
    accessible("findings/");
}

#[test]
fn the_list_with_words_and_choices_is_accessible() {
    accessible("findings/?q=victims&force=warwickshire&kind=main-finding");
}

#[test]
fn the_list_with_nothing_found_is_accessible() {
    accessible("findings/?q=zebra&force=warwickshire");
}

#[test]
fn about_is_accessible() {
    accessible("about/");
}

#[test]
fn the_page_for_an_unknown_address_is_accessible() {
    accessible("no/such/page/");
}

#[test]
fn the_list_of_keys_is_accessible() {
    browse(async |browser| {
        browser.open("force/warwickshire/").await?;
        browser.press("?").await?;
        browser.wait_until("document.querySelector('dialog').open").await?;
        accessible_in_every_look(browser).await
    });
}

#[test]
fn a_force_is_accessible_in_forced_colours() {
    browse(async |browser| {
        browser.set_size(1280, 800).await?;
        browser.emulate(&[Media::ForcedColours]).await?;
        browser.open("force/warwickshire/").await?;
        ensure!(
            browser.read::<bool>("return matchMedia('(forced-colors: active)').matches").await?,
            "colours are not forced"
        );
        let read = "return [...document.querySelectorAll('.timeline .tile')].filter((tile) => {
            const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(tile);
            return parseFloat(borderTopWidth) < 1 || borderTopColor === backgroundColor;
        }).map((tile) => tile.innerText)";
        let edgeless: Vec<String> = browser.read(read).await?;
        ensure!(edgeless.is_empty(), "without their colour these have no edge: {edgeless:?}");
        browser.assert_accessible().await
    });
}
