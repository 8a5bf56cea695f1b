//! Errors are explained in a sentence, and the page keeps its content.

use crate::harness::{Browser, TestSite, browse, browse_site, published_file};
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// Opens an unknown address directly, and again by a link on the site. Checks that both show a page with this heading,
/// this explanation and links to other pages.
async fn assert_not_found(browser: &Browser, path: &str, heading: &str, explanation: &str) -> Result<()> {
    browser.open(path).await?;
    ensure!(browser.status_of(path).await? == 404, "the server says that {path} is there");
    assert_error_page(browser, heading, explanation).await?;
    browser.open("force/warwickshire/").await?;
    let follow = "const link = document.createElement('a');
                  document.querySelector('.app').append(link);
                  link.href = PATH; link.click(); link.remove()";
    browser.run_script(&follow.replace("PATH", &format!("'{path}'"))).await?;
    browser.wait_until(&format!("document.querySelector('h1')?.textContent === '{heading}'")).await?;
    ensure!(browser.path().await? == path, "the address is {}", browser.path().await?);
    assert_error_page(browser, heading, explanation).await?;
    browser.click("main ul a[href='findings/']").await?;
    browser.wait_until("document.querySelector('.results')").await
}

#[test]
fn text_of_an_unknown_address_is_shown_decoded() {
    browse(async |browser| {
        assert_not_found(browser, "force/Dyfed%20Powys/", "No such force", "“Dyfed Powys” is not one of").await?;
        assert_not_found(browser, "report/caf%C3%A9/", "This report is not held", "The report “café”").await?;
        assert_not_found(browser, "no%20such%20page/", "This page does not exist", "“no such page/”").await?;
        for wrong in ["force/%E0%A4%A/", "force/100%25/", "force/%ED%A0%80/"] {
            browser.open(wrong).await?;
            browser.assert_text("h1", &["No such force"]).await?;
        }
        Ok(())
    });
}

/// Checks the heading, title, explanation and links of a page.
async fn assert_error_page(browser: &Browser, heading: &str, explanation: &str) -> Result<()> {
    ensure!(browser.text("h1").await? == heading, "the heading is {}", browser.text("h1").await?);
    ensure!(browser.title().await?.starts_with(heading), "the title is {}", browser.title().await?);
    let said = browser.text("main .lead").await?;
    ensure!(said.contains(explanation), "the explanation is {said}");
    let ways = browser.texts("main ul a").await?;
    ensure!(ways.iter().any(|way| way == "All forces"), "the ways on are {ways:?}");
    Ok(())
}

#[test]
fn an_unknown_force_has_a_page_that_says_so() {
    browse(async |browser| {
        assert_not_found(browser, "force/atlantis/", "No such force", "“atlantis” is not one of the 43").await
    });
}

#[test]
fn an_unknown_report_has_a_page_that_says_so() {
    browse(async |browser| {
        assert_not_found(browser, "report/atlantis-2019/", "This report is not held", "The report “atlantis-2019”")
            .await
    });
}

#[test]
fn an_unknown_finding_has_a_page_that_says_so_and_links_to_its_report() {
    browse(async |browser| {
        let path = "finding/warwickshire-2017-effectiveness/area-for-improvement/the-force-should/";
        assert_not_found(browser, path, "This finding is no longer here", "The address may be incomplete").await?;
        browser.open(path).await?;
        browser.click("main ul a[href='report/warwickshire-2017-effectiveness/']").await?;
        browser.wait_until("document.querySelector('h1')?.textContent.startsWith('Warwickshire Police: PEEL')").await
    });
}

#[test]
fn an_unknown_address_has_a_page_that_says_so() {
    browse(async |browser| {
        assert_not_found(browser, "no/such/page/", "This page does not exist", "at the address “no/such/page/”").await
    });
}

#[test]
fn if_the_data_file_is_missing_the_page_stays_and_says_so() {
    let site = site_with_changed_data(|data| Ok(fs::remove_file(data)?));
    browse_site(site, async |browser| assert_page_and_notice(browser, "could not be downloaded (error 404)").await);
}

#[test]
fn if_the_data_file_is_cut_short_the_page_stays_and_says_so() {
    let site = site_with_changed_data(|data| {
        let half = fs::metadata(data)?.len() / 2;
        Ok(fs::File::options().write(true).open(data)?.set_len(half)?)
    });
    browse_site(site, async |browser| {
        assert_page_and_notice(browser, "is not what this version of the site has").await
    });
}

#[test]
fn if_the_data_file_is_not_json_the_page_stays_and_says_so() {
    let site =
        site_with_changed_data(|data| Ok(fs::write(data, "<!doctype html><title>Sign in to the network</title>")?));
    browse_site(site, async |browser| {
        assert_page_and_notice(browser, "is not what this version of the site has").await
    });
}

#[test]
fn if_the_data_file_has_a_newer_schema_the_page_stays_and_says_so() {
    let site = site_built_with_other_data(|json| {
        let (before, after) = json.split_once("\"schema\":").context("the data has no schema number")?;
        let after = after.trim_start_matches(|c: char| c.is_ascii_digit());
        Ok(format!("{before}\"schema\":999{after}"))
    });
    browse_site(site, async |browser| assert_page_and_notice(browser, "the data file has a newer format (999)").await);
}

