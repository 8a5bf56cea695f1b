//! The table of exports. Each row is one kind of export that buttons can offer.

use super::{Exporter, Payload};

/// A kind of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportKind {
    /// The address of the page, by the device's own way to share.
    Share,
    /// The address of the page.
    Link,
    /// The text of a finding, or the numbers of a chart, with the source.
    Quotation,
    /// The findings of a list as quotations, for word processors.
    List,
    /// A table for spreadsheets.
    Csv,
    /// The notes on that table: what it contains and its caveats.
    Notes,
    /// The same table as JSON, for programs.
    Json,
    /// A picture as SVG, which can be enlarged.
    Svg,
    /// The same picture as PNG.
    Png,
    /// The HTML that shows the picture on another website.
    Embed,
    /// The grades of all forces in every round of inspections, as a table for spreadsheets.
    AllGrades,
    /// Deadlines as a file for calendars.
    Calendar,
}

/// What buttons and commands need to know about an export. The functions that make exports are kept out of the table:
/// the program that every page starts draws the buttons, and must not contain the code behind them.
struct ExportRow {
    export: ExportKind,
    /// Its name in commands.
    name: &'static str,
    /// The text of its button.
    label: &'static str,
}

static TABLE: [ExportRow; 12] = [
    ExportRow { export: ExportKind::Share, name: "share", label: "Share" },
    ExportRow { export: ExportKind::Link, name: "link", label: "Copy link" },
    ExportRow { export: ExportKind::Quotation, name: "quotation", label: "Copy as quotation" },
    ExportRow { export: ExportKind::List, name: "list", label: "Copy the list" },
    ExportRow { export: ExportKind::Csv, name: "csv", label: "CSV" },
    ExportRow { export: ExportKind::Notes, name: "notes", label: "Notes on the CSV" },
    ExportRow { export: ExportKind::Json, name: "json", label: "JSON" },
    ExportRow { export: ExportKind::Svg, name: "svg", label: "SVG" },
    ExportRow { export: ExportKind::Png, name: "png", label: "PNG" },
    ExportRow { export: ExportKind::Embed, name: "embed", label: "Copy code to embed" },
    ExportRow { export: ExportKind::AllGrades, name: "all-grades", label: "CSV of every round" },
    ExportRow { export: ExportKind::Calendar, name: "calendar", label: "Calendar file (.ics)" },
];

impl ExportKind {
    /// Every export, in the order of buttons.
    pub const ALL: [ExportKind; 12] = [
        ExportKind::Share,
        ExportKind::Link,
        ExportKind::Quotation,
        ExportKind::List,
        ExportKind::Csv,
        ExportKind::Notes,
        ExportKind::Json,
        ExportKind::Svg,
        ExportKind::Png,
        ExportKind::Embed,
        ExportKind::AllGrades,
        ExportKind::Calendar,
    ];

    fn row(self) -> &'static ExportRow {
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
    pub fn from_name(name: &str) -> Option<ExportKind> {
        TABLE.iter().find(|row| row.name == name).map(|row| row.export)
    }

    /// Makes the export; `None` if the page has nothing of this kind.
    pub fn make(self, exporter: &Exporter) -> Option<Payload> {
        match self {
            ExportKind::Share => exporter.shared_address(),
            ExportKind::Link => exporter.copied_link(),
            ExportKind::Quotation => exporter.copied_quotation(),
            ExportKind::List => exporter.copied_list(),
            ExportKind::Csv => exporter.csv_file(),
            ExportKind::Notes => exporter.notes_file(),
            ExportKind::Json => exporter.json_file(),
            ExportKind::Svg => exporter.svg_file(),
            ExportKind::Png => exporter.png_file(),
            ExportKind::Embed => exporter.embed_code(),
            ExportKind::AllGrades => exporter.all_grades_file(),
            ExportKind::Calendar => exporter.calendar_file(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_export_has_its_own_row_and_name() {
        for export in ExportKind::ALL {
            assert_eq!(export.row().export, export);
            assert_eq!(ExportKind::from_name(export.name()), Some(export));
        }
    }
}
