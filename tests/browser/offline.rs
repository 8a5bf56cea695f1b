//! The site without a network: it is saved only on request, completely and in one version, and the footer says what is
//! really saved.

mod new_version;

use crate::harness::{Browser, TestSite, browse, browse_and_restart, browse_site, published_file};
use crate::visitor_questions;
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use std::str::FromStr;

/// What the footer says once the site is saved.
const SAVED_MESSAGE: &str = "The whole site works offline";

/// The line about offline use in the footer.
async fn footer_line(browser: &Browser) -> Result<String> {
    browser.read_script("return document.querySelector('#offline span').textContent").await
}

/// Waits until the line contains these words.
async fn wait_for_line(browser: &Browser, words: &str) -> Result<()> {
    let said = format!("document.querySelector('#offline span').textContent.includes({words:?})");
    browser.wait_until(&said).await.with_context(|| format!("the footer does not say: {words}"))
}

/// Presses the button of this name in the line.
async fn press_button(browser: &Browser, name: &str) -> Result<()> {
    let button =
        format!("[...document.querySelectorAll('#offline button')].find((one) => one.textContent === {name:?})");
    browser.wait_until(&button).await?;
    browser.run_script(&format!("{button}.click()")).await.map(drop)
}

/// Starts saving the site.
async fn start_saving(browser: &Browser) -> Result<()> {
    browser.open("").await?;
    browser.click("#offline [data-command='offline']").await?;
    wait_for_line(browser, "This will save all pages").await?;
    press_button(browser, "Save").await
}

/// Saves the site and waits until it is saved.
pub async fn save_site(browser: &Browser) -> Result<()> {
    start_saving(browser).await?;
    wait_for_line(browser, SAVED_MESSAGE).await
}

/// Deletes this many of the saved files, as browsers do that need room.
async fn delete_saved_files(browser: &Browser, count: usize) -> Result<()> {
    let delete = format!(
        "return caches.keys().then(([name]) => caches.open(name)).then(async (cache) => {{
             for (const asked of (await cache.keys()).slice(0, {count})) await cache.delete(asked);
         }})"
    );
    browser.run_script(&delete).await.map(drop)
}

/// The words of a sentence that are numbers.
fn numbers_in<T: FromStr>(said: &str) -> Vec<T> {
    said.split(' ').filter_map(|word| word.parse().ok()).collect()
}

/// The number of caches and of service workers.
async fn cache_and_worker_counts(browser: &Browser) -> Result<[usize; 2]> {
    browser
        .read_script(
            "return Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])
                .then((all) => all.map((some) => some.length))",
        )
        .await
}

#[test]
fn nothing_is_saved_before_it_is_asked_for() {
    browse(async |browser| {
        browser.open("force/warwickshire/").await?;
        browser.open("findings/?q=stalking").await?;
        ensure!(
            cache_and_worker_counts(browser).await? == [0, 0],
            "it keeps {:?}",
            cache_and_worker_counts(browser).await?
        );
        browser.click("#offline [data-command='offline']").await?;
        press_button(browser, "Not now").await?;
        ensure!(
            cache_and_worker_counts(browser).await? == [0, 0],
            "it keeps {:?}",
            cache_and_worker_counts(browser).await?
        );
        ensure!(
            browser.focused_element().await?.contains("Save the whole site"),
            "the focus is on {}",
            browser.focused_element().await?
        );
        Ok(())
    });
}

#[test]
fn after_saving_every_view_opens_without_a_network_in_a_restarted_browser() {
    browse_and_restart(TestSite::built(), save_site, async |browser| {
        browser.disconnect_network();
        for (path, sign) in [
            ("", "document.querySelectorAll('.force-card').length === 43"),
            ("force/warwickshire/", "document.querySelector('.timeline')"),
            ("report/warwickshire-2017-effectiveness/", "document.querySelector('.source--full mark')"),
            ("findings/?q=MARAC", "document.querySelector('.meaning')"),
            ("compare/?force=warwickshire&force=kent", "document.querySelector('.compare__table')"),
            ("crosswalk/", "document.querySelector('table.crosswalk')"),
            ("glossary/", "document.querySelector('#term-marac')"),
            ("about/", "document.querySelector('#short-forms')"),
            ("brief/", "document.getElementById('extras').dataset.shown"),
            ("no/such/page/", "document.querySelector('h1')?.textContent.includes('not')"),
        ] {
            browser.open(path).await.with_context(|| path.to_owned())?;
            browser.wait_until(sign).await.with_context(|| path.to_owned())?;
        }
        let status = "return performance.getEntriesByType('navigation')[0].responseStatus";
        ensure!(browser.read_script::<u16>(status).await? == 404, "the status of an unknown address is not 404");
        wait_for_line(browser, SAVED_MESSAGE).await?;
        let said = footer_line(browser).await?;
        ensure!(said.contains("version 20") && said.contains(" MB saved"), "it says {said}");
        browser.click(".banner__name").await?;
        browser.wait_until("document.querySelector('.force-card')").await
    });
}

