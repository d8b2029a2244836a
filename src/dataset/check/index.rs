//! Numbers by text; the library's maps cost the module four times as many bytes.

/// Rows or slots by key: an id, a partner's code, or all that makes a fact.
pub struct Index {
    entries: Vec<(String, usize)>,
    /// Places in `entries`, from 1, by hash; 0 is free, and half of them are. A power of two.
    places: Vec<u32>,
}

impl Index {
    pub fn new() -> Index {
        Index { entries: Vec::new(), places: vec![0; 16] }
    }

    pub fn get(&self, key: &str) -> Option<usize> {
        let at = self.places[self.place(key)].checked_sub(1)?;
        Some(self.entries[at as usize].1)
    }

    /// Keeps a number; answers the one that it takes the place of.
    pub fn insert(&mut self, key: String, number: usize) -> Option<usize> {
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

    fn grow(&mut self) {
        self.places = vec![0; self.places.len() * 2];
        for at in 0..self.entries.len() {
            let place = self.place(&self.entries[at].0);
            self.places[place] = at as u32 + 1;
        }
    }

    /// Where a key's place in `entries` is noted, or would be.
    fn place(&self, key: &str) -> usize {
        let mut hash: u32 = 0x811C_9DC5;
        for byte in key.bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        let mut place = hash as usize;
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

#[cfg(test)]
mod tests {
    use super::Index;

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
}
