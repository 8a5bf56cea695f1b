//! The page of all forces in one cycle, or on one subject.

use crate::node::{Node, element, fragment, text};
use crate::{components, tile};
use explore::export::ExportKind;
use explore::facets::FacetValue;
use explore::pages::national::{Choice, NationalColumn, NationalPage, NationalRow};
use explore::pages::tile::Tile;

/// The choices, the notes and the table.
pub fn national<A>(page: &NationalPage) -> Node<A> {
    element("div")
        .class("page national")
        .child(choice_form(page))
        .child(element("h2").id("count").tabindex("-1").text(&page.title))
        .child(element("div").class("sentences").children(page.notes.iter().map(components::note)))
        .child(
            element("p")
                .class("national__forms")
                .child(components::link(&page.other_order))
                .text(" · ")
                .child(components::link(&page.other_form)),
        )
        // Before the table, which has hundreds of links.
        .child(components::export_disclosure(&[ExportKind::AllGrades]))
        .child(
            element("div").class("table-frame").tabindex("0").role("region").aria_label(&page.title).child(table(page)),
        )
}

/// The lists of choices. Submitting the form leads to the address of the choice.
fn choice_form<A>(page: &NationalPage) -> Node<A> {
    let choice = |choice: &Choice| {
        let id = format!("national-{}", choice.parameter);
        let option = |value: &FacetValue| {
            let option = element("option").key(&value.id).value_attribute(&value.id).text(&value.name);
            if value.id == choice.chosen { option.selected("") } else { option }
        };
        element("div")
            .class("choice")
            .key(choice.parameter)
            .child(element("label").for_(id.clone()).text(choice.label))
            .child(element("select").id(id).name(choice.parameter).children(choice.options.iter().map(option)))
    };
    let order = page.is_by_region.then(|| element("input").type_("hidden").name("order").value_attribute("region"));
    element("form")
        .class("choices")
        .action("national/")
        .method("get")
        .children(page.choices.iter().map(choice))
        .child(element("div").class("choice").child_opt(order).child(element("button").class("take").text("Show")))
}

fn table<A>(page: &NationalPage) -> Node<A> {
    let head = |column: &NationalColumn| match column {
        NationalColumn::Grades { link, .. } => element("th").scope("col").child(components::link(link)),
        NationalColumn::Break(label) => {
            element("th").scope("col").class("compare__break").child(element("span").text(label))
        }
    };
    let counts = |column: &NationalColumn| match column {
        NationalColumn::Grades { counts, .. } => element("td").child(element("small").text(counts)),
        NationalColumn::Break(_) => element("td").class("compare__break"),
    };
    let mut body = Vec::new();
    for (n, row) in page.rows.iter().enumerate() {
        let is_first = n == 0 || page.rows[n - 1].region != row.region;
        if page.is_by_region && is_first {
            let span = (page.columns.len() + 1).to_string();
            let region = element("th").scope("rowgroup").colspan(span).text(&row.region);
            body.push(element("tr").key(&row.region).class("national__region").child(region));
        }
        body.push(force_row(page, row));
    }
    element("table")
        .class(if page.is_table { "plain national__table" } else { "national__table" })
        .child(element("caption").class("unseen").text(format!("{}: a row for each force", page.title)))
        .child(element("thead").child(
            element("tr").child(element("th").scope("col").text("Force")).children(page.columns.iter().map(head)),
        ))
        .child(element("tbody").children(body))
        .child(
            element("tfoot").child(
                element("tr")
                    .child(element("th").scope("row").text(if page.is_filtered {
                        "How many, of all forces"
                    } else {
                        "How many"
                    }))
                    .children(page.columns.iter().map(counts)),
            ),
        )
}

fn force_row<A>(page: &NationalPage, row: &NationalRow) -> Node<A> {
    let cell = |(tiles, column): (&Vec<Tile>, &NationalColumn)| match column {
        NationalColumn::Break(_) => element("td").class("compare__break"),
        NationalColumn::Grades { .. } if page.is_table => element("td").children(tiles.iter().map(in_words)),
        NationalColumn::Grades { .. } => element("td").class("timeline__cell").children(tiles.iter().map(tile::link)),
    };
    element("tr")
        .key(&row.force.href)
        .child(
            element("th")
                .scope("row")
                .child(components::link(&row.force))
                .child_opt(row.note.as_ref().map(|note| element("small").class("row-note").text(note))),
        )
        .children(row.cells.iter().zip(&page.columns).map(cell))
}

fn in_words<A>(shown: &Tile) -> Node<A> {
    let note = shown.note.as_ref().map(|note| text(format!(", {note}")));
    fragment().child(element("a").href(&shown.href).text(&shown.word).child_opt(note))
}
