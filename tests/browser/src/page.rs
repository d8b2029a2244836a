//! What the suites do with an open page.

use crate::driver::Browser;
use anyhow::{Context, Result, bail};
use fantoccini::actions::{Actions, InputSource, MouseActions, PointerAction, TouchActions};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How long a chart may take to stand on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// What presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    Mouse,
    Finger,
}

impl Hand {
    fn does(self, acts: Vec<PointerAction>) -> Actions {
        match self {
            Hand::Mouse => {
                let mouse = MouseActions::new("mouse".into());
                acts.into_iter().fold(mouse, InputSource::then).into()
            }
            Hand::Finger => {
                let finger = TouchActions::new("finger".into());
                acts.into_iter().fold(finger, InputSource::then).into()
            }
        }
    }
}

impl Browser {
    /// The value of a script's `return`.
    pub async fn run(&self, script: &str) -> Result<Value> {
        let value = self.client.execute(script, Vec::new()).await;
        value.with_context(|| format!("the script failed: {script}"))
    }

    /// The value that a script hands to `done`, for what takes frames or promises.
    pub async fn run_async(&self, script: &str) -> Result<Value> {
        let whole = format!(
            "const done = arguments[arguments.length - 1];
            const frames = async (n) => {{
              for (let i = 0; i < n; i++) await new Promise(requestAnimationFrame);
            }};
            // What a panel shows comes when it is first opened.
            const opened = async (root, name) => {{
              const door = root.querySelector(`[aria-controls=${{name}}]`);
              if (door.ariaExpanded !== 'true') door.click();
              for (let i = 0; i < 500 && !root.getElementById(name).firstChild; i++) {{
                await new Promise((next) => setTimeout(next, 10));
              }}
            }};
            (async () => {{ {script} }})().then(done, (error) => done({{ failed: String(error) }}));"
        );
        let value = self.client.execute_async(&whole, Vec::new()).await;
        let value = value.with_context(|| format!("the script failed: {script}"))?;
        if let Some(error) = value.get("failed") {
            bail!("the script failed: {error}: {script}");
        }
        Ok(value)
    }

    /// Opens a page and waits until all its charts stand.
    pub async fn open_page(&self, url: &str) -> Result<()> {
        self.client.goto(url).await?;
        self.until("every chart stands", DRAWN).await
    }

    /// Waits until a script returns true.
    pub async fn until(&self, what: &str, script: &str) -> Result<()> {
        let start = Instant::now();
        while self.run(script).await? != Value::Bool(true) {
            if start.elapsed() > PATIENCE {
                let found = self.run("return window.probe ?? null;").await?;
                bail!("not so after {PATIENCE:?}: {what}; the page says {found}");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// Moves the mouse to a place in the window, in CSS pixels, and lets two frames pass.
    pub async fn point(&self, x: f64, y: f64) -> Result<()> {
        self.client.perform_actions(mouse(x, y)).await?;
        self.run_async("await frames(2);").await?;
        Ok(())
    }

    /// Clicks there.
    pub async fn click(&self, x: f64, y: f64) -> Result<()> {
        let button = 0;
        let actions =
            mouse(x, y).then(PointerAction::Down { button }).then(PointerAction::Up { button });
        self.client.perform_actions(actions).await?;
        self.run_async("await frames(2);").await?;
        Ok(())
    }

    /// Presses there, moves in steps and lets go.
    pub async fn drag(&self, from: (f64, f64), to: (f64, f64)) -> Result<()> {
        let button = 0;
        let mut actions = mouse(from.0, from.1).then(PointerAction::Down { button });
        for step in 1..=4 {
            let share = f64::from(step) / 4.0;
            let (x, y) = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            let (x, y) = (x.round(), y.round());
            actions = actions.then(PointerAction::MoveTo { duration: None, x, y });
        }
        self.client.perform_actions(actions.then(PointerAction::Up { button })).await?;
        self.run_async("await frames(3);").await?;
        Ok(())
    }

    /// Presses at the first place, in CSS pixels of the window, moves through the others, two frames
    /// at each, and lets go. In one call, as Chromium's driver forgets a finger between two.
    pub async fn stroke(&self, hand: Hand, places: &[(f64, f64)]) -> Result<()> {
        let mut acts = Vec::new();
        for (at, &(x, y)) in places.iter().enumerate() {
            acts.push(PointerAction::MoveTo { duration: None, x, y });
            if at == 0 {
                acts.push(PointerAction::Down { button: 0 });
            }
            acts.push(PointerAction::Pause { duration: Duration::from_millis(40) });
        }
        acts.push(PointerAction::Up { button: 0 });
        self.client.perform_actions(hand.does(acts)).await?;
        self.run_async("await frames(3);").await?;
        Ok(())
    }

    /// Fails if the page has seen an error, a warning or a breach of its policy.
    pub async fn quiet(&self) -> Result<()> {
        let problems = self.run("return window.probe.problems;").await?;
        if problems != json!([]) {
            bail!("the page complains: {problems}");
        }
        Ok(())
    }
}

fn mouse(x: f64, y: f64) -> MouseActions {
    let (x, y) = (x.round(), y.round());
    MouseActions::new("mouse".into()).then(PointerAction::MoveTo { duration: None, x, y })
}

/// Whether every chart of the page is shown and inked; scrolls to one that is not.
const DRAWN: &str = "
  const inked = (canvas) => {
    if (!canvas.width || !canvas.height) return false;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    return pixels.some((pixel) => pixel !== pixels[0]);
  };
  const stands = ({ shadowRoot }) => shadowRoot
    && !shadowRoot.querySelector('figure').hidden
    && (inked(shadowRoot.querySelector('canvas')) || shadowRoot.querySelector('.plot').hidden);
  const charts = [...document.querySelectorAll('bilateral-chart')];
  const late = charts.find((chart) => !stands(chart));
  late?.scrollIntoView();
  return charts.length > 0 && !late;";
