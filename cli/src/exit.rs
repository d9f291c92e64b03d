//! What the program returns to the shell; docs/cli.md lists it.

/// The end of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// There is an answer.
    Answer = 0,
    /// Nothing was found.
    Nothing = 1,
    /// The command was not understood.
    Usage = 2,
    /// A file that was given cannot be used.
    BadInput = 3,
    /// The data folder or the directory in it cannot be used.
    Store = 4,
    /// It is locked: the PIN or passphrase is wrong, not there, or was tried too often.
    Locked = 5,
    /// The person stopped it.
    Stopped = 130,
}

impl Exit {
    /// Stable name of the reason, as in the JSON of an error.
    pub(crate) const fn reason(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Nothing => "nothing-found",
            Self::Usage => "not-understood",
            Self::BadInput => "file",
            Self::Store => "data-folder",
            Self::Locked => "locked",
            Self::Stopped => "stopped",
        }
    }
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
