//! Real key presses, which go to whatever has the focus.

use super::Browser;
use anyhow::{Context, Result, bail, ensure};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

impl Browser {
    /// Presses a key: a character, a name as scripts call it (`Enter`, `ArrowDown`), or with `Shift+` before it.
    pub async fn press(&self, key: &str) -> Result<()> {
        let mut keys = Vec::new();
        let mut rest = key;
        while let Some((modifier, after)) = rest.split_once('+').filter(|(modifier, _)| !modifier.is_empty()) {
            keys.push(code(modifier)?);
            rest = after;
        }
        keys.push(code(rest)?);
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in &keys {
            actions = actions.then(KeyAction::Down { value: *value });
        }
        for value in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *value });
        }
        Ok(self.session.client().perform_actions(actions).await?)
    }

    /// Presses Tab until the focus is on such an element: what somebody does who has no mouse.
    pub async fn tab_to(&self, css: &str) -> Result<()> {
        const MOST: usize = 200;
        for _ in 0..MOST {
            self.press("Tab").await?;
            if self.read(&format!("return document.activeElement.matches({css:?})")).await? {
                return Ok(());
            }
        }
        bail!("{MOST} presses of the tab key do not come to {css}")
    }

    /// Types words with whatever has the focus.
    pub async fn type_words(&self, words: &str) -> Result<()> {
        for letter in words.chars() {
            self.press(&letter.to_string()).await?;
        }
        Ok(())
    }

    /// What has the focus, as a short description: tag, id, and the name that is announced, as in `a "Warwickshire"`.
    pub async fn focused(&self) -> Result<String> {
        let script = "const e = document.activeElement; const name = e.getAttribute('aria-label') \
                      ?? e.labels?.[0]?.textContent ?? e.textContent; \
                      return e.localName + (e.id && '#' + e.id) + ` \"${name.trim().slice(0, 80)}\"`";
        let words = self.run(script).await?;
        Ok(words.as_str().context("nothing has the focus")?.to_owned())
    }
}

fn code(key: &str) -> Result<char> {
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
