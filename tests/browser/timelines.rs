//! The timeline of a force: where each judgment is, what its tile says, and that breaks look like breaks.

use crate::harness::{Browser, browse};
use anyhow::{Result, ensure};

/// Script functions that read the grid as it is laid out on the screen: an element belongs to the row whose name is
/// beside it, and to the column whose head is above it.
const GRID_FUNCTIONS: &str = "
    const words = (element) => element.innerText.replace(/\\s+/g, ' ').trim();
    const middle = ({ left, right }) => (left + right) / 2;
    const table = document.querySelector('table.timeline');
    const heads = [...table.querySelectorAll('.timeline__heads > th:not(.timeline__corner)')]
        .map((th) => ({ box: th.getBoundingClientRect(), th }));
    const head = (element) => {
        const x = middle(element.getBoundingClientRect());
        return heads.find(({ box }) => box.left <= x && x <= box.right).th;
    };
    const column = (element) => [...head(element).querySelectorAll('.timeline__cycle, .timeline__what')]
        .map(words).join(' ');
    const row = (element) => {
        const { top, bottom } = element.getBoundingClientRect();
        const label = [...table.querySelectorAll('th[scope=row]')].find((th) => {
            const box = th.getBoundingClientRect();
            return box.top <= top + 1 && bottom - 1 <= box.bottom;
        });
        return words(label);
    };
";

/// The row, column and words of each tile, row by row.
async fn read_tiles(browser: &Browser) -> Result<Vec<[String; 3]>> {
    let each =
        "return [...table.querySelectorAll('a.tile-link[href*=judgment-]')].map((a) => [row(a), column(a), words(a)])";
    browser.read_script(&format!("{GRID_FUNCTIONS}{each}")).await
}

/// The kind, column and number of marks of each group of marks.
async fn read_marks(browser: &Browser) -> Result<Vec<(String, String, usize)>> {
    let each = "return [...table.querySelectorAll('a.marks')].map((a) => \
                [row(a), column(a), a.querySelectorAll('.mark').length])";
    browser.read_script(&format!("{GRID_FUNCTIONS}{each}")).await
}

/// Opens a page in a wide window.
async fn open_wide(browser: &Browser, path: &str) -> Result<()> {
    browser.set_size(1280, 900).await?;
    browser.open(path).await
}

/// The row, column and words of each tile of Warwickshire.
const WARWICKSHIRE_TILES: [[&str; 3]; 20] = [
    ["Overall effectiveness", "2017 Effectiveness", "Requires improvement"],
    ["Preventing crime", "2014 Crime inspection", "Good"],
    ["Preventing crime", "2017 Effectiveness", "Requires improvement"],
    ["Preventing crime", "2021/22 PEEL", "Adequate"],
    ["Anti-social behaviour", "2014 Crime inspection", "Good"],
    ["Investigating crime", "2014 Crime inspection", "Good"],
    ["Investigating crime", "2017 Effectiveness", "Good from 2016"],
    ["Investigating crime", "2021/22 PEEL", "Requires improvement"],
    ["Protecting vulnerable people", "2017 Effectiveness", "Requires improvement"],
    ["Protecting vulnerable people", "2021/22 PEEL", "Adequate"],
    ["Serious and organised crime", "2017 Effectiveness", "Requires improvement"],
    ["Serious and organised crime", "2021/22 PEEL", "Pending"],
    ["Specialist capabilities", "2017 Effectiveness", "Ungraded"],
    ["Service to victims", "2021/22 PEEL", "Ungraded"],
    ["Responding to the public", "2021/22 PEEL", "Requires improvement"],
    ["Managing offenders", "2021/22 PEEL", "Requires improvement"],
    ["Treatment of the public", "2021/22 PEEL", "Adequate"],
    ["Workforce", "2021/22 PEEL", "Adequate"],
    ["Vetting and counter corruption", "2021/22 PEEL", "Pending"],
    ["Use of resources", "2021/22 PEEL", "Adequate"],
];

/// The row, column and words of each tile of West Midlands.
const WEST_MIDLANDS_TILES: [[&str; 3]; 6] = [
    ["Overall effectiveness", "2016 Effectiveness", "Good"],
    ["Preventing crime", "2016 Effectiveness", "Good"],
    ["Investigating crime", "2016 Effectiveness", "Good"],
    ["Protecting vulnerable people", "2016 Effectiveness", "Requires improvement"],
    ["Serious and organised crime", "2016 Effectiveness", "Good contradicted"],
    ["Specialist capabilities", "2016 Effectiveness", "Ungraded"],
];

