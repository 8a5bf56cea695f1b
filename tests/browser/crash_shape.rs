//! Elements that appear and disappear next to each other once made Yew panic. These tests switch back and forth between
//! pages with many such elements. If the program panics, the page no longer responds.

use crate::harness::{Browser, browse};
use anyhow::{Context, Result, ensure};

/// Goes to a page by following a link, and waits for an element that shows that the page is there.
async fn follow_link(browser: &Browser, path: &str, sign: &str) -> Result<()> {
    let script = format!(
        "const link = document.createElement('a');
         document.querySelector('.app').append(link);
         link.href = '{path}' || './'; link.click(); link.remove()"
    );
    browser.run_script(&script).await?;
    browser.wait_until(&format!("document.querySelector(\"{sign}\")")).await.with_context(|| path.to_owned())
}

/// Goes from every page to every other, each given with the selector of an element that shows that the page is there.
async fn visit_every_pair(browser: &Browser, pages: &[(&str, &str)]) -> Result<()> {
    for (n, (one, sign_of_one)) in pages.iter().enumerate() {
        for (other, sign_of_other) in &pages[n + 1..] {
            follow_link(browser, one, sign_of_one).await?;
            follow_link(browser, other, sign_of_other).await?;
        }
        follow_link(browser, one, sign_of_one).await?;
    }
    Ok(())
}

/// Fails if the program no longer responds.
async fn assert_responsive(browser: &Browser) -> Result<()> {
    browser.assert_no_console_errors().await?;
    ensure!(browser.count("#notices [role=alert]").await? == 0, "{:?}", browser.texts("#notices [role=alert]").await?);
    follow_link(browser, "findings/", "#count").await?;
    browser.fill_field("#search", "zebra").await?;
    browser.wait_until("document.getElementById('count').textContent === '0 of 149 findings'").await?;
    browser.assert_no_console_errors().await
}

#[test]
fn forces_with_and_without_reports_can_follow_each_other_as_timelines_and_tables() {
    browse(async |browser| {
        browser.set_size(1280, 900).await?;
        browser.open("").await?;
        let pages = [
            ("force/warwickshire/", ".timeline-wide"),
            ("force/kent/", ".force:not(:has(.force__reports section)) .timeline-wide"),
            ("force/west-midlands/?table=1", "table.plain"),
            ("force/west-midlands/", ".timeline-wide"),
            ("force/warwickshire/?table=1", "table.plain"),
            ("force/kent/?table=1", ".force:not(:has(.force__reports section)) .plain"),
        ];
        visit_every_pair(browser, &pages).await?;
        assert_responsive(browser).await
    });
}

#[test]
fn every_view_can_follow_every_other() {
    browse(async |browser| {
        browser.set_size(1280, 900).await?;
        browser.open("").await?;
        let concern =
            "finding/west-midlands-2016-effectiveness/cause-of-concern/the-forces-response-to-domestic-abuse-is-a/";
        let pages = [
            ("", ".home"),
            ("force/warwickshire/", ".timeline-wide"),
            ("report/warwickshire-2014-core-business/", ".source--full"),
            ("report/warwickshire-2014-crime/", ".judgments"),
            (concern, ".source mark"),
            ("findings/?q=zebra&kind=observation", ".chip"),
            ("findings/", ".more a"),
            ("compare/?force=kent&force=essex", ".compare__table"),
            ("brief/", ".brief__actions"),
            ("no/such/page/", ".page:not([class*=' '])"),
        ];
        visit_every_pair(browser, &pages).await?;
        assert_responsive(browser).await
    });
}

#[test]
fn the_program_survives_going_back_and_forward_quickly() {
    browse(async |browser| {
        browser.open("").await?;
        for (path, sign) in [
            ("force/warwickshire/", ".force"),
            ("report/warwickshire-2014-core-business/", ".report"),
            ("findings/?q=victims", ".results"),
            ("force/kent/", ".force"),
            ("compare/?force=kent&force=essex", ".compare__table"),
        ] {
            follow_link(browser, path, sign).await?;
        }
        for _ in 0..3 {
            browser.run_script("for (let n = 0; n < 5; n++) history.back()").await?;
            browser.wait_until("document.querySelector('.home')").await?;
            browser.run_script("history.go(5)").await?;
            browser.wait_until("document.querySelector('.compare__table')").await?;
        }
        assert_responsive(browser).await
    });
}

#[test]
fn filters_can_be_added_and_removed_in_any_order() {
    browse(async |browser| {
        browser.open("findings/").await?;
        let choices = ["force-west-midlands", "cycle-2017", "kind-observation", "cycle-2016", "subject-effectiveness"];
        for round in 0..3 {
            for choice in choices.iter().cycle().skip(round).step_by(2).take(10) {
                browser.run_script(&format!("document.getElementById('facet-{choice}').click()")).await?;
                let same = "document.querySelectorAll('.chip').length === \
                            document.querySelectorAll('.option input:checked').length";
                browser.wait_until(same).await?;
            }
            browser.fill_field("#search", ["victims", "zebra", ""][round]).await?;
        }
        assert_responsive(browser).await
    });
}
