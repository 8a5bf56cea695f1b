//! Threads: an issue is followed through the reports of a force, every quotation opens its place, and it is taken away whole.

use crate::harness::{Browser, browse, browse_file_in_chromium, path_from_environment};
use anyhow::{Context, Result, ensure};

/// The four issues that a reader would look for: the page of the force, a part of the address of each thread, and words that
/// have to be on its page.
const STORIES: [(&str, &str, &[&str]); 5] = [
    (
        "warwickshire",
        "problem-solving",
        &["Core business 2014", "Crime inspection 2014", "PEEL effectiveness 2017", "PEEL 2021/22", "yet to respond"],
    ),
    ("warwickshire", "victims-who-do-not-support", &["victim does not support police action", "PEEL 2021/22"]),
    (
        "warwickshire",
        "mapping-of-organised-crime",
        &["mapped by the force intelligence team", "maps all organised crime"],
    ),
    (
        "west-midlands",
        "risk-assessment-in-domestic",
        &["enduring cause of concern", "not been alleviated", "PEEL 2015"],
    ),
    ("west-midlands", "mapping-of-organised-crime", &["maps all organised crime groups"]),
];

#[test]
fn each_story_is_found_on_the_page_of_its_force_and_every_quotation_opens_its_place() {
    browse(async |browser| {
        for (force, name, words) in STORIES {
            browser.open(&format!("force/{force}/")).await?;
            browser.click(&format!("section[aria-labelledby='threads'] a[href*='{name}']")).await?;
            browser.wait_until("document.querySelector('.thread__report')").await?;
            browser.assert_text("main", words).await?;
            for (place, words) in places(browser).await? {
                check_place(browser, &place, &words).await.with_context(|| format!("{place} of {name}"))?;
            }
        }
        Ok(())
    });
}

/// The addresses that the quotations of a thread lead to, with their words.
async fn places(browser: &Browser) -> Result<Vec<(String, String)>> {
    let read = "return [...document.querySelectorAll('.thread__entry .quotation')].map((quotation) => {
        const place = quotation.querySelector('figcaption a').getAttribute('href');
        const words = [...quotation.querySelector('blockquote').childNodes].at(-1).textContent;
        return [place, words];
    })";
    let places: Vec<(String, String)> = browser.read_script(read).await?;
    ensure!(!places.is_empty(), "the thread has no quotations");
    Ok(places)
}

/// Opens a place and checks that it has these words: in the text from the line, or as the words of the finding.
async fn check_place(browser: &Browser, place: &str, words: &str) -> Result<()> {
    browser.open(place).await?;
    let shown: String = match place.split_once("#line-") {
        Some((_, line)) => {
            browser.wait_until(&format!("document.activeElement.id === 'line-{line}'")).await?;
            let read = "const lines = [...document.querySelectorAll('.source__line')];
                const from = lines.indexOf(document.activeElement);
                return lines.slice(from, from + 8).map((line) => line.textContent).join(' ')";
            browser.read_script(read).await?
        }
        None => browser.text("article.quotation").await?,
    };
    let letters = |words: &str| words.chars().filter(|letter| letter.is_alphabetic()).collect::<String>();
    ensure!(letters(&shown).contains(&letters(words)), "'{words}' is not in: {shown}");
    browser.go_back().await
}

#[test]
fn a_finding_leads_to_those_before_and_after_it_and_a_search_to_the_thread() {
    browse(async |browser| {
        browser
            .open("finding/warwickshire-2017-effectiveness/area-for-improvement/the-force-should-evaluate-and-share-effective-practice/")
            .await?;
        browser.assert_text("section[aria-labelledby='threads']", &["Core business 2014", "PEEL 2021/22"]).await?;
        browser.click("section[aria-labelledby='threads'] a[href*='2021-22-peel/main-finding']").await?;
        browser.wait_until("document.querySelector('h1')?.textContent.includes('have an effective system')").await?;
        browser.open("findings/?q=problem+solving").await?;
        browser.click("a[href*='thread/warwickshire-problem-solving']").await?;
        browser.wait_until("document.querySelector('.thread__report')").await?;
        ensure!(browser.title().await?.starts_with("Problem solving and its evaluation, Warwickshire Police"));
        Ok(())
    });
}

