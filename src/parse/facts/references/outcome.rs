//! What a sentence about earlier work says became of it: improved, resolved, raised again and so on.

use crate::facts::references::earlier_action::{account_verb, is_problem, tells_problem};
use crate::facts::references::phrase::{find_phrase, find_phrase_in};
use crate::facts::references::sentence_words::SentenceWords;
use model::ReferenceStatus::{
    self, CarriedForward, Declined, Improved, Nothing, PartlyResolved, RaisedAgain, RaisedBefore, Resolved, Unchanged,
};
use std::ops::Range;

/// The phrases of each status. A sentence often says two things ("has improved, but this remains an area for
/// improvement"); the first row of which it has a phrase counts. What is denied stands before what is said.
const PHRASES: [(ReferenceStatus, &[&str]); 8] = [
    (
        PartlyResolved,
        &[
            "alleviated ?successfully ?the ?that|one|some|most part|aspect|element|of",
            "part|partly|partially ?been alleviated|addressed|resolved|implemented|met|completed|closed",
            "alleviated|addressed|resolved|implemented|met|completed|closed ..2 in part",
        ],
    ),
    (
        RaisedAgain,
        &[
            "remain|remains ?as ?a|an|the|our|both|two|three ?significant|key|important|serious|longstanding area|areas|afi|cause|causes|recommendation",
            "is|are ?still ?therefore still|again ?as ?a|an|the|our ?significant|serious|key area|areas|afi|cause|causes|concern",
            "enduring|longstanding|repeat|repeated|recurring|recurrent ?significant|serious area|areas|cause|causes|recommendation|recommendations|concern|concerns",
            "continue|continues to be a|an|our|the ?significant|serious|key area|cause|concern",
            "again|repeatedly ?been identified|highlighted|raised|found|made|given|issued|recommend*|judged|graded",
            "we|hmic|hmicfrs ?have ?again ?therefore ?again repeat|repeated|reiterate|reiterated|reissue|reissued",
            "been|have|has carried over|forward ..3 area|recommendation|cause",
            "remain|remains one",
            "endure|endures",
            "second|third|fourth|fifth ?consecutive|successive time|inspection|report",
            "repeat|repeated|repetition from|of ..2 last|previous|earlier|our",
        ],
    ),
    (
        PartlyResolved,
        &[
            "some|most|many|several|one|two|three|four|five|six|seven|eight|half of the|these|those|our|its|which ..12 been ?fully ?successfully addressed|implemented|closed|resolved|met|completed|actioned|carried|put",
            "implemented|addressed|completed|closed|met ?only 1*|2*|3*|4*|5*|6*|7*|8*|9* of",
            "put right some|most|many|several|one|two|three|four",
            "addressed|implemented|closed|met|resolved|completed some|most|many|several|part|one|two|three ?but ?not",
            "improv*|progress* ..8 but|however|although|though|yet ..9 more|further|still|needs|need|not|isn't|aren't|hasn't|haven't|inconsistent*|limited|remain|remains",
            "although|while|whilst|despite ..9 improv*|progress* ..12 more|further|still|needs|need|not|isn't|aren't|hasn't|haven't|inconsistent*|limited|remain|remains",
            "still require|requires|need|needs ?to ?make ?do further|more|additional|improvement|work|to",
            "still|there|but|though has|is|have|are ?still|much|some ?more|further work|more|some|way|progress ?left ?for to",
            "not ?yet taken|had|have|take full|their|its full|effect",
            "not|isn't|aren't|yet ?yet ?been fully|entirely|completely|wholly",
            "some|partial progress|improvement|improvements",
        ],
    ),
    (
        Unchanged,
        &[
            "not|hasn't|haven't ?yet ?been ?fully|sufficiently|adequately|completely alleviated|addressed|resolved|met|implemented|completed|closed|acted|eradicated|discharged|lifted|rectified|begun|started|done|put|carried",
            "none|neither of ..8 been|has|have",
            "is|are|was|has|have yet to ?fully|adequately|sufficiently respond|address|implement|improve|act|resolve|meet|complete|make|deal|develop|introduce|take",
            "not|hasn't|haven't|hadn't ?yet ?fully|adequately responded|improved|changed|progressed|acted|moved|made|taken ?the ?any ?enough ?sufficient ?necessary",
            "little|limited|insufficient|no|slow ?or ?no progress|improvement|change|difference",
            "sufficient|enough|more progress not|hasn't|haven't|has|have ?yet not|hasn't|haven't|been ?yet",
            "sufficient|enough|more progress hasn't|haven't",
            "not|hasn't|haven't|hadn't ?yet made ..3 progress|improvement|improvements",
            "as at|in|during ?our last|previous",
            "not|isn't|aren't enough|sufficient ..3 progress|improvement|change",
            "still ?do|does|did|has|have|is|are|was|were ?been ?an|a|the not|no|inconsistent*|limited|poor*|weak*|too|insufficient*|unable|failing|lacking|outstanding",
            "still doesn't|don't|hasn't|haven't|isn't|aren't|wasn't|weren't|can't|lack|lacks|fail|fails|struggle|struggles|inconsistent*",
            "still needed|needs|need|required|requires to ?be",
            "inconsistenc*|problem*|weakness*|shortcoming*|issue*|challenge*|gap*|delay*|backlog*|concern* ?still remain|remains|persist|persists|continue|continues",
            "still|also remain|remains ?in ?place",
            "remain|remains the|so|true ?case|same",
            "is|are still so|the|true ?case",
            "cause|causes|area|areas|concern|concerns|recommendation|recommendations ..14 remain|remains",
            "continuing|ongoing|outstanding|unresolved|persistent|existing ?significant|serious area|areas|cause|causes|recommendation|recommendations",
            "is|are|was|remains ?also|broadly|largely consistent with",
            "in line with ?our|the|what|those ..4 inspection|inspections|findings|judgment|report|found|year",
            "same ?overall ?judgment|grade|position|as ..3 last|our|previous|in|year|inspection",
            "similar ?position|picture|findings|judgment to|with ..5 our|hmic|hmicfrs|last|previous|findings|what",
            "unchanged|unaltered",
            "been|has|have|is|are maintained|sustained",
            "has|have|had not|hasn't ?materially|significantly changed",
            "continues|continue|continued to ?be ?perform|do ?good|well|outstanding",
            "is|are continuing to",
            "has|have|not sustained|maintained its",
        ],
    ),
    (
        Resolved,
        &[
            "have|has|had been ?now ?fully|successfully|largely|since alleviated|addressed|resolved|met|closed|discharged|lifted|eradicated|completed|implemented|actioned|rectified|satisfied",
            "was|were|is|are|been ?now ?fully|successfully|largely|since alleviated|addressed|resolved|met|closed|discharged|lifted|eradicated|completed|implemented|actioned|rectified|satisfied",
            "has|have|had|we ?now ?since ?therefore ?fully|successfully|already|largely addressed|resolved|closed|discharged|lifted|eradicated|cleared|fulfilled|rectified|removed",
            "has|have|had ?now ?since ?fully|successfully|already acted|delivered ?on ?upon ?all",
            "implemented|completed|met ?all|both|each ?of ?our|the|this|these|those ..6 area|areas|recommendation|recommendations|requirement*",
            "has|have|been ?now ?since ?fully|successfully put|carried right|out",
            "has|have ?now|since ?fully|successfully alleviated|corrected",
            "has|have|now|since done|does ?what|so|this ?we ?asked",
            "is|are now good|in ?place",
            "no longer ?a|an|has|have|any",
            "we|hmic|hmicfrs ?are|were|is ?now satisfied|content|reassured",
            "removed|moved|taken|disengaged ?the ?force from|out ..4 engage|engaged|monitoring",
        ],
    ),
    (
        CarriedForward,
        &[
            "carried|carry|carries forward|over",
            "judgment*|judgement*|grade*|grading* ..8 remain|remains|stand|stands|apply|applies|retained",
        ],
    ),
    (
        Declined,
        &[
            "deteriorat*|worsen*|declin*",
            "contrast*|compare* ?starkly with ..14 good|outstanding|adequate",
            "worse|poorer|weaker than",
            "not as good|strong|effective|positive as",
            "less effective|consistent|well|good than",
            "is|was lower than ?in ?last|our",
            "not been kept|sustained ?up",
            "has|have lost",
            "become|became|becoming|got worse",
            "fallen|slipped|regressed|dropped ?back ?since|from|below|in",
            "backwards|backward",
        ],
    ),
    (
        Improved,
        &[
            "has|have|had|is|are|it ?also|now|since|already|recently|significantly|greatly|further|clearly ?been ?significantly improved|improving|strengthened|enhanced|progressed",
            "a|an|the ?statistically ?significant|marked|clear|notable|real|considerable|much improved|improvement|improvements",
            "improvement|improvements ?made on|since|from|have|has|had|we",
            "has|have|seen|made|making|shown|noted|found|note ?many|good|significant|several|considerable|notable|further|real|clear|substantial|encouraging|great|steady|the ?good progress|improvement|improvements|strides",
            "has|have|is|are ?also ?since ?now ?already ?been responded|responding|reacted ?very ?positively|well|quickly|constructively",
            "pleased|encouraged ?to|that|with|by",
            "progress ..6 has|have made",
            "has|have now completed|adopted|established|introduced",
            "better|stronger|greater|more effective|effectively|consistent|consistently than",
            "is|was higher than ?in ?last|our",
            "better|stronger position|placed|able",
            "has|have put|laid|built ..3 foundations",
            "contrast* ?starkly with ..14 inadequate|improvement",
            "from|of ?grade requires|inadequate ..3 to good|adequate|outstanding|requires",
        ],
    ),
];

