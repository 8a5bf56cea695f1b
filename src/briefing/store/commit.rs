//! Making the edits of a window in the brief that is saved.

use super::slots::{parse_slot, read_slots, write_slot};
use super::state::{BriefState, Edit, EditAction, EditResult, LogEntry};
use crate::brief::{Brief, BriefEdit};
use saving::{Texts, damaged_texts, delete_damaged, keep_aside, seal, set_aside, unseal};

/// The beginning of the names of the entries of the log.
const LOG_PREFIX: &str = "edit-";

/// The beginning of the names of the revisions up to which briefs were taken over from other places.
const TAKEN_OVER_PREFIX: &str = "taken-over-";

/// What a window wants to be saved.
#[derive(Clone, Debug, Default)]
pub struct Commit {
    /// The edits to make, in order; none to only read what is saved.
    pub edits: Vec<Edit>,
    /// The highest number of an item in the brief that the edits were made in.
    pub last_id: u32,
    /// The current time, in milliseconds since 1970.
    pub now: u64,
    /// What was saved in other places, to be taken over.
    pub older: Vec<OlderSlots>,
}

/// The slots of a place where the brief was saved before, or where it is saved if this storage cannot be used.
#[derive(Clone, Debug, Default)]
pub struct OlderSlots {
    /// The name of the place.
    pub place: &'static str,
    /// The texts of its slots, and texts that were set aside there.
    pub texts: Vec<String>,
}

/// What was saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Committed {
    /// The brief and its log as they are saved.
    pub state: BriefState,
    /// What became of each edit.
    pub results: Vec<EditResult>,
    /// By how much the numbers of new items are higher than in the window's brief.
    pub shift: u32,
}

impl Commit {
    /// The edits as a text, to be kept where writing takes no time while the page is closed.
    pub fn to_journal(&self) -> String {
        serde_json::to_string(&(self.last_id, &self.edits)).expect("edits are valid JSON")
    }

    /// The edits from such a text; `None` if it is damaged.
    pub fn from_journal(text: &str, now: u64) -> Option<Commit> {
        let (last_id, edits) = serde_json::from_str(text).ok()?;
        Some(Commit { edits, last_id, now, older: Vec::new() })
    }

    /// Makes the edits in the saved brief.
    pub fn run(self, texts: &mut Texts) -> Committed {
        let (mut state, log_names) = read_state(texts);
        let saved = (state.brief.clone(), state.log.clone());
        self.older.iter().for_each(|older| take_over(older, texts, &mut state));
        let shift = state.brief.last_id.saturating_sub(self.last_id);
        let mut results = Vec::new();
        for edit in &self.edits {
            results.push(state.apply(&renumbered(edit, self.last_id, shift)));
            if let EditAction::DeleteDamaged(n) = edit.action {
                delete_damaged(texts, n);
            }
        }
        state.forget_old_edits(self.now);
        if (&state.brief, &state.log) != (&saved.0, &saved.1) {
            state.revision += 1;
            // In this order, so that what an interrupted step leaves behind is the brief before it, with all of its log.
            let names = write_log(texts, &saved.1, &log_names, &state);
            write_slot(texts, &state.brief, state.revision);
            remove_from_log(texts, &names);
        }
        state.damaged = damaged_texts(texts).map(|(n, text)| (n, text.to_string())).collect();
        Committed { state, results, shift }
    }
}

/// Takes over a brief from another place: once, and again if another was saved there since. It becomes the brief if there
/// is none yet; otherwise it is set aside, where it can be opened.
fn take_over(older: &OlderSlots, texts: &mut Texts, state: &mut BriefState) {
    let name = format!("{TAKEN_OVER_PREFIX}{}", older.place);
    let known = texts.get(&name).map(|number| number.parse().unwrap_or(0));
    let intact = older.texts.iter().filter_map(|text| Some((parse_slot(text)?, text)));
    let newest = intact.max_by_key(|((_, revision), _)| *revision);
    if known.is_none() {
        let damaged = older.texts.iter().filter(|text| parse_slot(text).is_none());
        damaged.for_each(|text| keep_aside(texts, text.clone()));
    }
    let newest_revision = newest.as_ref().map_or(0, |((_, revision), _)| *revision);
    if let Some(((brief, _), text)) = newest.filter(|_| newest_revision > known.unwrap_or(0)) {
        if state.revision == 0 && state.brief == Brief::default() {
            state.brief = Brief::default().with_edit(BriefEdit::Replace(brief));
        } else {
            keep_aside(texts, text.clone());
        }
    }
    if !older.texts.is_empty() {
        texts.put(&name, newest_revision.max(known.unwrap_or(0)).to_string());
    }
}

/// The edit with the numbers that new items have in the saved brief.
pub(crate) fn renumbered(edit: &Edit, above: u32, by: u32) -> Edit {
    let action = match edit.action.clone() {
        EditAction::Apply(change, name) => EditAction::Apply(change.renumbered(above, by), name),
        other => other,
    };
    Edit { action, ..edit.clone() }
}

/// The saved brief and its log, with the name of each entry. Damaged texts are set aside. Entries of edits that did not get
/// as far as the brief are left out.
fn read_state(texts: &mut Texts) -> (BriefState, Vec<String>) {
    let (brief, revision) = read_slots(texts);
    let mut log: Vec<(u64, u32, String, LogEntry)> = Vec::new();
    let mut damaged = Vec::new();
    for (name, text) in texts.with_prefix(LOG_PREFIX) {
        let entry = unseal(text).and_then(|(order, json)| Some((order, serde_json::from_str(json).ok()?)));
        match entry {
            Some((order, (position, entry))) if order <= revision => {
                log.push((order, position, name.to_string(), entry))
            }
            Some(_) => {}
            None => damaged.push(name.to_string()),
        }
    }
    damaged.iter().for_each(|name| set_aside(texts, name));
    log.sort_by_key(|(order, position, ..)| (*order, *position));
    // An entry that was written again has two names until the brief is written too.
    let is_newest = |n: &usize| !log[n + 1..].iter().any(|(.., later)| later.contains(&log[*n].3.id));
    let newest = (0..log.len()).filter(is_newest).map(|n| (log[n].3.clone(), log[n].2.clone()));
    let (log, names) = newest.unzip();
    (BriefState { brief, log, revision, damaged: Vec::new() }, names)
}

/// Writes what is new in the log, and what has changed in it, under names that are not in use. Returns the names of all
/// entries.
fn write_log(texts: &mut Texts, saved: &[LogEntry], saved_names: &[String], state: &BriefState) -> Vec<String> {
    let write = |(position, entry): (usize, &LogEntry)| {
        if let Some(n) = saved.iter().position(|other| other == entry) {
            return saved_names[n].clone();
        }
        let name = format!("{LOG_PREFIX}{}-{}-{}", entry.id.window, entry.id.number, state.revision);
        let json = serde_json::to_string(&(position as u32, entry)).expect("a log entry is valid JSON");
        texts.put(&name, seal(state.revision, &json));
        name
    };
    state.log.iter().enumerate().map(write).collect()
}

/// Removes what is no longer in the log.
fn remove_from_log(texts: &mut Texts, names: &[String]) {
    let all: Vec<String> = texts.with_prefix(LOG_PREFIX).map(|(name, _)| name.to_string()).collect();
    all.iter().filter(|name| !names.contains(name)).for_each(|name| texts.remove(name));
}
