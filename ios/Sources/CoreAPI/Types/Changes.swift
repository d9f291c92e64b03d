/// Language of composed texts.
public enum Language: CaseIterable, Hashable, Sendable {
    /// Japanese.
    case japanese
    /// やさしい日本語; readings stand in `{漢字|かんじ}`.
    case easyJapanese
    /// English.
    case english
}

/// What has changed, so that a screen that shows it asks again. It never says what was written.
public enum Change: CaseIterable, Hashable, Sendable {
    /// What is kept was opened, locked, made or forgotten.
    case lock
    /// Imported entries.
    case directory
    /// The mood log, or whether it is shown.
    case mood
    /// Kept answers to つながりの質問.
    case answers
    /// The plan for hard hours.
    case plan
    /// The consultation memo.
    case memo
    /// Favourites.
    case favourites
    /// Entries of one's own.
    case own
    /// Check-ins and silence.
    case checkIns
    /// The line on Home.
    case home
    /// When backups are made.
    case backup
}
