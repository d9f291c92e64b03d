import Foundation

/// What an app can do something about. Nothing personal is in it.
public enum CoreError: Error, Hashable, Sendable {
    /// Ask for the PIN or passphrase, or for the phone to be unlocked.
    case locked
    /// This PIN, passphrase, finger or face does not open it: ask again.
    case wrongSecret
    /// Too many wrong tries: another one counts from that instant on.
    case tryLater(at: Date)
    /// Nothing is kept on this phone yet: offer to begin.
    case nothingKept
    /// Something is kept here already: ask whether it shall be replaced.
    case alreadyKept
    /// The data was sealed with another key, or its key is gone: offer a backup. It was left as it is.
    case keyMismatch
    /// The data cannot be read. It was left as it is: offer a backup.
    case damaged
    /// No space is left: ask for some. Nothing was changed.
    case full
    /// Another program is writing: try again in a moment.
    case busy
    /// A newer version made this: offer the update.
    case needsNewerVersion
    /// There is no such entry, line or form.
    case notFound
    /// The mood log is put away: show nothing of it.
    case putAway
    /// What was given cannot be taken: mark that field.
    case invalid(field: String)
    /// The task was cancelled, or a later search took over: show nothing.
    case cancelled
    /// The device was closed: open it again.
    case closed
    /// Nothing an app can do; the code is stable and for reports.
    case unexpected(code: String)
}