/// What the sentence says became of something earlier, with the places of the words that say so.
pub fn find_outcome(words: &SentenceWords) -> Option<(ReferenceStatus, Range<usize>)> {
    if words.sentence.trim_end().ends_with('?') {
        return None;
    }
    let told = account_verb(words).map(|verb| verb..end_of_account(words, verb));
    let is_told = |places: &Range<usize>| told.as_ref().is_some_and(|told| told.contains(&places.start));
    PHRASES
        .iter()
        .flat_map(|(status, phrases)| phrases.iter().map(move |phrase| (*status, *phrase)))
        .find_map(|(status, phrase)| Some((status, find_phrase(words, phrase).filter(|places| !is_told(places))?)))
}

/// The place after the words that tell what an earlier inspection found: up to a contrast, or the end.
fn end_of_account(words: &SentenceWords, verb: usize) -> usize {
    const CONTRASTS: [&str; 6] = [
        "but|although|however|though|whereas",
        "and ?the ?force|it|this|they|that|part|has has|have|is|now|still|remains|does",
        "which|it|this|they ?the ?force ?constabulary has|have|is|now|still|remains",
        "it|this|they now|still",
        "since ?then",
        "so we|hmic|hmicfrs",
    ];
    let starts = CONTRASTS.iter().filter_map(|phrase| find_phrase_in(words, verb..words.places().end, phrase));
    starts.map(|at| at.start).min().unwrap_or(words.places().end)
}

