//! Police forces.

use crate::ForceId;
use serde::Serialize;

/// One of the 43 territorial forces of England and Wales (`data/forces.csv`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Force {
    /// Its id in addresses and data.
    pub id: ForceId,
    /// The name the force uses now.
    pub name: String,
    /// Earlier or shorter names under which reports may print it.
    pub other_names: Vec<String>,
    /// Government region; the inspectorate's own regions differ and change.
    pub region: String,
}

impl Force {
    /// Whether `printed` is this force's name or one of its other names, in any case.
    pub fn has_name(&self, printed: &str) -> bool {
        std::iter::once(&self.name).chain(&self.other_names).any(|name| name.eq_ignore_ascii_case(printed))
    }

    /// The name without the word for its kind, where there is little room: "Avon and Somerset".
    pub fn short_name(&self) -> &str {
        let kinds = [" Police Service", " Police", " Constabulary"];
        kinds.iter().find_map(|kind| self.name.strip_suffix(kind)).unwrap_or(&self.name)
    }
}
