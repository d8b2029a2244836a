//! The view `table` as a drawing, for where there is no page: as many records as a printed page
//! holds.

use super::column::status;
use super::rows::told_first;
use super::{Listing, Of, TableRow};
use crate::chart::Request;
use crate::geometry::{Point, Rect};
use crate::locale::{count, fill};
use crate::scene::{Align, Mark, Scene, Target, TextStyle};
use crate::text::{Measure, truncate, wrap};
use crate::theme::Color;
use crate::words::Telling;

const HEAD: TextStyle = TextStyle { size: 12.0, bold: true };
const CELL: TextStyle = TextStyle { size: 12.0, bold: false };
/// From baseline to baseline.
const LINE: f64 = 16.0;
/// Above and below the lines of a row.
const PAD: f64 = 5.0;
/// Between two columns.
const GAP: f64 = 12.0;
/// Longer words may be broken.
const LONGEST_WORD: f64 = 130.0;
/// Lines of a cell; what is longer is cut.
const MOST_LINES: usize = 3;
/// More rows than any listing holds.
const MOST_ROWS: usize = 100;
/// No row begins below this.
const HEIGHT: f64 = 480.0;

/// What is listed from left to right; on a phone only what fits.
const WIDE: &[Of] = &[Of::Date, Of::Partners, Of::Record, Of::Value, Of::Statistics, Of::Sources];
const NARROW: &[Of] = &[Of::Date, Of::Record, Of::Value];

/// The first records as a scene, and the table's caption; no scene where there are no records.
pub fn list(request: &Request) -> (Option<Scene>, String) {
    let Request { data, reading, locale, .. } = *request;
    let table = told_first(Telling { data, reading, locale }, MOST_ROWS);
    let scene = (table.total > 0).then(|| listing(request, &table));
    (scene, table.caption)
}

/// The table in the request's width, its records as targets.
fn listing(request: &Request, table: &Listing) -> Scene {
    let listed = if request.reading.compact { NARROW } else { WIDE };
    let mut columns: Vec<usize> = Vec::new();
    for of in listed {
        columns.extend(table.columns.iter().position(|column| column.of == *of));
    }
    let rows: Vec<Vec<Cell>> =
        table.rows.iter().map(|row| cells(request, table, row, &columns)).collect();
    let head: Vec<Cell> =
        columns.iter().map(|column| Cell::plain(table.columns[*column].name.to_owned())).collect();
    let mut page = Page { request, lefts: Vec::new(), widths: Vec::new(), marks: Vec::new() };
    // What is not drawn takes no room.
    let mut drawn = 0;
    while drawn < rows.len() && page.has_room(&head, &rows[..=drawn]) {
        drawn += 1;
    }
    page.divide(&head, &rows[..drawn]);
    let theme = request.theme;
    let mut foot = page.row(&head, HEAD, theme.muted, 0.0);
    page.rule(foot, theme.rule);
    let mut targets = Vec::new();
    for (row, cells) in table.rows.iter().zip(&rows[..drawn]) {
        let top = foot;
        foot = page.row(cells, CELL, theme.ink, top);
        page.rule(foot, theme.grid);
        targets.push(Target {
            at: Point::new(request.width / 2.0, (top + foot) / 2.0),
            half: request.width / 2.0,
            records: vec![row.record.clone()],
            lane: 0,
            when: None,
            cluster: false,
            band: (top, foot),
            line: None,
            label: None,
        });
    }
    if targets.len() < table.total {
        let locale = request.locale;
        let more = count(locale, (table.total - targets.len()) as u32);
        let text = fill(locale.words.and_more, &[("list", "…"), ("n", &more)]);
        foot = page.line(&text, foot);
    }
    let (width, ground) = (request.width, theme.ground);
    Scene { width, height: foot.ceil(), ground, marks: page.marks, targets }
}

/// What stands in a cell.
struct Cell {
    text: String,
    /// With a `{title}`: what is not carried out says so, even where the title is cut.
    template: Option<&'static str>,
}

impl Cell {
    fn plain(text: String) -> Cell {
        Cell { text, template: None }
    }

    fn told(&self, title: &str) -> String {
        self.template.map_or(title.to_owned(), |template| fill(template, &[("title", title)]))
    }

    /// As many lines as a cell may have; what is longer is cut.
    fn lines(&self, measure: &dyn Measure, style: TextStyle, width: f64) -> Vec<String> {
        let mut lines = wrap(measure, &self.told(&self.text), style, width);
        let mut title = &*self.text;
        while self.template.is_some() && lines.len() > MOST_LINES {
            let Some((before, _)) = title.rsplit_once(' ') else { break };
            title = before;
            lines = wrap(measure, &self.told(&[title, "…"].concat()), style, width);
        }
        if lines.len() > MOST_LINES {
            let rest = lines.split_off(MOST_LINES - 1).join(" ");
            lines.push(truncate(measure, &rest, style, width));
        }
        lines
    }
}

