//! The usual questions of visitors, from the home page to the answer: on a phone in at most three taps, with the
//! keyboard alone, and by address.

use crate::harness::{Browser, browse};
use anyhow::{Result, ensure};

/// Opens the home page on a phone. Each later call of [`tap_element`] is one tap.
async fn open_home_on_phone(browser: &Browser) -> Result<()> {
    browser.set_size(390, 844).await?;
    browser.open("").await
}

/// Taps an element and waits until an expression is true.
async fn tap_element(browser: &Browser, what: &str, sign: &str) -> Result<()> {
    browser.click(what).await?;
    browser.wait_until(sign).await
}

/// Taps the card of Warwickshire on the home page.
async fn open_force(browser: &Browser) -> Result<()> {
    let is_there = "document.querySelector('h1')?.textContent === 'Warwickshire Police'";
    tap_element(browser, ".force-card a[href='force/warwickshire/']", is_there).await
}

/// Answers all these questions, one after another.
pub async fn answer_all_questions(browser: &Browser) -> Result<()> {
    find_newest_grades(browser).await?;
    find_domestic_abuse(browser).await?;
    compare_neighbour(browser).await?;
    look_up_marac(browser).await?;
    save_problem_solving(browser).await
}

/// How was my force last graded, and is that current?
async fn find_newest_grades(browser: &Browser) -> Result<()> {
    open_home_on_phone(browser).await?;
    let card = "li.force-card:has(a[href='force/warwickshire/'])";
    browser.assert_text(card, &["2023-25", "report not held", "2021/22", "published October 2022", "Adequate"]).await?;
    open_force(browser).await?;
    browser.assert_text(".lead", &["2023-25", "published 10 June 2025", "8 areas graded", "1 Inadequate"]).await?;
    let now = ["Inspection of 2023-25", "Responding to the public", "Inadequate", "last checked on"];
    browser.assert_text(".force__now", &now).await
}

#[test]
fn how_my_force_was_last_graded_and_whether_that_is_current_is_on_the_home_page_and_one_tap_away() {
    browse(find_newest_grades);
}

/// What did they say about domestic abuse?
async fn find_domestic_abuse(browser: &Browser) -> Result<()> {
    open_home_on_phone(browser).await?;
    open_force(browser).await?;
    tap_element(browser, ".themes h3 a[href*='theme=domestic-abuse']", "document.querySelector('.result')").await?;
    browser.assert_text(".results", &["Warwickshire Police", "Theme: Domestic abuse", "lines "]).await?;
    tap_element(browser, ".result h3 a", "document.querySelector('.source mark')").await?;
    browser.assert_text(".source", &["domestic"]).await
}

#[test]
fn what_the_reports_say_about_domestic_abuse_is_two_taps_away_and_the_passage_a_third() {
    browse(find_domestic_abuse);
}

/// How does my neighbour compare?
async fn compare_neighbour(browser: &Browser) -> Result<()> {
    open_home_on_phone(browser).await?;
    open_force(browser).await?;
    tap_element(browser, "#compare ~ p a[href*='force=west-mercia']", "document.querySelector('.compare__table')")
        .await?;
    browser.assert_text(".compare", &["Warwickshire Police", "West Mercia Police", "Overall effectiveness"]).await?;
    ensure!(browser.path().await? == "compare/?force=warwickshire&force=west-mercia", "{}", browser.path().await?);
    Ok(())
}

#[test]
fn how_a_neighbours_grades_differ_is_two_taps_away() {
    browse(compare_neighbour);
}

/// Who was graded inadequate at anything in 2021/22?
async fn find_inadequate(browser: &Browser) -> Result<()> {
    browser.set_size(1280, 900).await?;
    browser.open("").await?;
    tab_and_enter(browser, "a[href='national/']", "document.querySelector('.national__table')").await?;
    browser.tab_to("#national-cycle").await?;
    browser.type_words("2021").await?;
    browser.tab_to("#national-grade").await?;
    browser.type_words("Inad").await?;
    tab_and_enter(browser, ".national form button", "location.search.includes('grade=inadequate')").await?;
    browser.wait_until("document.querySelector('.national .note').textContent.includes('graded Inadequate')").await?;
    ensure!(browser.path().await? == "national/2021-22/?grade=inadequate", "{}", browser.path().await?);
    browser.assert_text("#extras .national", &["it is not known here", "2021/22"]).await?;
    browser.reload().await?;
    browser.wait_until("document.querySelector('.national .note').textContent.includes('graded Inadequate')").await
}

