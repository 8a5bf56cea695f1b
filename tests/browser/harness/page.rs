//! Opens pages, and reads and uses what is on them. Elements are given by CSS selectors.

use super::Browser;
use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use fantoccini::Locator;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::wd::WindowHandle;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long to wait: far longer than anything takes, so that no test fails on a busy machine.
const TIMEOUT: Duration = Duration::from_secs(20);

impl Browser {
    /// Goes to a path of the site, such as `force/warwickshire/` or the empty root. Waits for the page, not for the
    /// program.
    pub async fn goto(&self, path: &str) -> Result<()> {
        let address = format!("{}{path}", self.root);
        self.session.client().goto(&address).await.with_context(|| format!("{address} cannot be reached"))
    }

    /// Opens a local file. `rest` is added to its address.
    pub async fn open_file(&self, file: &Path, rest: &str) -> Result<()> {
        let address = format!("file://{}{rest}", file.display());
        self.session.client().goto(&address).await.with_context(|| format!("{address} cannot be opened"))
    }

    /// Opens another window and continues in it.
    pub async fn open_window(&self) -> Result<()> {
        let window = self.session.client().new_window(false).await?;
        self.switch_to_window(window.handle).await
    }

    /// The current window.
    pub async fn current_window(&self) -> Result<WindowHandle> {
        Ok(self.session.client().window().await?)
    }

    /// All windows.
    pub async fn all_windows(&self) -> Result<Vec<WindowHandle>> {
        Ok(self.session.client().windows().await?)
    }

    /// Closes the current window. The test has to continue in another one.
    pub async fn close_window(&self) -> Result<()> {
        Ok(self.session.client().close_window().await?)
    }

    /// Continues in another window.
    pub async fn switch_to_window(&self, window: WindowHandle) -> Result<()> {
        Ok(self.session.client().switch_to_window(window).await?)
    }

    /// The number of sheets of paper on which the page is printed.
    pub async fn printed_page_count(&self) -> Result<usize> {
        let printed =
            self.session.send_devtools_command("Page.printToPDF", json!({ "preferCSSPageSize": true })).await?;
        let pdf = BASE64_STANDARD.decode(printed["data"].as_str().context("nothing was printed")?)?;
        let count = |name: &[u8]| pdf.windows(name.len()).filter(|found| found == &name).count();
        Ok(count(b"/Type /Page\n"))
    }

    /// Goes to a path and waits until the program has rendered it.
    pub async fn open(&self, path: &str) -> Result<()> {
        self.goto(path).await?;
        self.wait_until_ready().await
    }

    /// Waits until the program has rendered for the first time since the page was loaded.
    pub async fn wait_until_ready(&self) -> Result<()> {
        let is_ready = self.session.wait_until_ready(TIMEOUT).await?;
        ensure!(is_ready, "the program did not start; the console says: {:?}", self.console_lines().await?);
        Ok(())
    }

    /// Loads the page again and waits for the program.
    pub async fn reload(&self) -> Result<()> {
        self.session.client().refresh().await?;
        self.wait_until_ready().await
    }

    /// Goes back, like the button of the browser. Waits only until the address has changed.
    pub async fn go_back(&self) -> Result<()> {
        Ok(self.session.client().back().await?)
    }

    /// Goes forward, like the button of the browser.
    pub async fn go_forward(&self) -> Result<()> {
        Ok(self.session.client().forward().await?)
    }

    /// The address relative to the site's root, with query and fragment.
    pub async fn path(&self) -> Result<String> {
        let address = self.session.client().current_url().await?.to_string();
        let path = address.strip_prefix(&self.root).with_context(|| format!("{address} is outside the site"))?;
        Ok(path.to_owned())
    }

    /// The document's title.
    pub async fn title(&self) -> Result<String> {
        Ok(self.session.client().title().await?)
    }

    /// The status of the response for a path.
    pub async fn status_of(&self, path: &str) -> Result<u64> {
        let script = format!("return fetch('{}{path}').then((answer) => answer.status)", self.root);
        self.run_script(&script).await?.as_u64().with_context(|| format!("no answer to {path}"))
    }

    /// The visible text of the first matching element; waits until there is one.
    pub async fn text(&self, css: &str) -> Result<String> {
        Ok(self.element(css).await?.text().await?)
    }

    /// Fails if the visible text of the first matching element lacks any of these words; waits until there is one.
    pub async fn assert_text(&self, css: &str, words: &[&str]) -> Result<()> {
        let shown = self.text(css).await?;
        let lacking: Vec<_> = words.iter().filter(|word| !shown.contains(**word)).collect();
        ensure!(lacking.is_empty(), "{lacking:?} is not in: {shown}");
        Ok(())
    }

