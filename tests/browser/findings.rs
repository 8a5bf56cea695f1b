//! The page of a finding: its words, and their passage in the report.

use crate::harness::{Browser, browse};
use anyhow::{Result, ensure};

/// An area for improvement of 2017.
const TEAMS_PATH: &str =
    "finding/warwickshire-2017-effectiveness/area-for-improvement/the-force-should-ensure-that-local-policing-teams/";
/// An area for improvement of 2021/22, with an explanation, a list and a deadline.
const DEMAND_PATH: &str =
    "finding/warwickshire-2021-22-peel/area-for-improvement/the-force-needs-to-develop-a-comprehensive-understanding/";
/// A cause of concern of 2016.
const CONCERN_PATH: &str =
    "finding/west-midlands-2016-effectiveness/cause-of-concern/the-forces-response-to-domestic-abuse-is-a/";

/// The path of a finding from each report, or the beginning of one.
const ONE_PATH_PER_REPORT: [&str; 5] = [
    TEAMS_PATH,
    DEMAND_PATH,
    CONCERN_PATH,
    "finding/warwickshire-2014-crime/recommendation/within-six-months-warwickshire-police-should-ensure-that/",
    "finding/warwickshire-2014-core-business/letter-finding/",
];

/// A script function that returns where the words of a finding and the highlighted words of the report differ first. It
/// ignores white space and what the report has around words: bullets, letters of list items and markup of links.
const DIFFERENCE_SCRIPT: &str = r"
    const furniture = /\s|[•–-]|\]\([^)]*\)|\[|\\|\([a-z]\)/g;
    const letters = (elements) => [...elements].map((element) => element.textContent).join('').replace(furniture, '');
    const difference = (page) => {
        const [said, marked] = ['article.quotation', '.source mark'].map((css) => letters(page.querySelectorAll(css)));
        if (said === marked && said.length > 20) return null;
        const at = [...said].findIndex((letter, n) => letter !== marked[n]);
        return `says ${said.slice(at, at + 60)}\nmarks ${marked.slice(at, at + 60)}`;
    };
";

#[test]
fn the_highlighted_words_of_the_report_are_the_words_of_the_finding() {
    browse(async |browser| {
        for path in ONE_PATH_PER_REPORT {
            open_finding(browser, path).await?;
            let difference: Option<String> =
                browser.read_script(&format!("{DIFFERENCE_SCRIPT} return difference(document)")).await?;
            ensure!(difference.is_none(), "{path} {}", difference.unwrap_or_default());
        }
        Ok(())
    });
}

#[test]
fn every_finding_is_prerendered_with_its_words_highlighted_in_the_report() {
    browse(async |browser| {
        browser.open("findings/?pages=8").await?;
        let read = "
            const links = [...document.querySelectorAll('.result h3 a')].map((a) => a.href);
            // Parses the page, which the policy does not let a script do with a text.
            const load = (link) => new Promise((done) => {
                const request = new XMLHttpRequest();
                request.open('GET', link);
                request.responseType = 'document';
                request.onload = () => done(request.response);
                request.send();
            });
            const pages = links.map(async (link) => {
                const page = await load(link);
                const found = difference(page);
                return found && `${link} ${found}`;
            });
            return Promise.all(pages).then((all) => [all.length, all.filter(Boolean)])";
        let (pages, wrong): (usize, Vec<String>) = browser.read_script(&format!("{DIFFERENCE_SCRIPT}{read}")).await?;
        ensure!(pages == 149, "there are {pages} findings");
        ensure!(wrong.is_empty(), "{} pages mark other words than they say: {wrong:#?}", wrong.len());
        Ok(())
    });
}

#[test]
fn the_link_to_the_line_leads_to_the_words_in_the_report() {
    browse(async |browser| {
        for (path, line, words) in [
            (TEAMS_PATH, 281, "The force should ensure that local policing teams routinely engage"),
            (CONCERN_PATH, 1884, "response to domestic abuse is a cause of concern"),
        ] {
            browser.open(path).await?;
            browser.click("#passage ~ p a").await?;
            browser.wait_until(&format!("document.activeElement.id === 'line-{line}'")).await?;
            ensure!(browser.path().await?.ends_with(&format!("/#line-{line}")), "the address lacks the line");
            let shown = browser.text(&format!("#line-{line}")).await?;
            ensure!(shown.contains(words), "line {line} says {shown}");
            let in_view = "const { top, bottom } = document.activeElement.getBoundingClientRect();
                           return top >= 0 && bottom <= innerHeight";
            ensure!(browser.read_script::<bool>(in_view).await?, "line {line} is out of view");
        }
        Ok(())
    });
}

#[test]
fn explanation_and_list_are_in_the_order_of_the_report() {
    browse(async |browser| {
        browser.open(DEMAND_PATH).await?;
        let read =
            "return [...document.querySelectorAll('article.quotation h1, article.quotation p, article.quotation li')]
            .map((element) => element.textContent)";
        let said: Vec<String> = browser.read_script(read).await?;
        let of_report =
            "return [...document.querySelectorAll('.source mark')].map((mark) => mark.textContent).join(' ')";
        let report: String = browser.read_script(of_report).await?;
        let places: Vec<_> = said.iter().map(|words| report.find(words.as_str())).collect();
        ensure!(places.len() == 9 && places.iter().all(Option::is_some), "not found in the report: {places:?}");
        ensure!(places.is_sorted(), "the order is another: {places:?}");
        ensure!(browser.count("article.quotation ul li").await? == 2, "the list is no list");
        Ok(())
    });
}

#[test]
fn a_deadline_is_given_in_the_words_of_the_report_and_as_a_date() {
    browse(async |browser| {
        browser.open(DEMAND_PATH).await?;
        browser.assert_text("section[aria-labelledby='deadlines']", &["“Within three months”: January 2023"]).await?;
        browser.open(&recommendation_path("to-address-this-cause-of-concern-the-force")).await?;
        let words = "“immediately”: no date can be worked out from the text";
        browser.assert_text("section[aria-labelledby='deadlines']", &[words]).await?;
        Ok(())
    });
}

#[test]
fn a_cause_of_concern_links_to_its_recommendations_and_they_link_back() {
    browse(async |browser| {
        browser.open(CONCERN_PATH).await?;
        let read = "return [...document.querySelectorAll('dl.facts div')]
            .filter((fact) => /address/.test(fact.querySelector('dt').textContent))
            .flatMap((fact) => [...fact.querySelectorAll('a')].map((a) => a.textContent))";
        let recommendations: Vec<String> = browser.read_script(read).await?;
        ensure!(recommendations.len() == 1, "the recommendations are {recommendations:?}");
        browser.click("dl.facts a[href*='/recommendation/']").await?;
        browser
            .wait_until("document.querySelector('.finding__about').textContent.startsWith('Recommendation')")
            .await?;
        let words = browser.text("article.quotation").await?.split_whitespace().collect::<Vec<_>>().join(" ");
        ensure!(words.starts_with(&recommendations[0]), "the words are others: {words}");
        browser.click("dl.facts a[href*='/cause-of-concern/']").await?;
        browser
            .wait_until("document.querySelector('.finding__about').textContent.startsWith('Cause of concern')")
            .await?;
        ensure!(browser.path().await? == CONCERN_PATH, "the way back leads to {}", browser.path().await?);
        Ok(())
    });
}

#[test]
fn a_finding_shows_its_judgment_and_the_other_findings_under_it() {
    browse(async |browser| {
        browser.open(TEAMS_PATH).await?;
        ensure!(browser.text("dl.facts .tile").await? == "Requires improvement", "the judgment is not shown");
        let others = browser.texts("#others ~ div li").await?;
        ensure!(others.len() == 2, "said beside it: {others:#?}");
        ensure!(others[0].starts_with("Area for improvement: The force should work with local people"), "{others:#?}");
        browser.click("#others ~ div li:nth-child(2) a").await?;
        browser
            .wait_until("document.querySelector('article').textContent.startsWith('The force should evaluate')")
            .await?;
        browser.click("dl.facts a.tile-link").await?;
        let id = "judgment-preventing-crime-and-tackling-anti-social-behaviour";
        browser.wait_until(&format!("document.activeElement.id === '{id}'")).await
    });
}

#[test]
fn findings_can_be_read_in_the_order_of_the_report() {
    browse(async |browser| {
        browser.open(TEAMS_PATH).await?;
        ensure!(browser.count(".neighbours a").await? == 1, "the first finding has a link to one before it");
        let mut read = 1;
        loop {
            let next = browser.read_script::<Option<String>>(NEXT_ADDRESS_SCRIPT).await?;
            let Some(address) = next else { break };
            browser.run_script(&format!("{NEXT_LINK}.click()")).await?;
            browser.wait_until(&format!("location.href === '{address}'")).await?;
            read += 1;
        }
        ensure!(read == 10, "{read} of 10 findings were passed");
        Ok(())
    });
}

/// A script expression for the link to the next finding.
const NEXT_LINK: &str =
    "[...document.querySelectorAll('.neighbours a')].find((a) => /^Next finding/.test(a.textContent))";
/// A script that returns the address of the next finding, or null.
const NEXT_ADDRESS_SCRIPT: &str = "return [...document.querySelectorAll('.neighbours a')]\
                     .find((a) => /^Next finding/.test(a.textContent))?.href ?? null";

/// The path of a recommendation in the report on West Midlands Police of 2016.
fn recommendation_path(name: &str) -> String {
    format!("finding/west-midlands-2016-effectiveness/recommendation/{name}/")
}

/// Opens a finding, or the first finding in the list of 2014 whose path starts with this.
async fn open_finding(browser: &Browser, path: &str) -> Result<()> {
    if path.matches('/').count() > 3 {
        return browser.open(path).await;
    }
    browser.open("findings/?cycle=2014").await?;
    browser.click(&format!(".result a[href^='{path}']")).await?;
    browser.text(".source mark").await.map(drop)
}
