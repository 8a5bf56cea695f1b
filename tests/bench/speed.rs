//! The speed of parsing a thousand files, compared with counting their words.

use crate::source_paths;
use anyhow::{Context, Result, anyhow, ensure};
use ingest::{queue, read};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

/// How many copies are made of each source: a thousand files of 75 MB in all.
const COPIES_PER_SOURCE: usize = 200;
/// How many runs each time is the median of.
const RUNS: usize = 5;

/// Prints a table of times.
pub fn run() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (files, bytes) = copy_sources(folder.path())?;
    let cores = available_parallelism().map_or(1, usize::from);
    let (number, megabytes) = (files.len(), bytes as f64 / 1e6);
    println!(
        "Speed, on {number} files of {megabytes:.1} MB in all: {COPIES_PER_SOURCE} copies of each report in data/sources,"
    );
    println!("under different names, in the page cache. This machine has {cores} cores.");
    println!("'parse' opens, reads and parses each file as cargo ingest does, and writes nothing.");
    println!("'cores s' is the mean CPU time on all cores together, which other work on the machine affects least.\n");
    println!("{:<28} {:>8} {:>8} {:>8} {:>8}   {RUNS} runs each", "", "median s", "worst s", "cores s", "MB/s");
    let row = |name: &str, work: &dyn Fn() -> Result<()>| -> Result<f64> {
        let before = process_cpu_seconds();
        let [median, worst] = median_and_longest(work)?.map(|time| time.as_secs_f64());
        let cores = (process_cpu_seconds() - before) / (RUNS + 1) as f64;
        println!("{name:<28} {median:>8.2} {worst:>8.2} {cores:>8.2} {:>8.0}", megabytes / median);
        Ok(median)
    };
    let utf8 = row("wc -w, LC_ALL=C.UTF-8", &|| count_words(&files, "C.UTF-8"))?;
    let bytewise = row("wc -w, LC_ALL=C", &|| count_words(&files, "C"))?;
    let one = row("parse, 1 core", &|| parse_files(&files, 1))?;
    let all = row(&format!("parse, {cores} cores"), &|| parse_files(&files, cores))?;
    println!("\n{:<28} {:>15} {:>15}", "time as a multiple of", "wc -w in UTF-8", "wc -w in C");
    for (name, time) in [("parse, 1 core", one), ("parse, all cores", all)] {
        println!("{name:<28} {:>15.1} {:>15.1}", time / utf8, time / bytewise);
    }
    println!();
    Ok(())
}

/// Copies the committed sources into a folder. Returns the copies and their total size in bytes.
fn copy_sources(folder: &Path) -> Result<(Vec<PathBuf>, u64)> {
    let (mut files, mut bytes) = (Vec::new(), 0);
    for source in source_paths()? {
        let name = source.file_stem().context("a source has a name")?.to_string_lossy().into_owned();
        for n in 0..COPIES_PER_SOURCE {
            let copy = folder.join(format!("{name}-{n}.txt"));
            bytes += fs::copy(&source, &copy)?;
            files.push(copy);
        }
    }
    Ok((files, bytes))
}

/// The median and the longest time of several runs, after one run that does not count.
fn median_and_longest(work: &dyn Fn() -> Result<()>) -> Result<[Duration; 2]> {
    work()?;
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        work()?;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    Ok([times[RUNS / 2], times[RUNS - 1]])
}

/// The CPU time of this process and its children in seconds; 0 except on Linux.
fn process_cpu_seconds() -> f64 {
    const TICKS: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(4).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / TICKS
}

/// Runs `wc -w` on the files.
fn count_words(files: &[PathBuf], locale: &str) -> Result<()> {
    let mut command = Command::new("wc");
    let status = command.arg("-w").args(files).env("LC_ALL", locale).stdout(Stdio::null()).status();
    ensure!(status.context("wc cannot be run")?.success(), "wc failed");
    Ok(())
}

/// Reads and parses the files, on several threads.
fn parse_files(files: &[PathBuf], threads: usize) -> Result<()> {
    let mut findings = 0;
    let work =
        |file: &PathBuf| read::read_report(file).map(|read| (read.text.len(), read.parsed.report.findings.len()));
    queue::process_in_order(files, threads, work, |file, read| {
        let (bytes, found) = read.map_err(|_| anyhow!("{} cannot be parsed", file.display()))??;
        ensure!(bytes > 0, "{} is empty", file.display());
        findings += found;
        Ok(())
    })?;
    ensure!(findings >= files.len(), "only {findings} findings in {} files", files.len());
    Ok(())
}
