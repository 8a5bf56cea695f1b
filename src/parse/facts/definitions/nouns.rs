//! Lists of words that tell a definition from a remark.

use crate::facts::definitions::words::{QUOTES, Words};
use std::ops::Range;

/// What a defined thing can be: "X is a *tool* that ...".
const CLASSES: &str = "abuse activity activities act agency agencies agreement amount app application approach \
    arrangement arrangements assessment assessments award board body bodies brand building campaign case category centre \
    charity code command committee conference contract control council course court crime crimes database definition \
    device devices diagram diversion document documents drug email event exercise facility file form forum framework \
    function fund group groups guidance harm hub incident indicator information initiative instrument interview \
    inspection job judgment kit law legislation level line list location map mapping measure mechanism meeting \
    meetings method methodology methods model name network networks notice number offence offences office operation \
    operations order orders organisation organisations outcome outcomes package panel part partnership penalty people \
    percentage period person piece place plan plans plant platform point policy power powers practice principle \
    principles procedure procedures process processes product profile programme programmes project proportion protocol \
    qualification questionnaire rate record register regime report reports requirement resource response restriction \
    review role room rule rules sanction scheme schemes scale score screen sentence series service services set \
    software stage standard standards state statement step strategy structure study substance support survey system \
    systems task team teams technique techniques technology term test theory time tool tools training type unit units \
    use van variation vehicle vehicles version vessel visit warrant way website weapon work worker workers workshop";

/// Words of a judgment or remark: "X is a *concern* that ...".
const REMARKS: &str = "achievement advantage aim area areas aspiration benefit cause challenge challenges change concern \
    concerns consequence danger decision development difficulty disadvantage example examples fact failure feature focus \
    gap hallmark improvement issue issues lack limitation matter need opportunity pattern priority priorities problem \
    problems progress question reason reasons result risk risks shame shortage shortfall sign source strength strengths \
    success theme themes threat trend weakness weaknesses";

/// Words that a name does not contain, and that end the words before a bracket or after "called".
const FUNCTION_WORDS: &str = "a about after against all also an and are as at be because been before between both but by \
    can during each for from had has have having he her his how if in include includes including into is it its may more \
    made make makes most new no not of offer offers on one or other our out over provides see she should so some such than that the their them then \
    there these they this those through to two three under until up use used uses using was we well were what when where \
    which while who whose will with within without would";

/// Whether a word names a class of things.
pub fn is_class(words: &Words, n: usize) -> bool {
    let last = words.lower(n).rsplit('-').next().unwrap_or_default();
    is_listed(last, CLASSES) || last.strip_suffix('s').is_some_and(|one| is_listed(one, CLASSES))
}

/// Whether a word belongs to a remark.
pub fn is_remark(words: &Words, n: usize) -> bool {
    words.is_any(n, REMARKS)
}

/// Whether a word is a function word or a common verb.
pub fn is_function_word(words: &Words, n: usize) -> bool {
    words.is_any(n, FUNCTION_WORDS)
}

fn is_listed(word: &str, list: &str) -> bool {
    intake::text::is_in_word_list(word, list)
}

/// Words that begin a clause or phrase that says more of the noun before them.
const NARROWING: &str = "which that who whose where when used designed in of to for by between made led set with on at from \
    through under aimed intended consisting containing";

/// The head of the noun phrase that begins at a word, and whether a clause that says more of it follows.
pub fn head_noun(words: &Words, from: usize) -> Option<(usize, bool)> {
    const LONGEST: usize = 8;
    let to = words.len().min(from + LONGEST);
    let narrows = |n: usize| words.is_any(n, NARROWING) || words.signs_before(n).contains('(');
    let end = (from..to).find(|n| narrows(*n + 1) || !words.runs_on(*n))?;
    // A list of adjectives goes on after its comma: "an older, larger van".
    let end = if is_class(words, end) || is_remark(words, end) || !words.signs_after(end).ends_with(',') {
        end
    } else {
        (end + 1..to).find(|n| narrows(*n + 1) || !words.runs_on(*n))?
    };
    Some((end, words.is_any(end + 1, NARROWING)))
}

/// Whether a word names somebody who acts, or the report itself, so that it is no term: "The force", "HMIC", "This".
pub fn is_actor(words: &Words, n: usize) -> bool {
    const ACTORS: &str = "annex chart chief commissioner constable constabulary figure figures force forces force's graph he \
        here hmic hmicfrs hmicfrs' i inspector inspectors it its managers our police section she staff supervisors table \
        that there these they this those we what which who you your their some many most all each every both one";
    words.is_any(n, ACTORS)
}

/// The term that ends before word `end`: a capitalised name, or up to four words that are no function words.
pub fn term_before(words: &Words, end: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 4;
    if let Some(start) = quotation_before(words, end) {
        return Some(start..end);
    }
    let is_name = words.is_capitalised(end.checked_sub(1)?);
    // "crimes against society": the noun before one of these belongs to the term.
    let joins = |n: usize| n > 0 && words.is_any(n, "of against") && !is_function_word(words, n - 1);
    let mut start = end;
    while start > 0
        && (start == end || words.runs_on(start - 1))
        && end - start < LONGEST
        && (!is_function_word(words, start - 1) || (start < end && joins(start - 1)))
        && (!is_name || words.is_capitalised(start - 1))
    {
        start -= 1;
        if words.signs_before(start).ends_with(QUOTES) {
            break;
        }
    }
    (start < end).then_some(start..end)
}

/// Where the quotation begins that ends right before word `end`.
fn quotation_before(words: &Words, end: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let last = end.checked_sub(1).filter(|last| words.closes_quotation(*last))?;
    (end.saturating_sub(LONGEST)..=last).rev().find(|n| words.quoted_at(*n).is_some_and(|range| range.end == end))
}
