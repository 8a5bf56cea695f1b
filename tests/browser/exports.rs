//! Exports: everything that is copied, saved or printed states what it is, its source, its date and the licence.

use crate::harness::{Browser, MediaSetting, browse};
use anyhow::{Result, ensure};

/// Opens a page and records what it saves and copies.
async fn open_recording(browser: &Browser, path: &str) -> Result<()> {
    browser.set_size(1280, 900).await?;
    browser.open(path).await?;
    browser.record_exports().await
}

/// Presses an export button and returns the content of the file, whose name has to start and end like this.
async fn saved_file(browser: &Browser, button: &str, name: [&str; 2]) -> Result<String> {
    browser.run_script("window.saved = null; window.named = null").await?;
    browser.click(&format!("[data-command='{button}']")).await?;
    browser.wait_until("window.saved !== null && window.named").await?;
    let named: String = browser.read_script("return window.named[0]").await?;
    ensure!(named.starts_with(name[0]) && named.ends_with(name[1]), "it is called {named}");
    browser.wait_until("document.getElementById('said').textContent.startsWith('Saved as')").await?;
    browser.read_script("return window.saved").await
}

#[test]
fn a_list_is_saved_completely_with_its_filters() {
    browse(async |browser| {
        open_recording(browser, "findings/?q=%22problem+solving%22&force=warwickshire&kind=area-for-improvement")
            .await?;
        let csv = saved_file(browser, "csv", ["force-findings-findings", ".csv"]).await?;
        ensure!(
            csv.trim_start_matches('\u{feff}').starts_with("\"kind\",\"force\",\"cycle\""),
            "the first row is not that of headings: {csv}"
        );
        let notes = saved_file(browser, "notes", ["force-findings-findings", "-notes.txt"]).await?;
        for part in [
            "Filtered by Search words: \"problem solving\"; Force: Warwickshire Police; Kind: Areas for improvement",
            "site built 20",
            "data corpus.",
            "Open Government Licence",
            "/findings/?q=%22problem+solving%22&force=warwickshire",
        ] {
            ensure!(notes.contains(part), "'{part}' is not in: {notes}");
        }
        let rows = csv.lines().filter(|line| line.starts_with("\"Area for improvement\"")).count();
        let shown: usize = browser.read_script("return parseInt(document.getElementById('count').textContent)").await?;
        ensure!(rows == shown && rows > 0, "{rows} rows for {shown} findings");
        let json = saved_file(browser, "json", ["force-findings-findings", ".json"]).await?;
        let parsed: serde_json::Value = serde_json::from_str(&json)?;
        ensure!(parsed["rows"].as_array().is_some_and(|found| found.len() == rows), "{json}");
        Ok(())
    });
}

#[test]
fn a_finding_is_copied_as_a_quotation_with_its_source() {
    browse(async |browser| {
        open_recording(
            browser,
            "finding/west-midlands-2016-effectiveness/recommendation/to-address-this-cause-of-concern-the-force/",
        )
        .await?;
        browser.click("[data-command='quotation']").await?;
        browser.wait_until("window.copied").await?;
        let words: String = browser.read_script("return window.copied").await?;
        let read = "return document.querySelector('article.quotation').innerText";
        let shown: String = browser.read_script(read).await?;
        let bare = |words: &str| words.replace('•', "").split_whitespace().collect::<Vec<_>>().join(" ");
        let quoted = words.split(['“', '”']).nth(1).unwrap_or_default();
        ensure!(bare(quoted) == bare(&shown), "the page says {shown:?}, the quotation {quoted:?}");
        for part in [
            "To address this cause of concern",
            "West Midlands Police",
            "HMIC",
            "lines ",
            "/finding/west-midlands",
            "Licence",
        ] {
            ensure!(words.contains(part), "'{part}' is not in: {words}");
        }
        browser.click("[data-command='link']").await?;
        browser.wait_until("document.getElementById('said').textContent === 'Link copied.'").await?;
        let link: String = browser.read_script("return window.copied").await?;
        ensure!(link.ends_with("/to-address-this-cause-of-concern-the-force/"), "{link}");
        Ok(())
    });
}

