//! Other hosts than the one that the other tests use. The example configuration for nginx, used as intended: compression,
//! caching, content types and the page for unknown addresses. A host that answers folders without their final slash.

use crate::harness::{Browser, TestSite, browse_address, path_from_environment};
use crate::opened::open_pdf;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

/// A running nginx with its own folder.
struct Nginx {
    child: Child,
    port: u16,
    _folder: TempDir,
}

impl Nginx {
    /// Runs the example, with the three lines changed that its opening comment says to change.
    fn start(root: &Path) -> Result<Self> {
        let example = tests::repository::path_of("static/hosting/nginx.conf");
        let mut site = fs::read_to_string(&example)?;
        for (example_line, test_line) in [
            ("listen 80;", "listen LISTEN;".to_owned()),
            ("server_name findings.example.org;", "server_name localhost;".to_owned()),
            ("root /var/www/force-findings;", format!("root {};", root.display())),
        ] {
            ensure!(site.matches(example_line).count() == 1, "the example does not have the line: {example_line}");
            site = site.replace(example_line, &test_line);
        }
        Self::start_with(&site)
    }

    /// Runs a configuration of servers, in which `LISTEN` stands for the address of this one.
    fn start_with(site: &str) -> Result<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let site = site.replace("LISTEN", &format!("127.0.0.1:{port}"));
        let folder = tempfile::tempdir()?;
        let at = folder.path().display();
        let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|of| format!("{of}_temp_path {at}/{of};"));
        let around = format!(
            "pid {at}/pid; error_log {at}/errors; user root root;\nevents {{}}\nhttp {{ access_log off; {}\n{site} }}",
            paths.join(" ")
        );
        let config = folder.path().join("nginx.conf");
        fs::write(&config, around)?;
        let child = Command::new(path_from_environment("NGINX")?)
            .args(["-p", &at.to_string(), "-g", "daemon off;", "-c"])
            .arg(&config)
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("nginx cannot be run")?;
        let server = Self { child, port, _folder: folder };
        for _ in 0..500 {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(server);
            }
            thread::sleep(Duration::from_millis(20));
        }
        let errors = fs::read_to_string(config.with_file_name("errors")).unwrap_or_default();
        anyhow::bail!("nginx does not answer: {errors}")
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        let _ = self.child.wait();
    }
}

#[test]
fn behind_nginx_the_worker_that_reads_opened_reports_has_a_policy_and_works() {
    let dist = path_from_environment("DIST").expect("the site is built");
    let nginx = Nginx::start(&dist).expect("nginx runs");
    browse_address(format!("http://127.0.0.1:{}/", nginx.port), async |browser| {
        open_pdf(browser).await?;
        let policy: String = browser
            .read_script(
                "const { href } = parts.laterFile('reading-worker');
                 return fetch(href).then((worker) => worker.headers.get('Content-Security-Policy'))",
            )
            .await?;
        ensure!(policy.contains("default-src 'none'"), "the policy is: {policy}");
        Ok(())
    });
}

