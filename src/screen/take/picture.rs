//! Timelines, comparisons and charts as pictures that stand by themselves: title, source, date and licence inside.

use super::{LICENCE, Origin, chart};
use crate::corpus::Corpus;
use crate::model::{Force, Subject};
use crate::screen::numbers::Chart;
use crate::screen::tile::Tile;
use crate::screen::timeline::given_tile;
use crate::state::{State, View};
use crate::timeline::lanes::Lanes;

/// Width of every picture, in pixels.
const WIDTH: usize = 1200;
const EDGE: usize = 30;
const LABEL: usize = 210;
const ROW: usize = 44;

/// A picture on its way.
struct Picture {
    shapes: String,
    /// How far down it has come.
    y: usize,
}

/// The picture of what the page shows, as SVG. Colours are named as in the site's styles: `style` defines them.
pub fn picture(corpus: &Corpus, state: &State, of: &str, origin: &Origin, style: &str) -> Option<String> {
    let mut picture = Picture { shapes: String::new(), y: EDGE + 14 };
    match &state.view {
        _ if !of.is_empty() => picture.chart(&chart(corpus, state, of)?),
        View::Force(id) => {
            let force = corpus.force(id)?;
            picture.words(EDGE, &format!("{}: grades over time", force.name), "title");
            let lanes = Lanes::of(corpus, force);
            let subjects: Vec<&Subject> = lanes.rows.iter().filter_map(|row| row.subject).collect();
            picture.grid(corpus, &[force], &subjects, true);
        }
        View::Compare => {
            let (forces, subjects) = crate::screen::compare::chosen(corpus, state);
            picture.words(EDGE, "Forces compared", "title");
            for subject in subjects {
                picture.words(EDGE, &subject.name, "strong");
                picture.grid(corpus, &forces, &[subject], false);
            }
        }
        _ => return None,
    }
    picture.y += 10;
    picture.words(EDGE, "Dotted: the report is not held, a public page states the grade. Grades on two sides of a break are not comparable.", "small");
    picture.words(EDGE, &format!("{} · site built {}", origin.address, origin.built), "small");
    picture.words(EDGE, LICENCE, "small");
    let height = picture.y + EDGE;
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" \
         font-family=\"system-ui, sans-serif\" font-size=\"14\"><style>{style}</style>\
         <rect class=\"paper\" width=\"{WIDTH}\" height=\"{height}\"/>{}</svg>",
        picture.shapes
    ))
}

impl Picture {
    /// A line of words; the next stands below it.
    fn words(&mut self, x: usize, words: &str, class: &str) {
        self.text(x, self.y, words, class);
        self.y += if class == "title" { 36 } else { 22 };
    }

    fn text(&mut self, x: usize, y: usize, words: &str, class: &str) {
        let words = words.replace('&', "&amp;").replace('<', "&lt;");
        self.shapes.push_str(&format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{words}</text>"));
    }

    fn rect(&mut self, x: usize, y: usize, width: usize, height: usize, class: &str) {
        self.shapes.push_str(&format!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"3\"/>"
        ));
    }

    /// Cycles as columns; rows are the subjects of one force, or the forces on one subject.
    fn grid(&mut self, corpus: &Corpus, forces: &[&Force], subjects: &[&Subject], by_subject: bool) {
        let width = (WIDTH - 2 * EDGE - LABEL) / corpus.cycles.len().max(1);
        let column = |c: usize| EDGE + LABEL + c * width;
        for (c, cycle) in corpus.cycles.iter().enumerate() {
            self.text(column(c) + 6, self.y, &cycle.id, "strong");
        }
        self.y += 12;
        let top = self.y;
        for force in forces {
            let lanes = Lanes::of(corpus, force);
            for subject in subjects {
                self.text(EDGE, self.y + 25, if by_subject { &subject.name } else { &force.name }, "label");
                for (c, cycle) in corpus.cycles.iter().enumerate() {
                    let given = lanes.given(subject, cycle);
                    let mut tiles = given.filter_map(|(column, given)| given_tile(corpus, force, column, given));
                    let tile = tiles.next_back();
                    tile.into_iter().for_each(|(tile, _)| self.tile(column(c) + 4, &tile, width - 10));
                }
                self.y += ROW;
            }
        }
        for (c, _) in corpus.cycles.iter().enumerate().filter(|(_, cycle)| cycle.break_label.is_some()) {
            self.rect(column(c) - 3, top - 22, 4, self.y - top + 22, "break");
        }
        self.y += 24;
    }

    fn tile(&mut self, x: usize, tile: &Tile, width: usize) {
        let class = crate::model::slug(&tile.word);
        let state = match tile.drawing {
            crate::screen::tile::Drawing::Graded(_) => format!("graded {class}"),
            crate::screen::tile::Drawing::NotHeld(_) => format!("hollow {class}-edge"),
            _ => "outlined".to_string(),
        };
        let y = self.y + 2;
        self.rect(x, y, width, ROW - 6, &state);
        if let Some(ladder) = tile.ladder {
            for n in 0..usize::from(ladder.of) {
                let height = 4 + 2 * n;
                let bar = if n < usize::from(ladder.filled) { "bar full" } else { "bar" };
                self.rect(x + 7 + 5 * n, y + 18 - height, 3, height, &format!("{bar} on-{class}"));
            }
        }
        let note = tile.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
        self.text(x + 6, y + 32, &format!("{}{note}", tile.word), &format!("word on-{class}"));
    }

    fn chart(&mut self, chart: &Chart) {
        let bars = EDGE + 420;
        self.words(EDGE, &format!("{}: {} beside {}", chart.title, chart.force, chart.comparator), "title");
        for pair in &chart.rows {
            self.text(EDGE, self.y + 18, &shortened(&pair.label), "label");
            for (bar, class, y) in [(&pair.force, "bar force", self.y), (&pair.comparator, "bar other", self.y + 18)] {
                let width = (bar.share * (WIDTH - bars - 100) as f64 / 100.0) as usize;
                self.rect(bars, y, width.max(1), 14, class);
                self.text(bars + width + 8, y + 12, &bar.value, "small");
            }
            self.y += ROW;
        }
        self.words(EDGE, &format!("Upper bar {}, lower bar {}.", chart.force, chart.comparator), "small");
        self.words(EDGE, &chart.source, "small");
    }
}

/// As much of a label as fits beside its bars.
fn shortened(label: &str) -> String {
    const MOST: usize = 58;
    match label.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &label[..at]),
        None => label.to_string(),
    }
}
