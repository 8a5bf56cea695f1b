//! The rules of axe-core, run in the page.

use super::{Browser, setting};
use anyhow::{Context, Result, ensure};
use std::fs;

/// One line for each place that breaks a rule.
const RUN: &str = "
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return axe.run(document, { runOnly: { type: 'tag', values: tags } }).then(({ violations }) =>
        violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html, any }) =>
            `${id}: ${help}\\n  at ${target.join(' ')}\\n  ${html}\\n  ${any.map(({ message }) => message).join('; ')}`)));
";

impl Browser {
    /// What is not accessible on the page as it is now: WCAG 2.2 to level AA, and the rules' own advice.
    pub async fn violations(&self) -> Result<Vec<String>> {
        let path = setting("AXE")?;
        let source = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        // The driver's scripts are not bound by the page's policy.
        self.run(&source).await.context("axe-core cannot be loaded")?;
        let lines = self.run(RUN).await?;
        Ok(serde_json::from_value(lines)?)
    }

    /// Fails if anything on the page as it is now is not accessible.
    pub async fn assert_accessible(&self) -> Result<()> {
        let violations = self.violations().await?;
        ensure!(violations.is_empty(), "{} is not accessible:\n{}", self.path().await?, violations.join("\n"));
        Ok(())
    }
}
