//! A table that can be sorted by its headers; on narrow readers each row is a card. The roles are said once more, since a
//! table that is laid out as cards loses them in some browsers.

use super::{Symbol, el, icon};
use yew::prelude::*;

pub struct Column {
    pub name: &'static str,
    /// Pressing the header sorts by it; none where sorting makes no sense.
    pub sort: Option<Callback<MouseEvent>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Rising,
    Falling,
}

pub struct Table {
    /// Read aloud.
    pub name: AttrValue,
    pub columns: Vec<Column>,
    /// The column by which the rows are sorted.
    pub sorted: Option<(usize, Order)>,
    pub groups: Vec<Group>,
}

/// Rows that stand together.
pub struct Group {
    /// Stands above the rows; empty where there is only one group.
    pub name: AttrValue,
    /// A key that is unique in the table, and a cell for each column. The first cell is what the row is about.
    pub rows: Vec<(AttrValue, Vec<Html>)>,
}

pub fn table(table: &Table) -> Html {
    let mut heads: Vec<Html> = Vec::new();
    for (index, column) in table.columns.iter().enumerate() {
        let order = table.sorted.filter(|(sorted, _)| *sorted == index).map(|(_, order)| order);
        heads.push(head(column, order));
    }
    let heads = el("tr", "").with("role", "row").children(heads).html();
    el("table", "sr-table")
        .with("role", "table")
        .with_made("aria-label", table.name.clone())
        .child(el("thead", "sr-table-head").with("role", "rowgroup").child(heads).html())
        .children(table.groups.iter().map(|group| body(group, &table.columns)).collect())
        .html()
}

fn body(group: &Group, columns: &[Column]) -> Html {
    let mut rows: Vec<Html> = Vec::new();
    if !group.name.is_empty() {
        let name = el("th", "sr-row-group-name")
            .with("role", "rowheader")
            .with("scope", "rowgroup")
            .with_made("colspan", columns.len().to_string().into())
            .text(&group.name);
        rows.push(el("tr", "sr-row-group").key("").with("role", "row").child(name.html()).html());
    }
    for (key, cells) in &group.rows {
        let mut row = el("tr", "sr-row").key(key).with("role", "row");
        for (cell, column) in cells.iter().zip(columns) {
            let cell =
                el("td", "sr-cell").with("role", "cell").with("data-name", column.name).child(cell.clone());
            row = row.child(cell.html());
        }
        rows.push(row.html());
    }
    el("tbody", "sr-table-body").key(&group.name).with("role", "rowgroup").children(rows).html()
}

fn head(column: &Column, order: Option<Order>) -> Html {
    let (sort, class, symbol) = match order {
        Some(Order::Rising) => ("ascending", "sr-sort sr-rising", Symbol::Down),
        Some(Order::Falling) => ("descending", "sr-sort sr-falling", Symbol::Down),
        None => ("none", "sr-sort sr-unsorted", Symbol::Sort),
    };
    let class_of_head = if column.sort.is_some() { "sr-head sr-sortable" } else { "sr-head" };
    let head = el("th", class_of_head).with("role", "columnheader").with("scope", "col");
    match &column.sort {
        Some(pressed) => {
            let button = el("button", class).with("type", "button").on_click(pressed.clone());
            let button = button.text(column.name).child(icon(symbol));
            head.with("aria-sort", sort).child(button.html()).html()
        }
        None => head.text(column.name).html(),
    }
}
