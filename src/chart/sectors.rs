//! `sectors`: a row a sector, a column a partner, a mark for each status that the sources name.
//!
//! Where there is room a status has the same place in every cell, so that a column reads down.

use super::drawing::{Drawing, PLAIN, STRONG};
use super::key;
use super::shape::{sign_of_status, status_mark};
use super::sign::Sign;
use super::{Drawn, Request};
use crate::dataset::{Dataset, Sector, Status};
use crate::geometry::{Point, Rect};
use crate::locale;
use crate::reading::{Band, SectorRow, in_order, place};
use crate::scene::{Align, Fill, Mark, Shape, Target};
use crate::text::wrap;

/// The header, with the partners' names or codes; narrow columns take turns in two lines.
const HEADER: f64 = 26.0;
const SECOND_LINE: f64 = 13.0;
/// What a code takes of the width with the space beside it.
const CODE: f64 = 28.0;
/// The least height of a row.
const ROW: f64 = 24.0;
/// From baseline to baseline of a name that takes several lines.
const NAME_LINE: f64 = 15.0;
/// The least distance of two marks in a cell, and the most.
const PITCH: f64 = 11.0;
const LOOSE: f64 = 26.0;
/// What parts the marks of two cells, where each status has its place, in distances of marks.
const BETWEEN: f64 = 2.0;
/// The widest column: three of them fill a wide page.
const COLUMN: f64 = 300.0;
/// What the names of the sectors may take of the width in any case.
const NAMES: f64 = 0.42;
/// What a column keeps free beside its marks.
const MARGIN: f64 = 6.0;
const RADIUS: f64 = 4.5;

/// How the cells are laid out: places of marks side by side, and lines of them.
struct Grid {
    left: f64,
    column: f64,
    /// The lower edge of the header.
    top: f64,
    pitch: f64,
    /// The place of each status where all have their own; else marks stand as they come.
    places: Option<[usize; 5]>,
    across: usize,
}

impl Grid {
    fn new(drawing: &Drawing, rows: &[&SectorRow], columns: usize) -> Grid {
        let width = drawing.request.width;
        let mut names: f64 = 0.0;
        for row in rows {
            names = names.max(drawing.width_of(&name(drawing, row.sector), PLAIN));
        }
        // Rather than that a name is cut, the marks of a cell stand close.
        let data = drawing.request.data;
        let fullest = rows.iter().map(|row| most_statuses(data, row)).max().unwrap_or(0);
        let marks = (fullest as f64 * PITCH + MARGIN) * columns as f64;
        let left = (names + 12.0).min((width * NAMES).max(width - marks));
        let column = ((width - left) / columns.max(1) as f64).min(COLUMN);
        let top = if column < CODE { HEADER + SECOND_LINE } else { HEADER };
        let mut places = [usize::MAX; 5];
        for at in rows.iter().flat_map(|row| row.cells.iter().flatten()) {
            places[place(data.sectors[*at].status)] = 0;
        }
        let mut used = 0;
        for place in places.iter_mut().filter(|place| **place == 0) {
            *place = used;
            used += 1;
        }
        let room = (column - MARGIN).max(PITCH);
        // Else the cells of a row would run together.
        if (used as f64 + BETWEEN) * PITCH <= column {
            let pitch = (room / used.max(1) as f64).min(LOOSE);
            return Grid { left, column, top, pitch, places: Some(places), across: used };
        }
        let across = (room / PITCH) as usize;
        Grid { left, column, top, pitch: PITCH, places: None, across }
    }

    fn center(&self, column: usize) -> f64 {
        self.left + self.column * (column as f64 + 0.5)
    }

    /// How many lines of marks the row needs.
    fn lines(&self, data: &Dataset, row: &SectorRow) -> usize {
        if self.places.is_some() { 1 } else { most_statuses(data, row).div_ceil(self.across) }
    }

    /// Where the mark of a status stands, from the middle of its cell; the cell has `count`.
    fn shift(&self, status: Status, index: usize, count: usize) -> Point {
        let (at, across, line, lines) = match &self.places {
            Some(places) => (places[place(status)], self.across, 0, 1),
            None => {
                let (line, lines) = (index / self.across, count.div_ceil(self.across));
                (index % self.across, (count - line * self.across).min(self.across), line, lines)
            }
        };
        let middle = |at: usize, of: usize| at as f64 - (of as f64 - 1.0) / 2.0;
        Point::new(middle(at, across) * self.pitch, middle(line, lines) * (PITCH + 1.0))
    }
}

/// The most statuses in a cell of the row.
fn most_statuses(data: &Dataset, row: &SectorRow) -> usize {
    row.cells.iter().map(|cell| statuses(data, cell).len()).max().unwrap_or(0)
}

