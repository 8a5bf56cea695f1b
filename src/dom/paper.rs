//! Printing.

use gloo::utils::window;

/// Opens the browser's print dialog.
pub fn print() {
    _ = window().print();
}
