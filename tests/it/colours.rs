//! The colours of `static/css/tokens.css` have enough contrast, and grades can be told apart in greyscale.

use std::collections::BTreeMap;
use std::fs;

/// Red, green and blue from 0 to 1, by the name of the colour.
type Colours = BTreeMap<String, [f64; 3]>;

/// The colours of the light and the dark scheme. The dark one overrides some of the light ones.
fn colour_schemes() -> [(&'static str, Colours); 2] {
    let path = tests::repository::path_of("static/css/tokens.css");
    let css = fs::read_to_string(path).expect("the tokens can be read");
    let (light, dark) = css.split_once("@media (prefers-color-scheme: dark)").expect("there is a dark scheme");
    let light = parse_colours(light);
    let mut both = light.clone();
    both.extend(parse_colours(dark));
    [("light", light), ("dark", both)]
}

/// The colours that are declared in this CSS.
fn parse_colours(css: &str) -> Colours {
    let declarations = css.split(';').filter_map(|part| part.rsplit_once("--")?.1.split_once(": #"));
    let colour = |hex: &str| {
        let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour of six digits");
        [0, 2, 4].map(|at| f64::from(part(at)) / 255.0)
    };
    declarations.map(|(name, hex)| (name.to_string(), colour(hex))).collect()
}

/// The relative luminance, as WCAG 2.2 defines it.
fn luminance(colour: [f64; 3]) -> f64 {
    let [r, g, b] = colour.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// The contrast ratio, as WCAG 2.2 defines it.
fn contrast_ratio(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Asserts that each pair of foreground and background has at least this contrast in both schemes.
#[track_caller]
fn assert_contrast(needed: f64, pairs: &[(&str, &str)]) {
    for (look, colours) in colour_schemes() {
        for (ink, paper) in pairs {
            let found = contrast_ratio(colours[*ink], colours[*paper]);
            assert!(found >= needed, "{look}: {ink} on {paper} has a contrast of {found:.2}, not {needed}");
        }
    }
}

#[test]
fn text_has_enough_contrast_with_its_background() {
    assert_contrast(
        4.5,
        &[
            ("ink", "paper"),
            ("ink", "wash"),
            ("soft", "paper"),
            ("soft", "wash"),
            ("link", "paper"),
            ("link", "wash"),
            ("ink", "alert"),
            ("ink", "quoted"),
            ("found-ink", "found"),
            ("ink", "break-a"),
            ("soft", "break-a"),
            ("tile-ink", "outstanding"),
            ("tile-ink", "good"),
            ("tile-ink", "adequate"),
            ("tile-ink", "requires-improvement"),
            ("inadequate-ink", "inadequate"),
        ],
    );
}

#[test]
fn edges_of_fields_tiles_and_the_focus_have_enough_contrast_with_the_page() {
    assert_contrast(
        3.0,
        &[
            ("edge", "paper"),
            ("focus", "paper"),
            ("focus", "wash"),
            ("outstanding-edge", "paper"),
            ("good-edge", "paper"),
            ("adequate-edge", "paper"),
            ("requires-improvement-edge", "paper"),
            ("inadequate-edge", "paper"),
        ],
    );
}

#[test]
fn grades_run_from_light_to_dark_so_that_they_differ_in_greyscale() {
    const GRADES: [&str; 5] = ["outstanding", "good", "adequate", "requires-improvement", "inadequate"];
    for (look, colours) in colour_schemes() {
        for pair in GRADES.windows(2) {
            let (lighter, darker) = (colours[pair[0]], colours[pair[1]]);
            let is_lighter = luminance(lighter) > luminance(darker);
            let step = contrast_ratio(lighter, darker);
            assert!(is_lighter && step > 1.2, "{look}: {} to {} is a step of {step:.2}", pair[0], pair[1]);
        }
    }
}