#[test]
fn a_saved_version_answers_only_for_its_own_pages_where_there_is_a_network() {
    browse_site(TestSite::copy_in_folder(""), async |browser| {
        save_site(browser).await?;
        browser.wait_until("navigator.serviceWorker.controller").await?;
        // Another site in a folder of the same host, and a page that only a newer version has.
        for (path, heading) in [("blog", "A blog"), ("force/new-force", "A new force")] {
            let folder = browser.served_folder()?.join(path);
            fs::create_dir_all(&folder)?;
            fs::write(folder.join("index.html"), format!("<!doctype html><title>x</title><h1>{heading}</h1>"))?;
            browser.goto(&format!("{path}/")).await?;
            ensure!(browser.text("h1").await? == heading, "{path} is {}", browser.text("h1").await?);
        }
        browser.disconnect_network();
        browser.open("blog/").await?;
        browser.assert_text("#notices", &["There is no network", "may be in a newer one"]).await
    });
}

#[test]
fn the_usual_questions_are_answered_without_a_network() {
    browse_and_restart(TestSite::built(), save_site, async |browser| {
        browser.disconnect_network();
        visitor_questions::answer_all_questions(browser).await
    });
}

#[test]
fn an_incomplete_download_is_not_saved_and_can_be_tried_again() {
    let lost = |folder: &Path| Ok(fs::rename(folder.join("about/index.html"), folder.join("about/away.html"))?);
    browse_site(TestSite::changed_copy(lost), async |browser| {
        start_saving(browser).await?;
        wait_for_line(browser, "download was not complete").await?;
        ensure!(
            cache_and_worker_counts(browser).await?[0] == 0,
            "something is kept: {:?}",
            cache_and_worker_counts(browser).await?
        );
        let about = browser.served_folder()?.join("about");
        fs::rename(about.join("away.html"), about.join("index.html"))?;
        press_button(browser, "Try again").await?;
        wait_for_line(browser, SAVED_MESSAGE).await
    });
}

#[test]
fn a_file_whose_content_does_not_match_its_version_is_not_saved() {
    for spoil in [|bytes: &mut Vec<u8>| bytes.truncate(bytes.len() / 2), |bytes: &mut Vec<u8>| bytes[9] ^= 1] {
        let spoiled = |folder: &Path| {
            let corpus = published_file(folder, "data/overview.", ".json")?;
            let mut bytes = fs::read(&corpus)?;
            spoil(&mut bytes);
            Ok(fs::write(corpus, bytes)?)
        };
        browse_site(TestSite::changed_copy(spoiled), async |browser| {
            browser.goto("").await?;
            // The program does not start with such data, so the worker is registered by a script.
            browser
                .run_script(
                    "const worker = navigator.serviceWorker;
                     const address = parts.trust(new URL('service-worker.js', document.baseURI).href);
                     return worker.register(address).then(({ installing }) => new Promise((done) => {
                         installing.addEventListener('statechange', () => installing.state === 'redundant' && done());
                     }))",
                )
                .await?;
            ensure!(
                cache_and_worker_counts(browser).await?[0] == 0,
                "something is kept: {:?}",
                cache_and_worker_counts(browser).await?
            );
            Ok(())
        });
    }
}

#[test]
fn if_the_list_of_files_does_not_arrive_the_footer_says_what_is_known() {
    let replaced = Some("<!doctype html><title>Sign in</title>");
    for (replacement, words) in
        [(None, "could not be downloaded (error 404). Nothing was saved"), (replaced, "Something else was sent")]
    {
        browse_site(TestSite::copy_in_folder(""), async |browser| {
            let list = browser.served_folder()?.join("service-worker.js");
            let script = fs::read(&list)?;
            browser.open("").await?;
            browser.click("#offline [data-command='offline']").await?;
            wait_for_line(browser, "This will save all pages").await?;
            replacement.map_or_else(|| fs::remove_file(&list), |page| fs::write(&list, page))?;
            press_button(browser, "Save").await?;
            wait_for_line(browser, words).await?;
            fs::write(&list, script)?;
            press_button(browser, "Try again").await?;
            wait_for_line(browser, SAVED_MESSAGE).await
        });
    }
}

#[test]
fn without_a_network_the_footer_says_that_the_site_cannot_be_reached() {
    browse(async |browser| {
        browser.open("").await?;
        browser.click("#offline [data-command='offline']").await?;
        press_button(browser, "Not now").await?;
        browser.disconnect_network();
        browser.click("#offline [data-command='offline']").await?;
        wait_for_line(browser, "The site cannot be reached. Nothing was saved").await?;
        press_button(browser, "Not now").await?;
        ensure!(footer_line(browser).await?.is_empty(), "it says: {}", footer_line(browser).await?);
        Ok(())
    });
}

