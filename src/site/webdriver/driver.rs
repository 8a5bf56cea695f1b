//! The driver processes of browsers, each on its own port.

use super::OtherBrowser;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long a driver may take to start: far longer than it needs.
const START_TIMEOUT: Duration = Duration::from_secs(20);

/// Where Linux distributions install it.
const SETPRIV: &str = "/usr/bin/setpriv";

/// A driver and its helper processes, which are killed when this is dropped.
pub struct Driver(Vec<Child>);

impl Driver {
    /// Starts chromedriver and returns the address of its server.
    ///
    /// # Errors
    /// If it does not start.
    pub fn start_chromedriver(program: &Path) -> Result<(Self, String)> {
        // A test run ends without closing its browsers. `setpriv` asks the kernel to kill the driver then.
        let mut command = if Path::new(SETPRIV).exists() {
            let mut command = Command::new(SETPRIV);
            command.args(["--pdeathsig", "KILL"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        let mut driver = Self(vec![spawn_process(command.arg("--port=0"), program)?]);
        let output = driver.0[0].stdout.take().context("chromedriver has no output")?;
        for line in BufReader::new(output).lines() {
            if let Some((_, port)) = line?.split_once("started successfully on port ") {
                let port: u16 = port.trim_end_matches('.').parse().context("chromedriver did not print its port")?;
                return Ok((driver, format!("http://127.0.0.1:{port}")));
            }
        }
        bail!("{} did not start", program.display());
    }

    /// Starts the driver of another browser, with a virtual screen if it needs one. Returns the address of its server.
    ///
    /// # Errors
    /// If it does not start in time.
    pub fn start_for(engine: &OtherBrowser) -> Result<(Self, String)> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut driver = Self(Vec::new());
        let program = match engine {
            OtherBrowser::Firefox { driver, .. } | OtherBrowser::WebKit { driver, .. } => driver,
        };
        let mut command = Command::new(program);
        command.arg(format!("--port={port}"));
        if let OtherBrowser::WebKit { xvfb, .. } = engine {
            command.env("DISPLAY", driver.start_screen(xvfb)?);
        }
        driver.0.push(spawn_process(&mut command, program)?);
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if start.elapsed() > START_TIMEOUT {
                bail!("{} did not start", program.display());
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok((driver, format!("http://127.0.0.1:{port}")))
    }

    /// Starts a virtual screen and returns its display name.
    fn start_screen(&mut self, xvfb: &Path) -> Result<String> {
        let mut child =
            spawn_process(Command::new(xvfb).args(["-displayfd", "1", "-screen", "0", "1400x1000x24"]), xvfb)?;
        let output = child.stdout.take().context("Xvfb has no output")?;
        self.0.push(child);
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number)?;
        Ok(format!(":{}", number.trim()))
    }
}

/// Starts a process whose standard output can be read.
fn spawn_process(command: &mut Command, program: &Path) -> Result<Child> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("{} cannot be run", program.display()))
}

impl Drop for Driver {
    fn drop(&mut self) {
        // In reverse order of starting. A process that has already ended is no error.
        for child in self.0.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