    /// From now on, what the page would save, copy or print is only recorded, in `window.saved`, `named`, `copied` and
    /// `printed`.
    pub async fn record_exports(&self) -> Result<()> {
        const RECORD_SCRIPT: &str = "
            window.saved = null; window.named = null; window.copied = null; window.printed = null;
            URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text }); return 'blob:caught' };
            HTMLAnchorElement.prototype.click = function () { window.named = [this.download, this.href] };
            window.print = () => { window.printed = true };
            if (navigator.clipboard) {
                navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve() };
            }";
        self.run_script(RECORD_SCRIPT).await.map(drop)
    }

    /// The visible texts of all elements that match now.
    pub async fn texts(&self, css: &str) -> Result<Vec<String>> {
        let mut texts = Vec::new();
        for element in self.session.client().find_all(Locator::Css(css)).await? {
            texts.push(element.text().await?);
        }
        Ok(texts)
    }

    /// The visible texts of all elements that match now and are visible.
    pub async fn displayed_texts(&self, css: &str) -> Result<Vec<String>> {
        let mut texts = Vec::new();
        for element in self.session.client().find_all(Locator::Css(css)).await? {
            if element.is_displayed().await? {
                texts.push(element.text().await?);
            }
        }
        Ok(texts)
    }

    /// The number of elements that match now.
    pub async fn count(&self, css: &str) -> Result<usize> {
        Ok(self.session.client().find_all(Locator::Css(css)).await?.len())
    }

    /// An attribute of the first matching element; waits until there is one.
    pub async fn attribute(&self, css: &str, name: &str) -> Result<Option<String>> {
        Ok(self.element(css).await?.attr(name).await?)
    }

    /// Whether the first matching element is visible; waits until there is one.
    pub async fn is_displayed(&self, css: &str) -> Result<bool> {
        Ok(self.element(css).await?.is_displayed().await?)
    }

    /// Clicks the first matching element; waits until there is one. If it is in details that are closed, they are opened
    /// first, as a user would.
    pub async fn click(&self, css: &str) -> Result<()> {
        self.element(css).await?;
        let quoted = serde_json::to_string(css)?;
        self.run_script(&format!(
            "const target = document.querySelector({quoted});
             if (!target.closest('summary')) target.closest('details:not([open])')?.querySelector('summary').click();"
        ))
        .await?;
        self.scroll_to(css).await?;
        self.element(css).await?.click().await.with_context(|| format!("{css} cannot be clicked"))
    }

    /// Scrolls the first element that matches into view. Chromium's and Firefox's drivers do so by themselves; WebKit's leaves
    /// it at the edge of the window and then finds that it cannot be used.
    async fn scroll_to(&self, css: &str) -> Result<()> {
        if self.session.is_chromium() {
            return Ok(());
        }
        let css = serde_json::to_string(css)?;
        self.run_script(&format!("document.querySelector({css}).scrollIntoView({{ block: 'center' }})")).await.map(drop)
    }

    /// Clicks at a place of the window.
    pub async fn click_at(&self, x: f64, y: f64) -> Result<()> {
        let press = PointerAction::Down { button: MOUSE_BUTTON_LEFT };
        let actions = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(press)
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.session.client().perform_actions(actions).await?)
    }

    /// Replaces the content of a text field, as if typed.
    pub async fn fill_field(&self, css: &str, text: &str) -> Result<()> {
        let field = self.element(css).await?;
        self.scroll_to(css).await?;
        field.clear().await?;
        // WebKit's driver refuses to type nothing.
        if text.is_empty() {
            return Ok(());
        }
        field.send_keys(text).await.with_context(|| format!("{css} cannot be typed into"))
    }

    /// Chooses the option with this value from a list.
    pub async fn choose_option(&self, css: &str, value: &str) -> Result<()> {
        self.element(css).await?.select_by_value(value).await.with_context(|| format!("{css} has no {value}"))
    }

    /// Runs the body of a script function in the page and returns its result, or the result of its promise.
    pub async fn run_script(&self, script: &str) -> Result<Value> {
        self.session.client().execute(script, vec![]).await.with_context(|| format!("in the page: {script}"))
    }

    /// Runs a script and converts its result to a Rust type.
    pub async fn read_script<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        let value = self.run_script(script).await?;
        serde_json::from_value(value).with_context(|| format!("the result has another type: {script}"))
    }

    /// Waits until a script expression is truthy.
    pub async fn wait_until(&self, expression: &str) -> Result<()> {
        let start = Instant::now();
        let script = format!("return Boolean({expression})");
        while start.elapsed() < TIMEOUT {
            if self.run_script(&script).await? == Value::Bool(true) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        bail!("this did not become true: {expression}")
    }

    /// The first matching element; waits until there is one.
    async fn element(&self, css: &str) -> Result<Element> {
        let wait = self.session.client().wait().at_most(TIMEOUT).every(Duration::from_millis(20));
        wait.for_element(Locator::Css(css)).await.with_context(|| format!("there is no {css}"))
    }
}
