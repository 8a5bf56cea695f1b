//! What the random user does.

use crate::harness::Browser;
use anyhow::Result;
use fantoccini::wd::WindowHandle;
use fastrand::Rng;
use serde_json::Value;

/// Runs before each page: nothing is printed, saved to a file or copied, and no file is chosen, because the dialogs of the
/// browser for these would stay open.
pub const QUIET_SCRIPT: &str = "
    window.print = () => {};
    HTMLInputElement.prototype.showPicker = () => {};
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () { if (!this.download) click.call(this) };
    addEventListener('click', (event) => {
        if (event.target.closest?.('input[type=file], label:has(input[type=file]), a[download]')) event.preventDefault();
    }, true);";

/// The number of clickable things that are visible; marks the one with the given number.
const MARK_SCRIPT: &str = "
    document.querySelector('[data-soak]')?.removeAttribute('data-soak');
    const root = document.querySelector('dialog[open]') ?? document;
    const all = [...root.querySelectorAll('a[href], button, summary, select, input:not([type=file]), textarea, [tabindex=\"0\"]')]
        .filter((one) => one.checkVisibility() && !one.disabled && !one.closest('a[download], [inert]')
            && !(one.tagName === 'A' && (one.origin !== location.origin || /about|crosswalk|thread|deadlines|glossary|open-data|embed/.test(one.pathname))));
    const one = all[NUMBER % Math.max(all.length, 1)];
    one?.setAttribute('data-soak', '');
    return one ? [one.tagName + ' ' + (one.type ?? ''), (one.textContent || one.name || one.id).slice(0, 60)] : null";

/// What the user types.
const WORDS: [&str; 12] = [
    "domestic abuse",
    "\"problem solving\"",
    "stalking",
    "zzzz",
    "é ﬁ \u{200b}x",
    "MARAC",
    "kent 2016",
    "<b>&amp;",
    "force:kent",
    "'",
    "a b c d e f",
    "Inadequate",
];

/// The keys that the user presses.
const KEYS: [&str; 18] = [
    "ArrowRight",
    "ArrowLeft",
    "ArrowDown",
    "ArrowUp",
    "Home",
    "End",
    "Enter",
    "Escape",
    "Tab",
    "Shift+Tab",
    "/",
    "?",
    "n",
    "b",
    "PageDown",
    "PageUp",
    " ",
    ".",
];

/// Where the user goes by an address.
const ADDRESSES: [&str; 10] = [
    "",
    "findings/?q=crime",
    "force/warwickshire/",
    "force/west-midlands/?table=1",
    "brief/",
    "compare/?force=kent&force=essex",
    "national/2016/",
    "report/warwickshire-2017-effectiveness/",
    "no/such/page/",
    "findings/?kind=cause-of-concern&pages=3",
];

/// A fault of the surroundings.
#[derive(Clone, Copy, Debug)]
pub enum Disturbance {
    /// The network is away.
    Network,
    /// The storage is full.
    Storage,
}

/// A user whose actions follow from a seed.
pub struct RandomUser {
    random: Rng,
    last_action: String,
    /// What was done since the last check, each with the number of its window.
    since_check: Vec<String>,
}

impl RandomUser {
    /// The user of this seed.
    pub fn new(seed: u64) -> Self {
        Self { random: Rng::with_seed(seed), last_action: String::new(), since_check: Vec::new() }
    }

    /// What the user did last.
    pub fn last_action(&self) -> &str {
        &self.last_action
    }

    /// What the user did since this was last asked for, a line each.
    pub fn take_actions(&mut self) -> String {
        std::mem::take(&mut self.since_check).join("\n")
    }

    /// Does one thing in one of the windows. In the first, pages are only left by links, so that its memory tells what is
    /// never given back.
    pub async fn act(&mut self, browser: &Browser, windows: &[WindowHandle; 2]) -> Result<()> {
        let window = self.random.usize(..2);
        browser.switch_to_window(windows[window].clone()).await?;
        let done = match self.random.u32(..100) {
            0..60 => self.use_element(browser).await,
            60..80 => self.press_keys(browser).await,
            80..85 => self.go(browser, "back", "history.back()").await,
            85..87 => self.go(browser, "forward", "history.forward()").await,
            87..92 if window == 1 => self.open_address(browser).await,
            92..94 => self.begin(Disturbance::Network, browser).await,
            94..96 => self.begin(Disturbance::Storage, browser).await,
            96..98 => self.end(Disturbance::Network, browser).await,
            98..100 => self.end(Disturbance::Storage, browser).await,
            _ => self.press_keys(browser).await,
        };
        self.since_check.push(format!("in window {window}: {}", self.last_action));
        done
    }

