//! The single file, opened from disk, does everything that the site does in each browser, and makes no requests.

use crate::harness::{
    Browser, browse_file_in_chromium, browse_file_in_firefox, browse_file_in_webkit, path_from_environment,
};
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// A copy of the file as it may be on a memory stick: with another name, in a folder with unusual characters.
fn copy_of_file() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let inside = folder.path().join("For Monday – Müller & Co");
    fs::create_dir(&inside).expect("a folder can be made");
    let file = inside.join("force findings (1).html");
    let built = path_from_environment("DIST").expect("the site is built").join("force-findings.html");
    fs::copy(built, &file).expect("the single file is part of the site");
    (folder, file)
}

/// Clicks a link and waits until an expression is true.
async fn follow_link(browser: &Browser, link: &str, sign: &str) -> Result<()> {
    browser.click(link).await?;
    browser.wait_until(sign).await
}

/// Answers the usual questions, as `visitor_questions.rs` does for the site.
async fn check_questions(browser: &Browser) -> Result<()> {
    browser.open("").await?;
    browser
        .assert_text("li.force-card:has(a[href='#/force/warwickshire/'])", &["2023-25", "published October 2022"])
        .await?;
    let is_force = "document.querySelector('h1')?.textContent === 'Warwickshire Police'";
    follow_link(browser, ".force-card a[href='#/force/warwickshire/']", is_force).await?;
    browser.assert_text(".lead", &["2023-25", "published 10 June 2025", "8 areas graded", "1 Inadequate"]).await?;
    browser.assert_text(".force__now", &["Inspection of 2023-25", "last checked on"]).await?;
    follow_link(browser, ".themes h3 a[href*='theme=domestic-abuse']", "document.querySelector('.result')").await?;
    browser.assert_text(".results", &["Warwickshire Police", "Theme: Domestic abuse", "lines "]).await?;
    let place = browser.path().await?;
    follow_link(browser, ".result h3 a", "document.querySelector('.source mark')").await?;
    browser.assert_text(".source", &["domestic"]).await?;
    browser.go_back().await?;
    browser.wait_until("document.querySelector('.result')").await?;
    ensure!(browser.path().await? == place, "back leads to {}", browser.path().await?);
    browser.go_back().await?;
    browser.wait_until(is_force).await?;
    follow_link(browser, "#compare ~ p a[href*='force=west-mercia']", "document.querySelector('.compare__table')")
        .await?;
    browser.assert_text(".compare", &["Warwickshire Police", "West Mercia Police", "Overall effectiveness"]).await?;
    browser.fill_field("#banner-search", "MARAC").await?;
    follow_link(browser, ".search__button", "document.querySelector('.meaning')").await?;
    browser.assert_text(".meaning", &["multi-agency risk assessment conference"]).await
}

/// Checks that every kind of page has its content at its address, also after a reload.
async fn check_pages(browser: &Browser) -> Result<()> {
    browser.open("thread/warwickshire-problem-solving-and-its-evaluation/").await?;
    browser.wait_until("document.querySelector('.thread__report')").await?;
    let title = browser.title().await?;
    ensure!(title.starts_with("Problem solving and its evaluation - "), "the thread has the title {title}");
    for (address, place, words) in [
        ("report/warwickshire-2017-effectiveness/#line-100", "#line-100", "100"),
        ("crosswalk/", "main", "our own interpretation"),
        ("glossary/", "main", "multi-agency risk assessment conference"),
        ("about/", "main", "Open Government Licence"),
        ("findings/?q=stalking&force=warwickshire", "#count", " of 149 findings"),
        ("force/warwickshire/?table=1", "table.plain", "Investigating crime"),
        ("no/such/page/", "h1", "not"),
    ] {
        browser.open(address).await?;
        browser.reload().await?;
        browser.wait_until(&format!("document.querySelector({place:?})")).await?;
        browser.assert_text(place, &[words]).await.with_context(|| address.to_string())?;
        ensure!(browser.path().await? == address, "{address} became {}", browser.path().await?);
    }
    Ok(())
}

/// Checks that exports name the file but not the folders that it is in.
async fn check_exports(browser: &Browser) -> Result<()> {
    browser.open("findings/?force=warwickshire&kind=area-for-improvement&theme=problem-solving").await?;
    browser.wait_until("document.querySelector('.result')").await?;
    browser.record_exports().await?;
    browser.click("[data-command='csv']").await?;
    browser.wait_until("window.saved").await?;
    let csv: String = browser.read_script("return window.saved").await?;
    let rows = csv.lines().filter(|line| line.starts_with("\"Area for improvement\"")).count();
    ensure!(rows == browser.count(".result").await? && rows > 0, "{rows} rows: {csv}");
    browser.run_script("window.saved = ''").await?;
    browser.click("[data-command='notes']").await?;
    browser.wait_until("window.saved").await?;
    let notes: String = browser.read_script("return window.saved").await?;
    ensure!(notes.contains("From force%20findings%20(1).html#/findings/?"), "where it is from: {notes}");
    ensure!(!csv.contains("ller") && !notes.contains("ller"), "it names a folder of the reader's: {csv} {notes}");
    browser.open("force/warwickshire/").await?;
    browser.wait_until("document.querySelector('.timeline')").await?;
    browser.click("[data-command='png']").await?;
    browser.wait_until("window.named?.[1].startsWith('data:image/png')").await?;
    browser.click("[data-command='svg']").await?;
    browser.wait_until("window.saved?.startsWith('<svg')").await
}