/// Whether a sentence that names earlier work says that something was raised, with the words that say so if there are
/// such words.
pub fn find_raised(words: &SentenceWords) -> (ReferenceStatus, Option<Range<usize>>) {
    const ITEM: &str =
        "was|were ?a|an|the|our ?significant|serious|key cause|causes|area|areas|afi ?of|for ?concern|improvement";
    const RAISED: [&str; 4] = [
        "was|were|been ?also ?previously ?first identified|highlighted|raised|recommended|noted|reported|issued|given|made|asked|required|advised ?as ?a|an ?area|cause",
        "had|was|were ?a concerns|concern|concerned|cause",
        "we|hmic|hmicfrs|inspectorate ?also ?had ?previously ?first recommended|advised|highlighted|raised|warned|identified|expressed|criticised",
        "we|hmic|hmicfrs ?also ?had ?previously issued|gave|made ..4 area|areas|cause|causes|recommendation|recommendations",
    ];
    let account = account_verb(words);
    let item = find_phrase(words, ITEM);
    if let Some(verb) = account.filter(|verb| item.is_none() && is_problem(words, *verb)) {
        return (RaisedBefore, Some(verb.saturating_sub(1)..verb + 1));
    }
    let raised = item.or_else(|| RAISED.iter().find_map(|phrase| find_phrase(words, phrase)));
    match raised {
        Some(_) => (RaisedBefore, raised),
        None if tells_problem(words) => (RaisedBefore, None),
        None => (Nothing, None),
    }
}

/// Whether a status says what became of something, and not only that it was raised.
pub fn is_later(status: ReferenceStatus) -> bool {
    !matches!(status, RaisedBefore | Nothing)
}