#[test]
fn if_the_data_file_has_unexpected_content_the_page_stays_and_says_so() {
    let site = site_built_with_other_data(|json| Ok(json.replacen("\"judgments\":", "\"judgements\":", 1)));
    browse_site(site, async |browser| assert_page_and_notice(browser, "the data file is damaged").await);
}

#[test]
fn an_address_in_the_data_that_is_not_of_the_web_is_never_a_link() {
    let site = site_built_with_other_data(|json| Ok(json.replace("\"url\":\"https:", "\"url\":\"javascript:")));
    browse_site(site, async |browser| {
        browser.open("force/warwickshire/").await?;
        let counts = "return ['main a:not([href])', 'a[href^=\"javascript:\"]'].map((all) => document.querySelectorAll(all).length)";
        let [without, scripts] = browser.read_script::<[usize; 2]>(counts).await?;
        ensure!(without > 0, "the data have no such address");
        ensure!(scripts == 0, "{scripts} links run a script");
        Ok(())
    });
}

/// A copy of the site whose page of Warwickshire names changed data by their own digest.
fn site_built_with_other_data(change: impl FnOnce(&str) -> Result<String>) -> Result<TestSite> {
    TestSite::changed_copy(|dist| {
        let data = published_file(dist, DATA, ".json")?;
        let json = change(&fs::read_to_string(&data)?)?;
        let digest: String = Sha256::digest(&json).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let (old, new) = (file_name(&data)?, format!("warwickshire.{digest}.json"));
        fs::write(data.with_file_name(&new), json)?;
        let page = dist.join("force/warwickshire/index.html");
        Ok(fs::write(&page, fs::read_to_string(&page)?.replace(&old, &new))?)
    })
}

/// The beginning of the path of the data of the page that is opened.
const DATA: &str = "data/force/warwickshire.";

fn file_name(path: &Path) -> Result<String> {
    Ok(path.file_name().and_then(|name| name.to_str()).context("a file has a name")?.to_owned())
}

/// A copy of the site with its data file changed.
fn site_with_changed_data(change: impl FnOnce(&Path) -> Result<()>) -> Result<TestSite> {
    TestSite::changed_copy(|dist| change(&published_file(dist, DATA, ".json")?))
}

/// Checks that the prerendered content stays, that one notice with these words says what happened, and that links work.
async fn assert_page_and_notice(browser: &Browser, words: &str) -> Result<()> {
    browser.set_size(1280, 900).await?;
    browser.goto("force/warwickshire/").await?;
    let notice = browser.text("#notices [role=alert]").await?;
    ensure!(notice.starts_with("The findings could not be loaded: ") && notice.contains(words), "it says: {notice}");
    ensure!(notice.contains("can still read"), "nothing says what still works: {notice}");
    ensure!(browser.count("#notices [role=alert]").await? == 1, "it is said more than once");
    ensure!(browser.text("h1").await? == "Warwickshire Police", "the heading is lost");
    ensure!(
        browser.count(".timeline a.tile-link:has(.tile--graded, .tile--carried, .tile--pending)").await? == 18,
        "the tiles are lost"
    );
    let console = browser.console_lines().await?.concat();
    ensure!(!console.contains("panicked") && !console.contains("unreachable"), "the program broke: {console}");
    browser.click("a[href='report/warwickshire-2017-effectiveness/']").await?;
    browser.wait_until("document.querySelector('.source--full')").await?;
    ensure!(browser.path().await? == "report/warwickshire-2017-effectiveness/", "links do not work");
    Ok(())
}

/// The path of a finding.
const FINDING_PATH: &str =
    "finding/warwickshire-2017-effectiveness/area-for-improvement/the-force-should-ensure-that-local-policing-teams/";

#[test]
fn if_the_source_text_is_missing_a_finding_keeps_its_words_and_says_so() {
    browse_site(site_without_texts(), async |browser| {
        browser.open(FINDING_PATH).await?;
        let alert = browser.text("main [role=alert]").await?;
        ensure!(
            alert.starts_with("The report's text could not be loaded: ") && alert.contains("404"),
            "it says: {alert}"
        );
        ensure!(alert.contains("The words of the finding above are complete."), "it says: {alert}");
        let words = browser.text("article.quotation").await?;
        ensure!(words.starts_with("The force should ensure that local policing teams"), "the words are {words}");
        Ok(())
    });
}

#[test]
fn if_the_source_text_is_missing_a_report_keeps_the_rest_and_says_so() {
    browse_site(site_without_texts(), async |browser| {
        browser.open("force/warwickshire/").await?;
        browser.click(".card a[href='report/warwickshire-2017-effectiveness/']").await?;
        let alert = browser.text("main [role=alert]").await?;
        ensure!(
            alert.starts_with("The text could not be loaded: ") && alert.contains("Everything above"),
            "it says: {alert}"
        );
        ensure!(browser.count(".judgment").await? == 6, "the judgments are lost");
        ensure!(browser.count(".report__section li").await? == 10, "the findings are lost");
        Ok(())
    });
}

/// A copy of the site without the texts of reports.
fn site_without_texts() -> Result<TestSite> {
    TestSite::changed_copy(|dist| Ok(fs::remove_dir_all(dist.join("data/text"))?))
}
