//! The page of a report: the facts about it, and its full text with every quotation highlighted.

use crate::harness::browse;
use anyhow::ensure;

/// The letter of 2014, the shortest report.
const LETTER_PATH: &str = "report/warwickshire-2014-core-business/";
/// The report with a contradiction.
const WEST_MIDLANDS_PATH: &str = "report/west-midlands-2016-effectiveness/";

#[test]
fn a_report_shows_its_facts_and_that_it_gives_no_grades() {
    browse(async |browser| {
        browser.open(LETTER_PATH).await?;
        ensure!(browser.text("h1").await? == "Warwickshire Police: Core business 2014", "the heading is another");
        let facts = browser.text("dl.facts").await?;
        for fact in [
            "Core business: An inspection of crime prevention, police attendance and use of police time",
            "Drusilla Sharpling",
            "January 2014 to April 2014",
            "3 September 2014",
            "81 lines",
            "4e79749a36350c77db929776a1aaa62e418d2f95ad12ded3a808da2fc16792b0",
        ] {
            ensure!(facts.contains(fact), "{fact:?} is not in {facts}");
        }
        ensure!(browser.text("section[aria-labelledby=judgments]").await?.contains("Ungraded"), "it has grades");
        Ok(())
    });
}

#[test]
fn a_report_lists_its_findings_in_order_and_links_to_each() {
    browse(async |browser| {
        browser.open(LETTER_PATH).await?;
        let headings = browser.texts(".report__section h3").await?;
        let expected = ["Preventing crime", "Crime recording and attendance", "Freeing up time"];
        ensure!(headings.len() == 3, "the sections are {headings:?}");
        for (heading, expected) in headings.iter().zip(expected) {
            ensure!(heading.ends_with(expected), "{heading:?} is in the place of {expected:?}");
        }
        ensure!(browser.count(".report__section li a").await? == 18, "findings are missing");
        let words = browser.text(".report__section li a").await?;
        browser.click(".report__section li a").await?;
        ensure!(browser.text("article.quotation").await?.starts_with(&words), "the link leads elsewhere");
        Ok(())
    });
}

#[test]
fn text_that_could_not_be_read_is_a_problem_with_a_link_to_its_line() {
    browse(async |browser| {
        browser.open(LETTER_PATH).await?;
        let problems = browser.texts(".problem").await?;
        ensure!(problems.len() == 1 && problems[0].contains("On Shenping"), "the problems are {problems:?}");
        browser.click(".problem a").await?;
        browser.wait_until("document.activeElement.id === 'line-81'").await
    });
}

#[test]
fn a_contradiction_is_shown_with_the_words_of_both_sides() {
    browse(async |browser| {
        browser.open(WEST_MIDLANDS_PATH).await?;
        ensure!(browser.count(".problem").await? == 1, "the problems are {:?}", browser.texts(".problem").await?);
        let message = browser.text(".problem > p").await?;
        ensure!(message.contains("serious and organised crime") && message.contains("Good"), "it says {message}");
        let quotes = browser.texts(".problem blockquote").await?;
        ensure!(quotes.iter().any(|quote| quote == "Good"), "the grade is not quoted: {quotes:?}");
        let contradicts = |quote: &String| quote.contains("overall the force requires improvement");
        ensure!(quotes.iter().any(contradicts), "what contradicts it is not quoted: {quotes:?}");
        let tile = "#judgment-how-effective-is-the-force-at-tackling-serious-and-organised-crime .tile";
        let shown = browser.text(tile).await?;
        ensure!(shown.split_whitespace().eq(["Good", "contradicted"]), "the tile says {shown:?}");
        browser.click(".judgment__problems a").await?;
        browser.wait_until("document.activeElement.id === 'problem-1'").await
    });
}

