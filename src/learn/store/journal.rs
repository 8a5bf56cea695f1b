//! Edits as texts, to be kept where writing takes no time while the page is closed.

use super::state::{Edit, EditAction};
use crate::note::Subject;
use crate::record::{read_record, write_record, write_texts};
use crate::schedule::Memory;

/// Edits as a text.
pub fn write_journal(edits: &[Edit]) -> String {
    let texts: Vec<String> = edits.iter().map(edit_text).collect();
    write_texts(&texts)
}

/// The edits from such a text; `None` if it is damaged.
pub fn read_journal(text: &str) -> Option<Vec<Edit>> {
    read_record(text)?.rest().map(|text| read_edit(&text)).collect()
}

fn edit_text(edit: &Edit) -> String {
    let at = edit.at.to_string();
    match &edit.action {
        EditAction::Write { subject: Subject { address, title, quote }, base, words, day } => {
            write_record(&[&at, "write", address, title, quote, base, words, day])
        }
        EditAction::Remove(address) => write_record(&[&at, "remove", address]),
        EditAction::Restore(address, removed) => write_record(&[&at, "restore", address, &removed.to_string()]),
        EditAction::Remember(card, memory) => write_record(&[&at, "remember", card, &memory.to_text()]),
        EditAction::DeleteDamaged(n) => write_record(&[&at, "delete", &n.to_string()]),
    }
}

fn read_edit(text: &str) -> Option<Edit> {
    let mut fields = read_record(text)?;
    let at = fields.number()?;
    let action = match fields.text()?.as_str() {
        "write" => EditAction::Write {
            subject: Subject { address: fields.text()?, title: fields.text()?, quote: fields.text()? },
            base: fields.text()?,
            words: fields.text()?,
            day: fields.text()?,
        },
        "remove" => EditAction::Remove(fields.text()?),
        "restore" => EditAction::Restore(fields.text()?, fields.number()?),
        "remember" => EditAction::Remember(fields.text()?, Memory::from_text(&fields.text()?)?),
        "delete" => EditAction::DeleteDamaged(u32::try_from(fields.number()?).ok()?),
        _ => return None,
    };
    Some(Edit { at, action })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_edit_is_read_back() {
        let subject = Subject { address: "a/".into(), title: "A \"title\"".into(), quote: "é".into() };
        let write = EditAction::Write { subject, base: "b".into(), words: "w\n".into(), day: "2026-11-30".into() };
        let actions = [
            write,
            EditAction::Remove("a/".into()),
            EditAction::Restore("a/".into(), 7),
            EditAction::Remember("kind a".into(), Memory::after(None, true, 9)),
            EditAction::DeleteDamaged(3),
        ];
        let edits: Vec<Edit> = actions.into_iter().map(|action| Edit { at: 5, action }).collect();
        assert_eq!(read_journal(&write_journal(&edits)), Some(edits));
        assert_eq!(read_journal("[\"[]\"]"), None);
    }
}