#[test]
fn if_there_is_not_enough_space_the_footer_says_how_much_is_needed() {
    browse(async |browser| {
        browser.open("").await?;
        browser.limit_storage(Some(2_000_000)).await?;
        start_saving(browser).await?;
        wait_for_line(browser, "not enough room").await?;
        let said = footer_line(browser).await?;
        ensure!(said.contains(" MB is needed") && said.contains("works as before"), "it says {said}");
        let numbers = numbers_in::<f64>(&said);
        ensure!(numbers.get(1).is_none_or(|room| *room < numbers[0]), "there is room, it says: {said}");
        ensure!(
            cache_and_worker_counts(browser).await?[0] == 0,
            "something is kept: {:?}",
            cache_and_worker_counts(browser).await?
        );
        browser.open("force/warwickshire/").await
    });
}

#[test]
fn if_saving_is_forbidden_the_footer_says_so_and_the_site_works() {
    let forbid = [
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { return undefined } })",
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new DOMException('no', 'SecurityError') } })",
        "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'))",
        "ServiceWorkerContainer.prototype.getRegistration = () => Promise.reject(new DOMException('no', 'SecurityError'))",
    ];
    for forbid in forbid {
        browse(async |browser| {
            browser.before_each_page(forbid).await?;
            browser.open("").await?;
            browser.click("#offline [data-command='offline']").await?;
            if forbid.contains(".register") {
                press_button(browser, "Save").await?;
            }
            wait_for_line(browser, "does not allow the site to save anything").await?;
            browser.open("findings/?q=stalking").await
        });
    }
}

#[test]
fn files_that_the_browser_has_deleted_are_counted_and_can_be_downloaded_again() {
    browse(async |browser| {
        save_site(browser).await?;
        delete_saved_files(browser, 7).await?;
        browser.open("about/").await?;
        wait_for_line(browser, "has deleted").await?;
        let said = footer_line(browser).await?;
        let numbers = numbers_in::<usize>(&said);
        ensure!(numbers.len() == 2 && numbers[0] == 7, "it says {said}");
        press_button(browser, "Download again").await?;
        wait_for_line(browser, SAVED_MESSAGE).await
    });
}

#[test]
fn if_deleted_files_cannot_be_downloaded_again_the_footer_says_how_many_are_still_saved() {
    browse(async |browser| {
        save_site(browser).await?;
        delete_saved_files(browser, 1).await?;
        browser.open("about/").await?;
        wait_for_line(browser, "has deleted 1 of").await?;
        browser.disconnect_network();
        press_button(browser, "Download again").await?;
        wait_for_line(browser, "The site cannot be reached.").await?;
        let said = footer_line(browser).await?;
        let numbers = numbers_in::<usize>(&said);
        ensure!(matches!(numbers[..], [saved, all] if saved + 1 == all), "it says {said}");
        ensure!(said.contains("are still saved") && !said.contains("Nothing"), "it says {said}");
        browser.open("force/warwickshire/").await
    });
}

#[test]
fn removing_the_saved_site_leaves_nothing() {
    browse(async |browser| {
        save_site(browser).await?;
        press_button(browser, "Remove").await?;
        wait_for_line(browser, "no longer saved").await?;
        ensure!(
            cache_and_worker_counts(browser).await? == [0, 0],
            "it keeps {:?}",
            cache_and_worker_counts(browser).await?
        );
        // The worker may live as long as the page does, and must not start saving again.
        browser.status_of("about/").await?;
        ensure!(
            cache_and_worker_counts(browser).await? == [0, 0],
            "it keeps {:?} again",
            cache_and_worker_counts(browser).await?
        );
        browser.open("force/warwickshire/").await?;
        ensure!(
            cache_and_worker_counts(browser).await? == [0, 0],
            "it keeps {:?} again",
            cache_and_worker_counts(browser).await?
        );
        Ok(())
    });
}

#[test]
fn the_site_can_be_installed_as_an_app_and_is_then_saved_automatically() {
    browse(async |browser| {
        browser.open("").await?;
        let faults = browser.installability_errors().await?;
        ensure!(faults.is_empty(), "browsers would not install it: {faults:?}");
        for icon in ["icon-192", "icon-512", "maskable-512", "touch-180"] {
            ensure!(browser.status_of(&format!("icons/{icon}.png")).await? == 200, "there is no {icon}");
        }
        // The event that browsers send after an installation.
        browser.run_script("dispatchEvent(new Event('appinstalled'))").await?;
        wait_for_line(browser, SAVED_MESSAGE).await
    });
}

#[test]
fn the_line_in_the_footer_is_accessible_in_every_state() {
    browse(async |browser| {
        browser.open("no/such/page/").await?;
        browser.click("#offline [data-command='offline']").await?;
        wait_for_line(browser, "This will save").await?;
        browser.assert_accessible_in_every_look().await?;
        press_button(browser, "Save").await?;
        wait_for_line(browser, SAVED_MESSAGE).await?;
        browser.assert_accessible_in_every_look().await
    });
}
