//! The list of findings: search, filters, and that the address keeps both.

use crate::harness::{Browser, browse};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;

/// The number of findings that the list says it found.
async fn result_count(browser: &Browser) -> Result<usize> {
    let words = browser.text("#count").await?;
    let number = words.split(' ').next().unwrap_or_default();
    number.parse().with_context(|| format!("the list says: {words}"))
}

/// Types into the search field and waits until the address contains it, which is updated last.
async fn type_search(browser: &Browser, words: &str) -> Result<()> {
    browser.fill_field("#search", words).await?;
    browser.wait_until(&format!("new URL(location).searchParams.get('q') === '{words}'")).await
}

/// Waits until the list says that it found this many.
async fn wait_for_count(browser: &Browser, found: usize) -> Result<()> {
    browser.wait_until(&format!("document.getElementById('count').textContent.startsWith('{found} of ')")).await
}

#[test]
fn typing_shows_the_findings_with_all_the_words_and_highlights_each_word() {
    browse(async |browser| {
        browser.open("findings/").await?;
        ensure!(browser.text("#count").await? == "149 findings", "not everything is listed at first");
        type_search(browser, "domestic abuse").await?;
        let number = result_count(browser).await?;
        ensure!((5..20).contains(&number), "{number} findings are about domestic abuse");
        ensure!(browser.count(".result").await? == number, "the count is not that of the results");
        let read = "return [...document.querySelectorAll('.result')].map((result) => [result.innerText,
            [...result.querySelectorAll('mark')].map((mark) => mark.textContent.toLowerCase())])";
        for (result, marks) in browser.read_script::<Vec<(String, BTreeSet<String>)>>(read).await? {
            let expected = ["domestic", "abuse"].map(str::to_owned).into();
            ensure!(marks == expected, "marked are {marks:?} in {result}");
        }
        Ok(())
    });
}

#[test]
fn typing_keeps_the_focus_and_shows_results_without_pressing_enter() {
    browse(async |browser| {
        browser.open("findings/").await?;
        browser.click("#search").await?;
        for key in ["s", "t", "a", "l", "k"] {
            browser.press(key).await?;
        }
        browser.wait_until("document.querySelector('.result mark')?.textContent.toLowerCase() === 'stalk'").await?;
        ensure!(
            browser.focused_element().await?.starts_with("input#search"),
            "the focus is on {}",
            browser.focused_element().await?
        );
        let typed: String = browser.read_script("return document.getElementById('search').value").await?;
        ensure!(typed == "stalk", "the field has {typed}");
        Ok(())
    });
}

#[test]
fn words_in_quotes_are_found_as_a_phrase() {
    browse(async |browser| {
        browser.open("findings/").await?;
        type_search(browser, "abuse domestic").await?;
        let in_any_order = result_count(browser).await?;
        type_search(browser, "\"abuse domestic\"").await?;
        ensure!(in_any_order > 0 && result_count(browser).await? == 0, "a phrase is found in another order");
        Ok(())
    });
}

#[test]
fn words_found_only_in_a_list_or_explanation_are_shown_in_a_snippet() {
    browse(async |browser| {
        browser.open("findings/?q=mash+overtime").await?;
        let read = "return [...document.querySelectorAll('.result')].every((result) => result.querySelector('mark'))";
        ensure!(
            result_count(browser).await? > 0 && browser.read_script(read).await?,
            "a result does not show why it was found"
        );
        ensure!(browser.count(".result__snippet mark").await? > 0, "nothing is shown of the explanation");
        Ok(())
    });
}

