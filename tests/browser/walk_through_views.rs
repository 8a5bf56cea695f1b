//! A walk through all views causes no error in the console and no request to another host.

use crate::harness::{Browser, browse, browse_with_request_log};
use anyhow::{Context, Result};

/// From view to view by links: each link, and the heading of the page that it leads to, or what stands above that of a
/// finding.
const WALK: [(&str, &str); 14] = [
    (".force-card a[href='force/warwickshire/']", "Warwickshire Police"),
    (".section-head__action[href*='table=1']", "Warwickshire Police"),
    (".plain a[href='report/warwickshire-2017-effectiveness/']", "Warwickshire Police: PEEL effectiveness 2017"),
    (".report__section a", "Area for improvement · PEEL effectiveness 2017"),
    (".neighbours a:last-child", "Area for improvement · PEEL effectiveness 2017"),
    ("#passage ~ p a", "Warwickshire Police: PEEL effectiveness 2017"),
    (".source--full a.quoted[href^='finding/']", "Area for improvement · PEEL effectiveness 2017"),
    ("dl.facts a[href^='findings/']", "Findings"),
    (".result h3 a", "Area for improvement · PEEL 2021/22"),
    (".banner__links a[href='about/']", "About"),
    ("a[href='report/west-midlands-2016-effectiveness/']", "West Midlands Police: PEEL effectiveness 2016"),
    (".crumbs a", "West Midlands Police"),
    (".banner__name", "What inspectors found"),
    ("a[href='force/kent/']", "Kent Police"),
];

/// Follows the links of the walk.
async fn follow_walk(browser: &Browser) -> Result<()> {
    browser.set_size(1280, 900).await?;
    browser.open("").await?;
    for (link, heading) in WALK {
        browser.click(link).await?;
        let place = "(document.querySelector('.finding__about') ?? document.querySelector('h1'))";
        let arrived = format!("{place}.textContent.startsWith('{heading}')");
        browser.wait_until(&arrived).await.with_context(|| format!("after {link}"))?;
        // About is a separate document: the program starts again there, and on the pages that its links lead to.
        browser.wait_until_ready().await?;
    }
    Ok(())
}

#[test]
fn a_walk_through_all_views_and_back_causes_no_error_in_the_console() {
    browse(async |browser| {
        follow_walk(browser).await?;
        browser.assert_no_console_errors().await?;
        for _ in WALK {
            browser.go_back().await?;
        }
        browser.wait_until("document.querySelector('h1')?.textContent === 'What inspectors found'").await?;
        browser.assert_no_console_errors().await
    });
}

#[test]
fn a_walk_through_all_views_makes_no_request_to_another_host() {
    browse_with_request_log(async |browser| {
        follow_walk(browser).await?;
        browser.fill_field("#banner-search", "stalking").await?;
        browser.press("Enter").await?;
        browser.wait_until("document.querySelector('.result')").await?;
        browser.assert_only_own_requests().await
    });
}