/// Each status of the cell once.
fn statuses(data: &Dataset, cell: &[usize]) -> Vec<Status> {
    let mut statuses: Vec<Status> = cell.iter().map(|at| data.sectors[*at].status).collect();
    statuses.dedup();
    statuses
}

fn name(drawing: &Drawing, sector: Sector) -> String {
    let request = drawing.request;
    locale::sentence(request.locale, request.locale.sector(request.data, sector))
}

pub(super) fn draw(request: &Request) -> Drawn {
    let bands = &request.reading.bands;
    let rows = in_order(request.data, &request.reading.rows, request.locale);
    if rows.is_empty() {
        return super::nothing(request);
    }
    let mut drawing = Drawing::new(request);
    let theme = request.theme;
    let grid = Grid::new(&drawing, &rows, bands.len());
    let right = grid.left + grid.column * bands.len() as f64;
    if !rows.is_empty() {
        header(&mut drawing, &grid, bands);
    }
    let mut top = grid.top;
    for (index, row) in rows.iter().enumerate() {
        let text = name(&drawing, row.sector);
        let names = wrap(request.measure, &text, PLAIN, grid.left - 8.0);
        let marks = grid.lines(request.data, row) as f64 * (PITCH + 1.0) + 8.0;
        let height = ROW.max(marks).max(names.len() as f64 * NAME_LINE + 8.0);
        let color = if index == 0 { theme.rule } else { theme.grid };
        drawing.rule(0.0, right, top, color);
        let middle = top + height / 2.0;
        let first = middle + 4.0 - (names.len() as f64 - 1.0) * NAME_LINE / 2.0;
        for (line, text) in names.iter().enumerate() {
            let at = Point::new(0.0, first + line as f64 * NAME_LINE);
            drawing.text(text, PLAIN, theme.ink, at, Align::Start);
        }
        for (column, cell) in row.cells.iter().enumerate() {
            let at = Point::new(grid.center(column), middle);
            let color = request.style(bands[column].partner).color;
            draw_cell(&mut drawing, &grid, (at, height, index as u16, color), cell);
        }
        top += height;
    }
    let height = key::draw(&mut drawing, top);
    let scene = drawing.finish(height);
    Drawn { scene, foot: top, list: Vec::new(), time: None }
}

/// The partners' names over their columns, or their codes where names are too wide.
fn header(drawing: &mut Drawing, grid: &Grid, bands: &[Band]) {
    let (request, locale) = (drawing.request, drawing.request.locale);
    let fits = |band: &Band| {
        let width = drawing.width_of(band.partner(request.data).name.get(locale.language), STRONG);
        width <= grid.column - 8.0
    };
    let all_fit = bands.iter().all(fits);
    for (column, band) in bands.iter().enumerate() {
        let partner = band.partner(request.data);
        let text = if all_fit { partner.name.get(locale.language) } else { partner.code.as_str() };
        let color = request.style(band.partner).color;
        let at =
            |lift: f64| (Point::new(grid.center(column), grid.top - 9.0 - lift), Align::Middle);
        let turn = if column % 2 == 0 { 0.0 } else { grid.top - HEADER };
        drawing.labels.put(text, STRONG, color, &[at(turn)]);
    }
}

fn draw_cell(
    drawing: &mut Drawing,
    grid: &Grid,
    (at, height, lane, color): (Point, f64, u16, crate::theme::Color),
    cell: &[usize],
) {
    let theme = drawing.request.theme;
    if cell.is_empty() {
        drawing.seen.add(Sign::NotMentioned);
        let rect = Rect::centred(Point::new(at.x, at.y.round() + 0.5), 7.0, 1.0);
        drawing.lines.push(Mark::Rect { rect, color: theme.rule });
        return;
    }
    let mut records = Vec::new();
    for at in cell {
        records.push(drawing.request.data.sectors[*at].record.id.clone());
    }
    let statuses = statuses(drawing.request.data, cell);
    for (index, status) in statuses.iter().enumerate() {
        let sign = sign_of_status(*status);
        drawing.seen.add(sign);
        let shift = grid.shift(*status, index, statuses.len());
        let at = Point::new(at.x + shift.x, at.y + shift.y);
        let (shape, fill): (Shape, Fill) = status_mark(sign, theme.ground);
        drawing.symbol(at, shape, RADIUS, color, fill);
    }
    let (cluster, half) = (records.len() > 1, grid.column / 2.0 - 8.0);
    let band = (at.y - height / 2.0, at.y + height / 2.0);
    drawing.targets.push(Target {
        at,
        half: half.max(0.0),
        records,
        lane,
        when: None,
        cluster,
        band,
        line: None,
        label: None,
    });
}
