//! A static host on this machine, as like the usual ones as it can be; the browser tests use it too.

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

/// A port on this machine only: the one asked for, or any that is free.
pub async fn listen(port: Option<u16>) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0)))
        .await
        .with_context(|| format!("port {} cannot be used: choose another", port.unwrap_or(0)))
}

/// Answers with the files in `dist`, compressed, and unknown addresses with its `404.html`.
pub async fn serve(listener: TcpListener, dist: &Path) -> Result<()> {
    let files = ServeDir::new(dist).not_found_service(ServeFile::new(dist.join("404.html")));
    let site = Router::new().fallback_service(files).layer(middleware::from_fn(label)).layer(CompressionLayer::new());
    axum::serve(listener, site).await.context("the server stopped")
}

/// Adds what a file's name tells about it.
async fn label(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_hashed = path.contains("/assets/") || path.contains("/data/");
    let mut response = next.run(request).await;
    let lasting = is_hashed && response.status().is_success();
    label_age(response.headers_mut(), lasting);
    label_text(response.headers_mut());
    response
}

/// Lets browsers keep what carries its hash in its name, and makes them ask again for everything else.
fn label_age(headers: &mut HeaderMap, lasting: bool) {
    let value = if lasting { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(value));
}

/// Says that text is UTF-8, which HTML says itself.
fn label_text(headers: &mut HeaderMap) {
    if headers.get(CONTENT_TYPE).is_some_and(|value| value == "text/plain") {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    }
}
