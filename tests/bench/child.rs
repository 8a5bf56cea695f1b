//! Parses one hostile text in a process of its own, so that its memory can be measured.

use crate::shapes::SHAPES;
use anyhow::{Context, Result};
use parse::parse_report;
use std::fs;
use std::path::Path;
use std::time::Instant;

/// A committed source with this many kilobytes of a shape inserted.
fn hostile_text(source: &Path, shape: &str, kilobytes: usize) -> Result<String> {
    let shape = SHAPES.iter().find(|known| known.name == shape).context("no such shape")?;
    let source = fs::read_to_string(source)?;
    let at = shape.insertion_offset(&source).context("the source has no place for this shape")?;
    // Allocated once, because memory is measured.
    let mut text = String::with_capacity(source.len() + (kilobytes << 10) + shape.words.len() + 20);
    text.push_str(&source[..at]);
    let is_numbered = shape.words.contains("{n}");
    for n in 1.. {
        if text.len() >= at + (kilobytes << 10) {
            break;
        }
        if is_numbered {
            text.push_str(&shape.words.replace("{n}", &n.to_string()))
        } else {
            text.push_str(shape.words)
        }
    }
    text.push_str(&source[at..]);
    Ok(text)
}

/// Parses the text, and prints the seconds of CPU time and the peak memory in megabytes.
pub fn run(source: &Path, shape: &str, kilobytes: usize) -> Result<()> {
    let text = hostile_text(source, shape, kilobytes)?;
    let (start, before) = (Instant::now(), thread_cpu_seconds());
    parse_report("hostile.txt", &text)?;
    let seconds = thread_cpu_seconds().zip(before).map_or(start.elapsed().as_secs_f64(), |(now, before)| now - before);
    println!("{seconds} {}", peak_megabytes().unwrap_or(f64::NAN));
    // Exits without freeing the memory, which is not part of parsing.
    std::process::exit(0)
}

/// The CPU time of this thread in seconds, which other work on the machine does not lengthen. None except on Linux.
fn thread_cpu_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(stat.split(' ').next()?.parse::<f64>().ok()? / 1e9)
}

/// The peak memory of this process in megabytes. None except on Linux.
fn peak_megabytes() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<f64>().ok()? * 1024.0 / 1e6)
}
