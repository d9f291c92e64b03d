//! What can be wrong with the finder's data.

/// Why the guided finder cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FinderError {
    /// It is no TOML, or has a wrong field.
    #[error("finder.toml cannot be read: {0}")]
    Unreadable(String),
    /// The form people begin with is missing.
    #[error("finder.toml has no form “everyone”, which people begin with")]
    NoFirstForm,
    /// A name leads nowhere.
    #[error("finder.toml: {place} names “{name}”, which does not exist")]
    LeadsNowhere {
        /// Where it stands.
        place: String,
        /// The name.
        name: String,
    },
    /// An id stands twice.
    #[error("finder.toml has {what} “{id}” twice")]
    Twice {
        /// Kind of thing.
        what: &'static str,
        /// The id.
        id: String,
    },
    /// An option has neither words nor a need to take them from.
    #[error("finder.toml: the option “{0}” has no words")]
    NoWords(String),
}

impl FinderError {
    pub(super) fn unreadable(error: &toml::de::Error) -> Self {
        Self::Unreadable(error.to_string().split_whitespace().collect::<Vec<_>>().join(" "))
    }
}