#[test]
fn the_full_text_has_every_line_of_the_source_as_received() {
    browse(async |browser| {
        browser.open(LETTER_PATH).await?;
        let read = "
            const shown = [...document.querySelectorAll('.source--full .source__line')]
                .map((line) => line.querySelector('.source__words').textContent.replace(/\\n$/, ''));
            const file = document.querySelector('a[download]').href;
            return fetch(file).then((answer) => answer.text()).then((text) => {
                const lines = text.split(/\\r?\\n/);
                if (lines.at(-1) === '') lines.pop();
                return [shown, lines];
            })";
        let (shown, lines): (Vec<String>, Vec<String>) = browser.read_script(read).await?;
        ensure!(lines.len() == 81, "the file has {} lines", lines.len());
        ensure!(shown == lines, "the text shown is another: {shown:#?}");
        Ok(())
    });
}

#[test]
fn highlighted_text_links_to_the_finding_that_quotes_it() {
    browse(async |browser| {
        browser.open("report/warwickshire-2017-effectiveness/").await?;
        let words = browser.text("#line-282 a.quoted").await?;
        ensure!(words.starts_with("The force should work with local people"), "line 282 marks {words}");
        browser.click("#line-282 a.quoted").await?;
        browser.wait_until("location.pathname.includes('/finding/')").await?;
        ensure!(browser.text("article.quotation").await? == words, "the finding says something else");
        Ok(())
    });
}

#[test]
fn a_highlighted_grade_links_to_the_judgment() {
    browse(async |browser| {
        browser.open("report/warwickshire-2021-22-peel/").await?;
        browser.click(".source--full a.quoted[href*='#judgment-']").await?;
        browser.wait_until("document.activeElement.classList.contains('judgment')").await
    });
}

#[test]
fn a_tile_links_to_the_judgment_in_its_report() {
    browse(async |browser| {
        browser.set_size(1280, 900).await?;
        browser.open("force/warwickshire/").await?;
        browser.click(".timeline a[aria-label^='Good from 2016, carried forward: Investigating crime']").await?;
        browser
            .wait_until("document.activeElement.id === 'judgment-investigating-crime-and-reducing-re-offending'")
            .await?;
        let judgment = browser.text(".judgment:focus").await?;
        ensure!(judgment.contains("Good") && judgment.contains("from 2016"), "the judgment says {judgment}");
        let in_view = "const { top, bottom } = document.activeElement.getBoundingClientRect();
                       return top >= 0 && bottom <= innerHeight";
        ensure!(browser.read_script::<bool>(in_view).await?, "the judgment is out of view");
        browser.click(".judgment:focus a").await?;
        browser.wait_until("document.activeElement.id.startsWith('line-')").await?;
        let line = browser.focused_element().await?;
        ensure!(line.to_lowercase().contains("investigating crime"), "the place of the judgment is {line}");
        Ok(())
    });
}

#[test]
fn a_line_has_an_address_that_can_be_opened_and_gone_back_to() {
    browse(async |browser| {
        browser.set_size(1280, 700).await?;
        browser.open(&format!("{WEST_MIDLANDS_PATH}#line-1884")).await?;
        browser.wait_until("document.activeElement.id === 'line-1884'").await?;
        let in_view =
            "(() => { const { top, bottom } = document.getElementById('line-1884')?.getBoundingClientRect() ?? {};
                       return top >= 0 && bottom <= innerHeight })()";
        browser.wait_until(in_view).await?;
        browser.click("#line-1884 a").await?;
        browser.wait_until("document.activeElement.id === 'heading'").await?;
        browser.go_back().await?;
        browser.wait_until(in_view).await
    });
}

#[test]
fn the_contents_of_a_report_link_to_its_sections() {
    browse(async |browser| {
        browser.open(LETTER_PATH).await?;
        for (n, part) in ["judgments", "findings", "numbers", "problems", "short-forms", "text"].iter().enumerate() {
            browser.click(&format!(".contents a:nth-child({})", n + 1)).await?;
            browser.wait_until(&format!("document.activeElement.id === '{part}'")).await?;
            ensure!(
                browser.path().await? == format!("{LETTER_PATH}#{part}"),
                "the address is {}",
                browser.path().await?
            );
        }
        Ok(())
    });
}