#[test]
fn warwickshire_has_a_column_for_each_inspection_and_each_cycle_that_is_not_held() {
    browse(async |browser| {
        open_wide(browser, "force/warwickshire/").await?;
        let read = "return heads.map(({ th }) => words(th))";
        let heads: Vec<String> = browser.read_script(&format!("{GRID_FUNCTIONS}{read}")).await?;
        let expected = [
            "2014 Core business",
            "2014 Crime inspection",
            "2015 Not held",
            "2016 Not held",
            "2017 Effectiveness",
            "2018/19 Not held",
            "Grading changed: four grades to five, new areas. Not directly comparable.",
            "2021/22 PEEL",
            "Grading changed again. Not directly comparable.",
            "2023-25 Jun 2025 Not held",
        ];
        ensure!(heads.len() == expected.len(), "the heads are {heads:?}");
        for (head, expected) in heads.iter().zip(expected) {
            ensure!(head.starts_with(expected), "{head:?} is in the place of {expected:?}");
        }
        ensure!(heads[0].ends_with("Ungraded"), "the letter is not called ungraded: {:?}", heads[0]);
        Ok(())
    });
}

#[test]
fn each_judgment_is_in_the_row_of_its_subject_and_the_column_of_its_inspection() {
    browse(async |browser| {
        for (path, expected) in [("warwickshire", &WARWICKSHIRE_TILES[..]), ("west-midlands", &WEST_MIDLANDS_TILES[..])]
        {
            open_wide(browser, &format!("force/{path}/")).await?;
            let tiles = read_tiles(browser).await?;
            ensure!(tiles == expected, "the tiles of {path} are {tiles:#?}");
        }
        Ok(())
    });
}

#[test]
fn the_label_of_a_tile_gives_force_subject_state_wording_and_date() {
    browse(async |browser| {
        open_wide(browser, "force/warwickshire/").await?;
        let read = "return [...table.querySelectorAll('a.tile-link[href*=judgment-]')].map((a) => a.ariaLabel)";
        let names: Vec<String> = browser.read_script(&format!("{GRID_FUNCTIONS}{read}")).await?;
        for (name, [subject, _, words]) in names.iter().zip(WARWICKSHIRE_TILES) {
            ensure!(name.starts_with(words), "{name:?} does not start with {words:?}");
            ensure!(name.contains(&format!(": {subject}, Warwickshire Police, ")), "{name:?} lacks {subject:?}");
            ensure!(name.contains(" as worded: ") && name.contains(", published "), "the name lacks something: {name}");
        }
        for whole in [
            "Good from 2016, carried forward: Investigating crime, Warwickshire Police, PEEL effectiveness 2017, published \
             March 2018. Question as worded: Investigating crime and reducing re-offending.",
            "Ungraded, assessed but no grade was given: Service to victims, Warwickshire Police, PEEL 2021/22, published ",
            "Pending, because the inspection had not been completed: Serious and organised crime, Warwickshire Police, ",
        ] {
            ensure!(names.iter().any(|name| name.starts_with(whole)), "no tile is called {whole:?} but {names:#?}");
        }
        Ok(())
    });
}

#[test]
fn each_state_of_a_judgment_has_its_own_appearance() {
    browse(async |browser| {
        open_wide(browser, "force/warwickshire/").await?;
        let read = "
            const drawing = (subject, cycle) => {
                const link = [...table.querySelectorAll('a.tile-link[href*=judgment-]')]
                    .find((a) => row(a) === subject && column(a).startsWith(cycle));
                const { backgroundColor, borderTopStyle, borderTopColor } = getComputedStyle(link.querySelector('.tile'));
                return `${backgroundColor} ${borderTopStyle} ${borderTopColor}`;
            };
            return [drawing('Investigating crime', '2014'), drawing('Investigating crime', '2017'),
                drawing('Investigating crime', '2021/22'), drawing('Service to victims', '2021/22'),
                drawing('Serious and organised crime', '2021/22')]";
        let mut drawings: Vec<String> = browser.read_script(&format!("{GRID_FUNCTIONS}{read}")).await?;
        let (carried, pending) = (drawings[1].clone(), drawings[4].clone());
        ensure!(carried.starts_with("rgba(0, 0, 0, 0) solid"), "a grade carried forward is not outlined: {carried}");
        ensure!(pending.contains("double"), "a pending grade has no double line: {pending}");
        drawings.sort();
        drawings.dedup();
        ensure!(drawings.len() == 5, "two states look alike: {drawings:#?}");
        Ok(())
    });
}

