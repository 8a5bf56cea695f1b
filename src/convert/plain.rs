//! Plain text, and the text of web pages: their encodings.

use crate::ConvertError;
use encoding_rs::{Encoding, WINDOWS_1252};

/// The text of a file of plain text. UTF-16 is recognised by its byte order mark.
///
/// # Errors
/// If it is not UTF-8 or UTF-16, contains bytes of value zero, or its letters are garbled.
pub fn decode(bytes: &[u8]) -> Result<String, ConvertError> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, length)) if length == 2 => {
            encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned()
        }
        _ if bytes.contains(&0) => return Err(ConvertError::OtherForm("a binary file, not text")),
        _ => String::from_utf8(bytes.to_vec()).map_err(|error| {
            let offset = error.utf8_error().valid_up_to();
            ConvertError::NotUtf8 { offset, line: line_of(bytes, offset) }
        })?,
    };
    match garbled_word(&text) {
        Some((at, example)) => Err(ConvertError::Garbled { example, line: line_of(text.as_bytes(), at) }),
        None => Ok(text),
    }
}

/// The source of a web page, in the encoding that it names, or else in UTF-8 or Windows-1252.
pub fn decode_page(bytes: &[u8]) -> String {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_string();
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let label = head.split("charset=").nth(1).map(|rest| rest.trim_start_matches(['"', '\'']));
    let label = label.and_then(|rest| rest.split(|c: char| !c.is_alphanumeric() && !"-_".contains(c)).next());
    let encoding = label.and_then(|label| Encoding::for_label(label.as_bytes())).unwrap_or(WINDOWS_1252);
    encoding.decode(bytes).0.into_owned()
}

/// The number of the line of a byte.
fn line_of(bytes: &[u8], at: usize) -> usize {
    bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1
}

/// The first word whose letters are what UTF-8 looks like when it is read as Windows-1252 ("forceâ€™s"), with its offset, if
/// there are several: one may be quoted.
fn garbled_word(text: &str) -> Option<(usize, String)> {
    const SIGNS: [&str; 7] = ["â€™", "â€œ", "â€\u{9d}", "â€“", "â€˜", "Â£", "Ã©"];
    const ENOUGH: usize = 3;
    let first = SIGNS.iter().filter_map(|sign| text.find(sign)).min()?;
    let count: usize = SIGNS.iter().map(|sign| text.matches(sign).take(ENOUGH).count()).sum();
    let start = text[..first].rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let word = text[start..].split_whitespace().next()?;
    (count >= ENOUGH).then(|| (first, word.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_may_be_utf_8_or_utf_16_and_garbled_text_is_refused() {
        assert_eq!(decode("The force’s".as_bytes()).as_deref(), Ok("The force’s"));
        let wide: Vec<u8> = "\u{feff}The force’s".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide).as_deref(), Ok("The force’s"));
        assert_eq!(decode(b"one\n\xa3 two"), Err(ConvertError::NotUtf8 { offset: 4, line: 2 }));
        let garbled = decode("one\nThe forceâ€™s areaâ€™s â€“".as_bytes());
        assert_eq!(garbled, Err(ConvertError::Garbled { example: "forceâ€™s".to_string(), line: 2 }));
    }

    #[test]
    fn a_page_may_name_its_encoding() {
        assert_eq!(decode_page(b"<meta charset=\"iso-8859-1\"><p>\xa35"), "<meta charset=\"iso-8859-1\"><p>£5");
        assert_eq!(decode_page(b"<p>\x93good\x94"), "<p>“good”");
    }
}
