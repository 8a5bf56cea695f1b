//! The site without scripts: everything can be read on the prerendered pages. Also, how the program takes them over.

use crate::harness::{Browser, browse};
use anyhow::{Result, ensure};
use std::fs;

/// Opens a page with scripts forbidden.
async fn open_without_scripts(browser: &Browser, path: &str) -> Result<()> {
    browser.allow_scripts(false).await?;
    browser.goto(path).await
}

#[test]
fn how_a_force_was_last_graded_and_whether_that_is_current_can_be_read() {
    browse(async |browser| {
        open_without_scripts(browser, "").await?;
        browser
            .assert_text("li.force-card:has(a[href='force/warwickshire/'])", &["2023-25", "published October 2022"])
            .await?;
        browser.click(".force-card a[href='force/warwickshire/']").await?;
        browser.assert_text(".lead", &["2023-25", "published 10 June 2025", "1 Inadequate"]).await?;
        browser.assert_text(".force__now", &["Inspection of 2023-25", "last checked on"]).await
    });
}

#[test]
fn what_a_report_says_about_domestic_abuse_and_where_can_be_read_in_three_taps() {
    browse(async |browser| {
        open_without_scripts(browser, "force/warwickshire/").await?;
        browser.assert_text("#unscripted summary", &["Domestic abuse"]).await?;
        browser.click("#unscripted summary").await?;
        browser.assert_text("#unscripted details[open]", &["PEEL 2021/22", "domestic abuse"]).await?;
        browser.click("#unscripted details[open] a[href*='assessing-victims']").await?;
        browser.assert_text(".source mark", &["domestic"]).await?;
        browser.assert_text("#passage ~ .note, .finding .note", &["line"]).await
    });
}

#[test]
fn a_neighbour_can_be_read_on_its_own_page_and_the_meaning_of_marac_in_the_glossary() {
    browse(async |browser| {
        open_without_scripts(browser, "compare/").await?;
        browser.assert_text("#unscripted", &["needs JavaScript"]).await?;
        browser.click("#unscripted summary").await?;
        browser.click("#unscripted a[href='force/west-mercia/']").await?;
        browser.assert_text("h1", &["West Mercia Police"]).await?;
        browser.click(".footer a[href='glossary/']").await?;
        browser.assert_text("#term-marac", &["MARAC", "multi-agency risk assessment conference"]).await
    });
}

#[test]
fn whether_it_is_getting_better_can_be_read_by_subject_with_the_reason_why_no_direction_is_given() {
    browse(async |browser| {
        open_without_scripts(browser, "force/warwickshire/").await?;
        browser.assert_text(".timeline-narrow", &["No direction of change is shown"]).await?;
        browser.assert_text(".breaks", &["it isn't possible to make direct comparisons"]).await
    });
}

#[test]
fn who_was_inadequate_in_an_older_round_and_how_a_neighbour_compares_can_be_read_on_the_page_of_the_round() {
    browse(async |browser| {
        open_without_scripts(browser, "national/").await?;
        browser.click("#unscripted details:has(a[href='national/2021-22/']) summary").await?;
        browser.click("#unscripted a[href='national/2021-22/']").await?;
        browser.assert_text(".national h2", &["Inspections of 2021/22"]).await?;
        let rows = browser.texts(".national tbody tr:has(td)").await?;
        ensure!(rows.len() == 43, "{} forces", rows.len());
        browser.assert_text(".national", &["Inadequate", "Warwickshire Police", "West Mercia Police"]).await?;
        ensure!(browser.count("#unscripted a[href='open-data/all-grades.csv']").await? == 1, "the file is not linked");
        Ok(())
    });
}

#[test]
fn the_timeline_is_shown_as_a_list_in_windows_of_any_width() {
    browse(async |browser| {
        for width in [360, 1280] {
            browser.set_size(width, 900).await?;
            open_without_scripts(browser, "force/warwickshire/").await?;
            ensure!(browser.is_displayed(".timeline-narrow").await?, "there is no list in a window of {width}");
            ensure!(!browser.is_displayed(".timeline-wide").await?, "the timeline is shown in a window of {width}");
            browser.assert_text(".timeline-narrow", &["2021", "Investigating crime"]).await?;
            browser.click(".subjects > li:has(a[aria-label*='Investigating crime']) summary").await?;
            browser.assert_text(".subjects details[open]", &["2021/22", "Requires improvement"]).await?;
        }
        Ok(())
    });
}

#[test]
fn every_finding_is_listed_and_a_report_has_its_full_text() {
    browse(async |browser| {
        let mut listed = 0;
        for report in [
            "warwickshire-2014-core-business",
            "warwickshire-2014-crime",
            "warwickshire-2017-effectiveness",
            "warwickshire-2021-22-peel",
            "west-midlands-2016-effectiveness",
        ] {
            open_without_scripts(browser, "findings/").await?;
            let page = format!("report/{report}/");
            ensure!(browser.count(&format!("#unscripted li a[href='{page}']")).await? == 1, "{report} is not listed");
            open_without_scripts(browser, &page).await?;
            listed += browser.count("main a[href^='finding/']").await?;
        }
        ensure!(listed >= 149, "{listed} findings are listed on the pages of the reports");
        open_without_scripts(browser, "report/warwickshire-2017-effectiveness/").await?;
        ensure!(browser.count(".source--full .source__line").await? > 600, "the text is not there");
        open_without_scripts(browser, "no/such/page/").await?;
        browser.assert_text("main", &["does not exist", "All forces"]).await
    });
}