    /// Ends a disturbance.
    pub async fn end(&mut self, disturbance: Disturbance, browser: &Browser) -> Result<()> {
        self.last_action = format!("end of {disturbance:?}");
        match disturbance {
            Disturbance::Network => browser.reconnect_network().await,
            Disturbance::Storage => browser.limit_storage(None).await,
        }
    }

    async fn begin(&mut self, disturbance: Disturbance, browser: &Browser) -> Result<()> {
        /// Less than what is stored already.
        const FULL: u64 = 1;
        self.last_action = format!("begin of {disturbance:?}");
        match disturbance {
            Disturbance::Network => browser.disconnect_network(),
            Disturbance::Storage => browser.limit_storage(Some(FULL)).await?,
        }
        Ok(())
    }

    /// Clicks, chooses or types into something that is visible.
    async fn use_element(&mut self, browser: &Browser) -> Result<()> {
        let number = self.random.u32(..).to_string();
        let marked = browser.run_script(&MARK_SCRIPT.replace("NUMBER", &number)).await?;
        self.last_action = format!("use of {marked}");
        let kind = marked[0].as_str().unwrap_or_default();
        if matches!(kind, "INPUT text" | "INPUT search" | "TEXTAREA textarea") && self.random.bool() {
            let words = WORDS[self.random.usize(..WORDS.len())];
            return self.type_words(browser, words).await;
        }
        if kind.starts_with("SELECT") {
            let option = self.random.u32(..);
            let choose = format!(
                "const list = document.querySelector('[data-soak]');
                 // Another window may have changed the page meanwhile.
                 if (!list) return;
                 list.selectedIndex = {option} % list.options.length;
                 list.dispatchEvent(new Event('change', {{ bubbles: true }}))"
            );
            return browser.run_script(&choose).await.map(drop);
        }
        // By its place: the driver would keep an element that it is asked for, and everything around it.
        let place = "const one = document.querySelector('[data-soak]');
            one?.scrollIntoView({ block: 'center' });
            const { x, y, width, height } = one?.getBoundingClientRect() ?? new DOMRect();
            return [x + Math.min(width, innerWidth) / 2, y + height / 2].map(Math.round)";
        let [x, y] = browser.read_script(place).await?;
        // A place outside of the window cannot be clicked.
        _ = browser.click_at(x, y).await;
        Ok(())
    }

    async fn type_words(&mut self, browser: &Browser, words: &str) -> Result<()> {
        let quoted = serde_json::to_string(words)?;
        let script = format!(
            "const field = document.querySelector('[data-soak]');
             if (!field) return;
             field.focus();
             field.value = {quoted};
             field.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        );
        self.last_action = format!("typing of {words}");
        browser.run_script(&script).await.map(drop)
    }

    async fn press_keys(&mut self, browser: &Browser) -> Result<()> {
        let key = KEYS[self.random.usize(..KEYS.len())];
        self.last_action = format!("key {key}");
        // Not where Enter or a space would leave the site.
        let leaves = "return Boolean(document.activeElement?.closest('a[download], input[type=file]')
            || document.activeElement?.origin && document.activeElement.origin !== location.origin)";
        if browser.run_script(leaves).await? == Value::Bool(true) {
            return Ok(());
        }
        browser.press(key).await
    }

    /// Goes back or forward.
    async fn go(&mut self, browser: &Browser, name: &str, script: &str) -> Result<()> {
        self.last_action = name.to_owned();
        browser.run_script(script).await.map(drop)
    }

    async fn open_address(&mut self, browser: &Browser) -> Result<()> {
        let address = ADDRESSES[self.random.usize(..ADDRESSES.len())];
        self.last_action = format!("opening of /{address}");
        // Without a network, there may be a page of the browser.
        browser.reconnect_network().await?;
        browser.open(address).await
    }
}
