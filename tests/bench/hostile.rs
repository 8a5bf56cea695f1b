//! Curves of time and memory against the size of texts that are made to be slow.

use crate::shapes::SHAPES;
use crate::sources;
use anyhow::{Context, Result, bail};
use parse::format_of;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

const KILOBYTES: [usize; 8] = [16, 64, 256, 1 << 10, 2 << 10, 4 << 10, 8 << 10, 16 << 10];

/// A curve ends with the first text that takes longer.
const LIMIT: Duration = Duration::from_secs(20);

/// Prints a curve for each format and shape whose names contain these words.
pub fn run(format: &str, shape: &str) -> Result<()> {
    println!("Hostile texts: a held report of each format with so much of a shape put into it.");
    println!(
        "Seconds on one core; memory is the process's most, as many times the text's size, at the last size read."
    );
    println!(
        "Growth is the power of the size that time grows with, from the last two sizes: 1 is linear, 2 is square.\n"
    );
    print!("{:<31} {:<29}", "format", "shape");
    let size = |kb: usize| if kb < 1024 { format!("{kb} kB") } else { format!("{} MB", kb >> 10) };
    KILOBYTES.iter().for_each(|kb| print!(" {:>7}", size(*kb)));
    println!(" {:>7} {:>7}", "growth", "memory");
    for source in sources()? {
        let text = fs::read_to_string(&source)?;
        let name = format_of(&text)?.name;
        let wanted = SHAPES.iter().filter(|known| name.contains(format) && known.name.contains(shape));
        for shape in wanted.filter(|shape| shape.place(&text).is_some()) {
            print!("{name:<31} {:<29}", shape.name);
            curve(&source, shape.name)?;
        }
    }
    Ok(())
}

fn curve(source: &Path, shape: &str) -> Result<()> {
    let mut points = Vec::new();
    let mut memory = f64::NAN;
    for kilobytes in KILOBYTES {
        let (time, most) = match measured(source, shape, kilobytes)? {
            Outcome::Parsed(time, most) => (time, most),
            Outcome::Late => {
                print!(" {:>7}", format!("> {}", LIMIT.as_secs()));
                break;
            }
            Outcome::Failed => {
                print!(" {:>7}", "failed");
                break;
            }
        };
        print!(" {time:>7.2}");
        points.push((kilobytes as f64, time));
        memory = most / (kilobytes as f64 * 1.024e-3);
    }
    (points.len() + 1..KILOBYTES.len()).for_each(|_| print!("{:8}", ""));
    let growth = match points.as_slice() {
        [.., before, last] => (last.1 / before.1).ln() / (last.0 / before.0).ln(),
        _ => f64::NAN,
    };
    println!(" {growth:>7.1} {memory:>7.1}");
    Ok(())
}

enum Outcome {
    /// Seconds and megabytes.
    Parsed(f64, f64),
    Late,
    /// The parser panicked.
    Failed,
}

fn measured(source: &Path, shape: &str, kilobytes: usize) -> Result<Outcome> {
    let mut command = Command::new(env::current_exe()?);
    let command = command.arg("child").arg(source).args([shape, &kilobytes.to_string()]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let began = Instant::now();
    let status = loop {
        match child.try_wait()? {
            Some(status) => break status,
            None if began.elapsed() > LIMIT => {
                child.kill()?;
                child.wait()?;
                return Ok(Outcome::Late);
            }
            None => thread::sleep(Duration::from_millis(5)),
        }
    };
    if !status.success() {
        return Ok(Outcome::Failed);
    }
    let mut said = String::new();
    child.stdout.take().context("a child has an output")?.read_to_string(&mut said)?;
    let numbers: Vec<f64> = said.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [seconds, most] = numbers[..] else { bail!("{shape} of {kilobytes} kB: the child said '{said}'") };
    Ok(Outcome::Parsed(seconds, most))
}
