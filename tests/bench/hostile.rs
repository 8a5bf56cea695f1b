//! Curves of time and memory against the size of texts that are designed to be slow.

use crate::shapes::SHAPES;
use crate::source_paths;
use anyhow::{Context, Result, bail};
use parse::format_of;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// The sizes of the inserted text.
const KILOBYTES: [usize; 8] = [16, 64, 256, 1 << 10, 2 << 10, 4 << 10, 8 << 10, 16 << 10];

/// The longest time for one text. A curve ends with the first text that takes longer.
const TIME_LIMIT: Duration = Duration::from_secs(20);

/// Prints a curve for each format and shape whose names contain these strings.
pub fn run(format: &str, shape: &str) -> Result<()> {
    println!("Hostile texts: a committed report of each format with this much of a shape inserted.");
    println!(
        "Times are CPU seconds. Memory is the peak of the process at the last size parsed, as a multiple of that size."
    );
    println!("Growth is the exponent of time against size, from the last two sizes: 1 is linear, 2 is quadratic.\n");
    print!("{:<31} {:<29}", "format", "shape");
    let size = |kb: usize| if kb < 1024 { format!("{kb} kB") } else { format!("{} MB", kb >> 10) };
    KILOBYTES.iter().for_each(|kb| print!(" {:>7}", size(*kb)));
    println!(" {:>7} {:>7}", "growth", "memory");
    for source in source_paths()? {
        let text = fs::read_to_string(&source)?;
        let name = format_of(&text)?.name;
        let wanted = SHAPES.iter().filter(|known| name.contains(format) && known.name.contains(shape));
        for shape in wanted.filter(|shape| shape.insertion_offset(&text).is_some()) {
            print!("{name:<31} {:<29}", shape.name);
            print_curve(&source, shape.name)?;
        }
    }
    Ok(())
}

/// Prints one curve.
fn print_curve(source: &Path, shape: &str) -> Result<()> {
    let mut points = Vec::new();
    let mut memory = f64::NAN;
    for kilobytes in KILOBYTES {
        let (time, megabytes) = match parse_in_child(source, shape, kilobytes)? {
            Outcome::Parsed(time, megabytes) => (time, megabytes),
            Outcome::TimedOut => {
                print!(" {:>7}", format!("> {}", TIME_LIMIT.as_secs()));
                break;
            }
            Outcome::Panicked => {
                print!(" {:>7}", "failed");
                break;
            }
        };
        print!(" {time:>7.2}");
        points.push((kilobytes as f64, time));
        memory = megabytes / (kilobytes as f64 * 1.024e-3);
    }
    (points.len() + 1..KILOBYTES.len()).for_each(|_| print!("{:8}", ""));
    let growth = match points.as_slice() {
        [.., before, last] => (last.1 / before.1).ln() / (last.0 / before.0).ln(),
        _ => f64::NAN,
    };
    println!(" {growth:>7.1} {memory:>7.1}");
    Ok(())
}

/// The result of parsing one text.
enum Outcome {
    /// It was parsed, with the seconds of CPU time and the peak memory in megabytes.
    Parsed(f64, f64),
    /// It took longer than the limit.
    TimedOut,
    /// The parser panicked.
    Panicked,
}

/// Parses one text in a child process.
fn parse_in_child(source: &Path, shape: &str, kilobytes: usize) -> Result<Outcome> {
    let mut command = Command::new(env::current_exe()?);
    let command = command.arg("child").arg(source).args([shape, &kilobytes.to_string()]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let start = Instant::now();
    let status = loop {
        match child.try_wait()? {
            Some(status) => break status,
            None if start.elapsed() > TIME_LIMIT => {
                child.kill()?;
                child.wait()?;
                return Ok(Outcome::TimedOut);
            }
            None => thread::sleep(Duration::from_millis(5)),
        }
    };
    if !status.success() {
        return Ok(Outcome::Panicked);
    }
    let mut output = String::new();
    child.stdout.take().context("the child has no output")?.read_to_string(&mut output)?;
    let numbers: Vec<f64> = output.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [seconds, megabytes] = numbers[..] else { bail!("{shape} of {kilobytes} kB: the child printed '{output}'") };
    Ok(Outcome::Parsed(seconds, megabytes))
}
