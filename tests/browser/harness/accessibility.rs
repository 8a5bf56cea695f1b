//! Checks the page against the accessibility rules of axe-core, and some that it does not have.

use super::{Browser, MediaSetting, path_from_environment};
use anyhow::{Context, Result, ensure};
use std::fs;

/// The rules of WCAG 2.2 at level AA, and the best practices of axe-core.
const ALL_RULES: &str =
    "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";

/// The rules whose outcome depends on the colour scheme. The others are run once for each width.
const COLOUR_RULES: &str = "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";

/// Runs the rules of axe-core in `rules`. Returns one text for each element that breaks a rule.
const AXE_SCRIPT: &str = "
    return axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(({ violations }) =>
        violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html, any }) =>
            `${id}: ${help}\\n  at ${target.join(' ')}\\n  ${html}\\n  ${any.map(({ message }) => message).join('; ')}`)));
";

/// Returns texts that are smaller than 12 px.
const SMALL_TEXT_SCRIPT: &str = "
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

/// Returns elements that extend beyond the right edge of the window and are not in a frame that scrolls.
const OVERFLOW_SCRIPT: &str = "
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    return [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.table-frame, svg, .unseen'))
        .map((one) => one.outerHTML.slice(0, 100))
        .concat(`the page is ${document.documentElement.scrollWidth} wide in a window of ${innerWidth}`);
";

/// Returns elements with animations or transitions.
const MOTION_SCRIPT: &str = "
    return [...document.querySelectorAll('*')].filter((one) => {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(one);
        const lasts = (durations) => durations.split(',').some((one) => parseFloat(one) > 0.001);
        return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration);
    }).map((one) => one.outerHTML.slice(0, 100));
";

/// Sets the text spacing of WCAG 1.4.12. A constructed stylesheet is not subject to the content security policy.
const TEXT_SPACING_SCRIPT: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
";

/// Returns elements whose text is cut off.
const CLIPPED_TEXT_SCRIPT: &str = "
    return [...document.querySelectorAll('body *')].filter((one) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(one);
        const isCut = (flow, needed, there) => (flow === 'hidden' || flow === 'clip') && needed > there + 1;
        return one.checkVisibility() && clipPath === 'none' && one.textContent.trim() && !one.closest('svg')
            && (isCut(overflowX, one.scrollWidth, one.clientWidth) || isCut(overflowY, one.scrollHeight, one.clientHeight));
    }).map((one) => one.outerHTML.slice(0, 100));
";

impl Browser {
    /// Fails if axe-core finds an element that breaks WCAG 2.2 at level AA, or its best practices.
    pub async fn assert_accessible(&self) -> Result<()> {
        self.assert_rules(ALL_RULES).await
    }

    /// Fails if axe-core finds an element that breaks one of the given rules.
    async fn assert_rules(&self, rules: &str) -> Result<()> {
        if !self.read_script::<bool>("return Boolean(globalThis.axe)").await? {
            let path = path_from_environment("AXE")?;
            let source = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            // Scripts of the driver are not subject to the content security policy of the page.
            self.run_script(&source).await.context("axe-core cannot be loaded")?;
        }
        self.expect_none(&format!("const rules = {rules};{AXE_SCRIPT}"), "not accessible").await
    }

    /// Fails if the page in its present state is not accessible in the light or dark scheme, in a wide or narrow
    /// window, in forced colours, zoomed in, with wider text spacing or with reduced motion. Only Chromium's driver can
    /// change the look; other browsers are checked in the one that they have.
    pub async fn assert_accessible_in_every_look(&self) -> Result<()> {
        if !self.session.is_chromium() {
            return self.assert_accessible().await;
        }
        for (width, media, rules) in [
            (1280, &[][..], ALL_RULES),
            (1280, &[MediaSetting::Dark], COLOUR_RULES),
            (1280, &[MediaSetting::ForcedColours], COLOUR_RULES),
            (360, &[MediaSetting::Dark], COLOUR_RULES),
            (360, &[], ALL_RULES),
        ] {
            self.set_look(width, 800, media).await?;
            self.assert_rules(rules).await.with_context(|| format!("{width} wide, {media:?}"))?;
            self.expect_none(SMALL_TEXT_SCRIPT, "smaller than 12 px").await?;
        }
        // A window of 1280 by 1024 at a zoom of 400 per cent.
        self.set_look(320, 256, &[MediaSetting::ReducedMotion]).await?;
        self.expect_none(OVERFLOW_SCRIPT, "wider than a window of 320").await?;
        self.expect_none(MOTION_SCRIPT, "moving despite reduced motion").await?;
        self.run_script(TEXT_SPACING_SCRIPT).await?;
        self.expect_none(OVERFLOW_SCRIPT, "with wider text spacing, wider than a window of 320").await?;
        self.expect_none(CLIPPED_TEXT_SCRIPT, "with wider text spacing, cut off").await?;
        self.run_script("document.adoptedStyleSheets = []").await?;
        self.set_look(1280, 800, &[]).await
    }

    /// Sets the size of the window and the settings of the system.
    async fn set_look(&self, width: u32, height: u32, media: &[MediaSetting]) -> Result<()> {
        self.set_size(width, height).await?;
        self.emulate_media(media).await?;
        self.wait_until(&format!("innerWidth === {width}")).await
    }

    /// Fails if a script returns anything.
    async fn expect_none(&self, script: &str, what: &str) -> Result<()> {
        let found: Vec<String> = self.read_script(script).await?;
        ensure!(found.is_empty(), "{what}:\n{}", found.join("\n"));
        Ok(())
    }
}
