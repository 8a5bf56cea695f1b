//! Bounds on what a page may be made of, checked before it is parsed: a parser corrects any fault, but may take hours.

/// The deepest nesting that is read. Browsers stop at 512; the time that the parser takes grows with the square of it.
const MAX_DEPTH: usize = 1500;

/// The most elements. The pages of the longest reports have 20,000.
const MAX_ELEMENTS: usize = 250_000;

/// The most attributes of one element. The parser compares each with all before it.
const MAX_ATTRIBUTES: usize = 1000;

/// Elements that have no end, or whose end may be left out.
const WITHOUT_END: [&str; 31] = [
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li",
    "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead",
    "tr", "wbr",
];

/// What is beyond the bounds, if anything, as a clause: more than any page of a site has.
pub fn excess(source: &str) -> Option<&'static str> {
    let mut depth = 0_usize;
    let mut elements = 0;
    for tag in source.split('<').skip(1) {
        let (is_end, rest) = tag.strip_prefix('/').map_or((false, tag), |rest| (true, rest));
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let name = &rest[..length];
        if name.is_empty() {
            continue;
        }
        elements += usize::from(!is_end);
        if elements > MAX_ELEMENTS {
            return Some("it has too many elements");
        }
        if count_attributes(&rest[length..]) > MAX_ATTRIBUTES {
            return Some("one of its elements has too many attributes");
        }
        if WITHOUT_END.iter().any(|other| other.eq_ignore_ascii_case(name)) {
            continue;
        }
        depth = if is_end { depth.saturating_sub(1) } else { depth + 1 };
        if depth > MAX_DEPTH {
            return Some("its elements are nested too deeply");
        }
    }
    None
}

/// About how many attributes a tag has: words outside quotation marks, up to the end of the tag.
fn count_attributes(tag: &str) -> usize {
    let mut quote = None;
    let mut count = 0;
    let mut is_between = false;
    for byte in tag.bytes() {
        match quote {
            Some(open) => quote = Some(open).filter(|open| byte != *open),
            None if byte == b'>' => break,
            None if byte == b'"' || byte == b'\'' => quote = Some(byte),
            None => {
                let is_gap = byte.is_ascii_whitespace() || byte == b'/';
                count += usize::from(is_between && !is_gap);
                is_between = is_gap;
            }
        }
    }
    count
}
