//! How deeply the elements of a page are nested.

/// The deepest nesting that is read. Browsers stop at 512; the time that the parser takes grows with the square of it.
const MAX_DEPTH: usize = 1500;

/// Elements that have no end, or whose end may be left out.
const WITHOUT_END: [&str; 31] = [
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li",
    "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead",
    "tr", "wbr",
];

/// Whether more elements are open at one place than any page of a site has.
pub fn is_too_deep(source: &str) -> bool {
    let mut depth = 0_usize;
    let mut deepest = 0;
    for tag in source.split('<').skip(1) {
        let (is_end, rest) = tag.strip_prefix('/').map_or((false, tag), |rest| (true, rest));
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let name = &rest[..length];
        if name.is_empty() || WITHOUT_END.iter().any(|other| other.eq_ignore_ascii_case(name)) {
            continue;
        }
        depth = if is_end { depth.saturating_sub(1) } else { depth + 1 };
        deepest = deepest.max(depth);
    }
    deepest > MAX_DEPTH
}
