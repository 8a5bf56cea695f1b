//! Every view is accessible in every state, in every colour scheme, width and other setting of the system.
//!
//! `tests/accessibility.md` lists what is promised, and which test checks it.

use crate::harness::{Browser, TestSite, browse, browse_site, published_file};
use anyhow::{Context, Result};
use std::fs;

/// The path of a finding.
const FINDING_PATH: &str =
    "finding/west-midlands-2016-effectiveness/recommendation/to-address-this-cause-of-concern-the-force/";

/// Opens each address and checks the page against the rules.
fn assert_pages_accessible(addresses: &[&str]) {
    browse(async |browser| {
        for address in addresses {
            browser.open(address).await?;
            // Comparison tables are rendered by the second program.
            browser
                .wait_until(
                    "document.getElementById('extras').hidden || document.getElementById('extras').dataset.shown",
                )
                .await?;
            browser.assert_accessible_in_every_look().await.with_context(|| format!("/{address}"))?;
        }
        Ok(())
    });
}

/// Opens an address, does something there, and checks the resulting state against the rules.
fn assert_accessible_after(address: &str, act: impl AsyncFnOnce(&Browser) -> Result<()>) {
    browse(async |browser| {
        browser.set_size(1280, 800).await?;
        browser.open(address).await?;
        act(browser).await?;
        browser.assert_accessible_in_every_look().await
    });
}

#[test]
fn home_is_accessible_with_all_some_and_no_forces() {
    assert_pages_accessible(&["", "?q=west&region=west-midlands", "?q=nowhere"]);
}

#[test]
fn home_is_accessible_with_its_filters_open() {
    assert_accessible_after("", async |browser| {
        browser.click(".filter summary").await?;
        browser.wait_until("document.querySelector('.filter').open").await
    });
}

#[test]
fn a_force_is_accessible_with_reports_with_some_known_grades_and_with_none() {
    assert_pages_accessible(&[
        "force/warwickshire/",
        "force/warwickshire/?table=1",
        "force/cambridgeshire/",
        "force/kent/",
    ]);
}

#[test]
fn a_force_is_accessible_with_all_its_details_open() {
    assert_accessible_after("force/west-midlands/", async |browser| {
        browser.run_script("document.querySelectorAll('main details').forEach((one) => { one.open = true })").await?;
        Ok(())
    });
}

#[test]
fn a_letter_is_accessible() {
    assert_pages_accessible(&[
        "report/warwickshire-2014-core-business/",
        "report/warwickshire-2014-core-business/?q=officers",
    ]);
}

#[test]
fn a_long_report_is_accessible() {
    assert_pages_accessible(&["report/warwickshire-2021-22-peel/"]);
}

#[test]
fn a_finding_is_accessible() {
    assert_pages_accessible(&[FINDING_PATH]);
}

#[test]
fn the_list_of_findings_is_accessible() {
    assert_pages_accessible(&[
        "findings/",
        "findings/?q=victims&force=warwickshire&kind=main-finding",
        "findings/?q=MARAC",
    ]);
}

#[test]
fn the_list_is_accessible_with_no_results_and_suggestions() {
    assert_pages_accessible(&[
        "findings/?q=zebra&force=warwickshire",
        "findings/?q=domestic+unicorn&force=warwickshire",
    ]);
}

#[test]
fn the_comparison_is_accessible_before_and_after_forces_are_chosen() {
    assert_pages_accessible(&["compare/", "compare/?force=warwickshire&force=west-midlands&subject=preventing-crime"]);
}

#[test]
fn the_static_documents_are_accessible() {
    assert_pages_accessible(&["crosswalk/", "about/", "glossary/"]);
}

#[test]
fn the_pages_for_unknown_addresses_are_accessible() {
    assert_pages_accessible(&["no/such/page/", "force/atlantis/", "report/atlantis-2019/", "finding/atlantis/none/"]);
}

#[test]
fn the_list_of_keyboard_shortcuts_is_accessible() {
    assert_accessible_after("force/warwickshire/", async |browser| {
        browser.press("?").await?;
        browser.wait_until("document.querySelector('dialog').open").await
    });
}

#[test]
fn the_confirmation_of_a_copy_is_accessible() {
    assert_accessible_after(FINDING_PATH, async |browser| {
        browser.run_script("const later = setTimeout; navigator.clipboard.writeText = () => Promise.resolve(); window.setTimeout = (call, after) => after < 5000 && later(call, after)").await?;
        browser.click("[data-command='link']").await?;
        browser.wait_until("document.getElementById('said').textContent === 'Link copied.'").await
    });
}

#[test]
fn the_message_about_a_missing_text_is_accessible() {
    let site = TestSite::changed_copy(|dist| Ok(fs::remove_dir_all(dist.join("data/text"))?));
    browse_site(site, async |browser| {
        for address in [FINDING_PATH, "report/warwickshire-2014-core-business/"] {
            browser.open(address).await?;
            browser.text("main [role=alert]").await?;
            browser.assert_accessible_in_every_look().await.with_context(|| format!("/{address}"))?;
        }
        Ok(())
    });
}

#[test]
fn a_notice_is_accessible() {
    browse(async |browser| {
        browser.before_each_page("delete globalThis.WebAssembly").await?;
        browser.goto("").await?;
        browser.text("#notices [role=alert]").await?;
        browser.assert_accessible_in_every_look().await
    });
}

#[test]
fn pages_are_accessible_without_scripts() {
    // Checking the rules needs scripts, so only the site's own scripts are removed.
    let site = TestSite::changed_copy(|dist| {
        while let Ok(script) = published_file(dist, "assets/", ".js") {
            fs::remove_file(script)?;
        }
        Ok(())
    });
    browse_site(site, async |browser| {
        for address in ["", "force/warwickshire/", FINDING_PATH, "crosswalk/"] {
            browser.goto(address).await?;
            browser.assert_accessible().await.with_context(|| format!("/{address}"))?;
        }
        Ok(())
    });
}
