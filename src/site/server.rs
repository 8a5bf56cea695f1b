//! A static web server on this machine, as similar as possible to the usual hosts. The browser tests use it too.

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderMap, HeaderValue};
use axum::middleware::{self, Next};
use axum::response::Response;
use std::net::Ipv4Addr;
use std::path::Path;
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

/// Serves the files in `dist`, compressed, and its `404.html` for unknown addresses. Runs until the server stops.
///
/// # Errors
/// If the server fails.
pub async fn serve_folder(listener: TcpListener, dist: &Path) -> Result<()> {
    let files = ServeDir::new(dist).not_found_service(ServeFile::new(dist.join("404.html")));
    let site =
        Router::new().fallback_service(files).layer(middleware::from_fn(add_headers)).layer(CompressionLayer::new());
    axum::serve(listener, site).await.context("the server stopped")
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
