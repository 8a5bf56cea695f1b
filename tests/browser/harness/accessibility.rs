//! Rules of accessibility, held against the page as it is: those of axe-core, and some that it does not know.

use super::{Browser, Media, setting};
use anyhow::{Context, Result, ensure};
use std::fs;

/// One line for each place that breaks a rule.
const RUN: &str = "
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return axe.run(document, { runOnly: { type: 'tag', values: tags } }).then(({ violations }) =>
        violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html, any }) =>
            `${id}: ${help}\\n  at ${target.join(' ')}\\n  ${html}\\n  ${any.map(({ message }) => message).join('; ')}`)));
";

/// Texts that are shown in letters of less than 12 px.
const SMALL: &str = "
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small = new Set();
    while (walker.nextNode()) {
        const { parentElement, data } = walker.currentNode;
        if (data.trim() && parentElement.checkVisibility() && parseFloat(getComputedStyle(parentElement).fontSize) < 12) {
            small.add(data.trim().slice(0, 40));
        }
    }
    return [...small];
";

/// What stands out of the window to the side, and is not in a frame of its own that scrolls.
const WIDE: &str = "
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    return [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.table-frame, svg, .unseen'))
        .map((one) => one.outerHTML.slice(0, 100))
        .concat(`the page is ${document.documentElement.scrollWidth} wide in a window of ${innerWidth}`);
";

/// What moves.
const MOVING: &str = "
    return [...document.querySelectorAll('*')].filter((one) => {
        const { transitionDuration, animationName } = getComputedStyle(one);
        return animationName !== 'none' || transitionDuration.split(',').some((one) => parseFloat(one) > 0.001);
    }).map((one) => one.outerHTML.slice(0, 100));
";

/// Spaces as wide as a reader may set them (WCAG 1.4.12). As a sheet made by a script, it is not subject to the policy.
const SPACED: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
";

/// Words that are cut off where they stand.
const CUT: &str = "
    return [...document.querySelectorAll('body *')].filter((one) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(one);
        const isCut = (flow, needed, there) => (flow === 'hidden' || flow === 'clip') && needed > there + 1;
        return one.checkVisibility() && clipPath === 'none' && one.textContent.trim() && !one.closest('svg')
            && (isCut(overflowX, one.scrollWidth, one.clientWidth) || isCut(overflowY, one.scrollHeight, one.clientHeight));
    }).map((one) => one.outerHTML.slice(0, 100));
";

impl Browser {
    /// Fails if axe-core finds a place that breaks WCAG 2.2 to level AA, or its own advice.
    pub async fn assert_accessible(&self) -> Result<()> {
        let path = setting("AXE")?;
        let source = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        // The driver's scripts are not bound by the page's policy.
        self.run(&source).await.context("axe-core cannot be loaded")?;
        self.expect_none(RUN, "not accessible").await
    }

    /// Fails if the page as it is now is not accessible light or dark, wide or narrow, in forced colours, enlarged,
    /// with wider spaces or without motion.
    pub async fn assert_accessible_in_every_look(&self) -> Result<()> {
        for (width, media) in [
            (1280, &[][..]),
            (1280, &[Media::Dark]),
            (1280, &[Media::ForcedColours]),
            (360, &[Media::Dark]),
            (360, &[]),
        ] {
            self.look(width, 800, media).await?;
            self.assert_accessible().await.with_context(|| format!("{width} wide, {media:?}"))?;
            self.expect_none(SMALL, "smaller than 12 px").await?;
        }
        // A window of 1280 by 1024 at 400 per cent.
        self.look(320, 256, &[Media::ReducedMotion]).await?;
        self.expect_none(WIDE, "out of a window of 320").await?;
        self.expect_none(MOVING, "moving in spite of the reader's wish").await?;
        self.run(SPACED).await?;
        self.expect_none(WIDE, "with wide spaces out of a window of 320").await?;
        self.expect_none(CUT, "with wide spaces cut off").await?;
        self.run("document.adoptedStyleSheets = []").await?;
        self.look(1280, 800, &[]).await
    }

    async fn look(&self, width: u32, height: u32, media: &[Media]) -> Result<()> {
        self.set_size(width, height).await?;
        self.emulate(media).await?;
        self.wait_until(&format!("innerWidth === {width}")).await
    }

    async fn expect_none(&self, script: &str, what: &str) -> Result<()> {
        let found: Vec<String> = self.read(script).await?;
        ensure!(found.is_empty(), "{what}:\n{}", found.join("\n"));
        Ok(())
    }
}
