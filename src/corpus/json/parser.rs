//! Parses JSON (RFC 8259).

use super::{Json, JsonError};
use std::borrow::Cow;

/// How deeply values may be nested. Deeper ones would need more memory for calls than browsers give.
const MAX_DEPTH: usize = 127;

/// A text and the place up to which it has been read.
pub(super) struct Parser<'t> {
    text: &'t str,
    /// The offset of the next byte. It is always between two characters.
    at: usize,
}

impl<'t> Parser<'t> {
    /// A parser at the start of a text.
    pub fn new(text: &'t str) -> Parser<'t> {
        Parser { text, at: 0 }
    }

    /// The only value of the text.
    ///
    /// # Errors
    /// If the text is cut short or not JSON.
    pub fn parse_whole(mut self) -> Result<Json<'t>, JsonError> {
        let value = self.value(0)?;
        match self.next_sign() {
            Err(_) => Ok(value),
            Ok(_) => Err(JsonError::NotJson),
        }
    }

    /// The next byte, which may be white space.
    fn next_byte(&self) -> Result<u8, JsonError> {
        self.text.as_bytes().get(self.at).copied().ok_or(JsonError::CutShort)
    }

    /// The next byte after white space.
    fn next_sign(&mut self) -> Result<u8, JsonError> {
        while let b' ' | b'\n' | b'\t' | b'\r' = self.next_byte()? {
            self.at += 1;
        }
        self.next_byte()
    }

    /// Reads this byte after white space.
    fn expect(&mut self, byte: u8) -> Result<(), JsonError> {
        if self.next_sign()? != byte {
            return Err(JsonError::NotJson);
        }
        self.at += 1;
        Ok(())
    }

    fn value(&mut self, depth: usize) -> Result<Json<'t>, JsonError> {
        match self.next_sign()? {
            b'{' | b'[' if depth == MAX_DEPTH => Err(JsonError::NotJson),
            b'{' => self.object(depth),
            b'[' => self.list(depth),
            b'"' => self.string().map(Json::Text),
            b'n' => self.word("null", Json::Null),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'-' | b'0'..=b'9' => self.number(),
            _ => Err(JsonError::NotJson),
        }
    }

    /// Reads `null`, `true` or `false`.
    fn word(&mut self, word: &str, value: Json<'t>) -> Result<Json<'t>, JsonError> {
        for byte in word.bytes() {
            if self.next_byte()? != byte {
                return Err(JsonError::NotJson);
            }
            self.at += 1;
        }
        Ok(value)
    }

    fn object(&mut self, depth: usize) -> Result<Json<'t>, JsonError> {
        let mut fields = Vec::new();
        self.at += 1;
        while self.has_item(b'}', fields.is_empty())? {
            if self.next_sign()? != b'"' {
                return Err(JsonError::NotJson);
            }
            let name = self.string()?;
            self.expect(b':')?;
            fields.push((name, self.value(depth + 1)?));
        }
        Ok(Json::Object(fields))
    }

    fn list(&mut self, depth: usize) -> Result<Json<'t>, JsonError> {
        let mut items = Vec::new();
        self.at += 1;
        while self.has_item(b']', items.is_empty())? {
            items.push(self.value(depth + 1)?);
        }
        Ok(Json::List(items))
    }

    /// Whether there is another item before the byte that ends an object or a list; reads that byte, or the comma.
    fn has_item(&mut self, end: u8, is_first: bool) -> Result<bool, JsonError> {
        if self.next_sign()? == end {
            self.at += 1;
            return Ok(false);
        }
        if !is_first {
            self.expect(b',')?;
        }
        Ok(true)
    }

    fn number(&mut self) -> Result<Json<'t>, JsonError> {
        let is_negative = self.next_byte()? == b'-';
        self.at += usize::from(is_negative);
        let start = self.at;
        self.digits()?;
        let digits = &self.text[start..self.at];
        if digits.len() > 1 && digits.starts_with('0') {
            return Err(JsonError::NotJson);
        }
        let mut number = digits.parse().ok().filter(|_| !is_negative);
        if self.next_byte() == Ok(b'.') {
            number = None;
            self.at += 1;
            self.digits()?;
        }
        if let Ok(b'e' | b'E') = self.next_byte() {
            number = None;
            self.at += 1;
            if let b'+' | b'-' = self.next_byte()? {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(number.map_or(Json::OtherNumber, Json::Number))
    }

    /// Reads at least one digit.
    fn digits(&mut self) -> Result<(), JsonError> {
        if !self.next_byte()?.is_ascii_digit() {
            return Err(JsonError::NotJson);
        }
        while self.next_byte().is_ok_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        Ok(())
    }

    /// Reads a string, whose opening quote is next. It is borrowed unless it has escapes.
    fn string(&mut self) -> Result<Cow<'t, str>, JsonError> {
        self.at += 1;
        let mut owned = String::new();
        let mut start = self.at;
        loop {
            match self.next_byte()? {
                b'"' => {
                    let rest = &self.text[start..self.at];
                    self.at += 1;
                    return Ok(if owned.is_empty() { Cow::Borrowed(rest) } else { Cow::Owned(owned + rest) });
                }
                b'\\' => {
                    owned.push_str(&self.text[start..self.at]);
                    self.at += 1;
                    owned.push(self.escaped()?);
                    start = self.at;
                }
                0..0x20 => return Err(JsonError::NotJson),
                _ => self.at += 1,
            }
        }
    }

    /// Reads what follows a backslash.
    fn escaped(&mut self) -> Result<char, JsonError> {
        let byte = self.next_byte()?;
        self.at += 1;
        Ok(match byte {
            b'"' | b'\\' | b'/' => byte.into(),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.code_unit()?;
                let units = if (0xd800..0xdc00).contains(&unit) {
                    for byte in [b'\\', b'u'] {
                        if self.next_byte()? != byte {
                            return Err(JsonError::NotJson);
                        }
                        self.at += 1;
                    }
                    [unit, self.code_unit()?]
                } else {
                    [unit, 0]
                };
                char::decode_utf16(units).next().and_then(Result::ok).ok_or(JsonError::NotJson)?
            }
            _ => return Err(JsonError::NotJson),
        })
    }

    /// Reads four hexadecimal digits.
    fn code_unit(&mut self) -> Result<u16, JsonError> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4).ok_or(JsonError::CutShort)?;
        let mut unit = 0;
        for digit in digits {
            unit = (unit << 4) | char::from(*digit).to_digit(16).ok_or(JsonError::NotJson)? as u16;
        }
        self.at += 4;
        Ok(unit)
    }
}
