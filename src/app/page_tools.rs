//! What works on every page, whichever program draws it: the commands of buttons, the keys `/` and `?`, and the source
//! line in print.

use dom::{Listener, ModuleError, Storage};
use explore::command::{BRIEF_CHANGE, BRIEF_CONTENTS, Command, brief_entry, brief_target};
use html::components::{ADD_TO_BRIEF, ADDED_TO_BRIEF};
use wasm_bindgen_futures::spawn_local;

/// The name under which older versions of the site saved the list of the brief's contents.
const OLDER_CONTENTS: &str = "force-findings-brief-contents";
/// The setting that turns single-key shortcuts off: speech input can trigger them by accident (WCAG 2.1.4).
const SHORTCUTS_SETTING: &str = "single-keys";
/// The id of the checkbox for that setting.
const SHORTCUTS_OFF_ID: &str = "keys-off";

/// Adds the listeners, which stay for the lifetime of the page.
pub fn add_listeners() {
    let heard: [Listener; 4] = [
        dom::on_document("click", |event| {
            if let Some(command) = dom::clicked_command(event).and_then(|words| Command::from_attribute(&words)) {
                run_command(command);
            }
        }),
        dom::on_document("keydown", |event| {
            if has_shortcuts() && !dom::is_in_text_field(event) && run_shortcut(&dom::unmodified_key(event)) {
                dom::prevent_default(event);
            }
        }),
        dom::on_document("change", |event| {
            if let Some(is_off) = dom::checkbox_change(event, SHORTCUTS_OFF_ID) {
                // If it cannot be saved, the choice still applies to this page, because the checkbox itself is what is
                // read.
                _ = Storage::Local.put(SHORTCUTS_SETTING, if is_off { "off" } else { "on" });
            }
        }),
        dom::on_window("beforeprint", || {
            let built = Some(dom::build_date()).filter(|day| !day.is_empty());
            let built = built.map(|day| format!(", site built {day}")).unwrap_or_default();
            dom::set_text("source-line", &format!("Printed from {}{built}.", dom::public_address()));
        }),
    ];
    let setting = Storage::Local.get(SHORTCUTS_SETTING).or_else(|| Storage::Local.get_unscoped(SHORTCUTS_SETTING));
    if setting.as_deref() == Some("off") {
        dom::set_checked(SHORTCUTS_OFF_ID, true);
    }
    heard.into_iter().for_each(Listener::forget);
    for kind in [BRIEF_CHANGE, "storage"] {
        dom::on_window(kind, show_brief_contents).forget();
    }
    show_brief_contents();
}

/// Shows in the menu how many items the brief has, and on buttons what is in it.
pub fn show_brief_contents() {
    let contents =
        Storage::Local.get(BRIEF_CONTENTS).or_else(|| Storage::Local.get_unscoped(OLDER_CONTENTS)).unwrap_or_default();
    let count = contents.lines().count();
    dom::set_text("brief-count", &if count > 0 { format!(" ({count})") } else { String::new() });
    let here = dom::page_address();
    dom::relabel_commands(|command| {
        let Some(Command::AddToBrief(target)) = Command::from_attribute(command) else { return None };
        let (address, anchor) = brief_target(&target, &here);
        let entry = brief_entry(address, anchor);
        Some(if contents.lines().any(|line| line == entry) { ADDED_TO_BRIEF } else { ADD_TO_BRIEF })
    });
}

fn has_shortcuts() -> bool {
    !dom::is_checked(SHORTCUTS_OFF_ID)
}

/// Carries out a single-key shortcut. False if the key has no meaning.
fn run_shortcut(key: &str) -> bool {
    match key {
        "/" => dom::focus_element("search") || dom::focus_element("banner-search"),
        "?" => dom::show_dialog("keys"),
        _ => false,
    }
}

fn run_command(command: Command) {
    let (part, function, words) = match &command {
        Command::ShowShortcuts => {
            dom::show_dialog("keys");
            return;
        }
        Command::SaveOffline => ("offline", "start", "offer".to_string()),
        Command::Export(..) | Command::AddToBrief(_) | Command::Note(_) => ("extras", "run", command.to_string()),
    };
    spawn_local(async move {
        match dom::call_module(part, function, &words).await {
            Ok(said) if !said.is_empty() => dom::announce(&said),
            Ok(_) | Err(ModuleError) => {}
        }
    });
}

/// Makes the `extras` program draw its part of the current page.
pub fn show_extras() {
    spawn_local(async { _ = dom::call_module("extras", "show", "").await });
}
