//! Tokens of a record: pairs of neighbouring characters and single characters. Those of names and readings come a
//! second time under a mark, which costs less than a column of its own and needs no positions in the index.

/// Stands before a token of a name or reading.
pub const NAME_MARK: char = '!';

const PLAIN: u64 = 0;
const NAME: u64 = 1;

/// Collects the tokens of one record, each once.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    /// Mark, first and second character (0 if single) in one number, so that sorting and comparing are quick.
    packed: Vec<u64>,
    facets: Vec<String>,
}

impl Tokens {
    /// No tokens.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A name: found among names, and together with other texts.
    pub fn name(&mut self, normalised: &str) {
        self.add(normalised, NAME);
        self.add(normalised, PLAIN);
    }

    /// A reading or another name: found among names.
    pub fn reading(&mut self, normalised: &str) {
        self.add(normalised, NAME);
    }

    /// Any other text.
    pub fn text(&mut self, normalised: &str) {
        self.add(normalised, PLAIN);
    }

    /// A token as it is: an area, a topic.
    pub fn facet(&mut self, token: String) {
        self.facets.push(token);
    }

    /// All tokens, separated by spaces, the facets first.
    #[must_use]
    pub fn finish(mut self) -> String {
        self.packed.sort_unstable();
        self.packed.dedup();
        let mut out = String::with_capacity(self.packed.len() * 7);
        for facet in &self.facets {
            out.push_str(facet);
            out.push(' ');
        }
        for token in self.packed {
            if token >> 42 == NAME {
                out.push(NAME_MARK);
            }
            out.extend(unpack(token >> 21));
            out.extend(unpack(token));
            out.push(' ');
        }
        out.pop();
        out
    }

    fn add(&mut self, normalised: &str, mark: u64) {
        let mark = mark << 42;
        let mut last = None;
        for c in normalised.chars().map(|c| u64::from(u32::from(c))) {
            self.packed.push(mark | (c << 21));
            if let Some(last) = last {
                self.packed.push(mark | (last << 21) | c);
            }
            last = Some(c);
        }
    }
}

fn unpack(bits: u64) -> Option<char> {
    u32::try_from(bits & 0x1f_ffff).ok().filter(|code| *code != 0).and_then(char::from_u32)
}

/// What to look for to find a text inside another: its pairs, or the character itself if there is only one.
#[must_use]
pub fn pieces(normalised: &str) -> Vec<String> {
    let chars: Vec<char> = normalised.chars().collect();
    if chars.len() < 2 {
        return chars.iter().map(char::to_string).collect();
    }
    let mut pairs: Vec<String> = chars.windows(2).map(|pair| pair.iter().collect()).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_twice_and_a_reading_once() {
        let mut tokens = Tokens::new();
        tokens.facet("@37".into());
        tokens.name("相談");
        tokens.reading("そう");
        tokens.text("談話談");
        assert_eq!(tokens.finish(), "@37 相 相談 話 話談 談 談話 !う !そ !そう !相 !相談 !談");
    }

    #[test]
    fn one_character_is_looked_for_as_itself() {
        assert_eq!(pieces("鬱"), ["鬱"]);
        assert_eq!(pieces("いのちのち"), ["いの", "ちの", "のち"]);
        assert!(pieces("").is_empty());
    }
}
