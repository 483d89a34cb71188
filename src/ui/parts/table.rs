//! A table that can be sorted by its headers; on narrow readers each row is a card. The roles are said once more, since a
//! table that is laid out as cards loses them in some browsers.

use super::{Symbol, icon};
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
    /// A key that is unique in the table, and a cell for each column. The first cell is what the row is about.
    pub rows: Vec<(AttrValue, Vec<Html>)>,
}

pub fn table(table: &Table) -> Html {
    let heads = table.columns.iter().enumerate().map(|(index, column)| {
        let order = table.sorted.filter(|(sorted, _)| *sorted == index).map(|(_, order)| order);
        head(column, order)
    });
    let rows = table.rows.iter().map(|(key, cells)| {
        let cells = cells.iter().zip(&table.columns).map(|(cell, column)| {
            html! { <td class="sr-cell" role="cell" data-name={column.name}>{ cell.clone() }</td> }
        });
        html! { <tr key={key.to_string()} class="sr-row" role="row">{ for cells }</tr> }
    });
    html! {
        <table class="sr-table" role="table" aria-label={table.name.clone()}>
            <thead class="sr-table-head" role="rowgroup"><tr role="row">{ for heads }</tr></thead>
            <tbody class="sr-table-body" role="rowgroup">{ for rows }</tbody>
        </table>
    }
}

fn head(column: &Column, order: Option<Order>) -> Html {
    let (sort, class, symbol) = match order {
        Some(Order::Rising) => ("ascending", "sr-rising", Symbol::Down),
        Some(Order::Falling) => ("descending", "sr-falling", Symbol::Down),
        None => ("none", "sr-unsorted", Symbol::Sort),
    };
    let Some(onclick) = &column.sort else {
        return html! { <th class="sr-head" role="columnheader" scope="col">{ column.name }</th> };
    };
    html! {
        <th class="sr-head sr-sortable" role="columnheader" scope="col" aria-sort={sort}>
            <button type="button" class={classes!("sr-sort", class)} onclick={onclick.clone()}>
                { column.name }{ icon(symbol) }
            </button>
        </th>
    }
}
