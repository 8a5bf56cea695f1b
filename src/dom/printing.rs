//! Printing.

use gloo::utils::window;

/// Opens the browser's print dialog.
pub fn print_page() {
    _ = window().print();
}
