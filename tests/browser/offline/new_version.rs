//! A newer version of a saved site: it is announced, and nothing is replaced unasked.

use super::*;

/// Turns the served site into a later version, with another title of the home page.
fn publish_new_version(folder: &Path) -> Result<()> {
    let page = folder.join("index.html");
    let words = fs::read_to_string(&page)?.replace("<title>Force Findings", "<title>Renewed Force Findings");
    fs::write(&page, &words)?;
    let worker = folder.join("service-worker.js");
    let script = fs::read_to_string(&worker)?;
    let (head, rest) = script.split_once(";\n").context("the worker has no list")?;
    let mut held: Value = serde_json::from_str(head.trim_start_matches("const HELD = "))?;
    held["version"] = json!("renewed");
    held["built"] = json!("2030-01-02");
    for file in held["files"].as_array_mut().context("the worker has no list")? {
        if file[0] == "" {
            *file = json!(["", words.len(), BASE64_STANDARD.encode(Sha256::digest(&words))]);
        }
    }
    Ok(fs::write(&worker, format!("const HELD = {held};\n{rest}"))?)
}

/// Marks the page, and makes the browser check for a new version.
const UPDATE_SCRIPT: &str = "window.mark = 'the same page'; return navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => 1)";

#[test]
fn a_new_version_waits_until_the_reader_wants_it_and_no_page_reloads_by_itself() {
    browse_site(TestSite::copy_in_folder(""), async |browser| {
        save_site(browser).await?;
        browser.open("force/warwickshire/").await?;
        wait_for_line(browser, SAVED_MESSAGE).await?;
        publish_new_version(browser.served_folder()?)?;
        browser.run_script(UPDATE_SCRIPT).await?;
        wait_for_line(browser, "A newer version (2030-01-02, ").await?;
        // Everything that is shown or opened meanwhile is of the older version.
        let title: String = browser
            .read_script("return fetch('./').then((a) => a.text()).then((t) => /<title>(.*?)</.exec(t)[1])")
            .await?;
        ensure!(title == "Force Findings", "two versions at once: {title}");

        let first = browser.current_window().await?;
        browser.open_window().await?;
        browser.open("about/").await?;
        let second = browser.current_window().await?;
        browser.switch_to_window(first.clone()).await?;
        press_button(browser, "Use it").await?;
        wait_for_line(browser, "can be used once the other window of this site is closed").await?;
        ensure!(browser.run_script("return window.mark").await? == "the same page", "the page was reloaded");
        browser.switch_to_window(second).await?;
        ensure!(browser.title().await?.starts_with("About"), "the other page was reloaded");
        browser.close_window().await?;
        browser.switch_to_window(first).await?;
        // Browsers need a moment to notice that a window is closed.
        browser.run_script("return new Promise((done) => setTimeout(done, 1000))").await?;
        press_button(browser, "Try again").await?;
        browser.wait_until("window.mark === undefined").await?;
        browser.wait_until_ready().await?;
        wait_for_line(browser, "version 2030-01-02, ").await?;
        browser.goto("").await?;
        let title: String = browser
            .read_script("return fetch('./').then((a) => a.text()).then((t) => /<title>(.*?)</.exec(t)[1])")
            .await?;
        ensure!(title == "Renewed Force Findings", "it still shows {title}");
        ensure!(
            cache_and_worker_counts(browser).await? == [1, 1],
            "the older version is still kept: {:?}",
            cache_and_worker_counts(browser).await?
        );
        Ok(())
    });
}

#[test]
fn a_new_version_is_announced_in_a_window_that_is_opened_while_it_is_installed() {
    browse_site(TestSite::copy_in_folder(""), async |browser| {
        save_site(browser).await?;
        publish_new_version(browser.served_folder()?)?;
        let worker = browser.served_folder()?.join("service-worker.js");
        let script = fs::read_to_string(&worker)?;
        let wait =
            "addEventListener('install', (event) => event.waitUntil(new Promise((go) => setTimeout(go, 6000))));";
        fs::write(&worker, format!("{script}\n{wait}"))?;
        let first = browser.current_window().await?;
        browser.run_script(UPDATE_SCRIPT).await?;
        browser.open_window().await?;
        browser.open("about/").await?;
        wait_for_line(browser, SAVED_MESSAGE).await?;
        wait_for_line(browser, "A newer version (2030-01-02, ").await?;
        browser.switch_to_window(first).await?;
        wait_for_line(browser, "A newer version (2030-01-02, ").await
    });
}

#[test]
fn a_window_that_was_open_before_the_site_was_saved_in_another_announces_a_new_version() {
    browse_site(TestSite::copy_in_folder(""), async |browser| {
        browser.open("about/").await?;
        let first = browser.current_window().await?;
        browser.open_window().await?;
        save_site(browser).await?;
        browser.switch_to_window(first).await?;
        wait_for_line(browser, SAVED_MESSAGE).await?;
        publish_new_version(browser.served_folder()?)?;
        browser.run_script(UPDATE_SCRIPT).await?;
        wait_for_line(browser, "A newer version (2030-01-02, ").await
    });
}

#[test]
fn a_new_version_that_cannot_be_downloaded_completely_leaves_the_older_one_unchanged() {
    browse_site(TestSite::copy_in_folder(""), async |browser| {
        save_site(browser).await?;
        publish_new_version(browser.served_folder()?)?;
        fs::remove_file(browser.served_folder()?.join("about/index.html"))?;
        browser.open("force/warwickshire/").await?;
        browser.run_script(UPDATE_SCRIPT).await?;
        browser.run_script("return new Promise((done) => setTimeout(done, 1500))").await?;
        browser.disconnect_network();
        browser.open("about/").await?;
        wait_for_line(browser, SAVED_MESSAGE).await?;
        ensure!(cache_and_worker_counts(browser).await? == [1, 1], "{:?}", cache_and_worker_counts(browser).await?);
        Ok(())
    });
}