#[test]
fn the_number_beside_each_filter_is_the_number_of_results_after_choosing_it() {
    browse(async |browser| {
        browser.open("findings/?q=victims").await?;
        let read = "return [...document.querySelectorAll('.option')].map((option) => [
            option.querySelector('input').id, Number(option.querySelector('.option__count').textContent)])";
        let options: Vec<(String, usize)> = browser.read_script(read).await?;
        ensure!(options.iter().filter(|(_, n)| *n > 0).count() > 10, "there is little to choose: {options:?}");
        for (id, promised) in options {
            browser.run_script(&format!("document.getElementById('{id}').click()")).await?;
            wait_for_count(browser, promised).await.with_context(|| format!("{id} promises {promised}"))?;
            let shown = browser.count(".result").await?;
            ensure!(shown == promised.min(20), "{id} promises {promised} and shows {shown}");
            browser.run_script(&format!("document.getElementById('{id}').click()")).await?;
            browser.wait_until("!document.querySelector('.option input:checked')").await?;
        }
        Ok(())
    });
}

#[test]
fn filters_of_one_facet_widen_and_filters_of_two_facets_narrow_the_list() {
    browse(async |browser| {
        browser.open("findings/").await?;
        browser.click("#facet-cycle-2017").await?;
        wait_for_count(browser, 10).await?;
        browser.click("#facet-cycle-2016").await?;
        wait_for_count(browser, 47).await?;
        browser.click("#facet-kind-area-for-improvement").await?;
        wait_for_count(browser, 16).await?;
        browser.click("#facet-force-west-midlands").await?;
        wait_for_count(browser, 6).await
    });
}

#[test]
fn filters_without_results_keep_their_position() {
    browse(async |browser| {
        browser.open("findings/").await?;
        let order = "return [...document.querySelectorAll('.option input')].map((input) => input.id)";
        let before: Vec<String> = browser.read_script(order).await?;
        browser.click("#facet-force-west-midlands").await?;
        wait_for_count(browser, 37).await?;
        let after: Vec<String> = browser.read_script(order).await?;
        ensure!(before == after, "the choices moved");
        ensure!(
            browser.text("#facet-cycle-2017 ~ .option__count").await? == "0",
            "2017 has something on West Midlands"
        );
        ensure!(browser.text("#facet-force-warwickshire ~ .option__count").await? == "112", "a facet counts itself");
        Ok(())
    });
}

#[test]
fn each_filter_has_a_chip_that_removes_it() {
    browse(async |browser| {
        browser.open("findings/").await?;
        browser.click("#facet-force-warwickshire").await?;
        browser.click("#facet-kind-area-for-improvement").await?;
        wait_for_count(browser, 32).await?;
        let chips = browser.texts(".chip").await?;
        ensure!(chips == ["Force: Warwickshire Police ×", "Kind: Areas for improvement ×"], "the chips are {chips:?}");
        browser.click(".chip[aria-label*='Warwickshire']").await?;
        wait_for_count(browser, 38).await?;
        ensure!(browser.count(".chip").await? == 1, "the chip stays");
        ensure!(browser.count("#facet-force-warwickshire:checked").await? == 0, "the choice stays");
        Ok(())
    });
}

#[test]
fn clear_all_removes_words_and_filters() {
    browse(async |browser| {
        browser.open("findings/?q=victims&kind=observation").await?;
        let clear = "//a[text()='Clear all']";
        browser.wait_until(&format!("document.evaluate(\"{clear}\", document).iterateNext()")).await?;
        browser.run_script(&format!("document.evaluate(\"{clear}\", document).iterateNext().click()")).await?;
        browser.wait_until("document.getElementById('count').textContent === '149 findings'").await?;
        let typed: String = browser.read_script("return document.getElementById('search').value").await?;
        ensure!(typed.is_empty() && browser.count(".chip, .option input:checked").await? == 0, "something is left");
        ensure!(browser.path().await? == "findings/", "the address keeps something");
        Ok(())
    });
}

#[test]
fn show_more_adds_twenty_until_all_are_shown() {
    browse(async |browser| {
        browser.open("findings/?force=west-midlands").await?;
        ensure!(browser.count(".result").await? == 20, "the first page is not of twenty");
        let more = browser.text(".more").await?;
        ensure!(more == "Show 17 more 17 not shown", "the button says {more}");
        let first = browser.text(".result").await?;
        browser.click(".more a").await?;
        browser.wait_until("document.querySelectorAll('.result').length === 37").await?;
        ensure!(browser.count(".more a").await? == 0, "there is still more");
        ensure!(browser.text(".result").await? == first, "the first result moved");
        ensure!(browser.path().await?.ends_with("pages=2"), "the address does not hold it");
        Ok(())
    });
}

