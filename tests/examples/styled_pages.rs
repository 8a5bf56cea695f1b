//! Writes held reports as web pages with the styles of their publisher, from which `tests/samples/forms/make.sh` makes PDFs and
//! documents: `cargo run -p tests --example styled_pages -- FOLDER TEXT...`

use std::path::{Path, PathBuf};
use std::{env, fs};
use tests::forms::{html, styled_blocks};

fn main() -> std::io::Result<()> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let folder = arguments.next().expect("the first argument is the folder to write to");
    for text in arguments {
        let name = text.file_stem().map(Path::new).expect("a text has a name");
        let blocks = styled_blocks(&fs::read_to_string(&text)?);
        let page = html::page(&blocks, &name.to_string_lossy(), html::PRINT_STYLE);
        fs::write(folder.join(name).with_extension("html"), page)?;
    }
    Ok(())
}
