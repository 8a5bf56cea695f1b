//! How long each test took.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::sync::{LazyLock, Mutex};
use std::thread;
use std::time::Duration;

/// The file of this test run. A test run that comes later replaces it.
static FILE: LazyLock<Mutex<std::fs::File>> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser-test-times.csv");
    let mut file = OpenOptions::new().create(true).write(true).truncate(true).open(path).expect("a file can be made");
    writeln!(file, "test,seconds").expect("the times can be written");
    Mutex::new(file)
});

/// Writes the time of the test that runs in this thread.
pub fn record(duration: Duration) {
    let test = thread::current().name().unwrap_or("test").to_owned();
    let mut file = FILE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    writeln!(file, "{test},{:.1}", duration.as_secs_f64()).expect("the times can be written");
}
