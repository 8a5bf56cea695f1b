//! The data of this program, which is fetched once, and again when other reports are open.

use crate::opened_store;
use corpus::Corpus;
use explore::export::Origin;
use explore::library::Library;
use explore::theme_examples::with_theme_examples;
use futures::future::join;
use opened::with_links_of_opened;
use std::cell::RefCell;
use std::rc::Rc;

thread_local!(static LIBRARY: RefCell<Option<Rc<Library>>> = const { RefCell::new(None) });

/// Forgets the data, because other reports are open.
pub fn forget_library() {
    LIBRARY.take();
}

/// Fetches the data on the first call, and adds the reports that the reader has opened. After a failure the next call tries
/// again.
///
/// # Errors
/// A message that says why the data cannot be fetched or read.
pub async fn fetch_library() -> Result<Rc<Library>, String> {
    opened_store::restore().await;
    if let Some(library) = LIBRARY.with_borrow(Clone::clone) {
        return Ok(library);
    }
    let failed = |reason: String| format!("The findings could not be loaded: {reason}.");
    let (data, issues) = (dom::whole_data_address(), dom::issues_address());
    let (data, issues) = join(dom::fetch_text(&data), dom::fetch_text(&issues)).await;
    let mut corpus = Corpus::from_json(&data.map_err(failed)?).map_err(|error| failed(error.to_string()))?;
    corpus.add_issues(&issues.map_err(failed)?).map_err(|error| failed(error.to_string()))?;
    opened_store::with_shelf(|shelf| {
        shelf.reports().iter().for_each(|opened| corpus.add_opened(opened.report.clone()));
    });
    if corpus.reports.iter().any(|report| report.id.is_opened()) {
        corpus = with_links_of_opened(with_theme_examples(corpus));
    }
    let library = Rc::new(Library::new(corpus));
    LIBRARY.set(Some(Rc::clone(&library)));
    Ok(library)
}

/// The origin stated in whatever is exported from the current page.
pub fn page_origin() -> Origin {
    let root = dom::public_root();
    Origin {
        address: format!("{root}{}", dom::address_with_fragment()),
        site_root: root,
        build_date: dom::build_date(),
        data_file: dom::data_file_name(),
    }
}
