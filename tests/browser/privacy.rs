//! The site makes requests only to its own host.

use crate::harness::{browse, browse_with_request_log};
use anyhow::ensure;

#[test]
fn nothing_is_requested_from_another_host() {
    browse_with_request_log(async |browser| {
        for path in ["", "force/warwickshire/", "findings/?q=domestic+abuse", "no/such/page/"] {
            browser.open(path).await?;
        }
        browser.assert_only_own_requests().await
    });
}

#[test]
fn the_policy_stops_a_request_to_another_host() {
    browse(async |browser| {
        browser.open("").await?;
        let outcome = browser.run_script("return fetch('http://example.invalid/').catch((error) => 'stopped')").await?;
        ensure!(outcome == "stopped", "the request was made");
        ensure!(
            browser.console_lines().await?.concat().contains("Content Security Policy"),
            "the policy did not stop it"
        );
        Ok(())
    });
}

#[test]
fn the_policy_lets_no_text_become_elements_or_scripts() {
    browse(async |browser| {
        browser.open("brief/").await?;
        for attempt in [
            "document.body.insertAdjacentHTML('beforeend', '<b>words</b>')",
            "document.createElement('div').innerHTML = '<b>words</b>'",
            "document.createElement('script').src = 'assets/x.js'",
            "trustedTypes.createPolicy('other', {})",
        ] {
            let outcome = browser.run_script(&format!("try {{ {attempt} }} catch {{ return 'stopped' }}")).await?;
            ensure!(outcome == "stopped", "this was possible: {attempt}");
        }
        Ok(())
    });
}
