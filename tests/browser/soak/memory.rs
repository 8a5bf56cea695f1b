//! What a window holds in memory.

use crate::harness::Browser;
use anyhow::{Context, Result};
use fantoccini::wd::WindowHandle;
use serde_json::json;
use std::fmt;

/// The memory of a page, and of those of other windows with which it shares a process, after everything that is not needed was
/// collected.
#[derive(Clone, Copy)]
pub struct Memory {
    /// Bytes of objects of scripts.
    objects: f64,
    /// Bytes of all WebAssembly memories.
    programs: f64,
    /// Elements and texts.
    nodes: f64,
    /// Listeners of events.
    listeners: f64,
}

impl Memory {
    /// The larger of both, figure by figure.
    pub fn max(self, other: Memory) -> Memory {
        Memory {
            objects: self.objects.max(other.objects),
            programs: self.programs.max(other.programs),
            nodes: self.nodes.max(other.nodes),
            listeners: self.listeners.max(other.listeners),
        }
    }

    /// Whether nothing is larger than `factor` times what it was.
    pub fn is_within(&self, before: &Memory, factor: f64) -> bool {
        let pairs = [
            (self.objects, before.objects),
            (self.programs, before.programs),
            (self.nodes, before.nodes),
            (self.listeners, before.listeners),
        ];
        pairs.iter().all(|(after, before)| *after <= before * factor)
    }
}

impl fmt::Display for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (objects, programs) = (self.objects / 1e6, self.programs / 1e6);
        write!(f, "{objects:.1} MB of objects, {programs:.1} MB of programs, ")?;
        write!(f, "{} nodes, {} listeners", self.nodes, self.listeners)
    }
}

/// Measures a window on the home page.
pub async fn measure(browser: &Browser, window: &WindowHandle) -> Result<Memory> {
    browser.switch_to_window(window.clone()).await?;
    browser.run_script("document.querySelector('.banner__name').click()").await?;
    browser.wait_until("document.querySelector('.home')").await?;
    let command = async |name: &str, parameters| browser.send_devtools_command(name, parameters).await;
    command("HeapProfiler.collectGarbage", json!({})).await?;
    let heap = command("Runtime.getHeapUsage", json!({})).await?;
    let counters = command("Memory.getDOMCounters", json!({})).await?;
    let class = command("Runtime.evaluate", json!({ "expression": "WebAssembly.Memory.prototype" })).await?;
    let found =
        command("Runtime.queryObjects", json!({ "prototypeObjectId": class["result"]["objectId"].clone() })).await?;
    let sum = json!({
        "objectId": found["objects"]["objectId"].clone(),
        "functionDeclaration": "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0) }",
        "returnByValue": true,
    });
    let programs = command("Runtime.callFunctionOn", sum).await?;
    let number = |value: &serde_json::Value| value.as_f64().context("the browser gives no number");
    Ok(Memory {
        objects: number(&heap["usedSize"])?,
        programs: number(&programs["result"]["value"])?,
        nodes: number(&counters["nodes"])?,
        listeners: number(&counters["jsEventListeners"])?,
    })
}
