//! Which tokens a record must have. Written for the full-text index here, so that no query syntax exists anywhere.

/// A condition on the tokens of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// It has this token.
    Token(String),
    /// All of these hold.
    All(Vec<Match>),
    /// At least one of these holds.
    Any(Vec<Match>),
}

impl Match {
    /// A condition on one token.
    #[must_use]
    pub fn token(token: impl Into<String>) -> Self {
        Self::Token(token.into())
    }

    /// Whether nothing could ever match or everything would: there is no token in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Token(token) => token.is_empty(),
            Self::All(parts) | Self::Any(parts) => parts.iter().all(Self::is_empty),
        }
    }

    /// Both conditions.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self::All(vec![self, other])
    }

    /// The expression of the full-text index; `None` when there is no token in it. Every token is a quoted string, so
    /// nothing in it can be an operator.
    pub(super) fn expression(&self) -> Option<String> {
        match self {
            Self::Token(token) if token.is_empty() => None,
            Self::Token(token) => Some(format!("\"{}\"", token.replace('"', ""))),
            Self::All(parts) => joined(parts, " AND "),
            Self::Any(parts) => joined(parts, " OR "),
        }
    }
}

fn joined(parts: &[Match], operator: &str) -> Option<String> {
    let parts: Vec<String> = parts.iter().filter_map(Match::expression).collect();
    match parts.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        _ => Some(format!("({})", parts.join(operator))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_never_an_operator() {
        let any = Match::Any(vec![Match::token("OR"), Match::token("a\" NOT \"b"), Match::token("")]);
        assert_eq!(any.and(Match::token("!相")).expression().unwrap(), "((\"OR\" OR \"a NOT b\") AND \"!相\")");
        assert_eq!(Match::All(vec![Match::token("")]).expression(), None);
    }
}