/// What a row says in the columns asked for; sources by their publishers.
fn cells(request: &Request, table: &Listing, row: &TableRow, columns: &[usize]) -> Vec<Cell> {
    let status = request.data.entry(&row.record).and_then(status);
    let template = status.and_then(|status| request.locale.words.status_title(status));
    let mut cells = Vec::new();
    for column in columns {
        let of = table.columns[*column].of;
        if of != Of::Sources {
            let text = row.cells[*column].clone();
            cells.push(Cell { text, template: template.filter(|_| of == Of::Record) });
            continue;
        }
        let mut publishers: Vec<&str> = Vec::new();
        for number in &row.citations {
            let source = table.sources[number.source - 1];
            let source = &request.data.sources[source as usize];
            publishers.push(source.publisher_in(request.locale.language));
        }
        publishers.dedup();
        cells.push(Cell::plain(publishers.join(", ")));
    }
    cells
}

struct Page<'a> {
    request: &'a Request<'a>,
    lefts: Vec<f64>,
    widths: Vec<f64>,
    marks: Vec<Mark>,
}

impl Page<'_> {
    /// Gives each column the width of its widest text, and then takes from the widest in turn until
    /// all fit; no column becomes narrower than its widest word.
    fn divide(&mut self, head: &[Cell], rows: &[Vec<Cell>]) {
        let measure = self.request.measure;
        self.widths.clear();
        self.lefts.clear();
        let mut words = Vec::new();
        for column in 0..head.len() {
            let widest = |text: &str, style| measure.width(text, style).ceil();
            let mut width = widest(&head[column].text, HEAD);
            let mut word = width;
            for text in rows.iter().map(|row| row[column].told(&row[column].text)) {
                width = width.max(widest(&text, CELL));
                for part in text.split(' ') {
                    word = word.max(widest(part, CELL).min(LONGEST_WORD));
                }
            }
            self.widths.push(width);
            words.push(word);
        }
        let room = self.request.width - GAP * head.len().saturating_sub(1) as f64;
        while self.widths.iter().sum::<f64>() > room {
            let spare = |column: usize| self.widths[column] - words[column];
            let columns = (0..head.len()).filter(|column| spare(*column) >= 1.0);
            let widest = columns.max_by(|a, b| self.widths[*a].total_cmp(&self.widths[*b]));
            let Some(widest) = widest else { break };
            self.widths[widest] -= 1.0;
        }
        // Words that do not fit side by side are broken.
        let share = room / self.widths.iter().sum::<f64>();
        self.widths.iter_mut().for_each(|width| *width *= share.min(1.0));
        let mut left = 0.0;
        for width in &self.widths {
            self.lefts.push(left);
            left += width + GAP;
        }
    }

    /// Whether the last of the rows begins above the foot, in the columns that they make.
    fn has_room(&mut self, head: &[Cell], rows: &[Vec<Cell>]) -> bool {
        self.divide(head, rows);
        let height = |cells: &[Cell], style: TextStyle| {
            let lines = cells.iter().zip(&self.widths);
            let lines =
                lines.map(|(cell, width)| cell.lines(self.request.measure, style, *width).len());
            2.0 * PAD + LINE * lines.max().unwrap_or(1) as f64
        };
        let before = rows.iter().rev().skip(1).map(|row| height(row, CELL));
        height(head, HEAD) + before.sum::<f64>() <= HEIGHT
    }

    /// Sets the cells from `top` down; gives the row's lower edge.
    fn row(&mut self, cells: &[Cell], style: TextStyle, color: Color, top: f64) -> f64 {
        let mut most = 1;
        for (column, cell) in cells.iter().enumerate() {
            let (left, width) = (self.lefts[column], self.widths[column]);
            let lines = cell.lines(self.request.measure, style, width);
            most = most.max(lines.len());
            for (line, text) in lines.into_iter().enumerate() {
                let at = Point::new(left, top + PAD + 12.0 + LINE * line as f64);
                self.marks.push(Mark::Text { at, text, style, color, align: Align::Start });
            }
        }
        top + 2.0 * PAD + LINE * most as f64
    }

    /// One line of its own.
    fn line(&mut self, text: &str, top: f64) -> f64 {
        let at = Point::new(0.0, top + PAD + 12.0);
        let (text, color) = (text.to_owned(), self.request.theme.muted);
        self.marks.push(Mark::Text { at, text, style: CELL, color, align: Align::Start });
        top + 2.0 * PAD + LINE
    }

    fn rule(&mut self, y: f64, color: Color) {
        let rect = Rect::new(0.0, y.round(), self.request.width, y.round() + 1.0);
        self.marks.push(Mark::Rect { rect, color });
    }
}
