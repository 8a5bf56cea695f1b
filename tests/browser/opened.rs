//! Reports that a reader opens: read in a worker, shown with those of the site, kept only if wanted, and never sent anywhere.

use crate::harness::{
    Browser, TestSite, browse, browse_and_restart, browse_file_in_chromium, browse_site, browse_with_request_log,
    path_from_environment, published_file,
};
use anyhow::{Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use std::fs;
use tests::repository;

/// A report that the site holds, as a PDF.
const PDF: &str = "tests/samples/forms/warwickshire-2021-22-peel-chromium.pdf";

/// The address of the page of that report.
const REPORT: &str = "report/opened-34d09b46-warwickshire-2021-22-peel/";

/// A script that gives `files`, a list of this file.
fn files(name: &str, bytes: &[u8]) -> String {
    let packed = BASE64_STANDARD.encode(bytes);
    format!(
        "const bytes = Uint8Array.from(atob('{packed}'), (sign) => sign.charCodeAt(0));
         const files = new DataTransfer();
         files.items.add(new File([bytes], '{name}'));"
    )
}

/// Chooses a file in the field of the page.
async fn choose(browser: &Browser, name: &str, bytes: &[u8]) -> Result<()> {
    let script = "const field = document.querySelector('#open-files');
         field.files = files.files;
         field.dispatchEvent(new Event('change', { bubbles: true }))";
    browser.run_script(&format!("{} {script}", files(name, bytes))).await.map(drop)
}

/// Drops a file on the page.
async fn drop_file(browser: &Browser, name: &str, bytes: &[u8]) -> Result<()> {
    let script = "const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files });
         document.querySelector('h1').dispatchEvent(event);
         return event.defaultPrevented";
    let is_taken = browser.run_script(&format!("{} {script}", files(name, bytes))).await?;
    ensure!(is_taken == true, "the browser would leave the page and show the file");
    Ok(())
}

async fn open_page(browser: &Browser) -> Result<()> {
    browser.open("open/").await?;
    browser.wait_until("document.querySelector('#extras .open')").await
}

/// Opens the PDF on the page, and waits until it has been read.
pub async fn open_pdf(browser: &Browser) -> Result<()> {
    open_page(browser).await?;
    choose(browser, "peel.pdf", &fs::read(repository::path_of(PDF))?).await?;
    browser.wait_until("document.querySelector('.opened__report')").await
}

#[test]
fn a_pdf_is_read_and_joins_the_timeline_the_search_and_the_comparison_marked_everywhere() {
    browse_with_request_log(async |browser| {
        open_pdf(browser).await?;
        browser
            .assert_text(".opened__report", &["Warwickshire Police: PEEL 2021/22", "11 judgments, 72 findings"])
            .await?;
        browser.assert_text("#said", &["Opened: Warwickshire Police, PEEL 2021/22."]).await?;
        browser.click(".opened__report h3 a").await?;
        browser.wait_until("document.querySelector('.source__line--heading')").await?;
        ensure!(browser.path().await? == REPORT, "it is at {}", browser.path().await?);
        browser.assert_text(".later", &["Opened by you from a file: not part of this site"]).await?;
        browser.assert_accessible().await?;
        // After loading the page again it is still there, with its text.
        browser.reload().await?;
        browser.wait_until("document.querySelector('.source__line--heading')").await?;
        browser.goto("force/warwickshire/").await?;
        browser.wait_until("document.body.innerText.includes('PEEL (opened by you)')").await?;
        // What it has to do with earlier issues is said there, and leads to its finding, which leads to their thread.
        browser.wait_until("document.querySelector('[id^=opened-links-]')").await?;
        let links = "section:has(> [id^=opened-links-])";
        browser
            .assert_text(links, &["Earlier issues in PEEL 2021/22 (opened by you)", "nobody has checked this"])
            .await?;
        browser.assert_accessible().await?;
        browser.click(&format!("{links} a[href^='finding/opened-']")).await?;
        browser.wait_until("document.querySelector('#threads, #opened-links')").await?;
        browser.assert_text("section:has(> #threads, > #opened-links)", &["2017", "both: "]).await?;
        browser.goto("findings/?q=vulnerability&force=warwickshire&cycle=2021-22").await?;
        browser
            .wait_until("document.querySelector('.result')?.closest('main').innerText.includes('opened by you')")
            .await?;
        browser.goto("compare/?force=warwickshire&force=west-midlands").await?;
        browser.wait_until("document.querySelector('#extras').innerText.includes('opened by you')").await?;
        browser.open(REPORT).await?;
        browser.run_script("document.querySelector('.report__section a').click()").await?;
        browser.wait_until("document.querySelector('.finding')").await?;
        browser.click("[data-command='brief']").await?;
        browser.wait_until("document.querySelector('[data-command=brief]').textContent === 'Added to brief'").await?;
        browser.goto("brief/").await?;
        browser.wait_until("document.querySelector('#slides')?.textContent.includes('Opened by you')").await?;
        browser.assert_only_own_requests().await
    });
}

#[test]
fn a_file_may_be_dropped_on_any_page() {
    browse(async |browser| {
        let pdf = fs::read(repository::path_of(PDF))?;
        browser.open("force/kent/").await?;
        drop_file(browser, "peel.pdf", &pdf).await?;
        browser.wait_until("document.querySelector('.opened__report')").await?;
        ensure!(browser.path().await? == "open/", "it is at {}", browser.path().await?);
        // A document of its own, which the program does not draw.
        browser.open("about/").await?;
        drop_file(browser, "letter.txt", b"Dear all, the meeting is at ten.").await?;
        browser.wait_until("location.pathname.endsWith('/open/') && document.querySelector('.opened__unread')").await?;
        browser.assert_text(".opened__unread", &["“letter.txt” was not read"]).await?;
        // What was drawn before is still there after another file, and after another way to the same page.
        drop_file(browser, "letter.txt", b"Dear all, the meeting is at eleven.").await?;
        browser.wait_until("document.querySelectorAll('.opened__unread').length === 2").await?;
        browser.run_script("document.querySelector('.footer a[href=\"open/\"]').click()").await?;
        browser.wait_until("document.querySelectorAll('.opened > li').length === 3").await
    });
}

#[test]
fn a_report_is_kept_only_if_the_reader_says_so_and_can_be_removed() {
    let open_both = async |browser: &Browser| {
        open_pdf(browser).await?;
        let other = fs::read(repository::path_of("tests/samples/forms/warwickshire-2017-effectiveness-chromium.pdf"))?;
        choose(browser, "effectiveness.pdf", &other).await?;
        browser.wait_until("document.querySelectorAll('.opened__report').length === 2").await?;
        browser.assert_accessible_in_every_look().await?;
        browser.click("#keep-0").await?;
        browser.wait_until("document.querySelector('#drop-0')").await
    };
    browse_and_restart(TestSite::built(), open_both, async |browser| {
        browser.open("force/warwickshire/").await?;
        browser.wait_until("document.body.innerText.includes('PEEL (opened by you)')").await?;
        ensure!(!browser.text("#app").await?.contains("Effectiveness (opened by you)"), "the other one was kept too");
        open_page(browser).await?;
        browser.wait_until("document.querySelectorAll('.opened__report').length === 1").await?;
        browser.click("#remove-0").await?;
        browser.wait_until("document.querySelector('#count').textContent === 'No report is open'").await?;
        browser.wait_until("document.activeElement.id === 'count'").await?;
        browser.reload().await?;
        browser.wait_until("document.querySelector('#extras .open')").await?;
        ensure!(browser.count(".opened__report").await? == 0, "it is there again");
        browser.open(REPORT).await?;
        browser.assert_text("#heading", &["This report is not open here"]).await
    });
}

#[test]
fn what_is_not_read_says_why_and_offers_a_problem_report_that_says_no_more_than_is_chosen() {
    browse(async |browser| {
        open_page(browser).await?;
        choose(browser, "my letter.txt", b"Dear all, the meeting is at ten.").await?;
        browser.wait_until("document.querySelector('.opened__unread')").await?;
        browser.assert_text(".opened__unread", &["it is not a report", "a text with 7 words"]).await?;
        browser.click("[id^='problem-file-']").await?;
        browser.wait_until("document.querySelector('#problem-text')").await?;
        let text = browser.text("#problem-text").await?;
        ensure!(!text.contains("letter") && !text.contains("Dear"), "it says: {text}");
        browser.click("#problem-name").await?;
        browser.click("#problem-words").await?;
        browser.assert_text("#problem-text", &["my letter.txt", "Dear all"]).await?;
        browser.assert_accessible_in_every_look().await?;
        browser.record_exports().await?;
        browser.click("#copy-problem").await?;
        browser.wait_until("window.copied?.includes('Dear all')").await?;
        browser.click("[id^='dismiss-']").await?;
        browser.wait_until("!document.querySelector('.opened__unread')").await
    });
}

#[test]
fn reading_can_be_stopped_and_the_next_file_is_read_as_itself() {
    browse_site(TestSite::copy_in_folder(""), async |browser| {
        open_page(browser).await?;
        // The program does not arrive.
        browser
            .run_script("const fetched = fetch; window.fetch = (...all) => String(all[0]).includes('reader') ? new Promise(() => {}) : fetched(...all)")
            .await?;
        let pdf = fs::read(repository::path_of(PDF))?;
        choose(browser, "first.pdf", &pdf).await?;
        browser.assert_text(".open__progress", &["Reading “first.pdf” …"]).await?;
        browser.click("#stop").await?;
        browser.wait_until("!document.querySelector('#stop') && document.activeElement.id === 'count'").await?;
        browser.run_script("delete window.fetch").await?;
        browser.reload().await?;
        browser.wait_until("document.querySelector('#extras .open')").await?;
        choose(browser, "second.txt", b"Dear all, the meeting is at ten.").await?;
        browser.wait_until("document.querySelector('.opened__unread')").await?;
        browser.assert_text(".opened__unread", &["“second.txt” was not read"]).await?;
        ensure!(browser.count(".opened__report").await? == 0, "the first file was read");
        Ok(())
    });
}

#[test]
fn without_storage_a_report_joins_the_pages_until_they_are_loaded_again_and_the_page_says_so() {
    browse(async |browser| {
        browser
            .before_each_page(
                "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
            )
            .await?;
        open_pdf(browser).await?;
        browser.assert_text(".opened__report", &["There is no room for it in this tab"]).await?;
        browser.click(".opened__report h3 a").await?;
        browser.wait_until("document.querySelector('.source__line--heading')").await?;
        browser.assert_text(".later", &["Opened by you from a file"]).await
    });
}

#[test]
fn another_window_shows_what_is_kept_and_no_longer_what_was_removed() {
    browse(async |browser| {
        open_pdf(browser).await?;
        browser.click("#keep-0").await?;
        browser.wait_until("document.querySelector('#drop-0')").await?;
        let first = browser.current_window().await?;
        browser.open_window().await?;
        open_page(browser).await?;
        browser.wait_until("document.querySelector('#drop-0')").await?;
        browser.click("#remove-0").await?;
        browser.wait_until("!document.querySelector('.opened__report')").await?;
        browser.close_window().await?;
        browser.switch_to_window(first).await?;
        // Here it was opened, so it stays until this tab is closed.
        browser.wait_until("document.querySelector('#keep-0') && !document.querySelector('#drop-0')").await
    });
}

#[test]
fn without_the_reading_program_nothing_is_lost_and_the_file_can_be_read_when_it_is_there_again() {
    browse_site(TestSite::copy_in_folder(""), async |browser| {
        open_page(browser).await?;
        let file = published_file(browser.served_folder()?, "assets/reader.", ".wasm")?;
        let away = file.with_extension("away");
        fs::rename(&file, &away)?;
        let pdf = fs::read(repository::path_of(PDF))?;
        choose(browser, "peel.pdf", &pdf).await?;
        browser.wait_until("document.querySelector('.opened__unread')").await?;
        browser.assert_text(".opened__unread", &["the program that reads reports could not be loaded"]).await?;
        fs::rename(&away, &file)?;
        choose(browser, "peel.pdf", &pdf).await?;
        browser.wait_until("document.querySelector('.opened__report')").await?;
        // What is read is no longer listed as not read.
        browser.wait_until("!document.querySelector('.opened__unread')").await
    });
}

#[test]
fn the_single_file_reads_reports_if_it_has_the_program_and_says_so_if_not() {
    let file = path_from_environment("READING_FILE").unwrap();
    browse_file_in_chromium(&file, async |browser| {
        open_pdf(browser).await?;
        browser.click(".opened__report h3 a").await?;
        browser.wait_until("document.querySelector('.source__line--heading')").await?;
        browser.assert_text(".later", &["Opened by you from a file"]).await?;
        browser.assert_only_own_requests().await
    });
    let without = path_from_environment("DIST").unwrap().join("force-findings.html");
    browse_file_in_chromium(&without, async |browser| {
        open_page(browser).await?;
        browser.assert_text(".open .hint", &["This copy of the site has no program that reads reports."]).await?;
        ensure!(browser.count("#open-files").await? == 0, "it offers to open files");
        Ok(())
    });
}