#[test]
fn who_was_graded_inadequate_in_one_round_is_found_by_the_keyboard_alone() {
    browse(find_inadequate);
}

#[test]
fn who_was_graded_inadequate_in_one_round_is_four_taps_away_on_a_phone() {
    browse(async |browser| {
        open_home_on_phone(browser).await?;
        tap_element(browser, "a[href='national/']", ON_NATIONAL).await?;
        browser.choose_option("#national-cycle", "2021-22").await?;
        browser.choose_option("#national-grade", "inadequate").await?;
        tap_element(browser, ".national form button", "location.search.includes('grade=inadequate')").await?;
        browser.assert_text("#extras .national", &["graded Inadequate", "it is not known here"]).await?;
        let others = "return [...document.querySelectorAll('#extras .national tbody tr')]
            .filter((row) => row.querySelector('td') && !row.textContent.includes('Inadequate')).length";
        ensure!(browser.read_script::<usize>(others).await? == 0, "a force without the grade is shown");
        ensure!(browser.count("#extras .national tbody tr:has(td)").await? > 5, "no force is shown");
        Ok(())
    });
}

/// Whether the page of all forces is shown.
const ON_NATIONAL: &str = "document.querySelector('.national__table')";

/// Is it getting better?
async fn read_grades_over_time(browser: &Browser) -> Result<()> {
    let list = ".timeline-narrow";
    browser.assert_text(list, &["No direction of change is shown", "Investigating crime"]).await?;
    browser.assert_text(".breaks", &["2021/22", "it isn't possible to make direct comparisons"]).await
}

#[test]
fn whether_it_is_getting_better_is_one_tap_away_on_a_phone_by_subject_and_a_second_opens_the_words() {
    browse(async |browser| {
        open_home_on_phone(browser).await?;
        open_force(browser).await?;
        read_grades_over_time(browser).await?;
        let subject = ".subjects > li:has(a[aria-label*='Investigating crime']) summary";
        tap_element(browser, subject, "document.querySelector('.subjects details[open]')").await?;
        browser.assert_text(".subjects details[open]", &["2021/22", "Requires improvement", "2014"]).await
    });
}

#[test]
fn whether_it_is_getting_better_is_found_by_the_keyboard_alone_with_the_break_and_the_passage() {
    browse(async |browser| {
        type_force(browser).await?;
        tab_to_timeline(browser).await?;
        // Along the heads of the columns from the end to 2021/22, whose report is held, over the break after it.
        browser.press("End").await?;
        let mut passed = Vec::new();
        while !browser.focused_element().await?.contains("PEEL 2021/22") {
            passed.push(browser.focused_element().await?);
            ensure!(passed.len() < 6, "the report is not reached: {passed:#?}");
            browser.press("ArrowLeft").await?;
        }
        ensure!(passed.iter().any(|name| name.contains("Not directly comparable")), "no break is met: {passed:#?}");
        // Down to the row of "Preventing crime", below those of the overall grades.
        while !browser.focused_element().await?.contains("Preventing crime") {
            passed.push(browser.focused_element().await?);
            ensure!(passed.len() < 12, "the judgment is not reached: {passed:#?}");
            browser.press("ArrowDown").await?;
        }
        browser.press("Enter").await?;
        browser.wait_until("location.pathname.endsWith('report/warwickshire-2021-22-peel/')").await?;
        browser.assert_text(".judgment:focus", &["Preventing crime", "Adequate"]).await
    });
}

/// Moves the focus into the timeline of a force.
async fn tab_to_timeline(browser: &Browser) -> Result<()> {
    browser.tab_to("[role=grid] [tabindex='0']").await
}

