//! Parts of the program that are fetched when they are first needed, and cannot be fetched: the notice says what to do, stays
//! until it is read, and what could not be fetched once can be had again without loading the page again.

use crate::harness::{Browser, TestSite, browse_in_firefox, browse_site, published_file};
use anyhow::{Context, Result, ensure};
use std::fs;

/// Presses the button that saves the list of findings as CSV.
async fn save_csv(browser: &Browser) -> Result<()> {
    browser.run_script("document.querySelector('[data-command^=\"csv\"]').click()").await.map(drop)
}

/// Waits for the notice and returns its words.
async fn notice(browser: &Browser) -> Result<String> {
    browser.wait_until("document.querySelector('#notices [role=alert]')").await?;
    browser.text("#notices [role=alert]").await
}

/// Takes a file of the second program away once, and saves a CSV as soon as it is there again.
async fn assert_part_comes_back(browser: &Browser, end: &str) -> Result<()> {
    browser.open("findings/").await?;
    browser.record_exports().await?;
    let file = published_file(browser.served_folder()?, "assets/extras.", end)?;
    let away = file.with_extension("away");
    fs::rename(&file, &away)?;
    save_csv(browser).await?;
    notice(browser).await?;
    fs::rename(&away, &file)?;
    save_csv(browser).await?;
    browser.wait_until("window.named").await.with_context(|| format!("{end} did not come back"))?;
    browser.wait_until("!document.querySelector('#notices [role=alert]')").await
}

#[test]
fn a_part_that_fails_once_is_had_again_without_loading_the_page_again() {
    for end in [".js", ".wasm"] {
        browse_site(TestSite::copy_in_folder(""), async |browser| assert_part_comes_back(browser, end).await);
    }
}

#[test]
fn a_part_that_fails_once_is_had_again_in_firefox() {
    for end in [".js", ".wasm"] {
        browse_in_firefox(TestSite::copy_in_folder(""), async |browser| assert_part_comes_back(browser, end).await);
    }
}

#[test]
fn without_a_network_the_notice_says_to_try_again_and_stays_until_it_is_closed() {
    browse_site(TestSite::copy_in_folder(""), async |browser| {
        browser.open("findings/").await?;
        browser.disconnect_network();
        save_csv(browser).await?;
        let words = notice(browser).await?;
        ensure!(words.contains("could not be loaded") && words.contains("Try again."), "it says: {words}");
        ensure!(!words.contains("newer version"), "it says: {words}");
        browser.run_script("return new Promise((done) => setTimeout(done, 6000))").await?;
        ensure!(browser.count("#notices [role=alert]").await? == 1, "the notice is gone");
        browser.assert_accessible_in_every_look().await?;
        browser.click("#notices button").await?;
        ensure!(browser.count("#notices [role=alert]").await? == 0, "the notice cannot be closed");
        Ok(())
    });
}

#[test]
fn if_a_newer_version_has_replaced_the_files_every_part_says_so_and_offers_to_reload() {
    browse_site(TestSite::copy_in_folder(""), async |browser| {
        let folder = browser.served_folder()?.to_owned();
        for part in [
            "document.querySelector('[data-command^=\"csv\"]').click()",
            "document.querySelector('a[href=\"brief/\"]').click()",
            "document.querySelector('[data-command=offline]').click()",
        ] {
            browser.open("findings/").await?;
            for hashed in ["assets", "data"] {
                fs::rename(folder.join(hashed), folder.join(format!("{hashed}-away")))?;
            }
            browser.run_script(part).await?;
            browser.wait_until("document.querySelector('#notices [role=alert]')?.innerText.includes('A newer version of this site is out')").await?;
            for hashed in ["assets", "data"] {
                fs::rename(folder.join(format!("{hashed}-away")), folder.join(hashed))?;
            }
            browser.run_script("window.mark = 'the same page'").await?;
            browser
                .run_script("[...document.querySelectorAll('#notices button')].find((one) => one.textContent === 'Reload').click()")
                .await?;
            browser.wait_until("window.mark === undefined").await?;
            browser.wait_until_ready().await?;
            ensure!(browser.count("#notices [role=alert]").await? == 0, "the notice is still there");
        }
        Ok(())
    });
}

#[test]
fn the_text_of_a_report_that_failed_once_is_there_on_the_next_visit() {
    browse_site(TestSite::copy_in_folder(""), async |browser| {
        let folder = browser.served_folder()?.join("data/text");
        let away = folder.with_file_name("text-away");
        browser.open("force/warwickshire/").await?;
        fs::rename(&folder, &away)?;
        browser.click("a[href='report/warwickshire-2017-effectiveness/']").await?;
        browser.wait_until("document.querySelector('main [role=alert]')").await?;
        ensure!(notice(browser).await?.contains("newer version"), "the notice says: {}", notice(browser).await?);
        fs::rename(&away, &folder)?;
        browser.click(".report__section li a[href^='finding/']").await?;
        browser.wait_until("document.querySelector('.source mark')").await
    });
}

#[test]
fn styles_of_the_brief_that_failed_once_are_there_on_the_next_visit() {
    browse_site(TestSite::copy_in_folder(""), async |browser| {
        let styles = published_file(browser.served_folder()?, "assets/extras.", "css")?;
        let away = styles.with_extension("away");
        browser.open("").await?;
        fs::rename(&styles, &away)?;
        browser.click("a[href='brief/']").await?;
        notice(browser).await?;
        fs::rename(&away, &styles)?;
        browser.click(".banner__name").await?;
        browser.wait_until("document.querySelector('.home')").await?;
        browser.click("a[href='brief/']").await?;
        browser.wait_until("document.getElementById('extras-styles')?.sheet?.cssRules.length > 0").await
    });
}

#[test]
fn the_list_of_findings_is_had_again_after_its_program_could_not_be_loaded_or_has_failed() {
    // The first list that is asked for fails in the worker.
    const FAILING: &str = "
        const send = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (message) {
            const fails = message.name === 'list' && !window.hasFailed;
            if (fails) window.hasFailed = true;
            send.call(this, fails ? { ...message, name: 'no such call' } : message);
        };";
    const FOLLOW: &str = "document.querySelector('header a[href=\"findings/\"]').click()";
    for failing in ["", FAILING] {
        browse_site(TestSite::copy_in_folder(""), async |browser| {
            browser.before_each_page(failing).await?;
            browser.open("").await?;
            let file = published_file(browser.served_folder()?, "assets/finder.", ".wasm")?;
            let away = file.with_extension("away");
            if failing.is_empty() {
                fs::rename(&file, &away)?;
            }
            browser.run_script(FOLLOW).await?;
            let words = notice(browser).await?;
            // A file that is gone from the host has been replaced by a newer version.
            let remedy = if failing.is_empty() { "A newer version" } else { "Try again." };
            ensure!(words.contains("could not be loaded") && words.contains(remedy), "it says: {words}");
            ensure!(browser.count(".home").await? == 1, "the page is gone");
            if failing.is_empty() {
                fs::rename(&away, &file)?;
            }
            browser.run_script(FOLLOW).await?;
            browser.wait_until("document.querySelector('.result')").await?;
            browser.wait_until("!document.querySelector('#notices [role=alert]')").await
        });
    }
}
