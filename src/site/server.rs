//! A static web server on this machine, as similar as possible to the usual hosts. The browser tests use it too.

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderMap, HeaderValue};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use percent_encoding::percent_decode_str;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};

/// Listens on a port of this machine only: the given one, or any free one.
///
/// # Errors
/// If the port cannot be used.
pub async fn listen(port: Option<u16>) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0)))
        .await
        .with_context(|| format!("port {} cannot be used: choose another", port.unwrap_or(0)))
}

/// How long a browser may take to send the head of a request, which includes the time until it sends the next one.
pub const HEAD_TIMEOUT: Duration = Duration::from_secs(60);

/// The most bytes of a path. No file of the site has a longer one.
const MAX_PATH: usize = 1000;

/// Serves the files in `dist`, compressed, and its `404.html` for unknown addresses. Runs until the server stops. A connection is
/// closed if the head of a request takes longer than `head_timeout`.
///
/// # Errors
/// If the server fails.
pub async fn serve_folder(listener: TcpListener, dist: &Path, head_timeout: Duration) -> Result<()> {
    let not_found = ServeFile::new(dist.join("404.html"));
    let files = ServeDir::new(dist).not_found_service(not_found);
    let folder: Arc<Path> = dist.canonicalize().with_context(|| format!("{} cannot be opened", dist.display()))?.into();
    let refuse = move |request, next| refuse_foreign_files(Arc::clone(&folder), request, next);
    let site = Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn(refuse))
        .layer(middleware::from_fn(add_headers))
        .layer(CompressionLayer::new());
    loop {
        let (connection, _) = listener.accept().await.context("the server stopped")?;
        let service = TowerToHyperService::new(site.clone());
        tokio::spawn(async move {
            let mut http = http1::Builder::new();
            http.timer(TokioTimer::new()).header_read_timeout(head_timeout);
            // A connection that breaks concerns only the browser that opened it.
            _ = http.serve_connection(TokioIo::new(connection), service).await;
        });
    }
}

/// Refuses paths that are too long for any file, hidden files, and links that lead out of the folder.
async fn refuse_foreign_files(folder: Arc<Path>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path.len() > MAX_PATH {
        return StatusCode::URI_TOO_LONG.into_response();
    }
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let is_hidden = decoded.split('/').any(|part| part.starts_with('.'));
    let file = folder.join(decoded.trim_start_matches('/')).canonicalize();
    if is_hidden || file.is_ok_and(|file| !file.starts_with(&folder)) {
        return StatusCode::NOT_FOUND.into_response();
    }
    next.run(request).await
}

/// Adds the headers that follow from the path and type of a file.
async fn add_headers(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_hashed = path.contains("/assets/") || path.contains("/data/");
    let mut response = next.run(request).await;
    let lasting = is_hashed && response.status().is_success();
    set_cache_control(response.headers_mut(), lasting);
    set_text_charset(response.headers_mut());
    response
}

/// Lets browsers cache files with a hash in their name indefinitely, and makes them revalidate all others.
fn set_cache_control(headers: &mut HeaderMap, is_immutable: bool) {
    let value = if is_immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(value));
}

/// Declares plain text as UTF-8. HTML declares its encoding itself.
fn set_text_charset(headers: &mut HeaderMap) {
    if headers.get(CONTENT_TYPE).is_some_and(|value| value == "text/plain") {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    }
}
