//! One sort for all: each further instance of the library's sort costs the module kilobytes.

/// The items by rising key; items of the same key keep their order.
pub fn sorted_by_key<T>(mut items: Vec<T>, key: impl Fn(&T) -> i64) -> Vec<T> {
    let mut keys = Vec::new();
    for item in &items {
        keys.push(key(item));
    }
    for (a, b) in swaps(order(keys)) {
        items.swap(a, b);
    }
    items
}

/// The swaps that put items into `order`, which is a permutation: cycle by cycle.
fn swaps(mut order: Vec<usize>) -> Vec<(usize, usize)> {
    let mut swaps = Vec::new();
    for start in 0..order.len() {
        let mut at = start;
        while order[at] != start {
            let next = order[at];
            swaps.push((at, next));
            order[at] = at;
            at = next;
        }
        order[at] = at;
    }
    swaps
}

/// Two numbers as one key, the first one weighing more.
pub fn key(first: i32, second: i32) -> i64 {
    (i64::from(first) << 32) + i64::from(second)
}

/// The indexes of the keys by rising key, then by index.
pub fn order(keys: Vec<i64>) -> Vec<usize> {
    let mut pairs: Vec<(i64, usize)> =
        keys.into_iter().enumerate().map(|(index, key)| (key, index)).collect();
    pairs.sort_unstable();
    pairs.into_iter().map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let sorted = sorted_by_key(items, |item| item.0);
        assert_eq!(sorted, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn the_first_number_of_a_key_weighs_more() {
        let pairs = vec![(1, -5), (-3, 9), (1, 4), (-3, -9)];
        let sorted = sorted_by_key(pairs, |pair| key(pair.0, pair.1));
        assert_eq!(sorted, [(-3, -9), (-3, 9), (1, -5), (1, 4)]);
    }
}
