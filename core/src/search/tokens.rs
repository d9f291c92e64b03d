//! Tokens of a record: pairs of neighbouring characters and single characters. Pairs of names and readings come under
//! a mark as well, which costs less than a column of its own and needs no positions in the index.

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
        self.pairs(normalised, NAME);
        self.pairs(normalised, PLAIN);
        self.singles(normalised);
    }

    /// A reading or another name: found among names.
    pub fn reading(&mut self, normalised: &str) {
        self.pairs(normalised, NAME);
        self.singles(normalised);
    }

    /// Any other text.
    pub fn text(&mut self, normalised: &str) {
        self.pairs(normalised, PLAIN);
        self.singles(normalised);
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
        let facets: usize = self.facets.iter().map(|facet| facet.len() + 1).sum();
        let mut out = String::with_capacity(facets + self.packed.len() * 8);
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

    /// Single characters have no mark: a search for one would be cut after the first few hundred names anyway.
    fn singles(&mut self, normalised: &str) {
        self.packed.extend(normalised.chars().map(|c| (PLAIN << 42) | (u64::from(u32::from(c)) << 21)));
    }

    fn pairs(&mut self, normalised: &str, mark: u64) {
        let mut last = None;
        for c in normalised.chars().map(|c| u64::from(u32::from(c))) {
            if let Some(last) = last {
                self.packed.push((mark << 42) | (last << 21) | c);
            }
            last = Some(c);
        }
    }
}

fn unpack(bits: u64) -> Option<char> {
    u32::try_from(bits & 0x1f_ffff).ok().filter(|code| *code != 0).and_then(char::from_u32)
}

/// What to look for to find a text inside another: pairs that cover it, or the character itself if there is only one.
/// Every second pair is enough to cover it; what has these pairs but not the text is sorted out when ranking.
#[must_use]
pub fn pieces(normalised: &str) -> Vec<String> {
    let chars: Vec<char> = normalised.chars().collect();
    if chars.len() < 2 {
        return chars.iter().map(char::to_string).collect();
    }
    let all = chars.windows(2).map(|pair| pair.iter().collect::<String>()).enumerate();
    let last = chars.len() - 2;
    let mut pairs: Vec<String> =
        all.filter(|(at, _)| last < 3 || at % 2 == 0 || *at == last).map(|(_, pair)| pair).collect();
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
        assert_eq!(tokens.finish(), "@37 う そ 相 相談 話 話談 談 談話 !そう !相談");
    }

    #[test]
    fn one_character_is_looked_for_as_itself() {
        assert_eq!(pieces("鬱"), ["鬱"]);
        assert_eq!(pieces("いのちの"), ["いの", "ちの", "のち"]);
        assert_eq!(pieces("市民会館別館"), ["会館", "別館", "市民"]);
        assert_eq!(pieces("いのちの電話"), ["いの", "ちの", "電話"]);
        assert_eq!(pieces("子育て広場"), ["て広", "子育", "広場"]);
        assert!(pieces("").is_empty());
    }
}
