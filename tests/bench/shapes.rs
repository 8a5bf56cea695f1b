//! The shapes of hostile texts: what is repeated in them.

/// Words that are repeated until the text has the desired size.
pub struct Shape {
    /// The name, as it is given on the command line.
    pub name: &'static str,
    /// The words. `{n}` stands for the number of the repetition.
    pub words: &'static str,
    /// The beginning of the line of the source after which the words are inserted. If empty, they are inserted in the
    /// middle.
    line_before: &'static str,
}

impl Shape {
    /// The offset in a source at which the words are inserted; none if it lacks the line that they have to follow.
    pub fn insertion_offset(&self, source: &str) -> Option<usize> {
        if self.line_before.is_empty() {
            let middle = source.floor_char_boundary(source.len() / 2);
            return Some(source[..middle].rfind("\n\n").map_or(0, |at| at + 2));
        }
        let line = format!("\n{}", self.line_before);
        let at = source.find(&line)? + 1;
        Some(at + source[at..].find('\n')? + 1)
    }
}

/// A row of the table.
const fn shape(name: &'static str, words: &'static str, after: &'static str) -> Shape {
    Shape { name, words, line_before: after }
}

/// All shapes.
pub const SHAPES: [Shape; 52] = [
    shape("one line of words", "word ", ""),
    shape("one line of names", "Exshire Police ", ""),
    shape("one line of sentences", "The force is good. ", ""),
    shape("one line of dates", "3 March 2018 ", ""),
    shape("one line of percents", "29.9 percent, ", ""),
    shape("one line of short forms", "a word (AW) ", ""),
    shape("one line of links", "[x](#) ", ""),
    shape("one line of broken links", "](#) ", ""),
    shape("no spaces", "x", ""),
    shape("accents without spaces", "é", ""),
    shape("digits", "7", ""),
    shape("full stops", ".", ""),
    shape("open square brackets", "[", ""),
    shape("open round brackets", "(", ""),
    shape("quotes", "“", ""),
    shape("dashes", "-", ""),
    shape("spaces", " ", ""),
    shape("tabs", "\t", ""),
    shape("line ends", "\n", ""),
    shape("lines of one paragraph", "the force goes on and\n", ""),
    shape("lines of one sentence", "The force is good.\n", ""),
    shape("paragraphs", "The force is good.\n\n", ""),
    shape("paragraphs that go on", "the force is and\n\n", ""),
    shape("bullets", "• The force should act.\n", ""),
    shape("bullets that go on", "• the force should act and\n", ""),
    shape("dashes with words", "- the force should act\n", ""),
    shape("letters", "(a) the force should act;\n", ""),
    shape("headings", "Heading\n\n", ""),
    shape("rows", "Name\t12\t2016\n", ""),
    shape("footnotes", "1 Note.\n\n", ""),
    shape("grades", "Good\n\n", ""),
    shape("questions and grades", "How effective is the force at acting?\n\nGood\n\n", ""),
    shape("boxes", "Areas for improvement\n\n• The force should act.\n\n", ""),
    shape(
        "causes of concern",
        "Cause of concern\n\nThe force fails.\n\nRecommendations\n\n• The force should act.\n\n",
        "",
    ),
    shape("figures", "Figure 1: Crimes in the 12 months to 30 June 2017\n\n", ""),
    shape("contents", "Contents\n\nOne\t1\nTwo\t2\n\n", ""),
    shape("stops without spaces", "x.X", ""),
    shape("one line of references", "In our 2016 report we said so. ", ""),
    shape("measures of one paragraph", "29.9 percent of the {n}\n", ""),
    shape("short forms of one paragraph", "the Wide Area {n} (WA) and\n", ""),
    shape("headings that differ", "Heading {n}\n\n", ""),
    shape("bullets that differ", "• The force should act {n} times.\n", ""),
    shape("areas and grades", "Area {n}\n\nGood\n\n", ""),
    shape("footnotes in order", "Words.{n}\n\n{n} Note.\n\n", ""),
    shape("titles of contents", "Title {n}\t{n}\n", "Contents"),
    shape("rows of questions", "Question {n}\tGood\t2016\n", "Question\t"),
    shape("lines of questions", "Question {n}    Good    2016\n", "Question\t"),
    shape("cells of one row", "Question {n}\tGood\t2016\t", "Question\t"),
    shape("names without grades", "a name\n", "Question\t"),
    shape("grades of the first page", "Good ", "Good Good"),
    shape("questions without grades", "How effective is x?\n", ""),
    shape("rows of areas", "Area {n}\tArea {n}\tArea {n}\t\t\n", "Outstanding\t"),
];
