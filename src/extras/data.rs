//! The data of this program: fetched once, with the search catalogue that is built from it once.

use corpus::Corpus;
use explore::export::Origin;
use explore::pages::catalogue::Catalogue;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// The corpus, and the findings prepared for search.
pub struct Data {
    /// The corpus.
    pub corpus: Corpus,
    catalogue: OnceCell<Catalogue>,
}

impl Data {
    /// Fetches the data on the first call. `None` if it cannot be fetched or read; the next call then tries again.
    pub async fn fetch() -> Option<Rc<Data>> {
        thread_local!(static DATA: RefCell<Option<Rc<Data>>> = const { RefCell::new(None) });
        if let Some(data) = DATA.with_borrow(Clone::clone) {
            return Some(data);
        }
        let json = dom::fetch(&dom::data_address()).await.ok()?;
        let data = Rc::new(Data { corpus: Corpus::from_json(&json).ok()?, catalogue: OnceCell::new() });
        DATA.set(Some(Rc::clone(&data)));
        Some(data)
    }

    /// The findings prepared for search, built on first use.
    pub fn catalogue(&self) -> &Catalogue {
        self.catalogue.get_or_init(|| Catalogue::new(&self.corpus))
    }
}

/// The origin stated in whatever is exported from the current page.
pub fn origin() -> Origin {
    let root = dom::public_root();
    Origin {
        address: format!("{root}{}", dom::place()),
        site_root: root,
        build_date: dom::built(),
        data_file: dom::data_name(),
    }
}
