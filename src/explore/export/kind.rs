//! Everything that can be exported from a page: one row each.

use super::{Exporter, Payload};

/// A way to take away what a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// The address of the page.
    Link,
    /// The words of a finding, or the numbers of a chart, with their source.
    Quotation,
    /// A table for spreadsheets.
    Csv,
    /// The same table for programs.
    Json,
    /// A picture that can be enlarged.
    Svg,
    /// The same picture in pixels.
    Png,
}

/// What buttons and commands need to know of an export. What makes it is no part of it: the program that every page
/// starts draws the buttons, and must not carry the code behind them.
struct Row {
    export: Export,
    /// Its name in commands.
    name: &'static str,
    /// The words on its button.
    label: &'static str,
}

static TABLE: [Row; 6] = [
    Row { export: Export::Link, name: "link", label: "Copy link" },
    Row { export: Export::Quotation, name: "quotation", label: "Copy as quotation" },
    Row { export: Export::Csv, name: "csv", label: "CSV" },
    Row { export: Export::Json, name: "json", label: "JSON" },
    Row { export: Export::Svg, name: "svg", label: "SVG" },
    Row { export: Export::Png, name: "png", label: "PNG" },
];

impl Export {
    /// Every export, in the order of buttons.
    pub const ALL: [Export; 6] = [Export::Link, Export::Quotation, Export::Csv, Export::Json, Export::Svg, Export::Png];

    fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// Its name in commands: "csv".
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The words on its button.
    pub fn label(self) -> &'static str {
        self.row().label
    }

    /// The export of this name.
    pub fn named(name: &str) -> Option<Export> {
        TABLE.iter().find(|row| row.name == name).map(|row| row.export)
    }

    /// What is copied or saved; `None` where the page has nothing of the kind.
    pub fn of(self, exporter: &Exporter) -> Option<Payload> {
        match self {
            Export::Link => exporter.link(),
            Export::Quotation => exporter.quotation(),
            Export::Csv => exporter.csv(),
            Export::Json => exporter.json(),
            Export::Svg => exporter.svg(),
            Export::Png => exporter.png(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_export_stands_at_its_own_row_and_has_a_name_of_its_own() {
        for export in Export::ALL {
            assert_eq!(export.row().export, export);
            assert_eq!(Export::named(export.name()), Some(export));
        }
    }
}
