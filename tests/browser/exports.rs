//! Exports: everything that is copied, saved or printed states what it is, its source, its date and the licence.

use crate::harness::{Browser, MediaSetting, TestSite, browse, browse_site};
use anyhow::{Result, ensure};
use std::fs;

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
    browse_site(TestSite::copy_in_folder(""), async |browser| {
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
            fs::write(browser.served_folder()?.join("picture.svg"), svg)?;
            browser.goto("picture.svg").await?;
            let widest = "const texts = [...document.querySelectorAll('text')];
                          return Math.max(...texts.map((one) => one.getBBox().x + one.getBBox().width))";
            let right: f64 = browser.read_script(widest).await?;
            // It is wider than usual if it has many columns.
            let width: f64 = browser.read_script("return document.documentElement.viewBox.baseVal.width").await?;
            ensure!(right <= width, "{count} forces: a text ends at {right} of {width}");
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

#[test]
fn a_list_is_copied_as_rich_text_with_sources_and_caveats() {
    browse(async |browser| {
        open_recording(browser, "findings/?cycle=2016&kind=cause-of-concern").await?;
        let record = "navigator.clipboard.write = async ([item]) => {
            const read = async (type) => (await item.getType(type)).text();
            window.copied = [await read('text/html'), await read('text/plain')];
        }";
        browser.run_script(record).await?;
        browser.click("[data-command='list']").await?;
        browser.wait_until("Array.isArray(window.copied)").await?;
        let [rich, plain]: [String; 2] = browser.read_script("return window.copied").await?;
        for part in ["<h1>2 findings</h1>", "<blockquote>", "<strong>", "Not the newest", "Open Government Licence"] {
            ensure!(rich.contains(part), "{part} is not in: {rich}");
        }
        for part in
            ["Cycle: 2016", "West Midlands Police, HMIC", "lines ", "Not the newest", "/finding/west-midlands-2016"]
        {
            ensure!(plain.contains(part), "{part} is not in: {plain}");
        }
        browser.wait_until("document.getElementById('said').textContent === '2 findings copied.'").await
    });
}

#[test]
fn the_devices_own_way_to_share_is_offered_only_where_there_is_one() {
    browse(async |browser| {
        let share = ".take[data-command='share']";
        open_recording(browser, "findings/").await?;
        let has_way: bool = browser.read_script("return 'share' in navigator").await?;
        ensure!(browser.is_displayed(share).await? == has_way, "the button does not fit the browser");
        browser.before_each_page("navigator.share = async (shared) => { window.shared = shared }").await?;
        browser.open("findings/?q=stalking").await?;
        browser.click(share).await?;
        browser.wait_until("window.shared").await?;
        let [title, url]: [String; 2] = browser.read_script("return [window.shared.title, window.shared.url]").await?;
        ensure!(title.starts_with("Findings") && url.ends_with("/findings/?q=stalking"), "{title}, {url}");
        Ok(())
    });
}

#[test]
fn a_timeline_and_a_chart_can_be_shown_on_another_website() {
    browse(async |browser| {
        for (page, button, words) in [
            ("force/warwickshire/", "[data-command='embed']", "Warwickshire Police: grades over time"),
            ("report/warwickshire-2014-crime/", "[data-command='embed chart-1']", "England and Wales"),
        ] {
            open_recording(browser, page).await?;
            browser
                .run_script("document.querySelectorAll('.save details').forEach((one) => { one.open = true })")
                .await?;
            browser.click(button).await?;
            browser.wait_until("window.copied").await?;
            let code: String = browser.read_script("return window.copied").await?;
            let address = code.split('"').nth(1).unwrap_or_default().to_owned();
            ensure!(code.starts_with("<iframe src=") && address.contains("/embed/"), "{code}");
            browser.run_script(&format!("location.href = '{address}'")).await?;
            browser.wait_until("document.querySelector('svg[role=img]')").await?;
            browser.assert_text("svg", &[words, "Open Government Licence", "site built"]).await?;
            let read = "const svg = document.querySelector('svg'), text = svg.querySelector('.paper');
                return [document.scripts.length === 0, document.documentElement.scrollWidth <= innerWidth,
                    getComputedStyle(text).fill !== 'rgb(0, 0, 0)']";
            let found: [bool; 3] = browser.read_script(read).await?;
            ensure!(found == [true; 3], "{page}: without scripts, fits, has colours: {found:?}");
            browser.click("p a").await?;
        }
        Ok(())
    });
}
