//! Numbers by text; the library's maps cost the module four times as many bytes.
//!
//! Keys come from strangers: the hash is seeded by all that the index held when it last grew, so
//! that keys which were made to share one place share it no longer.

/// Rows or slots by key: an id, a partner's code, or all that makes a fact.
pub(super) struct Index {
    entries: Vec<(String, usize)>,
    /// Places in `entries`, from 1, by hash; 0 is free, and half of them are. A power of two.
    places: Vec<u32>,
    seed: u64,
}

impl Index {
    pub(super) fn new() -> Index {
        Index { entries: Vec::new(), places: vec![0; 16], seed: 0 }
    }

    pub(super) fn get(&self, key: &str) -> Option<usize> {
        let at = self.places[self.place(key)].checked_sub(1)?;
        Some(self.entries[at as usize].1)
    }

    /// Keeps a number; answers the one that it takes the place of.
    pub(super) fn insert(&mut self, key: String, number: usize) -> Option<usize> {
        let place = self.place(&key);
        if let Some(at) = self.places[place].checked_sub(1) {
            return Some(core::mem::replace(&mut self.entries[at as usize].1, number));
        }
        self.entries.push((key, number));
        self.places[place] = self.entries.len() as u32;
        if self.entries.len() * 2 == self.places.len() {
            self.grow();
        }
        None
    }

    /// The keys in the order in which they came.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(key, _)| key.as_str())
    }

    fn grow(&mut self) {
        for (key, _) in &self.entries {
            self.seed = hash(key, self.seed);
        }
        self.places = vec![0; self.places.len() * 2];
        for at in 0..self.entries.len() {
            let place = self.place(&self.entries[at].0);
            self.places[place] = at as u32 + 1;
        }
    }

    /// Where a key's place in `entries` is noted, or would be.
    fn place(&self, key: &str) -> usize {
        let mut place = hash(key, self.seed) as usize;
        loop {
            place %= self.places.len();
            match self.places[place] {
                0 => return place,
                at if self.entries[at as usize - 1].0 == key => return place,
                _ => place += 1,
            }
        }
    }
}

/// Every bit of the key and of the seed moves every bit of it.
fn hash(key: &str, seed: u64) -> u64 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = seed ^ FACTOR;
    for bytes in key.as_bytes().chunks(8) {
        let mut word = [0; 8];
        word[..bytes.len()].copy_from_slice(bytes);
        hash = (hash ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR);
        hash ^= hash >> 29;
    }
    hash = (hash ^ seed ^ key.len() as u64).wrapping_mul(FACTOR);
    hash ^ hash >> 32
}

#[cfg(test)]
mod tests {
    use super::{Index, hash};

    #[test]
    fn each_key_has_the_number_that_it_was_given_last() {
        let mut index = Index::new();
        assert_eq!(index.get("0"), None);
        for number in 0..1000 {
            assert_eq!(index.insert(number.to_string(), number), None);
        }
        for number in 0..1000 {
            assert_eq!(index.insert(number.to_string(), number * 2), Some(number));
            assert_eq!(index.get(&number.to_string()), Some(number * 2));
        }
        assert_eq!(index.get("1000"), None);
    }

    #[test]
    fn keys_that_collide_at_first_part_when_the_index_grows() {
        // Made to share one place of 4096 under the seed of an empty index.
        let keys: Vec<String> = (0..)
            .map(|number| format!("k{number}"))
            .filter(|key| hash(key, 0).is_multiple_of(4096))
            .take(1000)
            .collect();
        let mut index = Index::new();
        for (number, key) in keys.iter().enumerate() {
            index.insert(key.clone(), number);
        }
        let places: std::collections::BTreeSet<u64> =
            keys.iter().map(|key| hash(key, index.seed) % 4096).collect();
        assert!(places.len() > 700, "{}", places.len());
    }
}
