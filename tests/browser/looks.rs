//! Every reader can use the page, however their system shows it.

use crate::harness::{Media, browse};

#[test]
fn the_first_page_is_accessible() {
    browse(async |browser| {
        browser.open("").await?;
        browser.assert_accessible().await
    });
}

#[test]
fn the_first_page_is_accessible_in_the_dark_and_on_a_phone() {
    browse(async |browser| {
        browser.emulate(&[Media::Dark]).await?;
        browser.set_size(320, 640).await?;
        browser.open("").await?;
        browser.wait_until("matchMedia('(prefers-color-scheme: dark)').matches && innerWidth === 320").await?;
        browser.assert_accessible().await
    });
}