#[test]
fn an_empty_result_says_what_to_try() {
    browse(async |browser| {
        browser.open("findings/").await?;
        for (address, hint) in [
            ("findings/?q=zebra", "No finding contains all these words"),
            ("findings/?q=zebra+victims", "if you remove zebra"),
            ("findings/?q=victims&cycle=2017&force=west-midlands", "if you remove Cycle: 2017"),
            ("findings/?cycle=2017&force=west-midlands", "if you remove Force: West Midlands Police"),
            ("findings/?force=atlantis", "Force: “atlantis” (unknown)"),
            ("findings/?force=kent", "This site holds no report on Kent Police"),
        ] {
            browser.open(address).await?;
            let shown = browser.text(".results").await?;
            ensure!(shown.contains("0 of 149 findings") && shown.contains(hint), "{address} shows {shown}");
        }
        Ok(())
    });
}

#[test]
fn words_and_filters_survive_a_reload() {
    browse(async |browser| {
        browser.open("findings/").await?;
        type_search(browser, "victims").await?;
        browser.click("#facet-force-west-midlands").await?;
        browser.wait_until("location.search === '?q=victims&force=west-midlands'").await?;
        let before = browser.text(".findings").await?;
        browser.reload().await?;
        ensure!(browser.text(".findings").await? == before, "a reload shows another list");
        let typed: String = browser.read_script("return document.getElementById('search').value").await?;
        ensure!(typed == "victims", "the field has {typed}");
        ensure!(browser.count("#facet-force-west-midlands:checked").await? == 1, "the choice is lost");
        Ok(())
    });
}

#[test]
fn back_and_forward_step_through_the_filters() {
    browse(async |browser| {
        browser.open("findings/").await?;
        type_search(browser, "force").await?;
        let all = result_count(browser).await?;
        browser.click("#facet-kind-area-for-improvement").await?;
        browser.wait_until("document.querySelectorAll('.chip').length === 1").await?;
        let of_kind = result_count(browser).await?;
        browser.click("#facet-cycle-2017").await?;
        browser.wait_until("document.querySelectorAll('.chip').length === 2").await?;
        let of_both = result_count(browser).await?;
        ensure!(all > of_kind && of_kind > of_both, "the choices do not narrow down");
        browser.go_back().await?;
        wait_for_count(browser, of_kind).await?;
        browser.go_back().await?;
        wait_for_count(browser, all).await?;
        let typed: String = browser.read_script("return document.getElementById('search').value").await?;
        ensure!(typed == "force" && browser.count(".option input:checked").await? == 0, "back leaves something");
        browser.go_forward().await?;
        browser.go_forward().await?;
        wait_for_count(browser, of_both).await?;
        ensure!(browser.count(".option input:checked").await? == 2, "forward does not choose again");
        Ok(())
    });
}

#[test]
fn going_back_from_a_finding_shows_the_list_as_it_was() {
    browse(async |browser| {
        browser.open("findings/").await?;
        type_search(browser, "domestic abuse").await?;
        let before = browser.text(".results").await?;
        browser.click(".result:nth-child(3) h3 a").await?;
        browser.text(".finding").await?;
        browser.go_back().await?;
        browser.wait_until("document.querySelector('.results')").await?;
        ensure!(browser.text(".results").await? == before, "the list is another one");
        Ok(())
    });
}

#[test]
fn going_back_from_a_finding_restores_the_scroll_position_in_the_list() {
    browse(async |browser| {
        browser.set_size(1280, 700).await?;
        browser.open("findings/?pages=3").await?;
        browser
            .run_script("document.querySelector('.result:nth-child(40)').scrollIntoView({ block: 'center' })")
            .await?;
        let before: f64 = browser.read_script("return scrollY").await?;
        browser.click(".result:nth-child(40) h3 a").await?;
        browser.wait_until("document.activeElement.id === 'heading'").await?;
        browser.go_back().await?;
        browser.wait_until(&format!("document.querySelector('.results') && Math.abs(scrollY - {before}) < 5")).await
    });
}