#[test]
fn each_finding_has_one_mark_in_the_row_of_its_kind_and_the_column_of_its_report() {
    let warwickshire = [
        ("Areas for improvement", "2017 Effectiveness", 10),
        ("Areas for improvement", "2021/22 PEEL", 22),
        // Dates in place of marks.
        ("Deadlines", "2014 Crime inspection", 0),
        ("Deadlines", "2021/22 PEEL", 0),
        ("Innovative practice", "2021/22 PEEL", 2),
        ("Letter findings", "2014 Core business", 18),
        ("Main findings", "2021/22 PEEL", 31),
        ("Observations", "2021/22 PEEL", 3),
        ("Recommendations", "2014 Crime inspection", 3),
        ("Summary points", "2014 Crime inspection", 9),
        ("Summary points", "2021/22 PEEL", 9),
        ("Victim service findings", "2021/22 PEEL", 5),
    ];
    let west_midlands = [
        ("Areas for improvement", "2016 Effectiveness", 6),
        ("Causes of concern", "2016 Effectiveness", 2),
        ("Recommendations", "2016 Effectiveness", 2),
        ("Summary points", "2016 Effectiveness", 27),
    ];
    browse(async |browser| {
        for (path, expected) in [("warwickshire", &warwickshire[..]), ("west-midlands", &west_midlands[..])] {
            open_wide(browser, &format!("force/{path}/")).await?;
            let mut marks = read_marks(browser).await?;
            marks.sort();
            let marks: Vec<_> = marks.iter().map(|(kind, column, n)| (kind.as_str(), column.as_str(), *n)).collect();
            ensure!(marks == expected, "the marks of {path} are {marks:#?}");
        }
        Ok(())
    });
}

#[test]
fn marks_link_to_the_findings_that_they_represent() {
    browse(async |browser| {
        open_wide(browser, "force/warwickshire/").await?;
        let link = "a.marks[aria-label^='10 areas for improvement']";
        browser.click(link).await?;
        ensure!(browser.text("#count").await?.starts_with("10 of "), "the list is another one");
        let path = browser.path().await?;
        ensure!(path == "findings/?force=warwickshire&cycle=2017&kind=area-for-improvement", "the address is {path}");
        Ok(())
    });
}

#[test]
fn tiles_and_marks_stay_inside_their_columns() {
    browse(async |browser| {
        for path in ["force/warwickshire/", "force/west-midlands/"] {
            open_wide(browser, path).await?;
            let read = "
                const places = [...table.querySelectorAll('a.tile-link, a.tile-link .tile, a.marks, a.marks .mark')];
                const outside = places.filter((element) => {
                    const { left, right } = element.getBoundingClientRect();
                    const column = head(element).getBoundingClientRect();
                    return left < column.left - 2 || right > column.right + 2;
                });
                const cut = places.filter((element) => element.scrollWidth > element.clientWidth
                    && getComputedStyle(element).display !== 'inline');
                return [...outside, ...cut].map((element) => `${row(element)}, ${column(element)}: ${words(element)}`)";
            let outside: Vec<String> = browser.read_script(&format!("{GRID_FUNCTIONS}{read}")).await?;
            ensure!(outside.is_empty(), "{path}: these run over: {outside:#?}");
        }
        Ok(())
    });
}

#[test]
fn a_break_extends_through_all_rows() {
    browse(async |browser| {
        for (path, breaks) in [("force/warwickshire/", 2), ("force/west-midlands/", 2)] {
            open_wide(browser, path).await?;
            let read = "
                const box = table.getBoundingClientRect();
                return [...table.querySelectorAll('.timeline__break')].map((th) => {
                    const { top, bottom } = th.getBoundingClientRect();
                    return top <= box.top + 2 && bottom >= box.bottom - 2;
                })";
            let whole: Vec<bool> = browser.read_script(&format!("{GRID_FUNCTIONS}{read}")).await?;
            ensure!(
                whole.len() == breaks && whole.iter().all(|w| *w),
                "{path}: the breaks that run through: {whole:?}"
            );
        }
        Ok(())
    });
}

#[test]
fn no_tiles_are_joined_across_a_break() {
    browse(async |browser| {
        for path in ["force/warwickshire/", "force/west-midlands/"] {
            open_wide(browser, path).await?;
            let read =
                "return [...table.querySelectorAll('.timeline__cell--joined')].map((td) => `${row(td)} ${column(td)}`)";
            let joined: Vec<String> = browser.read_script(&format!("{GRID_FUNCTIONS}{read}")).await?;
            // No force has held reports of two successive comparable cycles.
            ensure!(joined.is_empty(), "{path}: joined are {joined:?}");
        }
        Ok(())
    });
}

#[test]
fn a_break_links_to_the_sentence_of_the_inspectorate() {
    browse(async |browser| {
        open_wide(browser, "force/warwickshire/").await?;
        browser.click(".timeline__break a[aria-label^='Break before 2021/22']").await?;
        browser.wait_until("document.activeElement.id === 'break-2021-22'").await?;
        let note = browser.text("#break-2021-22").await?;
        ensure!(note.contains("it isn't possible to make direct comparisons between the grades"), "it says: {note}");
        ensure!(note.contains("unless we say so in the report."), "the sentence is cut: {note}");
        let in_view =
            "const { top } = document.activeElement.getBoundingClientRect(); return top >= 0 && top < innerHeight";
        ensure!(browser.read_script::<bool>(in_view).await?, "the note is out of view");
        browser.click("#break-2021-22 figcaption a").await?;
        browser.wait_until("document.activeElement.id === 'line-74'").await?;
        ensure!(browser.text("#line-74").await?.contains("make direct comparisons"), "the line says something else");
        Ok(())
    });
}

