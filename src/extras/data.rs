//! The data of this program: fetched once, with the search catalogue that is built from it once.

use corpus::Corpus;
use explore::export::Origin;
use explore::pages::catalogue::Catalogue;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// The corpus, and the findings prepared for search.
pub struct ExtrasData {
    /// The corpus.
    pub corpus: Corpus,
    catalogue: OnceCell<Catalogue>,
}

impl ExtrasData {
    /// Fetches the data on the first call. After a failure the next call tries again.
    ///
    /// # Errors
    /// A message that says why the data cannot be fetched or read.
    pub async fn fetch() -> Result<Rc<ExtrasData>, String> {
        thread_local!(static DATA: RefCell<Option<Rc<ExtrasData>>> = const { RefCell::new(None) });
        if let Some(data) = DATA.with_borrow(Clone::clone) {
            return Ok(data);
        }
        let failed = |reason: String| format!("The findings could not be loaded: {reason}. Try again.");
        let json = dom::fetch_text(&dom::data_address()).await.map_err(failed)?;
        let corpus = Corpus::from_json(&json).map_err(|error| failed(error.to_string()))?;
        let data = Rc::new(ExtrasData { corpus, catalogue: OnceCell::new() });
        DATA.set(Some(Rc::clone(&data)));
        Ok(data)
    }

    /// The findings prepared for search, built on first use.
    pub fn catalogue(&self) -> &Catalogue {
        self.catalogue.get_or_init(|| Catalogue::new(&self.corpus))
    }
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