#[test]
fn a_thread_is_copied_saved_and_added_to_the_brief_with_its_sources() {
    browse(async |browser| {
        browser.open("thread/west-midlands-outstanding-suspects/").await?;
        browser.record_exports().await?;
        browser.click("[data-command='quotation']").await?;
        browser.wait_until("window.copied").await?;
        let copied: String = browser.read_script("return window.copied").await?;
        for part in [
            "West Midlands Police: Outstanding suspects",
            "has been alleviated",
            "lines 1712 to 1713",
            "Not the newest",
            "Open Government Licence",
            "/thread/west-midlands-outstanding-suspects/",
        ] {
            ensure!(copied.contains(part), "'{part}' is not in: {copied}");
        }
        for (command, parts) in [
            (
                "csv",
                ["what_became_of_it", "has been alleviated", "/report/west-midlands-2016-effectiveness/#line-1712"],
            ),
            ("svg", ["Outstanding suspects", "resolved", "Open Government Licence"]),
        ] {
            browser.run_script("window.saved = null").await?;
            browser.click(&format!("[data-command='{command}']")).await?;
            browser.wait_until("window.saved").await?;
            let saved: String = browser.read_script("return window.saved").await?;
            for part in parts {
                ensure!(saved.to_lowercase().contains(&part.to_lowercase()), "'{part}' is not in: {saved}");
            }
        }
        browser.click("[data-command='brief']").await?;
        browser.wait_until("document.getElementById('brief-count').textContent.includes('1')").await?;
        browser.open("brief/").await?;
        browser.wait_until("document.querySelector('#extras .slide')").await?;
        browser.assert_text("#extras", &["Outstanding suspects", "has been alleviated", "lines 1712 to 1713"]).await
    });
}

#[test]
fn deadlines_are_listed_with_the_next_reports_answer_and_taken_away_as_a_calendar() {
    browse(async |browser| {
        browser.open("deadlines/").await?;
        browser
            .assert_text("main", &["May 2015", "“Within six months”", "has a finding that we think", "No date"])
            .await?;
        browser.record_exports().await?;
        browser.click("[data-command='calendar']").await?;
        browser.wait_until("window.saved").await?;
        let saved: String = browser.read_script("return window.saved").await?;
        ensure!(saved.starts_with("BEGIN:VCALENDAR") && saved.contains("DTSTART;VALUE=DATE:20150501"), "{saved}");
        ensure!(saved.matches("BEGIN:VEVENT").count() == 6, "{saved}");
        Ok(())
    });
}

#[test]
fn what_a_report_says_of_an_earlier_grade_is_a_mark_that_opens_the_sentence() {
    browse(async |browser| {
        browser.set_size(1280, 900).await?;
        browser.open("force/warwickshire/").await?;
        browser.click(".timeline-wide a[href$='#line-214']").await?;
        browser.wait_until("document.activeElement.id === 'line-214'").await?;
        browser.assert_text("#line-214", &["This contrasts with last year's assessment"]).await?;
        browser.open("force/west-mercia/").await?;
        let shared = "section[aria-labelledby='shared-2']";
        browser.assert_text(shared, &["can be read as applying equally to either force", "psychiatric nurse"]).await
    });
}

#[test]
fn the_single_file_has_threads_and_deadlines_too() {
    let built = path_from_environment("DIST").expect("the site is built").join("force-findings.html");
    browse_file_in_chromium(&built, async |browser| {
        browser.open("force/warwickshire/").await?;
        browser.click("section[aria-labelledby='threads'] a[href*='problem-solving']").await?;
        browser.wait_until("document.querySelector('.thread__report')").await?;
        browser.assert_text("main", &["Core business 2014", "yet to respond"]).await?;
        browser.click(".thread__report h2 a[href*='2017']").await?;
        browser.wait_until("document.querySelector('h1')?.textContent.includes('2017')").await?;
        browser.open("deadlines/").await?;
        browser.assert_text("main", &["May 2015", "has a finding that we think"]).await
    });
}