/// Adds to a brief, reloads it, presents it and saves it as a page.
async fn check_brief(browser: &Browser) -> Result<()> {
    browser.click("[data-command='brief']").await?;
    browser.wait_until("document.getElementById('said').textContent.includes('which now has 1 item')").await?;
    browser.open("brief/").await?;
    browser.reload().await?;
    browser.wait_until("document.querySelectorAll('.brief__item').length === 1").await?;
    browser.assert_text(".brief > .note", &["from files on this device may be able to read it"]).await?;
    browser.click("#do-present").await?;
    browser.wait_until("document.querySelector('.stage__at')?.textContent.startsWith('1 of ')").await?;
    browser.press("ArrowRight").await?;
    browser.wait_until("document.querySelector('.stage__at').textContent.startsWith('2 of ')").await?;
    // While WebKit is still entering full screen, it handles Escape itself.
    browser.run_script("return new Promise((done) => setTimeout(done, 500))").await?;
    browser.press("Escape").await?;
    browser.wait_until("!document.querySelector('.stage')").await?;
    browser.record_exports().await?;
    browser.click("#do-export").await?;
    browser.wait_until("window.saved?.includes('class=\"stage') || window.saved?.includes('brief--alone')").await
}

/// Checks that the content security policy is enforced.
async fn check_policy(browser: &Browser) -> Result<()> {
    let tried: Vec<String> = browser
        .read_script(
            "const broken = [];
             addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
             new Image().src = 'https://example.invalid/a.png';
             const script = document.createElement('script');
             script.textContent = 'window.ran = true';
             document.head.append(script);
             const asked = new XMLHttpRequest();
             try { asked.open('GET', 'https://example.invalid/'); asked.send(); } catch {}
             return new Promise((done) => setTimeout(() => done([...broken, String(window.ran)]), 300))",
        )
        .await?;
    let broken = |name: &str| tried.iter().any(|directive| directive.starts_with(name));
    ensure!(broken("img-src") && broken("script-src") && broken("connect-src"), "the browser allowed it: {tried:?}");
    ensure!(tried.last().is_some_and(|ran| ran == "undefined"), "a foreign script ran");
    Ok(())
}

/// All of these checks.
async fn check_everything(browser: &Browser) -> Result<()> {
    check_questions(browser).await?;
    check_pages(browser).await?;
    check_exports(browser).await?;
    check_brief(browser).await?;
    check_policy(browser).await
}

#[test]
fn in_chromium_it_does_everything_that_the_site_does() {
    let (_folder, file) = copy_of_file();
    browse_file_in_chromium(&file, async |browser| check_everything(browser).await);
}

#[test]
fn in_firefox_it_does_everything_that_the_site_does() {
    let (_folder, file) = copy_of_file();
    browse_file_in_firefox(&file, async |browser| check_everything(browser).await);
}

#[test]
fn in_webkit_it_does_everything_that_the_site_does() {
    let (_folder, file) = copy_of_file();
    browse_file_in_webkit(&file, async |browser| check_everything(browser).await);
}

#[test]
fn it_requests_nothing_but_itself() {
    let (_folder, file) = copy_of_file();
    browse_file_in_chromium(&file, async |browser| {
        // A new window first shows a page of the browser, whose requests must not count as the file's.
        browser.goto("").await?;
        browser.requested_addresses().await?;
        browser.reload().await?;
        check_questions(browser).await?;
        browser.open("report/warwickshire-2017-effectiveness/").await?;
        browser.wait_until("document.querySelector('.source--full')").await?;
        let asked = browser.requested_addresses().await?;
        let others: Vec<_> = asked.iter().filter(|address| !matches!(address.scheme(), "data" | "blob")).collect();
        ensure!(!others.is_empty(), "there is no request in the log");
        let is_itself = |address: &&&url::Url| address.path().ends_with("force%20findings%20(1).html");
        ensure!(others.iter().all(|address| is_itself(&address)), "it asked for {others:?}");
        browser.assert_no_console_errors().await
    });
}

#[test]
fn it_states_its_build_date_the_date_of_the_newest_report_and_the_hash_of_its_contents() {
    let (_folder, file) = copy_of_file();
    browse_file_in_chromium(&file, async |browser| {
        browser.open("").await?;
        let line = browser.text(".single-line").await?;
        let inside: Vec<u8> = browser
            .read_script("return [...Uint8Array.from(atob(document.getElementById('held').textContent), (c) => c.charCodeAt(0))]")
            .await?;
        let hash: String = Sha256::digest(&inside).iter().map(|byte| format!("{byte:02x}")).collect();
        ensure!(line.contains(&hash), "another hash than {hash}: {line}");
        ensure!(line.contains("built 20") && line.contains("Newest report held: October 2022"), "{line}");
        Ok(())
    });
}

#[test]
fn if_it_cannot_be_unpacked_the_prerendered_page_stays_and_a_notice_says_why() {
    let (_folder, file) = copy_of_file();
    let page = fs::read_to_string(&file).expect("the file can be read");
    let at = page.find("id=\"held\">").expect("there is something inside") + 2000;
    fs::write(&file, format!("{}AAAA{}", &page[..at], &page[at + 4..])).expect("the file can be written");
    browse_file_in_chromium(&file, async |browser| {
        browser.goto("force/warwickshire/").await?;
        browser.wait_until("document.querySelector('#notices [role=alert]')").await?;
        ensure!(browser.is_displayed(".force-card").await?, "the words are gone");
        let words = browser.text("#notices [role=alert]").await?;
        ensure!(words.contains("could not be") && words.contains("can still read"), "it says {words}");
        Ok(())
    });
}