#[test]
fn the_table_has_the_same_judgments_as_the_timeline() {
    browse(async |browser| {
        for (path, expected) in [("warwickshire", &WARWICKSHIRE_TILES[..]), ("west-midlands", &WEST_MIDLANDS_TILES[..])]
        {
            open_wide(browser, &format!("force/{path}/")).await?;
            browser.click(".section-head__action[href*='table=1']").await?;
            let read = "
                const table = document.querySelector('table.plain');
                const words = (element) => element.innerText.replace(/\\s+/g, ' ').trim();
                const heads = [...table.tHead.rows[0].cells].map((th) => words(th.querySelector('a') ?? th));
                return [...table.tBodies[0].rows].flatMap((tr) => [...tr.cells].flatMap((td, c) =>
                    [...td.querySelectorAll('a[href*=judgment-]')].map((a) => [words(tr.cells[0]), heads[c], words(a)])))";
            browser.text("table.plain").await?;
            let table: Vec<[String; 3]> = browser.read_script(read).await?;
            let expected: Vec<[String; 3]> = expected
                .iter()
                .map(|[subject, column, words]| {
                    let (cycle, what) = column.split_once(' ').unwrap_or((column, ""));
                    [
                        subject.to_string(),
                        format!("{what} {cycle}"),
                        words.replace(" from", ", from").replace(" contradicted", ", contradicted"),
                    ]
                })
                .collect();
            ensure!(table == expected, "the table of {path} has {table:#?}");
            ensure!(browser.path().await? == format!("force/{path}/?table=1"), "the address does not say it");
        }
        Ok(())
    });
}

#[test]
fn a_narrow_window_shows_the_same_judgments_as_a_list_by_subject_in_order_of_time() {
    browse(async |browser| {
        browser.set_size(360, 740).await?;
        for (path, expected) in [("warwickshire", &WARWICKSHIRE_TILES[..]), ("west-midlands", &WEST_MIDLANDS_TILES[..])]
        {
            browser.open(&format!("force/{path}/")).await?;
            ensure!(!browser.is_displayed("table.timeline").await?, "the grid is shown");
            ensure!(browser.is_displayed("ol.subjects").await?, "the list is not shown");
            ensure!(!browser.is_displayed(".subjects__grades").await?, "a subject is open");
            browser
                .run_script("document.querySelectorAll('.subjects details').forEach((one) => { one.open = true })")
                .await?;
            let read = "
                const words = (element) => element.innerText.replace(/\\s+/g, ' ').trim();
                return [...document.querySelectorAll('.subjects__grades .tile')].filter((tile) => tile.closest('a[href*=judgment-]'))
                    .map((tile) => [
                        words(tile.closest('.subjects > li').querySelector('.subjects__name')),
                        tile.closest('li').querySelector('.subjects__when').firstChild.textContent, words(tile)])";
            let mut listed: Vec<[String; 3]> = browser.read_script(read).await?;
            let mut expected: Vec<[String; 3]> = expected
                .iter()
                .map(|[subject, column, words]| {
                    let cycle = column.split(' ').next().unwrap_or(column);
                    [subject.to_string(), cycle.to_string(), words.to_string()]
                })
                .collect();
            let in_order = listed.windows(2).all(|pair| pair[0][0] != pair[1][0] || pair[0][1] <= pair[1][1]);
            ensure!(in_order, "the oldest inspection is not first: {listed:?}");
            listed.sort();
            expected.sort();
            ensure!(listed == expected, "the list of {path} has {listed:#?}");
        }
        Ok(())
    });
}

#[test]
fn a_narrow_window_never_scrolls_sideways() {
    browse(async |browser| {
        for width in [320, 360] {
            browser.set_size(width, 740).await?;
            for path in
                ["", "force/warwickshire/", "force/west-midlands/?table=1", "findings/?q=domestic+abuse", "about/"]
            {
                browser.open(path).await?;
                let wide: u32 = browser.read_script("return document.documentElement.scrollWidth").await?;
                let read = "return [...document.querySelectorAll('main *')]
                    .filter((element) => element.getBoundingClientRect().right > innerWidth && !element.closest('.table-frame'))
                    .map((element) => element.outerHTML.slice(0, 120))";
                let causes: Vec<String> = browser.read_script(read).await?;
                ensure!(wide <= width, "/{path} is {wide} wide in a window of {width}: {causes:#?}");
            }
        }
        Ok(())
    });
}
