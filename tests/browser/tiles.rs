//! Tiles in tables: their words stay whole, or letters stand for them.

use crate::harness::browse;
use anyhow::ensure;

#[test]
fn no_word_on_a_tile_is_broken_and_letters_replace_words_where_there_is_no_room() {
    browse(async |browser| {
        for (path, width, has_letters) in [
            ("force/warwickshire/", 768, true),
            ("force/warwickshire/", 1280, false),
            ("compare/?force=warwickshire&force=west-midlands", 360, true),
            ("compare/?force=warwickshire&force=west-midlands&force=kent&force=essex", 768, true),
            ("compare/?force=warwickshire&force=west-midlands", 1280, false),
            ("compare/?force=warwickshire&force=kent&subject=investigating-crime", 1280, false),
            ("national/", 360, true),
            ("national/2021-22/", 768, true),
            ("national/", 1280, true),
            ("national/2021-22/?subject=investigating-crime", 1280, false),
        ] {
            browser.set_size(width, 900).await?;
            browser.open(path).await?;
            browser
                .wait_until(
                    "document.getElementById('extras').hidden || document.getElementById('extras').dataset.shown",
                )
                .await?;
            let read = "
                const tiles = [...document.querySelectorAll('.timeline__cell .tile')].filter((tile) => tile.offsetWidth > 0);
                const isHidden = (word) => getComputedStyle(word).clipPath !== 'none' || !word.offsetWidth;
                const heads = [...document.querySelectorAll('thead th')].filter((head) => head.offsetWidth > 0);
                const broken = tiles.map((tile) => tile.querySelector('.tile__word').firstChild)
                    .filter((text) => !isHidden(text.parentElement))
                    .concat(heads.map((head) => (head.querySelector('a') ?? head).firstChild).filter((text) => text?.data))
                    .flatMap((text) => [...text.data.matchAll(/\\S+/g)].filter((word) => {
                        const range = new Range();
                        range.setStart(text, word.index);
                        range.setEnd(text, word.index + word[0].length);
                        return range.getClientRects().length > 1;
                    })).map((word) => word[0]);
                const letters = tiles.filter((tile) => isHidden(tile.querySelector('.tile__word'))
                    && !tile.matches('.tile--not-asked')).length;
                return [broken, letters]";
            let (broken, letters): (Vec<String>, usize) = browser.read_script(read).await?;
            ensure!(broken.is_empty(), "{path} at {width}: broken are {broken:?}");
            ensure!((letters > 0) == has_letters, "{path} at {width}: {letters} tiles have letters");
        }
        Ok(())
    });
}
