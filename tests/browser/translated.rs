//! A page that the browser translates: translators replace each text node with elements of their own. After a change, no
//! words of the old page stay.

use crate::harness::{Browser, browse};
use anyhow::{Result, ensure};

/// Replaces every text node of what the programs draw, as the translator of Chromium does.
async fn translate(browser: &Browser) -> Result<()> {
    const REPLACE: &str = "
        const walker = document.createTreeWalker(document.getElementById('content'), NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (walker.nextNode()) if (walker.currentNode.data.trim()) nodes.push(walker.currentNode);
        for (const node of nodes) {
            const [outer, inner] = ['font', 'font'].map((name) => document.createElement(name));
            outer.append(inner);
            inner.textContent = node.data.toUpperCase();
            node.replaceWith(outer);
        }";
    browser.run_script(REPLACE).await.map(drop)
}

/// The words of the part that the programs draw.
async fn words(browser: &Browser) -> Result<String> {
    browser.read_script("return document.getElementById('content').innerText").await
}

/// Opens a page, translates it, follows the first of its links that matches, and translates that page. Checks that it has
/// the words that it has without a translator.
async fn assert_same_words_after(browser: &Browser, from: &str, link: &str, sign: &str) -> Result<()> {
    browser.open(from).await?;
    translate(browser).await?;
    browser.click(link).await?;
    browser.wait_until(sign).await?;
    let (shown, path) = (words(browser).await?, browser.path().await?);
    ensure!(path != from, "{link} leads nowhere");
    browser.open(&path).await?;
    browser.wait_until(sign).await?;
    let expected = words(browser).await?;
    let differing = shown.lines().zip(expected.lines()).find(|(shown, expected)| shown != expected);
    ensure!(shown == expected, "{from} to {path}: {differing:?}");
    Ok(())
}

const FINDING: &str = "finding/warwickshire-2021-22-peel/area-for-improvement/\
                       the-force-should-improve-its-external-scrutiny-processes/";

#[test]
fn a_translated_finding_leads_to_the_words_of_the_related_one() {
    browse(async |browser| {
        let sign = "document.querySelector('.source mark') && !location.pathname.includes('external-scrutiny')";
        assert_same_words_after(browser, FINDING, "main a[href^='finding/']:not([href*='external-scrutiny'])", sign)
            .await
    });
}

#[test]
fn a_translated_force_or_report_leads_to_the_words_of_the_next() {
    browse(async |browser| {
        browser.set_size(1280, 900).await?;
        let sign = "document.querySelector('h1')?.textContent.startsWith('West Midlands')";
        let follow = "const link = document.createElement('a'); document.body.append(link); link.id = 'test-link';
                      link.href = 'PATH'; link.textContent = 'on'; link.style = 'position:fixed;top:0;left:0;z-index:9'";
        for (from, to, sign) in [
            ("force/warwickshire/", "force/west-midlands/", sign),
            (
                "report/warwickshire-2017-effectiveness/",
                "report/warwickshire-2014-crime/",
                "document.querySelector('h1')?.textContent.includes('2014')",
            ),
        ] {
            browser.open(from).await?;
            translate(browser).await?;
            browser.run_script(&follow.replace("PATH", to)).await?;
            browser.click("#test-link").await?;
            browser.wait_until(sign).await?;
            browser.wait_until("!document.querySelector('main [aria-busy=true]')").await?;
            browser.run_script("document.getElementById('test-link').remove()").await?;
            let shown = words(browser).await?;
            browser.open(to).await?;
            let expected = words(browser).await?;
            let differing = shown.lines().zip(expected.lines()).find(|(shown, expected)| shown != expected);
            ensure!(shown == expected, "{from} to {to}: {differing:?}");
        }
        Ok(())
    });
}

#[test]
fn a_translated_timeline_becomes_a_table_by_a_button_that_is_renamed_and_keeps_the_focus() {
    browse(async |browser| {
        browser.set_size(1280, 900).await?;
        let sign = "document.querySelector('table.plain')";
        browser.open("force/warwickshire/").await?;
        let toggle: String = browser
            .read_script("return [...document.querySelectorAll('main a, main button')].find((e) => e.textContent === 'View as table').outerHTML")
            .await?;
        translate(browser).await?;
        browser
            .run_script("[...document.querySelectorAll('main a, main button')].find((e) => e.textContent === 'VIEW AS TABLE').click()")
            .await?;
        browser.wait_until(sign).await?;
        let shown = words(browser).await?;
        ensure!(!shown.contains("View as table") && !shown.contains("VIEW AS TABLE"), "{toggle} is not renamed");
        ensure!(!shown.contains("GRADES"), "old words stay: {shown}");
        Ok(())
    });
}

#[test]
fn counts_of_a_translated_list_follow_each_choice() {
    browse(async |browser| {
        browser.set_size(1280, 900).await?;
        browser.open("findings/").await?;
        for choice in ["facet-force-west-midlands", "facet-kind-observation"] {
            translate(browser).await?;
            browser.run_script(&format!("document.getElementById('{choice}').click()")).await?;
            let same = "document.querySelectorAll('.chip').length === \
                        document.querySelectorAll('.option input:checked').length";
            browser.wait_until(same).await?;
        }
        let (shown, path) = (words(browser).await?, browser.path().await?);
        browser.open(&path).await?;
        let expected = words(browser).await?;
        let differing = shown.lines().zip(expected.lines()).find(|(shown, expected)| shown != expected);
        ensure!(shown == expected, "{path}: {differing:?}");
        Ok(())
    });
}

#[test]
fn typing_into_a_translated_page_keeps_the_field_and_its_focus() {
    browse(async |browser| {
        browser.open("findings/").await?;
        browser.click("#search").await?;
        for key in ["s", "t", "a", "l", "k"] {
            translate(browser).await?;
            browser.press(key).await?;
        }
        browser.wait_until("document.getElementById('count').textContent.includes(' of ')").await?;
        let value: String = browser.read_script("return document.getElementById('search').value").await?;
        ensure!(value == "stalk", "the field has {value:?}");
        Ok(())
    });
}

#[test]
fn a_translated_brief_has_the_right_words_after_each_change() {
    browse(async |browser| {
        browser.set_size(1280, 900).await?;
        for path in ["force/warwickshire/", "force/west-midlands/"] {
            browser.open(path).await?;
            browser.run_script("document.querySelector(\"[data-command='brief']\").click()").await?;
            browser.wait_until("document.getElementById('said').textContent").await?;
        }
        browser.open("brief/").await?;
        browser.wait_until("document.querySelector('.brief__actions')").await?;
        translate(browser).await?;
        let remove = "[...document.querySelectorAll('#extras button')].find((one) => one.textContent === 'REMOVE')";
        browser.wait_until(remove).await?;
        browser.run_script(&format!("{remove}.click()")).await?;
        browser.wait_until("document.getElementById('count').textContent.startsWith('1 ')").await
    });
}
