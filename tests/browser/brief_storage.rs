//! The contents of a brief are never lost: not by a crash, another window, or storage that is full or forbidden.

use crate::briefing::{add_item, open_brief};
use crate::harness::{Browser, browse, browse_with_request_log};
use anyhow::{Context, Result, ensure};

/// Adds two items and opens the brief.
async fn add_two_items(browser: &Browser) -> Result<()> {
    add_item(browser, "force/warwickshire/", "[data-command='brief']", 1).await?;
    add_item(browser, "report/warwickshire-2021-22-peel/", "[data-command='brief']", 2).await?;
    open_brief(browser).await
}

/// The number of items in the brief.
async fn item_count(browser: &Browser) -> Result<usize> {
    browser.count(".brief__item").await
}

#[test]
fn a_removal_can_be_undone() {
    browse(async |browser| {
        add_two_items(browser).await?;
        browser.click("#remove-1").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 1").await?;
        browser.click("#do-undo").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 2").await?;
        browser.click("#do-clear").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 0").await?;
        browser.click("#do-undo").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 2").await
    });
}

#[test]
fn an_item_can_be_dragged_to_another_position() {
    browse(async |browser| {
        add_two_items(browser).await?;
        browser.run_script("
            const data = new DataTransfer();
            const [first, second] = document.querySelectorAll('.brief__item');
            const at = (place, type) => place.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
            at(first.querySelector('.brief__handle'), 'dragstart');
            at(second, 'dragover');
            at(second, 'drop')").await?;
        browser.wait_until("document.querySelector('.brief__item').dataset.item === '2'").await?;
        ensure!(item_count(browser).await? == 2, "an item is lost");
        Ok(())
    });
}

#[test]
fn an_interrupted_save_leaves_the_previous_brief_and_its_text_can_be_saved_as_a_file() {
    browse(async |browser| {
        add_two_items(browser).await?;
        // Of the two slots in storage, the newer one is the one that was being written.
        browser
            .change_saved_texts(
                "const [newest] = ['brief-a', 'brief-b'].sort((one, other) => parseInt(texts[other]) - parseInt(texts[one]));
                 store.put(texts[newest].slice(0, -20), newest)",
            )
            .await?;
        browser.reload().await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 1").await?;
        ensure!(browser.text(".brief__offer").await?.contains("is not a whole brief"), "nothing says it");
        browser.record_exports().await?;
        browser.click("#save-damaged-1").await?;
        browser.wait_until("window.saved?.includes('warwickshire-2021-22-peel')").await?;
        // What can be read of it can be opened, also from the file.
        let text: String = browser.read_script("return window.saved").await?;
        open_brief_file(browser, &text).await?;
        browser.wait_until("document.getElementById('said').textContent.includes('1 item could be read')").await?;
        browser.click("#do-offer-leave").await?;
        browser.click("#open-damaged-1").await?;
        browser.wait_until("document.querySelector('#do-offer-add')").await?;
        browser.click("#do-offer-leave").await?;
        // Later changes do not overwrite it.
        browser.fill_field("#brief-title", "after").await?;
        browser.press("Tab").await?;
        browser.wait_until_saved("\"after\"").await?;
        browser.reload().await?;
        browser.wait_until("document.querySelector('#save-damaged-1')").await?;
        browser.click("#delete-damaged-1").await?;
        browser.wait_until("!document.querySelector('#save-damaged-1')").await
    });
}

#[test]
fn two_windows_can_change_one_brief_and_no_change_is_lost() {
    browse(async |browser| {
        add_two_items(browser).await?;
        let first = browser.current_window().await?;
        browser.open_window().await?;
        open_brief(browser).await?;
        browser.fill_field("#note-1", "from the second").await?;
        browser.wait_until_saved("from the second").await?;
        let second = browser.current_window().await?;
        browser.switch_to_window(first).await?;
        browser.wait_until("document.getElementById('note-1').value === 'from the second'").await?;
        browser.fill_field("#note-2", "from the first").await?;
        browser.wait_until_saved("from the first").await?;
        browser.switch_to_window(second).await?;
        browser.wait_until("document.getElementById('note-2').value === 'from the first'").await?;
        let note: String = browser.read_script("return document.getElementById('note-1').value").await?;
        ensure!(note == "from the second", "the note of the second window became {note:?}");
        Ok(())
    });
}

#[test]
fn undo_right_after_typing_undoes_what_its_button_names_and_keeps_the_words() {
    browse(async |browser| {
        add_two_items(browser).await?;
        browser.click(".brief__item:last-child [id^=remove-]").await?;
        browser.wait_until("document.querySelector('#do-undo').textContent.includes('removal')").await?;
        let type_and = |rest: &str| {
            format!(
                "const field = document.querySelector('.brief__item textarea');
                 field.value += 'slowly ';
                 field.dispatchEvent(new Event('input', {{ bubbles: true }}));
                 {rest}"
            )
        };
        browser.run_script(&type_and("document.getElementById('do-undo').click()")).await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 2").await?;
        browser.wait_until("document.querySelector('.brief__item textarea').value === 'slowly '").await?;
        // Words typed on are undone with those that they were joined to, and the field shows what the brief has.
        browser.wait_until("document.querySelector('#do-undo').textContent.includes('notes')").await?;
        browser.run_script(&type_and("document.getElementById('do-undo').click()")).await?;
        browser.wait_until("document.querySelector('.brief__item textarea').value === ''").await?;
        browser.reload().await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 2").await?;
        browser.wait_until("document.querySelector('.brief__item textarea').value === ''").await
    });
}

#[test]
fn undo_in_one_window_keeps_what_another_window_added() {
    browse(async |browser| {
        add_two_items(browser).await?;
        let first = browser.current_window().await?;
        browser.click("#remove-1").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 1").await?;
        browser.open_window().await?;
        add_item(browser, "report/west-midlands-2016-effectiveness/", "[data-command='brief']", 2).await?;
        browser.switch_to_window(first).await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 2").await?;
        browser.click("#do-undo").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 3").await?;
        browser.wait_until("document.getElementById('said').textContent.includes('was undone')").await?;
        let items: Vec<String> = browser
            .read_script("return [...document.querySelectorAll('.brief__what')].map((item) => item.textContent)")
            .await?;
        ensure!(items[0].contains("Warwickshire") && items[2].contains("West Midlands"), "the items are {items:?}");
        Ok(())
    });
}

#[test]
fn if_the_storage_is_full_the_page_says_so_and_still_shows_the_whole_brief() {
    browse(async |browser| {
        add_two_items(browser).await?;
        browser
            .run_script("IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }")
            .await?;
        browser.fill_field("#brief-heading", "One more").await?;
        browser.press("Enter").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 3").await?;
        let trouble = browser.text(".brief__trouble").await?;
        ensure!(
            trouble.contains("storage is full") && trouble.contains("save it as a file with your notes"),
            "it says {trouble}"
        );
        // What was not saved is still there after a reload, and is saved once there is room.
        browser.reload().await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 3").await?;
        browser.wait_until_saved("One more").await
    });
}

#[test]
fn if_storage_is_forbidden_the_brief_works_and_says_that_it_is_not_saved() {
    browse(async |browser| {
        let forbid = "const no = { get() { throw new DOMException('no', 'SecurityError') } };
            Object.defineProperty(window, 'localStorage', no);
            Object.defineProperty(window, 'indexedDB', no)";
        browser.before_each_page(forbid).await?;
        open_brief(browser).await?;
        browser.fill_field("#brief-heading", "All the same").await?;
        browser.press("Enter").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 1").await?;
        let trouble = browser.text(".brief__trouble").await?;
        ensure!(trouble.contains("does not allow pages to save anything"), "it says {trouble}");
        browser.assert_no_console_errors().await
    });
}

#[test]
fn an_opened_brief_is_offered_and_replaces_nothing_unasked() {
    browse(async |browser| {
        add_two_items(browser).await?;
        let other = r#"{"force-findings-brief": 1, "title": "Other", "next": 1, "items": [{"id": 1, "heading": "Theirs", "note": ""}]}"#;
        open_brief_file(browser, other).await?;
        browser.wait_until("document.querySelector('.brief__offer')").await?;
        ensure!(
            browser.text(".brief__offer").await?.contains("“Other”, with 1 item"),
            "{}",
            browser.text(".brief__offer").await?
        );
        ensure!(item_count(browser).await? == 2, "it is opened unasked");
        browser.click("#do-offer-add").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 3").await?;
        open_brief_file(browser, other).await?;
        browser.click("#do-offer-replace").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 1").await?;
        browser.click("#do-undo").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 3").await?;
        open_brief_file(browser, "{\"a\": 1}").await?;
        browser.wait_until("document.getElementById('said').textContent.includes('Nothing was changed')").await?;
        ensure!(item_count(browser).await? == 3, "what is no brief changed it");
        Ok(())
    });
}

/// Opens a brief from a file with this text.
async fn open_brief_file(browser: &Browser, text: &str) -> Result<()> {
    let script = format!(
        "const files = new DataTransfer();
         files.items.add(new File([{text:?}], 'brief.json', {{ type: 'application/json' }}));
         const field = document.querySelector('#brief-file');
         field.files = files.files;
         field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    );
    browser.run_script(&script).await.map(drop)
}

#[test]
fn a_brief_from_older_data_says_so_and_shows_what_changed() {
    browse(async |browser| {
        add_two_items(browser).await?;
        let saved = browser.saved_texts().await?;
        let revision = |text: &&String| text.split(' ').next().and_then(|number| number.parse::<u64>().ok());
        let slots = saved.iter().filter(|(name, _)| name.starts_with("brief-")).map(|(_, text)| text);
        let newest = slots.max_by_key(revision).context("nothing is saved")?;
        let text = newest.split_once('\n').context("a slot has no first line")?.1;
        let older = text.replace("Investigating crime: Requires improvement", "Investigating crime: Good");
        ensure!(older != text, "the brief does not keep the words: {text}");
        browser.click("#do-clear").await?;
        browser.fill_field("#brief-title", "").await?;
        browser.wait_until("document.querySelectorAll('.brief__item').length === 0").await?;
        open_brief_file(browser, &older).await?;
        browser.wait_until("document.querySelector('.brief__change')").await?;
        let change = browser.text(".brief__change").await?;
        ensure!(
            change.contains("Investigating crime: Good")
                && change.contains("Investigating crime: Requires improvement"),
            "it shows {change}"
        );
        ensure!(
            browser.text(".brief__trouble").await?.contains("One item reads otherwise than this brief recorded it"),
            "nothing says it above"
        );
        browser.click("[id^='accept-']").await?;
        browser.wait_until("!document.querySelector('.brief__change')").await
    });
}

#[test]
fn a_link_that_is_cut_short_or_too_long_is_explained() {
    browse(async |browser| {
        browser.open("brief/#b=abc").await?;
        browser.wait_until("document.getElementById('said').textContent.includes('cut short')").await?;
        open_brief(browser).await?;
        browser.fill_field("#brief-heading", "Long").await?;
        browser.press("Enter").await?;
        browser.wait_until("document.querySelector('textarea')").await?;
        // Random words, which cannot be compressed.
        browser
            .run_script(
                "const note = document.querySelector('textarea');
            note.value = Array.from({ length: 4000 }, () => Math.random().toString(36).slice(2)).join(' ');
            note.dispatchEvent(new Event('input', { bubbles: true }))",
            )
            .await?;
        browser.click("#with-notes").await?;
        browser.click("#do-link").await?;
        browser.wait_until("document.getElementById('said').textContent.includes('too long for a link')").await
    });
}

#[test]
fn the_page_of_the_brief_is_accessible_in_every_state() {
    browse(async |browser| {
        open_brief(browser).await?;
        browser.assert_accessible_in_every_look().await?;
        add_two_items(browser).await?;
        open_brief_file(browser, r#"{"force-findings-brief": 1, "title": "", "next": 1, "items": [{"id": 1, "heading": "Theirs", "note": ""}]}"#).await?;
        browser.wait_until("document.querySelector('.brief__offer')").await?;
        browser.assert_accessible_in_every_look().await?;
        browser.click("#do-present").await?;
        browser.wait_until("document.querySelector('.stage')").await?;
        browser.assert_accessible_in_every_look().await
    });
}

#[test]
fn a_presentation_saved_as_a_page_presents_itself_and_makes_no_requests() {
    browse_with_request_log(async |browser| {
        add_two_items(browser).await?;
        browser.record_exports().await?;
        browser.click("#do-export").await?;
        browser.wait_until("window.saved").await?;
        let page: String = browser.read_script("return window.saved").await?;
        ensure!(page.len() < 150_000, "it has {} bytes", page.len());
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("brief.html");
        std::fs::write(&file, &page)?;
        browser.requested_addresses().await?;
        browser.open_file(&file, "").await?;
        browser.wait_until("document.querySelector('.stage')").await?;
        ensure!(browser.text(".stage__at").await?.starts_with("1 of "), "it does not begin");
        browser.press("ArrowRight").await?;
        ensure!(browser.text(".stage__at").await?.starts_with("2 of "), "the keys do nothing");
        browser.press("Escape").await?;
        ensure!(browser.text("main").await?.contains("Open Government Licence"), "the words are not there");
        let asked = browser.requested_addresses().await?;
        ensure!(asked.iter().all(|address| address.scheme() == "file") && asked.len() == 1, "it asked for {asked:?}");
        browser.assert_no_console_errors().await
    });
}
