//! The data of this program, which is fetched once.

use corpus::Corpus;
use explore::export::Origin;
use explore::library::Library;
use std::cell::RefCell;
use std::rc::Rc;

/// Fetches the data on the first call. After a failure the next call tries again.
///
/// # Errors
/// A message that says why the data cannot be fetched or read.
pub async fn fetch_library() -> Result<Rc<Library>, String> {
    thread_local!(static LIBRARY: RefCell<Option<Rc<Library>>> = const { RefCell::new(None) });
    if let Some(library) = LIBRARY.with_borrow(Clone::clone) {
        return Ok(library);
    }
    let failed = |reason: String| format!("The findings could not be loaded: {reason}.");
    let json = dom::fetch_text(&dom::data_address()).await.map_err(failed)?;
    let corpus = Corpus::from_json(&json).map_err(|error| failed(error.to_string()))?;
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
