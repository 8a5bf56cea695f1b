//! Everything can be reached and done with the keyboard alone, and the focus is always visible.

use crate::harness::{Browser, browse};
use anyhow::{Context, Result, ensure};

/// One view of each kind, with its heading.
const VIEWS: [(&str, &str); 11] = [
    ("national/", "All forces"),
    ("", "What inspectors found"),
    ("force/warwickshire/", "Warwickshire Police"),
    ("report/warwickshire-2014-core-business/", "Warwickshire Police: Core business 2014"),
    (
        "finding/warwickshire-2017-effectiveness/area-for-improvement/the-force-should-ensure-that-local-policing-teams/",
        "The force should ensure that local policing teams routinely engage with local communities and undertake \
         structured problem solving with partner organisations to prevent crime and anti-social behaviour.",
    ),
    ("findings/?q=victims&kind=observation", "Findings"),
    ("compare/?force=essex&force=kent", "Compare forces"),
    ("crosswalk/", "How the questions changed"),
    ("glossary/", "Glossary"),
    ("about/", "About"),
    ("no/such/page/", "This page does not exist"),
];

/// Opens a force and moves the focus to its timeline with the Tab key, from the link before it.
async fn enter_timeline(browser: &Browser) -> Result<()> {
    browser.set_size(1280, 900).await?;
    browser.open("force/warwickshire/").await?;
    browser.run_script("document.querySelector('.section-head__action').focus()").await?;
    browser.press("Tab").await?;
    assert_focused(browser, "2014 Core business").await
}

/// Fails unless the name of the focused element contains this.
async fn assert_focused(browser: &Browser, name: &str) -> Result<()> {
    let read = "const e = document.activeElement; return (e.ariaLabel ?? e.textContent).replace(/\\s+/g, ' ').trim()";
    let focused: String = browser.read_script(read).await?;
    ensure!(
        without_spaces(&focused).contains(&without_spaces(name)),
        "the focus is on {focused:?} instead of {name:?}"
    );
    Ok(())
}

/// A name without spaces, because parts of a name may be in separate elements without a space between them.
fn without_spaces(name: &str) -> String {
    name.replace(' ', "")
}

#[test]
fn the_timeline_is_a_single_tab_stop() {
    browse(async |browser| {
        enter_timeline(browser).await?;
        ensure!(browser.count(".timeline [tabindex='0']").await? == 1, "there are more stops than one");
        browser.press("Tab").await?;
        let inside: bool = browser.read_script("return document.activeElement.closest('.timeline') !== null").await?;
        ensure!(!inside, "the second press stays in the timeline");
        browser.press("Shift+Tab").await?;
        assert_focused(browser, "2014 Core business").await
    });
}

#[test]
fn the_timeline_of_the_next_force_has_its_own_tab_stop() {
    browse(async |browser| {
        enter_timeline(browser).await?;
        for _ in 0..18 {
            browser.press("ArrowDown").await?;
        }
        browser.run_script("document.querySelector('.banner__name').href = 'force/west-midlands/'").await?;
        browser.click(".banner__name").await?;
        browser.wait_until("document.querySelector('h1')?.textContent === 'West Midlands Police'").await?;
        ensure!(browser.count(".timeline [tabindex='0']").await? == 1, "the tab key does not come to the timeline");
        Ok(())
    });
}

