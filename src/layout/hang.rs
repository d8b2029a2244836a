//! Hangs titles under marks: each on a leader that crosses no other title.

use super::labels::{Labels, text_rect};
use crate::geometry::{Point, Rect};
use crate::scene::{Align, TextStyle};

/// The least distance of two titles of one row, so that they do not read as one sentence.
const APART: f64 = 14.0;

/// A mark that wants a title.
pub struct Wish {
    /// Where the leader begins, below the mark.
    pub from: Point,
    /// The width of the title in pixels.
    pub width: f64,
}

/// Where a title hangs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hung {
    /// The index of the wish.
    pub wish: usize,
    /// The middle of the title on its baseline.
    pub at: Point,
    /// The area of the leader, from the mark down to the title.
    pub leader: Rect,
}

/// The rows that titles may take.
#[derive(Clone, Copy)]
pub struct TitleRows {
    /// The baseline of the first row.
    pub first: f64,
    /// The distance from one row's baseline to the next, in pixels.
    pub pitch: f64,
    /// How many rows there are; titles that find no room in them are left out.
    pub count: u16,
}

/// Hangs as many titles as find room; wishes come in the order of their importance.
///
/// Titles take the lowest row first, so that few stand in the way of further leaders, and are then
/// raised as far as they go.
pub fn hang(labels: &Labels, wishes: &[Wish], rows: TitleRows, style: TextStyle) -> Vec<Hung> {
    let mut hung: Vec<Hung> = Vec::new();
    for (wish, Wish { from, width }) in wishes.iter().enumerate() {
        let overhang = (width / 2.0 - 4.0).max(0.0);
        'rows: for row in (0..rows.count).rev() {
            let leader = placed(wish, *from, from.x, row, rows, style).leader;
            if !is_clear(labels, &leader) {
                continue;
            }
            for share in [0.0, 0.25, -0.25, 0.5, -0.5, 0.75, -0.75, 1.0, -1.0] {
                let x = from.x + share * overhang;
                let title = placed(wish, *from, x, row, rows, style);
                if fits(labels, wishes, &hung, &title, style) {
                    hung.push(title);
                    break 'rows;
                }
            }
        }
    }
    for index in 0..hung.len() {
        let Hung { wish, at, .. } = hung[index];
        for row in 0..rows.count {
            let raised = placed(wish, wishes[wish].from, at.x, row, rows, style);
            if raised.at.y >= at.y {
                break;
            }
            if fits(labels, wishes, &hung, &raised, style) {
                hung[index] = raised;
                break;
            }
        }
    }
    hung
}

fn placed(wish: usize, from: Point, x: f64, row: u16, rows: TitleRows, style: TextStyle) -> Hung {
    let y = rows.first + rows.pitch * f64::from(row);
    let leader = Rect::new(from.x - 1.5, from.y, from.x + 1.5, (y - style.size).max(from.y));
    Hung { wish, at: Point::new(x, y), leader }
}

/// Whether a leader reaches its row; one that is hardly longer than its mark's margin always does.
fn is_clear(labels: &Labels, leader: &Rect) -> bool {
    leader.height() <= 6.0 || labels.is_free(leader)
}

/// Whether the title is free of all labels, and it and its leader of all other titles.
fn fits(labels: &Labels, wishes: &[Wish], hung: &[Hung], title: &Hung, style: TextStyle) -> bool {
    let area = |hung: &Hung| text_rect(wishes[hung.wish].width, style, (hung.at, Align::Middle));
    let rect = area(title);
    let wide = Rect { left: rect.left - APART, right: rect.right + APART, ..rect };
    labels.is_free(&rect)
        && hung.iter().filter(|other| other.wish != title.wish).all(|other| {
            let taken = area(other);
            !wide.overlaps(&taken)
                && !title.leader.grown(3.0).overlaps(&taken)
                && !other.leader.grown(3.0).overlaps(&rect)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TableMeasure;

    const STYLE: TextStyle = TextStyle { size: 12.0, bold: false };
    const ROWS: TitleRows = TitleRows { first: 40.0, pitch: 16.0, count: 3 };

    fn rows(wishes: &[(f64, f64)]) -> Vec<(usize, f64)> {
        let labels = Labels::new(&TableMeasure, Rect::new(0.0, 0.0, 400.0, 100.0));
        let wish = |&(x, width): &(f64, f64)| Wish { from: Point::new(x, 20.0), width };
        let wishes: Vec<Wish> = wishes.iter().map(wish).collect();
        let hung = hang(&labels, &wishes, ROWS, STYLE);
        hung.iter().map(|hung| (hung.wish, (hung.at.y - ROWS.first) / ROWS.pitch)).collect()
    }

    #[test]
    fn a_title_alone_hangs_in_the_first_row() {
        assert_eq!(rows(&[(200.0, 80.0)]), [(0, 0.0)]);
    }

    #[test]
    fn titles_side_by_side_share_a_row() {
        assert_eq!(rows(&[(60.0, 80.0), (300.0, 80.0)]), [(0, 0.0), (1, 0.0)]);
    }

    #[test]
    fn no_leader_crosses_a_title() {
        // The second mark's title may only hang above the first one's, on its own side.
        let placed = rows(&[(200.0, 300.0), (210.0, 300.0)]);
        assert_eq!(placed.len(), 1);
    }

    #[test]
    fn a_title_wider_than_the_drawing_is_left_out() {
        assert!(rows(&[(200.0, 500.0)]).is_empty());
    }
}