/// All grades of all forces as a file.
#[test]
fn all_grades_of_all_forces_are_a_file_on_a_phone_and_by_keyboard_with_as_many_rows_as_the_public_file() {
    browse(async |browser| {
        open_home_on_phone(browser).await?;
        tap_element(browser, "a[href='national/']", ON_NATIONAL).await?;
        browser.record_exports().await?;
        tap_element(browser, "[data-command='all-grades']", "window.saved").await?;
        let by_phone: String = browser.read_script("return window.saved").await?;
        let published: String =
            browser.read_script("return fetch('open-data/all-grades.csv').then((answer) => answer.text())").await?;
        let rows = |file: &str| file.trim().lines().count();
        ensure!(rows(&by_phone) == rows(&published) && rows(&published) > 1000, "{} rows", rows(&by_phone));
        browser.set_size(1280, 900).await?;
        browser.open("").await?;
        tab_and_enter(browser, "a[href='national/']", ON_NATIONAL).await?;
        browser.record_exports().await?;
        browser.tab_to(".national .save summary").await?;
        browser.press("Enter").await?;
        tab_and_enter(browser, "[data-command='all-grades']", "window.saved").await?;
        let by_keys: String = browser.read_script("return window.saved").await?;
        ensure!(by_keys == by_phone, "the keyboard saves another file");
        Ok(())
    });
}

/// All areas for improvement of two forces.
#[test]
fn the_areas_for_improvement_of_two_forces_are_a_file_on_a_phone() {
    browse(async |browser| {
        open_home_on_phone(browser).await?;
        tap_element(browser, "a[href='findings/']", "document.querySelector('.result')").await?;
        for choice in ["#facet-force-warwickshire", "#facet-force-west-midlands", "#facet-kind-area-for-improvement"] {
            browser.click(choice).await?;
        }
        browser.wait_until("location.search.includes('kind=area-for-improvement')").await?;
        browser.record_exports().await?;
        tap_element(browser, "[data-command='csv']", "window.saved").await?;
        let csv: String = browser.read_script("return window.saved").await?;
        let count = browser.text("#count").await?;
        let rows = csv.lines().filter(|line| line.starts_with("\"Area for improvement\"")).count();
        ensure!(rows > 0 && count.contains(&rows.to_string()), "{rows} rows, the screen says {count}");
        ensure!(csv.contains("Warwickshire Police") && csv.contains("West Midlands Police"), "a force is missing");
        Ok(())
    });
}

/// What does MARAC mean?
async fn look_up_marac(browser: &Browser) -> Result<()> {
    open_home_on_phone(browser).await?;
    browser.press("/").await?;
    for key in ["M", "A", "R", "A", "C", "Enter"] {
        browser.press(key).await?;
    }
    browser.wait_until("document.querySelector('.meaning')").await?;
    browser.assert_text(".meaning", &["multi-agency risk assessment conference", "spelled out in"]).await
}

#[test]
fn searching_for_marac_gives_its_meaning() {
    browse(look_up_marac);
}

/// Moves the focus to an element with the Tab key, presses Enter and waits until an expression is true.
async fn tab_and_enter(browser: &Browser, what: &str, sign: &str) -> Result<()> {
    browser.tab_to(what).await?;
    browser.press("Enter").await?;
    browser.wait_until(sign).await
}

/// Goes from the home page to Warwickshire by typing a part of its name.
async fn type_force(browser: &Browser) -> Result<()> {
    browser.set_size(1280, 900).await?;
    browser.open("").await?;
    browser.tab_to("#name").await?;
    browser.type_words("warw").await?;
    browser.wait_until("document.querySelectorAll('.force-card').length === 1").await?;
    let is_there = "document.querySelector('h1')?.textContent === 'Warwickshire Police'";
    tab_and_enter(browser, ".force-card a", is_there).await
}

