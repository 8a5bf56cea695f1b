//! Publications of the inspectorate that cannot be read, with their titles, so that a refusal can say what they are.

/// For each publication: words of its folded title, what it is, and why it cannot be read.
pub const UNREADABLE_PUBLICATIONS: [(&str, &str, &str); 15] = [
    ("police effectiveness 2015", "a PEEL effectiveness report of 2015", "its questions differ from those of 2016"),
    ("peel 2025-27", "a PEEL report of 2025-27", UNKNOWN_FORM),
    ("peel 2025-2027", "a PEEL report of 2025-27", UNKNOWN_FORM),
    ("peel 2025/27", "a PEEL report of 2025-27", UNKNOWN_FORM),
    ("police efficiency 2014", "a PEEL efficiency report of 2014", OTHER_PILLAR),
    ("police efficiency 2015", "a PEEL efficiency report of 2015", OTHER_PILLAR),
    ("police leadership", "a PEEL leadership report", OTHER_PILLAR),
    (
        "effectiveness, efficiency and people",
        "a report on a fire and rescue service",
        "only reports on police forces can be read",
    ),
    ("crime data integrity inspection", "a crime data integrity report", OTHER_PROGRAMME),
    ("child protection inspection", "a child protection report", OTHER_PROGRAMME),
    ("police custody suites in", "a joint report on police custody", OTHER_PROGRAMME),
    ("approach to tackling domestic abuse", "a report on the response to domestic abuse", OTHER_PROGRAMME),
    ("peel spotlight report", "a PEEL spotlight report", ALL_FORCES),
    ("vetting and counter-corruption arrangements in", "a report on vetting and counter-corruption", OTHER_PROGRAMME),
    ("arolygiad o", "a report in Welsh", "only reports in English can be read"),
];

/// The same for publications that may have the title of a report too, so that these words decide wherever they are on the
/// cover.
pub const FOLLOW_UPS: [(&str, &str, &str); 6] = [
    ("a national overview", "a national overview", ALL_FORCES),
    (") revisit", "a report on a revisit", NO_GRADES),
    ("revisit letter", "a letter of the inspectorate", NO_GRADES),
    ("phase of monitoring", "a letter of the inspectorate", NO_GRADES),
    ("cause of concern letter", "a letter of the inspectorate", NO_GRADES),
    ("letter information", "a letter of the inspectorate", NO_GRADES),
];

const NO_GRADES: &str = "it follows up an earlier report and gives no grades";
const ALL_FORCES: &str = "it is about all forces together";
const UNKNOWN_FORM: &str = "no report of that round was known when this was made";
const OTHER_PILLAR: &str =
    "of the reports on one pillar, only those of 2016 and 2017, and on legitimacy those of 2015, can be read";
const OTHER_PROGRAMME: &str = "it belongs to another inspection programme";
