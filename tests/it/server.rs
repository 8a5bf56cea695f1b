//! The server of `cargo site serve` answers every request rightly and in bounded time, and serves nothing but the site.

use site::server;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};

/// A server of a folder with a page, a hidden file and, on Unix, a link that leads out of it.
struct Served {
    port: u16,
    _runtime: Runtime,
    _folder: tempfile::TempDir,
}

impl Served {
    fn start() -> Served {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        fs::write(folder.path().join("index.html"), "the page").expect("it can be written to");
        fs::write(folder.path().join("404.html"), "no page").expect("it can be written to");
        fs::write(folder.path().join(".secret"), "hidden").expect("it can be written to");
        #[cfg(unix)]
        std::os::unix::fs::symlink("/etc/hostname", folder.path().join("link.txt")).expect("a link can be made");
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
        let listener = runtime.block_on(server::listen(None)).expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let dist = folder.path().to_owned();
        runtime.spawn(async move { server::serve_folder(listener, &dist, Duration::from_millis(300)).await });
        Served { port, _runtime: runtime, _folder: folder }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server answers");
        stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a limit can be set");
        stream
    }

    /// The status of the answer to a request of a path.
    fn status(&self, path: &str) -> String {
        let mut stream = self.connect();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("it can be sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer.split(' ').nth(1).unwrap_or_default().to_owned()
    }
}

#[test]
fn only_files_of_the_site_are_served_and_every_path_has_an_answer() {
    let served = Served::start();
    let long = format!("/{}", "a".repeat(6000));
    for (path, status) in [
        ("/", "200"),
        ("/index.html", "200"),
        ("/no/such/page/", "404"),
        ("/.secret", "404"),
        ("/%2esecret", "404"),
        ("/link.txt", "404"),
        ("/../../etc/passwd", "404"),
        ("/%2e%2e/%2e%2e/etc/passwd", "404"),
        ("/%00", "404"),
        (long.as_str(), "414"),
    ] {
        assert_eq!(served.status(path), status, "{}", &path[..path.len().min(40)]);
    }
}

#[test]
fn half_a_request_is_given_up_and_others_are_answered_meanwhile() {
    let served = Served::start();
    let mut half: Vec<TcpStream> = (0..100).map(|_| served.connect()).collect();
    half.iter_mut().for_each(|stream| stream.write_all(b"GET / HTTP/1.1\r\nHost:").expect("it can be sent"));
    assert_eq!(served.status("/"), "200");
    for stream in &mut half {
        let mut answer = Vec::new();
        // An error means that the server has closed the connection too.
        _ = stream.read_to_end(&mut answer);
        assert!(!answer.starts_with(b"HTTP/1.1 200"), "half a request was answered");
    }
    assert_eq!(served.status("/"), "200");
}