#[test]
fn the_keyboard_alone_leads_from_the_home_page_to_findings_about_domestic_abuse_and_their_passages() {
    browse(async |browser| {
        type_force(browser).await?;
        browser.assert_text(".force__now", &["Inspection of 2023-25", "Adequate"]).await?;
        tab_and_enter(browser, ".themes h3 a[href*='theme=domestic-abuse']", "document.querySelector('.result')")
            .await?;
        tab_and_enter(browser, ".result h3 a", "document.querySelector('.source mark')").await?;
        browser.assert_text(".source", &["domestic"]).await
    });
}

#[test]
fn the_keyboard_alone_leads_from_the_home_page_to_a_comparison_with_a_neighbour() {
    browse(async |browser| {
        type_force(browser).await?;
        let is_there = "document.querySelector('.compare__table')";
        tab_and_enter(browser, "a[href='compare/?force=warwickshire&force=west-mercia']", is_there).await?;
        browser.assert_text(".compare", &["Warwickshire Police", "West Mercia Police"]).await
    });
}

/// All areas for improvement about problem solving, as a file.
async fn save_problem_solving(browser: &Browser) -> Result<()> {
    type_force(browser).await?;
    tab_and_enter(browser, ".themes h3 a[href*='theme=problem-solving']", "document.querySelector('.result')").await?;
    browser.tab_to("#facet-kind-area-for-improvement").await?;
    browser.press(" ").await?;
    browser.wait_until("location.search.includes('kind=area-for-improvement')").await?;
    browser.record_exports().await?;
    browser.tab_to("[data-command='csv']").await?;
    browser.press("Enter").await?;
    browser.wait_until("window.saved").await?;
    let csv: String = browser.read_script("return window.saved").await?;
    let shown = browser.count(".result").await?;
    let rows = csv.lines().filter(|line| line.starts_with("\"Area for improvement\"")).count();
    ensure!(rows == shown && rows > 0, "{rows} rows for {shown} results: {csv}");
    browser.run_script("window.saved = ''").await?;
    browser.tab_to("[data-command='notes']").await?;
    browser.press("Enter").await?;
    browser.wait_until("window.saved").await?;
    let notes: String = browser.read_script("return window.saved").await?;
    let narrowed_to = "Force: Warwickshire Police; Kind: Areas for improvement; Theme: Problem solving";
    ensure!(notes.contains(narrowed_to), "nothing says what it was narrowed to: {notes}");
    Ok(())
}

#[test]
fn the_keyboard_alone_saves_every_area_for_improvement_about_problem_solving() {
    browse(save_problem_solving);
}

#[test]
fn every_answer_has_its_own_address() {
    browse(async |browser| {
        for (address, place, words) in [
            ("force/warwickshire/", ".lead", "Newest inspection known here: 2023-25"),
            ("report/warwickshire-2017-effectiveness/", ".later", "Not the newest"),
            ("findings/?force=warwickshire&theme=domestic-abuse", ".results", "Theme: Domestic abuse"),
            ("compare/?force=warwickshire&force=west-mercia", ".compare", "West Mercia Police"),
            ("findings/?q=MARAC", ".meaning", "multi-agency risk assessment conference"),
        ] {
            browser.open(address).await?;
            browser.assert_text(place, &[words]).await?;
            browser.reload().await?;
            ensure!(browser.path().await? == address, "{address} became {}", browser.path().await?);
        }
        Ok(())
    });
}

#[test]
fn the_areas_for_improvement_about_problem_solving_have_an_address() {
    browse(async |browser| {
        browser.set_size(1280, 900).await?;
        browser.open("findings/?force=warwickshire&kind=area-for-improvement&theme=problem-solving").await?;
        let found: usize = browser.read_script("return document.querySelectorAll('.result').length").await?;
        let read = "return [...document.querySelectorAll('.result')].every((one) =>
            one.innerText.includes('Area for improvement') && one.innerText.includes('Warwickshire'))";
        ensure!(found > 0 && browser.read_script::<bool>(read).await?, "{found} found, not all of the kind");
        browser.reload().await?;
        ensure!(browser.count(".result").await? == found, "another list after a reload");
        Ok(())
    });
}