#[test]
fn going_back_from_a_finding_focuses_the_link_that_was_followed() {
    browse(async |browser| {
        browser.open("findings/?force=warwickshire").await?;
        browser.run_script("document.querySelectorAll('.result h3 a')[3].focus()").await?;
        let href: String = browser.read_script("return document.activeElement.getAttribute('href')").await?;
        browser.press("Enter").await?;
        browser.wait_until("document.querySelector('article')").await?;
        browser.go_back().await?;
        browser.wait_until("document.querySelector('.result')").await?;
        let again: Option<String> = browser.read_script("return document.activeElement.getAttribute('href')").await?;
        ensure!(again.as_deref() == Some(href.as_str()), "the focus is on {}", browser.focused_element().await?);
        Ok(())
    });
}

#[test]
fn words_typed_just_before_a_link_is_followed_are_restored_by_going_back() {
    browse(async |browser| {
        browser.open("findings/").await?;
        browser.click("#search").await?;
        // Faster than the address is updated.
        let script = "const field = document.getElementById('search');
                      field.value = 'stalking';
                      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                      return new Promise((done) => setTimeout(() => {
                          document.querySelector('.result h3 a').click();
                          setTimeout(done, 500);
                      }, 50))";
        browser.run_script(script).await?;
        browser.wait_until("document.querySelector('.finding')").await?;
        ensure!(browser.path().await?.starts_with("finding/"), "the address is {}", browser.path().await?);
        browser.go_back().await?;
        browser.wait_until("document.querySelector('.results')").await?;
        ensure!(browser.path().await? == "findings/?q=stalking", "the address is {}", browser.path().await?);
        Ok(())
    });
}

#[test]
fn searching_in_the_banner_of_a_force_leads_to_the_list() {
    browse(async |browser| {
        browser.open("force/warwickshire/").await?;
        browser.fill_field("#banner-search", "stalking").await?;
        browser.press("Enter").await?;
        browser.wait_until("location.pathname.endsWith('/findings/')").await?;
        ensure!(browser.path().await? == "findings/?q=stalking", "the address is {}", browser.path().await?);
        let typed: String = browser.read_script("return document.getElementById('search').value").await?;
        ensure!(typed == "stalking" && result_count(browser).await? > 0, "the list is not of what was searched for");
        browser.go_back().await?;
        browser.wait_until("document.querySelector('h1')?.textContent === 'Warwickshire Police'").await
    });
}

#[test]
fn the_list_says_how_often_the_words_are_in_the_full_texts_and_leads_there() {
    browse(async |browser| {
        browser.open("findings/?q=stalking").await?;
        browser.wait_until("document.querySelector('.in-texts')?.textContent.includes('have all these words')").await?;
        browser.assert_text(".in-texts", &["of the 5 reports held", "whatever the filters"]).await?;
        let first: String = browser.read_script("return document.querySelector('.in-texts a').textContent").await?;
        let count: usize =
            first.rsplit('(').next().and_then(|n| n.trim_end_matches(')').parse().ok()).unwrap_or_default();
        ensure!(count > 0, "the first link is {first}");
        // Where no finding has the words, the texts may have them.
        type_search(browser, "kettling").await?;
        browser.wait_until("document.querySelector('.in-texts')?.textContent.includes('no paragraph')").await?;
        type_search(browser, "stalking").await?;
        browser.wait_until("document.querySelector('.in-texts a')").await?;
        browser.click(".in-texts a").await?;
        browser.wait_until("document.querySelectorAll('#text-heading, .source--full').length > 0").await?;
        let found = browser.count(".hits li").await?;
        // The page of the report lists those with other forms of the words too, and not more than its first ones.
        ensure!(found >= count.min(10), "{found} paragraphs are listed, and {count} were told");
        browser.assert_no_console_errors().await
    });
}