#[test]
fn a_timeline_and_a_chart_are_saved_as_self_contained_images() {
    browse(async |browser| {
        open_recording(browser, "force/west-midlands/").await?;
        let svg = saved_file(browser, "svg", ["force-findings-force-west-midlands", ".svg"]).await?;
        for part in ["West Midlands Police: grades over time", "Requires improvement", "Licence", "site built"] {
            ensure!(svg.contains(part), "'{part}' is not in the picture");
        }
        ensure!(!svg.contains("var("), "the colours are not its own");
        let svg = saved_file(browser, "svg chart-1", ["force-findings-force-west-midlands-chart-1", ".svg"]).await?;
        ensure!(svg.contains("England and Wales") && svg.contains("published"), "{svg}");
        browser.run_script("window.named = null").await?;
        browser.click("[data-command='png']").await?;
        browser.wait_until("window.named && window.named[1].startsWith('data:image/png')").await?;
        let read = "return (async () => {
            const image = new Image();
            image.src = window.named[1];
            await image.decode();
            return [image.naturalWidth, image.naturalHeight];
        })()";
        let (width, height): (u32, u32) = browser.read_script(read).await?;
        ensure!(width == 2400 && height > 800, "the picture is {width} by {height}");
        Ok(())
    });
}

#[test]
fn every_text_of_a_picture_is_within_its_width_for_any_number_of_forces() {
    browse(async |browser| {
        browser.open("").await?;
        let forces: Vec<String> = browser
            .read_script("return [...new Set([...document.querySelectorAll('main a[href^=\"force/\"]')].map((a) => a.getAttribute('href').split('/')[1]))]")
            .await?;
        ensure!(forces.len() == 43, "{} forces", forces.len());
        for count in [2, 8, 43] {
            let query: Vec<String> = forces.iter().take(count).map(|force| format!("force={force}")).collect();
            open_recording(browser, &format!("compare/?{}", query.join("&"))).await?;
            // The prerendered page has the buttons too; the program replaces them.
            browser.wait_until("document.querySelector('#extras').dataset.shown").await?;
            let svg = saved_file(browser, "svg", ["force-findings-compare", ".svg"]).await?;
            ensure!(forces.iter().take(count).all(|force| svg.contains(force.as_str())), "the address is not complete");
            let widest = "const picture = new DOMParser().parseFromString(window.saved, 'image/svg+xml').documentElement;
                          document.body.append(document.adoptNode(picture));
                          return Math.max(...[...picture.querySelectorAll('text')].map((one) => one.getBBox().x + one.getBBox().width))";
            let right: f64 = browser.read_script(widest).await?;
            ensure!(right <= 1200.0, "{count} forces: a text ends at {right}");
        }
        Ok(())
    });
}

#[test]
fn a_printed_page_states_its_source() {
    browse(async |browser| {
        browser.open("findings/?q=victims").await?;
        ensure!(!browser.is_displayed("#source-line").await?, "it is visible on the screen");
        browser.emulate_media(&[MediaSetting::Print]).await?;
        browser.run_script("dispatchEvent(new Event('beforeprint'))").await?;
        let line = browser.text("#source-line").await?;
        ensure!(line.contains("/findings/?q=victims, site built 20"), "it says: {line}");
        Ok(())
    });
}

#[test]
fn a_value_that_begins_like_a_formula_is_text_in_a_spreadsheet() {
    browse(async |browser| {
        open_recording(browser, "report/warwickshire-2017-effectiveness/").await?;
        let button = "document.querySelector('[data-command^=\"csv chart\"]')";
        let name: String = browser.read_script(&format!("return {button}.dataset.command")).await?;
        let csv = saved_file(browser, &name, ["force-findings-report-warwickshire-2017", ".csv"]).await?;
        let cells = csv
            .split(['\n', ','])
            .filter(|cell| ["\"=", "\"+", "\"-", "\"@"].iter().any(|start| cell.starts_with(start)));
        ensure!(cells.count() == 0, "{csv}");
        Ok(())
    });
}