#[test]
fn arrow_keys_home_and_end_move_through_the_timeline() {
    browse(async |browser| {
        enter_timeline(browser).await?;
        for (key, name) in [
            ("ArrowRight", "2014 Crime inspection"),
            ("ArrowRight", "2015"),
            ("ArrowRight", "2016"),
            ("ArrowRight", "2017 Effectiveness"),
            ("ArrowDown", "Requires improvement: Overall effectiveness"),
            ("ArrowDown", "Good: Overall efficiency"),
            ("ArrowDown", "Requires improvement: Overall legitimacy"),
            ("ArrowDown", "Requires improvement: Preventing crime"),
            ("ArrowRight", "Good: Preventing crime"),
            ("ArrowRight", "Adequate: Preventing crime"),
            ("ArrowRight", "Good: Preventing crime"),
            ("ArrowRight", "Good: Preventing crime"),
            ("Home", "Not asked: Preventing crime"),
            ("ArrowDown", "Not asked: Anti-social behaviour"),
            ("ArrowDown", "Not asked: Investigating crime"),
            ("ArrowRight", "Good: Investigating crime"),
            ("ArrowRight", "Not known: Investigating crime"),
            ("End", "Adequate press: Investigating crime"),
            ("ArrowLeft", "Requires improvement: Investigating crime"),
            ("ArrowUp", "Not asked: Anti-social behaviour"),
            ("ArrowUp", "Adequate: Preventing crime"),
            ("ArrowUp", "Not asked: Overall legitimacy"),
            ("ArrowUp", "Not asked: Overall efficiency"),
            ("ArrowUp", "Not asked: Overall effectiveness"),
            ("ArrowUp", "2021/22 PEEL"),
            ("End", "2023-25"),
            ("ArrowLeft", "Break before 2023-25"),
            ("ArrowLeft", "2021/22 PEEL"),
            ("ArrowLeft", "Break before 2021/22"),
        ] {
            browser.press(key).await?;
            assert_focused(browser, name).await.with_context(|| format!("after {key}"))?;
        }
        ensure!(browser.count(".timeline [tabindex='0']").await? == 1, "there are more stops than one");
        Ok(())
    });
}

