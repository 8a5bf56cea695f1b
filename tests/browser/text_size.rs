//! Text at twice its size on a phone: nothing is cut off, nothing lies over other text, and no page scrolls sideways.

use crate::harness::{Browser, browse};
use anyhow::{Context, Result, ensure};

/// What is wrong with the visible text: outside the window, cut off by its box, or under other text. Tables that scroll
/// in a box of their own are left out, as in WCAG 1.4.10.
const FAULTS_SCRIPT: &str = r#"
    const faults = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) faults.push(`the page is ${document.documentElement.scrollWidth} wide`);
    const name = (element) => `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim().slice(0, 40)}”`;
    const isScrolled = (element) => {
        for (let at = element; at && at !== document.body; at = at.parentElement)
            if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) return true;
        return false;
    };
    const isForEars = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const { clip, clipPath, position } = getComputedStyle(at);
            if (position === 'absolute' && (clip !== 'auto' || clipPath !== 'none')) return true;
            if (at.classList.contains('skip')) return true;
        }
        return false;
    };
    // The first lines of a quotation, which show that it goes on.
    const isShortened = (element) => {
        for (let at = element; at; at = at.parentElement) if (getComputedStyle(at).webkitLineClamp !== 'none') return true;
        return false;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const rects = [];
    while (walker.nextNode()) {
        const { currentNode: node, currentNode: { parentElement: element } } = walker;
        if (!node.data.trim() || !element.checkVisibility({ checkVisibilityCSS: true }) || isForEars(element)) continue;
        if (element.closest('script, style, noscript, option, template') || isScrolled(element) || isShortened(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const rect of range.getClientRects()) {
            if (rect.width < 1) continue;
            if (rect.right > width + 1 || rect.left < -1) faults.push(`${name(element)} is from ${rect.left} to ${rect.right}`);
            rects.push([rect, element]);
        }
        for (let at = element; at !== document.body; at = at.parentElement) {
            const { overflowX, overflowY } = getComputedStyle(at);
            const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
            if ((cuts(overflowX) && at.scrollWidth > at.clientWidth + 1) || (cuts(overflowY) && at.scrollHeight > at.clientHeight + 1))
                faults.push(`${name(at)} cuts off ${name(element)}`);
        }
    }
    for (const field of document.querySelectorAll('input, select, textarea, button')) {
        const { left, right } = field.getBoundingClientRect();
        if (field.checkVisibility() && right > width + 1 && !isScrolled(field)) faults.push(`${name(field)} is from ${left} to ${right}`);
    }
    rects.sort(([one], [other]) => one.top - other.top);
    for (let n = 0; n < rects.length; n += 1) {
        const [one, of] = rects[n];
        for (let m = n + 1; m < rects.length && rects[m][0].top < one.bottom; m += 1) {
            const [other, its] = rects[m];
            const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const down = Math.min(one.bottom, other.bottom) - other.top;
            // The boxes of lines overlap by their leading.
            if (across > 2 && down > 0.4 * Math.min(one.height, other.height)) faults.push(`${name(its)} lies over ${name(of)}`);
        }
    }
    return [...new Set(faults)].slice(0, 8);"#;

/// Opens a page with text at twice its size in a window of a phone.
async fn assert_readable(browser: &Browser, path: &str, sign: &str) -> Result<()> {
    browser.open(path).await?;
    browser.wait_until(&format!("document.querySelector(\"{sign}\")")).await.with_context(|| path.to_owned())?;
    browser.run_script("document.documentElement.style.fontSize = '200%'; for (const one of document.querySelectorAll('main details')) one.open = true").await?;
    browser.run_script("return new Promise((done) => setTimeout(done, 100))").await?;
    let faults: Vec<String> = browser.read_script(FAULTS_SCRIPT).await?;
    ensure!(faults.is_empty(), "/{path}: {faults:#?}");
    Ok(())
}

#[test]
fn text_at_twice_its_size_fits_a_phone_on_every_kind_of_page() {
    browse(async |browser| {
        browser.set_size(360, 740).await?;
        let mut failed = Vec::new();
        for (path, sign) in [
            ("", ".force-card"),
            ("force/warwickshire/", ".timeline-narrow"),
            ("force/warwickshire/?table=1", "table.plain"),
            ("force/kent/", ".force"),
            ("report/warwickshire-2021-22-peel/", ".source--full"),
            ("report/warwickshire-2017-effectiveness/", ".source--full"),
            (
                "finding/west-midlands-2016-effectiveness/cause-of-concern/the-forces-response-to-domestic-abuse-is-a/",
                ".source mark",
            ),
            ("findings/", ".results"),
            ("findings/?q=MARAC&kind=area-for-improvement", ".chip"),
            ("compare/?force=warwickshire&force=west-midlands", ".compare__table"),
            ("national/", "#extras table"),
            ("crosswalk/", "table.crosswalk"),
            ("glossary/", "#term-marac"),
            ("about/", "#short-forms"),
            ("brief/", ".brief__actions"),
            ("no/such/page/", "h1"),
        ] {
            failed.extend(assert_readable(browser, path, sign).await.err().map(|error| format!("{error:#}")));
        }
        ensure!(failed.is_empty(), "{}", failed.join("\n"));
        Ok(())
    });
}
