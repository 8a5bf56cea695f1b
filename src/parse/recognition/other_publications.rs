//! Publications of the inspectorate that cannot be read, with their titles, so that a refusal can say what they are.

/// For each publication: words of its folded title, what it is, and why it cannot be read.
pub const UNREADABLE_PUBLICATIONS: [(&str, &str, &str); 15] = [
    (
        "police effectiveness, efficiency and legitimacy 2018/19",
        "an integrated PEEL report of 2018/19",
        "it has three pillars, each with its own grade and questions",
    ),
    ("police effectiveness 2015", "a PEEL effectiveness report of 2015", "its questions differ from those of 2016"),
    ("peel 2025-27", "a PEEL report of 2025-27", UNKNOWN_FORM),
    ("peel 2025-2027", "a PEEL report of 2025-27", UNKNOWN_FORM),
    ("peel 2025/27", "a PEEL report of 2025-27", UNKNOWN_FORM),
    ("police efficiency 2014", "a PEEL efficiency report of 2014", OTHER_PILLAR),
    ("police efficiency 2015", "a PEEL efficiency report of 2015", OTHER_PILLAR),
    ("police legitimacy 2015", "a PEEL legitimacy report of 2015", OTHER_PILLAR),
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
    ("arolygiad o", "a report in Welsh", "only reports in English can be read"),
];

const UNKNOWN_FORM: &str = "no report of that round was known when this was made";
const OTHER_PILLAR: &str = "of the reports on one pillar, only those of 2016 and 2017 can be read";
const OTHER_PROGRAMME: &str = "it belongs to another inspection programme";
