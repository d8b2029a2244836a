//! What a reader's hands do on a page: presses and keys.

use crate::driver::Browser;
use anyhow::{Context, Result};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};

pub const ENTER: char = '\u{E007}';

/// The middle of what a script finds, once it is in the window.
pub async fn middle(browser: &Browser, found: &str) -> Result<(f64, f64)> {
    browser.until(found, &format!("return Boolean({found});")).await?;
    let script = format!(
        "const node = {found};
        node.scrollIntoView({{ block: 'center' }});
        await frames(2);
        const {{ x, y, width, height }} = node.getBoundingClientRect();
        return [Math.round(x + width / 2), Math.round(y + height / 2)];"
    );
    let place = browser.run_async(&script).await?;
    let at = |index: usize| place[index].as_f64().context("a place");
    Ok((at(0)?, at(1)?))
}

/// Presses what a script finds.
pub async fn press(browser: &Browser, found: &str) -> Result<()> {
    let (x, y) = middle(browser, found).await?;
    browser.click(x, y).await
}

/// The button of that text.
#[must_use]
pub fn button(text: &str) -> String {
    format!("[...document.querySelectorAll('button')].find((one) => one.textContent === '{text}')")
}

/// Presses keys one after the other.
pub async fn keys(browser: &Browser, keys: &[char]) -> Result<()> {
    for key in keys {
        let one = KeyActions::new("keys".into())
            .then(KeyAction::Down { value: *key })
            .then(KeyAction::Up { value: *key });
        browser.client.perform_actions(one).await?;
    }
    browser.run_async("await frames(2);").await?;
    Ok(())
}