#[test]
fn no_page_has_a_control_that_does_nothing_without_scripts() {
    browse(async |browser| {
        for path in [
            "",
            "force/warwickshire/",
            FINDING_PATH,
            "report/warwickshire-2021-22-peel/",
            "findings/",
            "national/",
            "compare/",
            "crosswalk/",
            "glossary/",
            "about/",
            "brief/",
            "no/such/page/",
        ] {
            open_without_scripts(browser, path).await?;
            // Without the program, what is behind the question mark has no effect.
            for control in [
                // The browser itself opens the explanations of terms.
                "button:not(.term)",
                // The browser itself switches how the full text is set.
                "input:not(#lines-as-received)",
                "select",
                "textarea",
                "[role=button]",
                ":not(th) > a[href^='findings/?']",
                ":not(th) > a[href^='compare/?']",
                ":not(th) > a[href^='national/?']",
            ] {
                let shown = browser.displayed_texts(control).await?;
                ensure!(shown.is_empty(), "/{path} shows {control}: {shown:?}");
            }
        }
        Ok(())
    });
}

/// The path of a finding.
const FINDING_PATH: &str =
    "finding/west-midlands-2016-effectiveness/cause-of-concern/the-forces-response-to-domestic-abuse-is-a/";

/// Records the layout shifts of the page, as browsers measure them, with the elements that moved.
const LAYOUT_SHIFT_SCRIPT: &str = "window.shifts = [];
    const name = ({ node, previousRect, currentRect }) =>
        node && `${node.nodeName} ${node.className} ${node.textContent.slice(0, 40)} from ${previousRect.y} to ${currentRect.y}`;
    new PerformanceObserver((list) =>
        list.getEntries().forEach(({ value, sources }) => window.shifts.push([value, sources.map(name).join('; ')])),
    ).observe({ type: 'layout-shift', buffered: true });";

/// Fails if a page moves when the program takes over, in a narrow or a wide window. `wait` is how long to watch it.
async fn assert_no_layout_shift(browser: &Browser, wait: u32) -> Result<()> {
    for width in [360, 1280] {
        browser.set_size(width, 900).await?;
        for path in [
            "",
            FINDING_PATH,
            "force/warwickshire/",
            "report/warwickshire-2021-22-peel/",
            "findings/",
            "compare/",
            "about/",
        ] {
            browser.open(path).await?;
            browser.run_script(&format!("return new Promise((done) => setTimeout(done, {wait}))")).await?;
            let shifts: Vec<(f64, String)> = browser.read_script("return window.shifts").await?;
            let sum: f64 = shifts.iter().map(|(value, _)| value).sum();
            ensure!(sum < 0.01, "/{path} moves by {sum} in a window of {width}: {shifts:?}");
        }
    }
    Ok(())
}

#[test]
fn the_program_takes_over_without_a_layout_shift() {
    browse(async |browser| {
        browser.before_each_page(LAYOUT_SHIFT_SCRIPT).await?;
        assert_no_layout_shift(browser, 300).await
    });
}

#[test]
fn a_late_program_takes_over_without_a_layout_shift() {
    browse(async |browser| {
        browser.before_each_page(LAYOUT_SHIFT_SCRIPT).await?;
        // The first program comes about half a second after the page, the second one a second after that.
        browser.disable_cache().await?;
        browser.slow_down_network(100, 500_000).await?;
        assert_no_layout_shift(browser, 1500).await
    });
}

#[test]
fn a_page_that_arrives_slowly_does_not_move() {
    browse(async |browser| {
        browser.open("").await?;
        browser.before_each_page(LAYOUT_SHIFT_SCRIPT).await?;
        browser.slow_down_network(50, 30_000).await?;
        assert_no_layout_shift(browser, 300).await
    });
}

#[test]
fn the_scroll_position_from_before_the_program_starts_is_kept() {
    browse(async |browser| {
        let wait = "const get = window.fetch;
            window.fetch = async (...asked) => {
                const answer = await get(...asked);
                while (String(asked[0]).includes('corpus') && !window.scrolled) await new Promise((go) => setTimeout(go, 20));
                return answer;
            }";
        browser.before_each_page(wait).await?;
        browser.goto("force/warwickshire/").await?;
        browser.run_script("scrollTo(0, 700); window.scrolled = true").await?;
        browser.wait_until_ready().await?;
        let at: f64 = browser.read_script("return scrollY").await?;
        ensure!((at - 700.0).abs() < 2.0, "the page is at {at}");
        Ok(())
    });
}

#[test]
fn every_grade_is_in_a_file_that_needs_no_scripts() {
    browse(async |browser| {
        open_without_scripts(browser, "national/").await?;
        let row = "tr:has(th a[href='force/west-midlands/'])";
        ensure!(browser.is_displayed(row).await?, "the newest round is not shown");
        browser.click("#unscripted details:has(a[href^='open-data/']) summary").await?;
        ensure!(browser.is_displayed("#unscripted a[href='open-data/all-grades.csv']").await?, "no file is offered");
        let grades = fs::read_to_string(browser.served_folder()?.join("open-data/all-grades.csv"))?;
        let heads = grades.lines().next().unwrap_or_default();
        ensure!(heads.contains("\"force\"") && heads.contains("\"break_before\""), "{heads}");
        let is_inadequate = |line: &&str| line.contains("\"2021/22\"") && line.contains("\"Inadequate\"");
        ensure!(grades.lines().filter(is_inadequate).count() > 5, "the inadequate grades of 2021/22 are not in it");
        Ok(())
    });
}
