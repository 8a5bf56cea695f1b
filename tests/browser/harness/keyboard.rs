//! Real key presses, sent to the focused element.

use super::Browser;
use anyhow::{Context, Result, bail, ensure};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

impl Browser {
    /// Presses a key: a character or a name as in JavaScript (`Enter`, `ArrowDown`), after any modifiers (`Shift+Tab`).
    pub async fn press(&self, key: &str) -> Result<()> {
        let mut keys = Vec::new();
        let mut rest = key;
        while let Some((modifier, after)) = rest.split_once('+').filter(|(modifier, _)| !modifier.is_empty()) {
            keys.push(key_code(modifier)?);
            rest = after;
        }
        keys.push(key_code(rest)?);
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in &keys {
            actions = actions.then(KeyAction::Down { value: *value });
        }
        for value in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *value });
        }
        Ok(self.session.client().perform_actions(actions).await?)
    }

    /// Presses Tab until the focus is on an element that matches, as somebody without a mouse does.
    pub async fn tab_to(&self, css: &str) -> Result<()> {
        const MAX_PRESSES: usize = 200;
        for _ in 0..MAX_PRESSES {
            self.press("Tab").await?;
            if self.read_script(&format!("return document.activeElement.matches({css:?})")).await? {
                return Ok(());
            }
        }
        bail!("{MAX_PRESSES} presses of the tab key do not reach {css}")
    }

    /// Types words into the focused element.
    pub async fn type_words(&self, words: &str) -> Result<()> {
        for letter in words.chars() {
            self.press(&letter.to_string()).await?;
        }
        Ok(())
    }

    /// A short description of the focused element: tag, id and accessible name, as in `a "Warwickshire"`.
    pub async fn focused_element(&self) -> Result<String> {
        let script = "const e = document.activeElement; const name = e.getAttribute('aria-label') \
                      ?? e.labels?.[0]?.textContent ?? e.textContent; \
                      return e.localName + (e.id && '#' + e.id) + ` \"${name.trim().slice(0, 80)}\"`";
        let words = self.run_script(script).await?;
        Ok(words.as_str().context("nothing has the focus")?.to_owned())
    }
}

/// The code of a key in WebDriver.
fn key_code(key: &str) -> Result<char> {
    let named = match key {
        "Alt" => Key::Alt,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "Backspace" => Key::Backspace,
        "Control" => Key::Control,
        "Delete" => Key::Delete,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Home" => Key::Home,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Shift" => Key::Shift,
        "Tab" => Key::Tab,
        _ => {
            let mut characters = key.chars();
            let character = characters.next().context("no key was named")?;
            ensure!(characters.next().is_none(), "no key is called {key}");
            return Ok(character);
        }
    };
    Ok(named.into())
}
