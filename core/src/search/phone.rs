//! Telephone numbers in texts: digits only, whatever stood between them.

use unicode_normalization::UnicodeNormalization;

/// The digits of a dial string, in national form: `+81-87-839-2011`, `（０８７）８３９－２０１１` and `0878392011` are the
/// same. `None` when there is no digit.
#[must_use]
pub fn phone_digits(number: &str) -> Option<String> {
    let plain: String = number.nfkc().collect();
    let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
    let national = match digits.strip_prefix("81") {
        Some(rest) if plain.trim_start().starts_with('+') => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        _ => digits,
    };
    (!national.is_empty()).then_some(national)
}

/// The digits of a query that looks like a telephone number or the beginning of one: at least three digits, and
/// nothing else but what people put between them.
#[must_use]
pub fn phone_query(text: &str) -> Option<String> {
    let strange = |c: char| c.is_alphanumeric() && !c.is_ascii_digit() && c != 'ー';
    if text.nfkc().any(strange) {
        return None;
    }
    phone_digits(text).filter(|digits| digits.len() >= 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_by_digits() {
        for written in
            ["087-839-2011", "（０８７）８３９－２０１１", "+81 87 839 2011", "+81(0)87-839-2011", "087ー839ー2011"]
        {
            assert_eq!(phone_digits(written).as_deref(), Some("0878392011"), "{written}");
        }
        assert_eq!(phone_digits("#7119").as_deref(), Some("7119"));
        assert_eq!(phone_digits("なし"), None);
    }

    #[test]
    fn only_a_query_of_digits_asks_for_a_number() {
        assert_eq!(phone_query("＃７１１９").as_deref(), Some("7119"));
        assert_eq!(phone_query("0120-279"), Some("0120279".into()));
        assert_eq!(phone_query("18歳 相談"), None);
        assert_eq!(phone_query("24"), None);
    }
}
