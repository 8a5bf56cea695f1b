//! A random user in two windows, for as long as asked, with faults of the network and of the storage: `cargo site soak`.
//! Counts crashes, console errors, lost work and growth of memory. The same seed makes the same user.

mod actions;
mod memory;
mod work;

use crate::harness::{Browser, browse};
use actions::{Disturbance, RandomUser};
use anyhow::{Context, Result, ensure};
use memory::Memory;
use std::env;
use std::time::{Duration, Instant};

/// The number of steps between two checks of what was made and of the memory.
const STEPS_BETWEEN_CHECKS: u32 = 60;

/// By how much memory may be more at the end than it ever was in the first half of the run. In that half, everything that is
/// loaded once is loaded, and the memory of a program, which can only grow, becomes as large as the largest page needs.
const MAX_GROWTH: f64 = 1.3;

#[test]
#[ignore = "takes as long as it is told to: `cargo site soak`"]
fn a_random_user_in_two_windows_meets_no_error_and_loses_nothing() {
    let number = |name: &str| env::var(name).ok().and_then(|value| value.parse().ok());
    let seed = number("FORCE_FINDINGS_SOAK_SEED").expect("the seed is set: run `cargo site soak`");
    let minutes = number("FORCE_FINDINGS_SOAK_MINUTES").expect("the time is set: run `cargo site soak`");
    println!("seed {seed}, {minutes} minutes");
    browse(async |browser| run(browser, seed, Duration::from_secs(60 * minutes)).await);
}

/// Lets the user act, and checks from time to time.
async fn run(browser: &Browser, seed: u64, duration: Duration) -> Result<()> {
    browser.before_each_page(actions::QUIET_SCRIPT).await?;
    let first = browser.current_window().await?;
    browser.open("").await?;
    browser.open_window().await?;
    browser.before_each_page(actions::QUIET_SCRIPT).await?;
    let second = browser.current_window().await?;
    browser.open("").await?;
    let windows = [first, second];
    let mut user = RandomUser::new(seed);
    let mut memory: Vec<Memory> = Vec::new();
    let (start, mut steps, mut errors) = (Instant::now(), 0_u32, Vec::new());
    while start.elapsed() < duration {
        let step = user.act(browser, &windows).await;
        steps += 1;
        step.with_context(|| format!("step {steps} with seed {seed}: {}", user.last_action()))?;
        for line in browser.console_lines().await?.into_iter().filter(|line| is_fault(line)) {
            println!("step {steps}, {}: {line}", user.last_action());
            errors.push(line);
        }
        if steps.is_multiple_of(STEPS_BETWEEN_CHECKS) {
            user.end(Disturbance::Network, browser).await?;
            user.end(Disturbance::Storage, browser).await?;
            let actions = user.take_actions();
            work::assert_nothing_is_lost(browser, &windows)
                .await
                .with_context(|| format!("{actions}\nafter step {steps} with seed {seed}"))?;
            let now = memory::measure(browser, &windows[0]).await?;
            println!("step {steps}: {now}");
            memory.push(now);
        }
    }
    println!("{steps} steps, {} checks of what was made: nothing lost", memory.len());
    let (first_half, end) = (&memory[..memory.len() / 2], memory.last());
    let before = first_half.iter().copied().reduce(Memory::max);
    let (before, after) = before.zip(end).context("the run was too short to measure memory")?;
    println!("most memory in the first half: {before}\n                   at the end: {after}");
    ensure!(errors.is_empty(), "{} errors in the console with seed {seed}: {errors:#?}", errors.len());
    ensure!(after.is_within(&before, MAX_GROWTH), "memory grew by more than {MAX_GROWTH}: from {before} to {after}");
    Ok(())
}

/// Whether a line of the console is the site's fault. That a file cannot be fetched while the network is away is not, nor is
/// what the user does on the page that the browser shows then.
fn is_fault(line: &str) -> bool {
    let is_network = [
        "Failed to load resource",
        "net::ERR_",
        "Failed to fetch",
        "Fetch API cannot load",
        "error occurred when fetching the script",
        "FetchEvent",
        "ServiceWorker",
    ];
    let is_of_browser = line.starts_with("\"SEVERE\" \"chrome-error://");
    line.starts_with("\"SEVERE\"") && !is_of_browser && !is_network.iter().any(|words| line.contains(words))
}
