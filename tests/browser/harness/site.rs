//! Sites for the tests: the built one, and changed copies of it.

use super::path_from_environment;
use ::site::server;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

/// A folder to be served, and the path of the site in it.
pub struct TestSite {
    folder: PathBuf,
    /// The path of the site in the folder; empty, or with a slash at its end.
    base_path: String,
    // Kept because dropping it deletes the copy.
    _copy: Option<TempDir>,
}

impl TestSite {
    /// The site as built.
    pub fn built() -> Result<Self> {
        Ok(Self { folder: path_from_environment("DIST")?, base_path: String::new(), _copy: None })
    }

    /// A copy of the site, changed before it is served.
    pub fn changed_copy(change: impl FnOnce(&Path) -> Result<()>) -> Result<Self> {
        let site = Self::copy_in_folder("")?;
        change(&site.folder)?;
        Ok(site)
    }

    /// A copy of the site in a folder of the host, such as `some/folder/`.
    pub fn copy_in_folder(place: &str) -> Result<Self> {
        let copy = tempfile::tempdir()?;
        copy_folder(&path_from_environment("DIST")?, &copy.path().join(place))?;
        Ok(Self { folder: copy.path().to_owned(), base_path: place.to_owned(), _copy: Some(copy) })
    }

    /// The folder that is served. Tests may change it.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Serves the folder on a free port, or on the given one.
    pub async fn serve(&self, port: Option<u16>) -> Result<RunningServer> {
        // The server has its own runtime: when that ends, so do the connections that browsers keep open.
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let (handle, runtime) = (runtime.handle().clone(), ServerRuntime(Some(runtime)));
        let listener = handle.spawn(server::listen(port)).await??;
        let port = listener.local_addr()?.port();
        let folder = self.folder.clone();
        handle.spawn(async move { server::serve_folder(listener, &folder, server::HEAD_TIMEOUT).await });
        Ok(RunningServer { root: format!("http://127.0.0.1:{port}/{}", self.base_path), _runtime: runtime })
    }
}

/// A running server. It stops when this is dropped.
pub struct RunningServer {
    /// The address of the site's root.
    pub root: String,
    _runtime: ServerRuntime,
}

/// The runtime of a server.
struct ServerRuntime(Option<Runtime>);

impl Drop for ServerRuntime {
    fn drop(&mut self) {
        // This may be dropped inside another runtime, where waiting for it is not allowed.
        self.0.take().into_iter().for_each(Runtime::shutdown_background);
    }
}

/// The only published file whose path starts and ends like this: "assets/app.", ".wasm".
pub fn published_file(dist: &Path, start: &str, end: &str) -> Result<PathBuf> {
    let (folder, start) = start.rsplit_once('/').context("the path has no folder")?;
    let mut paths = fs::read_dir(dist.join(folder))?.filter_map(|entry| Some(entry.ok()?.path()));
    let is_named = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(start) && name.ends_with(end)
    };
    paths.find(is_named).with_context(|| format!("no {start}…{end} in {folder}"))
}

/// Copies a folder with everything in it.
fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