#[test]
fn nginx_with_the_example_compresses_every_kind_of_file_and_sends_the_right_headers() {
    let dist = path_from_environment("DIST").expect("the site is built");
    let nginx = Nginx::start(&dist).expect("nginx runs");
    browse_address(format!("http://127.0.0.1:{}/", nginx.port), async |browser| {
        browser.open("force/warwickshire/").await?;
        browser.wait_until("document.querySelector('.timeline')").await?;
        let files: Vec<String> = browser
            .read_script(
                "return performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname.slice(1))",
            )
            .await?;
        ensure!(files.iter().any(|file| file.ends_with(".wasm")), "the program is not among {files:?}");
        for (path, content_type, is_cached) in [
            ("force/warwickshire/", "text/html; charset=utf-8", false),
            ("service-worker.js", "application/javascript; charset=utf-8", false),
            ("manifest.webmanifest", "application/manifest+json; charset=utf-8", false),
            (file_ending_with(&files, ".wasm")?, "application/wasm", true),
            (file_ending_with(&files, ".css")?, "text/css; charset=utf-8", true),
            (file_ending_with(&files, ".js")?, "application/javascript; charset=utf-8", true),
            (file_ending_with(&files, ".json")?, "application/json; charset=utf-8", true),
        ] {
            let headers: BTreeMap<String, String> = browser
                .read_script(&format!("return fetch('/{path}').then((a) => Object.fromEntries(a.headers))"))
                .await?;
            let is = |name: &str| headers.get(name).map_or("", String::as_str);
            ensure!(is("content-type") == content_type, "{path} is {}", is("content-type"));
            ensure!(is("content-encoding") == "gzip", "{path} is not compressed: {headers:?}");
            let cache_control = if is_cached { "public, max-age=31536000, immutable" } else { "no-cache" };
            ensure!(is("cache-control") == cache_control, "{path} is cached: {}", is("cache-control"));
            ensure!(is("x-content-type-options") == "nosniff", "{path}: {headers:?}");
            ensure!(is("referrer-policy") == "no-referrer", "{path}: {headers:?}");
            ensure!(is("content-security-policy") == "frame-ancestors 'self'", "{path}: {headers:?}");
            ensure!(is("permissions-policy").contains("camera=()"), "{path}: {headers:?}");
        }
        ensure!(browser.status_of("no/such/page/").await? == 404, "the status of an unknown address is not 404");
        browser.open("no/such/page/").await?;
        ensure!(browser.text("h1").await? == "This page does not exist", "{}", browser.text("h1").await?);
        browser.open("force/kent").await?;
        ensure!(browser.path().await? == "force/kent/", "a page without its slash is {}", browser.path().await?);
        Ok(())
    });
}

/// The first of these files whose name ends with this.
fn file_ending_with<'f>(files: &'f [String], end: &str) -> Result<&'f str> {
    files.iter().find(|file| file.ends_with(end)).map(String::as_str).with_context(|| format!("no {end} in {files:?}"))
}

/// Opens pages without their final slash, in a folder of a host that does not add it. `place` is the folder.
async fn assert_pages_without_slash(browser: &Browser, place: &str) -> Result<()> {
    for (path, heading) in [
        ("force/kent", "Kent Police"),
        ("report/warwickshire-2017-effectiveness", "Warwickshire Police"),
        ("findings?q=stalking", "Findings"),
        ("about", "About"),
    ] {
        browser.open(path).await.with_context(|| format!("{place}{path}"))?;
        ensure!(browser.text("h1").await?.starts_with(heading), "{path} shows {}", browser.text("h1").await?);
        let rules: usize = browser.read_script("return document.styleSheets[0].cssRules.length").await?;
        ensure!(rules > 0, "{path} has no styles");
        browser.assert_no_console_errors().await?;
        let home: String = browser.read_script("return document.querySelector('.banner__name').pathname").await?;
        ensure!(home == format!("/{place}"), "the link home leads to {home}");
    }
    browser.open("force/kent").await?;
    browser.click("a[href='findings/']").await?;
    browser.wait_until("document.querySelector('.results')").await?;
    ensure!(browser.path().await? == "findings/", "the link leads to {}", browser.path().await?);
    Ok(())
}

#[test]
fn pages_work_without_their_final_slash_at_the_root_and_in_a_folder() {
    let types =
        "text/html html; text/css css; application/javascript js; application/json json; application/wasm wasm;";
    for place in ["", "sub/", "a/b-c/"] {
        let site = TestSite::copy_in_folder(place).expect("the site is built");
        let server = format!(
            "types {{ {types} }} server {{ listen LISTEN; root {}; try_files $uri $uri/index.html =404; }}",
            site.folder().display()
        );
        let nginx = Nginx::start_with(&server).expect("nginx runs");
        browse_address(format!("http://127.0.0.1:{}/{place}", nginx.port), async |browser| {
            assert_pages_without_slash(browser, place).await
        });
    }
}
