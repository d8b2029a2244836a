//! A table as JSON for the element.

use super::Json;
use crate::locale::{Locale, count, fill};
use crate::table::{Group, Listing, Of, Sort, TableRow};

/// The table, which is sorted by `sort`, and its rows by kind.
pub fn table(table: &Listing, groups: &[Group], locale: &Locale, sort: Option<Sort>) -> String {
    let words = locale.words;
    let mut json = Json::new();
    json.object(|json| {
        json.key("caption").string(&table.caption);
        json.key("search").string(words.search);
        json.key("columns").array(&table.columns, |json, column| {
            let sorted = sort.filter(|sort| sort.by == column.of);
            json.object(|json| {
                json.key("name").string(column.name);
                json.key("of").whole(column.of as i32);
                json.key("numeric").boolean(column.of == Of::Value);
                json.key("sort").string(match sorted {
                    None => "none",
                    Some(Sort { descending: false, .. }) => "ascending",
                    Some(_) => "descending",
                });
            });
        });
        json.key("groups").array(groups, |json, group| {
            let [shown, total] = [group.rows.len(), group.total].map(|n| count(locale, n as u32));
            json.object(|json| {
                json.key("name").string(&group.name);
                json.key("count").string(&total);
                json.key("rows").array(&group.rows, row);
                if (1..group.total).contains(&group.rows.len()) {
                    let shown = fill(words.rows_shown, &[("n", &shown), ("total", &total)]);
                    json.key("shown").string(&shown);
                    json.key("more").string(words.more_rows);
                }
            });
        });
    });
    json.finish()
}

fn row(json: &mut Json, row: &TableRow) {
    json.object(|json| {
        json.key("record").string(&row.record);
        json.key("cells").array(&row.cells, |json, cell| json.string(cell));
        json.key("citations").array(&row.citations, |json, cited| {
            json.object(|json| {
                json.key("number").whole(cited.source as i32);
                json.optional("locator", cited.locator.as_deref());
            });
        });
    });
}