#[test]
fn arrow_keys_reach_every_tile_and_every_group_of_marks() {
    browse(async |browser| {
        enter_timeline(browser).await?;
        let read = "
            const ids = [...document.querySelectorAll('.timeline a')].map((a) => a.id);
            return Object.values(Object.groupBy(ids, (id) => id.split('-')[1]))";
        let rows: Vec<Vec<String>> = browser.read_script(read).await?;
        for (n, row) in rows.iter().enumerate() {
            for (c, id) in row.iter().enumerate() {
                browser.press(if c == 0 { "Home" } else { "ArrowRight" }).await?;
                let is_reached = format!("document.activeElement.id === '{id}'");
                browser.wait_until(&is_reached).await.with_context(|| format!("cell {c} of row {n}"))?;
            }
            browser.press("ArrowDown").await?;
            if let Some(next) = rows.get(n + 1).and_then(|next| next.first()) {
                let (row, _) = next.rsplit_once('-').and_then(|(cell, _)| cell.rsplit_once('-')).unwrap_or_default();
                browser.wait_until(&format!("document.activeElement.id.startsWith('{row}-')")).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn the_focus_is_visible() {
    browse(async |browser| {
        enter_timeline(browser).await?;
        let read = "const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
                    return [outlineStyle, parseFloat(outlineWidth), outlineColor]";
        for key in ["ArrowRight", "ArrowDown", "ArrowRight", "ArrowDown", "End"] {
            browser.press(key).await?;
            let (style, width, colour): (String, f64, String) = browser.read_script(read).await?;
            ensure!(
                style == "solid" && width >= 2.0 && colour != "rgba(0, 0, 0, 0)",
                "after {key}: {style} {width} {colour}"
            );
            let in_view = "const { top, bottom } = document.activeElement.getBoundingClientRect();
                           return top >= 0 && bottom <= innerHeight";
            ensure!(browser.read_script::<bool>(in_view).await?, "after {key} the focus is out of view");
        }
        Ok(())
    });
}

#[test]
fn enter_opens_a_tile_and_back_returns_to_the_force() {
    browse(async |browser| {
        enter_timeline(browser).await?;
        let down = ["ArrowDown"; 4];
        for key in ["End", "ArrowLeft", "ArrowLeft"].iter().chain(&down).chain(&["Enter"]) {
            browser.press(key).await?;
        }
        browser.wait_until("document.activeElement.classList.contains('judgment')").await?;
        ensure!(browser.path().await?.starts_with("report/warwickshire-"), "it leads to {}", browser.path().await?);
        browser.go_back().await?;
        browser.wait_until("document.querySelector('h1')?.textContent === 'Warwickshire Police'").await?;
        ensure!(browser.path().await? == "force/warwickshire/", "back leads to {}", browser.path().await?);
        Ok(())
    });
}

#[test]
fn escape_leaves_the_timeline_for_its_heading() {
    browse(async |browser| {
        enter_timeline(browser).await?;
        browser.press("ArrowDown").await?;
        browser.press("Escape").await?;
        assert_focused(browser, "Over time").await
    });
}

#[test]
fn the_slash_key_moves_the_focus_to_the_search_field_of_every_view() {
    browse(async |browser| {
        for (path, heading) in VIEWS {
            browser.open(path).await?;
            let field = "document.querySelector('#search, #banner-search')";
            let field = if path.is_empty() || path.starts_with("findings") {
                "document.querySelector('#search')"
            } else {
                field
            };
            let before: String = browser.read_script(&format!("return {field}.value")).await?;
            browser.press("/").await?;
            let (id, value): (String, String) =
                browser.read_script("const e = document.activeElement; return [e.id, e.value]").await?;
            ensure!(
                id.ends_with("search") && value == before,
                "on {heading} the focus is on {id:?}, which says {value:?}"
            );
        }
        browser.press("/").await?;
        let typed: String = browser.read_script("return document.activeElement.value").await?;
        ensure!(typed == "/", "in the field the key does not type: {typed:?}");
        Ok(())
    });
}

#[test]
fn shortcuts_work_after_a_filter_is_chosen() {
    browse(async |browser| {
        browser.open("findings/").await?;
        browser.click("#facet-cycle-2017").await?;
        browser.press("/").await?;
        ensure!(
            browser.focused_element().await?.starts_with("input#search"),
            "the focus is on {}",
            browser.focused_element().await?
        );
        Ok(())
    });
}

#[test]
fn the_question_mark_key_opens_the_list_of_shortcuts_and_escape_closes_it() {
    browse(async |browser| {
        enter_timeline(browser).await?;
        browser.press("?").await?;
        browser.wait_until("document.querySelector('dialog').open").await?;
        ensure!(browser.is_displayed("#keys-heading").await?, "the list is not shown");
        ensure!(browser.text("#keys").await?.contains("Go to the search box"), "the list lacks a key");
        browser.press("Escape").await?;
        browser.wait_until("!document.querySelector('dialog').open").await?;
        assert_focused(browser, "2014 Core business").await.context("the focus does not return")
    });
}

#[test]
fn single_key_shortcuts_can_be_turned_off_and_on_again() {
    browse(async |browser| {
        browser.open("force/warwickshire/").await?;
        let list_opens = async |key: &str| {
            browser.press(key).await?;
            browser.read_script::<bool>("return document.getElementById('keys').open").await
        };
        ensure!(list_opens("?").await?, "the list does not open");
        browser.click("#keys-off").await?;
        browser.press("Escape").await?;
        ensure!(!list_opens("?").await?, "the key still works");
        browser.open("findings/").await?;
        ensure!(!list_opens("?").await?, "the key works again on the next page");
        browser.press("/").await?;
        ensure!(!browser.focused_element().await?.contains("#search"), "the other key still works");
        browser.click("[data-command='keys']").await?;
        browser.click("#keys-off").await?;
        browser.press("Escape").await?;
        ensure!(list_opens("?").await?, "the keys cannot be turned on again");
        Ok(())
    });
}

#[test]
fn the_first_tab_stop_of_every_view_skips_to_its_content() {
    browse(async |browser| {
        for (path, heading) in VIEWS {
            browser.open(path).await?;
            browser.press("Tab").await?;
            assert_focused(browser, "Skip to content").await.with_context(|| format!("on {heading}"))?;
            let seen = "const { top, left, width } = document.activeElement.getBoundingClientRect();
                        return top >= 0 && left >= 0 && width > 50";
            ensure!(browser.read_script::<bool>(seen).await?, "on {heading} the link is not seen when focused");
            browser.press("Enter").await?;
            browser.wait_until("document.activeElement.localName === 'main'").await.with_context(|| heading)?;
            ensure!(browser.text("h1").await? == heading, "the link leads to {}", browser.text("h1").await?);
            ensure!(browser.path().await? == format!("{path}#content"), "the address is {}", browser.path().await?);
        }
        Ok(())
    });
}

#[test]
fn following_a_link_moves_the_focus_to_the_heading_and_changes_the_title() {
    browse(async |browser| {
        browser.set_size(1280, 900).await?;
        browser.open("").await?;
        let mut titles = vec![browser.title().await?];
        for (link, heading) in [
            (".force-card a[href='force/warwickshire/']", "Warwickshire Police"),
            (".card a[href='report/warwickshire-2014-core-business/']", "Warwickshire Police: Core business 2014"),
            (".report__section a", ""),
            (".banner__links a[href='findings/']", "Findings"),
            ("a.banner__name", "What inspectors found"),
        ] {
            browser.run_script("scrollTo(0, document.body.scrollHeight)").await?;
            browser.click(link).await?;
            let arrived = format!(
                "document.activeElement.id === 'heading' && document.activeElement.textContent.startsWith('{heading}')"
            );
            browser.wait_until(&arrived).await.with_context(|| format!("after {link}"))?;
            let top: f64 = browser.read_script("return scrollY").await?;
            ensure!(top < 1.0, "{heading} is shown from {top} down");
            titles.push(browser.title().await?);
        }
        ensure!(
            titles.windows(2).all(|pair| pair[0] != pair[1]),
            "two consecutive pages have the same title: {titles:#?}"
        );
        ensure!(titles[0] == titles[5], "the first page has two titles: {} and {}", titles[0], titles[5]);
        Ok(())
    });
}

#[test]
fn a_finding_can_be_found_and_opened_with_the_keyboard_alone() {
    browse(async |browser| {
        browser.open("").await?;
        browser.press("/").await?;
        for key in ["s", "t", "a", "l", "k", "i", "n", "g", "Enter"] {
            browser.press(key).await?;
        }
        browser.wait_until("document.querySelector('.result')").await?;
        let heading = browser.text(".result h3").await?;
        for _ in 0..80 {
            browser.press("Tab").await?;
            if browser.read_script("return document.activeElement.matches('.skip--inside')").await? {
                browser.press("Enter").await?;
            }
            if browser.read_script("return document.activeElement.matches('.result h3 a')").await? {
                browser.press("Enter").await?;
                browser.wait_until("document.activeElement.id === 'heading'").await?;
                ensure!(browser.text("article").await?.starts_with(&heading), "another finding is shown");
                return Ok(());
            }
        }
        anyhow::bail!("80 presses of the tab key reach no result")
    });
}

#[test]
fn the_focus_stays_near_a_removed_filter_and_moves_to_newly_shown_results() {
    browse(async |browser| {
        browser.set_size(1280, 900).await?;
        browser.open("findings/?force=warwickshire&kind=observation&q=victims").await?;
        browser.run_script("document.querySelector('.chip').focus()").await?;
        browser.press("Enter").await?;
        browser.wait_until("document.querySelectorAll('.chip').length === 1").await?;
        assert_focused(browser, "findings").await?;
        browser.open("findings/?force=warwickshire").await?;
        let shown = browser.count(".result").await?;
        while browser.count(".more a").await? > 0 {
            let before = browser.count(".result").await?;
            browser.run_script("document.querySelector('.more a').focus()").await?;
            browser.press("Enter").await?;
            browser.wait_until(&format!("document.querySelectorAll('.result').length > {before}")).await?;
        }
        ensure!(browser.count(".result").await? > shown, "there was nothing more to show");
        let is_result: bool = browser.read_script("return document.activeElement.closest('.result') !== null").await?;
        ensure!(is_result, "the focus is not on a new result");
        Ok(())
    });
}

#[test]
fn a_link_to_the_current_page_adds_no_entry_to_the_history() {
    browse(async |browser| {
        browser.open("findings/").await?;
        let before: usize = browser.read_script("return history.length").await?;
        browser.click(".banner__links a[href='findings/']").await?;
        let after: usize = browser.read_script("return history.length").await?;
        ensure!(before == after, "{before} entries became {after}");
        Ok(())
    });
}
