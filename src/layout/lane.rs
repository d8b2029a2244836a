//! Packs marks of one lane into rows, and what does not fit into counted clusters.

use crate::dataset::order::{key, order, sorted_by_key};

/// Half the circle around a count of two digits, and of more, with a sliver of ground.
const FEW: f64 = 11.7;
const MANY: f64 = 15.6;

/// Where one or several marks of a lane stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// The position along the lane, in pixels.
    pub x: f64,
    /// 0 is the row on the lane's line.
    pub row: u16,
    /// Indexes of the marks; more than one makes a cluster.
    pub members: Vec<usize>,
}

/// Packs marks at `xs` so that no two of one row meet, each of which reaches so far to either side,
/// at most `rows` rows high. Marks take their place in the order of `ranks`, the lowest first; those that find
/// none gather in clusters in a row of their own below, so that no cluster swallows a mark of
/// rank. Clusters keep within a drawing of this `width`, and apart by their count's circle.
///
/// A row holds no more marks than fit side by side, so the cost is that of sorting.
pub fn pack(xs: &[f64], ranks: &[u32], reaches: &[f64], rows: u16, width: f64) -> Vec<Slot> {
    let place = |index: usize| (xs[index] * 16.0) as i32;
    let order = order((0..xs.len()).map(|at| key(ranks[at] as i32, place(at))).collect());
    let mut taken: Vec<Vec<(f64, f64)>> = vec![Vec::new(); usize::from(rows)];
    let mut slots: Vec<Slot> = Vec::new();
    let mut left_over: Vec<usize> = Vec::new();
    for index in order {
        match taken.iter_mut().position(|row| take(row, (xs[index], reaches[index]))) {
            Some(row) => slots.push(Slot { x: xs[index], row: row as u16, members: vec![index] }),
            None => left_over.push(index),
        }
    }
    let left_over = sorted_by_key(left_over, |index| key(place(*index), 0));
    let row = slots.iter().map(|slot| slot.row + 1).max().unwrap_or(0);
    let gathered = |half: f64| gather(xs, &left_over, row, (half, width - half));
    let mut clusters = gathered(FEW);
    if clusters.iter().any(|cluster| cluster.members.len() > 99) {
        clusters = gathered(MANY);
    }
    slots.extend(clusters);
    sorted_by_key(slots, |slot| (slot.x * 16.0) as i64)
}

/// Clusters from left to right, none nearer to the next than the circles of both need.
fn gather(xs: &[f64], left_over: &[usize], row: u16, (least, most): (f64, f64)) -> Vec<Slot> {
    let mut clusters: Vec<Slot> = Vec::new();
    for &index in left_over {
        let x = xs[index].min(most).max(least);
        match clusters.last_mut() {
            Some(cluster) if x - cluster.x < 2.0 * least => cluster.members.push(index),
            _ => clusters.push(Slot { x, row, members: vec![index] }),
        }
    }
    for cluster in &mut clusters {
        if let [alone] = cluster.members[..] {
            cluster.x = xs[alone];
        }
    }
    clusters
}

/// Takes the place in the sorted row, unless a neighbour's reach meets its own.
fn take(row: &mut Vec<(f64, f64)>, (x, reach): (f64, f64)) -> bool {
    let at = row.partition_point(|(other, _)| *other < x);
    let free = |other: Option<&(f64, f64)>| {
        other.is_none_or(|(other, theirs)| (other - x).abs() >= reach + theirs)
    };
    let fits = free(at.checked_sub(1).and_then(|before| row.get(before))) && free(row.get(at));
    if fits {
        row.insert(at, (x, reach));
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(xs: &[f64], rows: u16) -> Vec<(u16, usize)> {
        let slots = pack(xs, &vec![0; xs.len()], &vec![5.0; xs.len()], rows, 99.0);
        slots.iter().map(|slot| (slot.row, slot.members.len())).collect()
    }

    #[test]
    fn marks_apart_share_the_first_row() {
        assert_eq!(rows(&[0.0, 10.0, 25.0], 2), [(0, 1), (0, 1), (0, 1)]);
    }

    #[test]
    fn a_near_mark_moves_to_the_second_row() {
        assert_eq!(rows(&[0.0, 4.0, 12.0], 2), [(0, 1), (1, 1), (0, 1)]);
    }

    #[test]
    fn a_mark_that_reaches_farther_keeps_others_off() {
        let rows = |reaches: &[f64]| -> Vec<u16> {
            let slots = pack(&[0.0, 12.0, 30.0], &[0; 3], reaches, 2, 99.0);
            slots.iter().map(|slot| slot.row).collect()
        };
        assert_eq!(rows(&[5.0, 5.0, 5.0]), [0, 0, 0]);
        assert_eq!(rows(&[9.0, 5.0, 5.0]), [0, 1, 0]);
        assert_eq!(rows(&[5.0, 5.0, 19.0]), [0, 0, 1]);
    }

    #[test]
    fn what_does_not_fit_gathers_in_clusters_below() {
        assert_eq!(rows(&[0.0, 1.0, 2.0, 3.0], 2), [(0, 1), (1, 1), (2, 2)]);
    }

    #[test]
    fn the_lower_rank_takes_its_place_first() {
        let slots = pack(&[0.0, 1.0], &[9, 1], &[5.0; 2], 1, 99.0);
        assert_eq!(slots[1], Slot { x: 1.0, row: 0, members: vec![1] });
        assert_eq!(slots[0].row, 1);
    }

    #[test]
    fn circles_of_clusters_stay_within_the_drawing_and_apart() {
        let xs: Vec<f64> = (0..4000).map(|n| f64::from(n) / 10.0).collect();
        let slots = pack(&xs, &vec![0; xs.len()], &vec![6.5; xs.len()], 3, 400.0);
        let clusters: Vec<&Slot> = slots.iter().filter(|slot| slot.members.len() > 1).collect();
        assert!(clusters.iter().any(|cluster| cluster.members.len() > 99));
        // "99+" with its circle.
        let half = 15.0;
        assert!(clusters[0].x >= half && clusters.last().unwrap().x <= 400.0 - half);
        for pair in clusters.windows(2) {
            assert!(pair[1].x - pair[0].x >= 2.0 * half, "{pair:?}");
        }
    }

    #[test]
    fn every_mark_is_in_exactly_one_slot_and_slots_keep_apart() {
        let xs: Vec<f64> = (0..500).map(|n| f64::from(n * n % 997) / 3.0).collect();
        let ranks: Vec<u32> = (0..500).map(|n| n % 7).collect();
        let slots = pack(&xs, &ranks, &[3.5; 500], 3, 340.0);
        let mut members: Vec<usize> =
            slots.iter().flat_map(|slot| slot.members.iter().copied()).collect();
        members.sort_unstable();
        assert_eq!(members, (0..500).collect::<Vec<_>>());
        for (index, slot) in slots.iter().enumerate() {
            for other in slots[index + 1..].iter().filter(|other| other.row == slot.row) {
                assert!(other.x - slot.x >= 7.0, "{slot:?} {other:?}");
            }
        }
    }
}
