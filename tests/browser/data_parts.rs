//! The data is fetched in parts: each page fetches its own, and following a link fetches that of the next page.

use crate::harness::{Browser, TestSite, browse, browse_site, browse_with_request_log, published_file};
use anyhow::{Result, ensure};
use std::fs;

/// The names of the data files that were requested, without digests: "force/kent".
async fn requested_parts(browser: &Browser) -> Result<Vec<String>> {
    let addresses = browser.requested_addresses().await?;
    let name = |path: &str| Some(path.split_once("/data/")?.1.split('.').next()?.to_owned());
    Ok(addresses.iter().filter_map(|address| name(address.path())).collect())
}

#[test]
fn a_visit_fetches_the_data_of_its_page_and_a_link_those_of_the_next() {
    browse_with_request_log(async |browser| {
        browser.open("force/warwickshire/").await?;
        let parts = requested_parts(browser).await?;
        ensure!(parts == ["force/warwickshire"], "{parts:?} were requested");
        browser.click(".card a[href='report/warwickshire-2017-effectiveness/']").await?;
        browser.wait_until("document.querySelector('#judgments')").await?;
        let parts = requested_parts(browser).await?;
        ensure!(parts.contains(&"report/warwickshire-2017-effectiveness".to_owned()), "{parts:?} were requested");
        ensure!(!parts.contains(&"corpus".to_owned()), "all data were requested");
        Ok(())
    });
}

#[test]
fn back_and_forward_show_each_page_with_its_own_data() {
    browse(async |browser| {
        browser.open("force/warwickshire/").await?;
        for (link, heading) in [("", "What inspectors found"), ("force/kent/", "Kent Police")] {
            follow(browser, link).await?;
            wait_for_heading(browser, heading).await?;
        }
        browser.go_back().await?;
        browser.go_back().await?;
        wait_for_heading(browser, "Warwickshire Police").await?;
        ensure!(browser.count(".timeline").await? > 0, "the timeline is lost");
        browser.go_forward().await?;
        browser.go_forward().await?;
        wait_for_heading(browser, "Kent Police").await?;
        ensure!(browser.path().await? == "force/kent/", "the address is {}", browser.path().await?);
        browser.assert_no_console_errors().await
    });
}

#[test]
fn of_two_links_that_are_followed_at_once_the_second_is_shown() {
    browse(async |browser| {
        browser.open("").await?;
        browser.slow_down_network(300, 200_000).await?;
        let both = [follow_script("force/kent/"), follow_script("force/essex/")].concat();
        browser.run_script(&both).await?;
        wait_for_heading(browser, "Essex Police").await?;
        browser.run_script("return new Promise((done) => setTimeout(done, 1500))").await?;
        wait_for_heading(browser, "Essex Police").await?;
        ensure!(browser.path().await? == "force/essex/", "the address is {}", browser.path().await?);
        ensure!(browser.count("#app[aria-busy=true]").await? == 0, "the page still says that it is busy");
        Ok(())
    });
}

#[test]
fn if_the_data_of_the_next_page_cannot_be_had_this_page_stays_and_the_link_works_again_later() {
    browse_site(TestSite::copy_in_folder(""), async |browser| {
        browser.open("force/warwickshire/").await?;
        let data = published_file(browser.served_folder()?, "data/overview.", ".json")?;
        let away = data.with_extension("away");
        fs::rename(&data, &away)?;
        follow(browser, "").await?;
        browser
            .assert_text("#notices [role=alert]", &["The page could not be shown: ", "error 404", "Try again."])
            .await?;
        ensure!(browser.text("h1").await? == "Warwickshire Police", "the page is gone");
        ensure!(browser.path().await? == "force/warwickshire/", "the address is {}", browser.path().await?);
        fs::rename(&away, &data)?;
        follow(browser, "").await?;
        browser.wait_until("document.querySelector('.force-card, .cards')").await?;
        browser.wait_until("!document.querySelector('#notices [role=alert]')").await
    });
}

/// Follows a link of this site that the page need not have.
async fn follow(browser: &Browser, path: &str) -> Result<()> {
    browser.run_script(&follow_script(path)).await.map(drop)
}

fn follow_script(path: &str) -> String {
    format!(
        "{{
             const link = Object.assign(document.createElement('a'), {{ href: new URL('./{path}', document.baseURI).href }});
             document.body.append(link);
             link.click();
             link.remove();
         }}"
    )
}

async fn wait_for_heading(browser: &Browser, words: &str) -> Result<()> {
    browser.wait_until(&format!("document.querySelector('h1')?.textContent.includes({words:?})")).await
}
