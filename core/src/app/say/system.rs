//! What the system says when a file cannot be used, in the language of the screen.

use std::io::ErrorKind;

use crate::text::Texts;

/// What Rust writes before the number of a system error.
const MARK: &str = "(os error ";

/// The words for a problem that the system named by its number; any other text is the English of a program.
#[must_use]
pub fn system_problem(detail: &str, texts: &Texts) -> String {
    let number = detail.rsplit_once(MARK).and_then(|(_, rest)| rest.split(')').next()?.parse::<i32>().ok());
    let Some(number) = number else { return texts.with("system-unnamed", &[("detail", detail.into())]) };
    let id = match std::io::Error::from_raw_os_error(number).kind() {
        ErrorKind::NotFound => "system-not-found",
        ErrorKind::PermissionDenied => "system-not-allowed",
        ErrorKind::AlreadyExists => "system-exists",
        ErrorKind::NotADirectory => "system-not-a-folder",
        ErrorKind::IsADirectory => "system-is-a-folder",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "system-full",
        ErrorKind::ReadOnlyFilesystem => "system-read-only",
        ErrorKind::InvalidFilename => "system-name",
        _ => return texts.with("system-other", &[("code", number.to_string().into())]),
    };
    texts.get(id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn what_the_system_says_is_said_in_the_language_of_the_screen() {
        let texts = Texts::new(Language::Japanese);
        let missing = std::fs::read("/no/such/file").unwrap_err().to_string();
        assert_eq!(system_problem(&missing, &texts), "見つかりません");
        assert_eq!(system_problem("no session bus", &texts), "思いがけない答えが返りました");
        assert_eq!(system_problem("no session bus", &Texts::new(Language::English)), "no session bus");
        let rare = std::io::Error::from_raw_os_error(16).to_string();
        assert!(system_problem(&rare, &texts).contains("16"));
    }
}
