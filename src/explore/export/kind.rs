//! The table of exports. Each row is one kind of export that buttons can offer.

use super::{Exporter, Payload};

/// A kind of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// The address of the page.
    Link,
    /// The text of a finding, or the numbers of a chart, with the source.
    Quotation,
    /// A table for spreadsheets.
    Csv,
    /// The same table as JSON, for programs.
    Json,
    /// A picture as SVG, which can be enlarged.
    Svg,
    /// The same picture as PNG.
    Png,
}

/// What buttons and commands need to know about an export. The functions that make exports are kept out of the table:
/// the program that every page starts draws the buttons, and must not contain the code behind them.
struct Row {
    export: Export,
    /// Its name in commands.
    name: &'static str,
    /// The text of its button.
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

    /// The text of its button.
    pub fn label(self) -> &'static str {
        self.row().label
    }

    /// The export with this name in commands.
    pub fn named(name: &str) -> Option<Export> {
        TABLE.iter().find(|row| row.name == name).map(|row| row.export)
    }

    /// Makes the export; `None` if the page has nothing of this kind.
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
    fn each_export_has_its_own_row_and_name() {
        for export in Export::ALL {
            assert_eq!(export.row().export, export);
            assert_eq!(Export::named(export.name()), Some(export));
        }
    }
}
