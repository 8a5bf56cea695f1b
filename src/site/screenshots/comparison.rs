//! Compares screenshots with those that were taken before a change.

use anyhow::{Context, Result, bail};
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};
use std::fs;
use std::path::Path;

/// Pixels that differ no more than this in each channel count as the same: edges of letters vary a little between runs.
const CHANNEL_TOLERANCE: u8 = 24;
/// Pictures in which no larger share of the pixels differs count as the same.
const PIXEL_TOLERANCE: f64 = 0.0005;

/// Compares each picture with the one of the same name in the folder `kept`. Next to a picture that differs, writes one
/// that shows the different pixels in black: `<name>.difference.png`.
///
/// # Errors
/// If pictures differ or have no counterpart: all their names. Also if a picture cannot be read or written.
pub fn compare_with_earlier<'a>(pictures: impl Iterator<Item = &'a Path>, kept: &Path) -> Result<()> {
    let mut different = Vec::new();
    for picture in pictures {
        let name = picture.file_name().context("a picture has a name")?;
        let before = kept.join(name);
        let name = name.to_string_lossy();
        if !before.exists() {
            different.push(format!("{name}: there is none in {}", kept.display()));
            continue;
        }
        let (share, difference) = compare_pictures(&read_picture(&before)?, &read_picture(picture)?)?;
        if share > PIXEL_TOLERANCE {
            let file = picture.with_extension("difference.png");
            fs::write(&file, difference.encode_png()?)
                .with_context(|| format!("{} cannot be written", file.display()))?;
            different.push(format!("{name}: {:.2} per cent of the pixels, see {}", share * 100.0, file.display()));
        }
    }
    if different.is_empty() {
        return Ok(());
    }
    bail!("pictures differ from those in {}:\n{}", kept.display(), different.join("\n"))
}

fn read_picture(file: &Path) -> Result<Pixmap> {
    let png = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    Pixmap::decode_png(&png).with_context(|| format!("{} is not a PNG file", file.display()))
}

/// The share of different pixels, from 0 to 1, and a picture of them. If one picture is larger, the pixels that only it
/// has count as different.
fn compare_pictures(before: &Pixmap, after: &Pixmap) -> Result<(f64, Pixmap)> {
    let (width, height) = (before.width().max(after.width()), before.height().max(after.height()));
    let mut difference = Pixmap::new(width, height).context("a picture is empty")?;
    let black = PremultipliedColorU8::from_rgba(0, 0, 0, 255).context("black is a colour")?;
    let mut count = 0_u32;
    for y in 0..height {
        for x in 0..width {
            let is_same = match (before.pixel(x, y), after.pixel(x, y)) {
                (Some(one), Some(other)) => is_same_colour(one, other),
                _ => false,
            };
            if !is_same {
                count += 1;
                difference.pixels_mut()[(y * width + x) as usize] = black;
            }
        }
    }
    Ok((f64::from(count) / f64::from(width * height), difference))
}

fn is_same_colour(one: PremultipliedColorU8, other: PremultipliedColorU8) -> bool {
    let channels = [(one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue())];
    channels.iter().all(|(a, b)| a.abs_diff(*b) <= CHANNEL_TOLERANCE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::tiny_skia::Color;

    /// A picture of one shade of grey, from 0 to 255.
    fn grey(width: u32, height: u32, shade: u8) -> Pixmap {
        let mut picture = Pixmap::new(width, height).expect("a picture");
        picture.fill(Color::from_rgba8(shade, shade, shade, 255));
        picture
    }

    #[test]
    fn a_small_difference_in_shade_is_tolerated_and_a_larger_one_or_another_size_is_not() {
        let share = |before: &Pixmap, after: &Pixmap| compare_pictures(before, after).expect("pictures").0;
        assert_eq!(share(&grey(10, 10, 100), &grey(10, 10, 110)), 0.0);
        assert_eq!(share(&grey(10, 10, 100), &grey(10, 10, 200)), 1.0);
        assert_eq!(share(&grey(10, 10, 100), &grey(10, 20, 100)), 0.5);
    }

    #[test]
    fn pictures_that_differ_or_are_missing_are_named() {
        let [kept, now] = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
        let write = |folder: &Path, name: &str, picture: &Pixmap| {
            fs::write(folder.join(name), picture.encode_png().expect("a picture")).expect("a file");
        };
        write(kept.path(), "same.png", &grey(4, 4, 9));
        write(kept.path(), "other.png", &grey(4, 4, 9));
        for (name, shade) in [("same.png", 9), ("other.png", 250), ("new.png", 9)] {
            write(now.path(), name, &grey(4, 4, shade));
        }
        let files = ["same.png", "other.png", "new.png"].map(|name| now.path().join(name));
        let outcome = compare_with_earlier(files.iter().map(|file| file.as_path()), kept.path());
        let error = outcome.expect_err("two differ").to_string();
        assert!(error.contains("other.png: 100.00 per cent") && error.contains("new.png: there is none"), "{error}");
        assert!(!error.contains("same.png"), "{error}");
        assert!(now.path().join("other.difference.png").exists());
    }
}
