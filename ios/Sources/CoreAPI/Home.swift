/// The one quiet line of Home. It is chosen on this phone alone.
public protocol Home: Sendable {
    /// The line of today, if there is one: at most one a week, none while resting. Asking keeps that it was shown. When
    /// it throws, show no line.
    func line() async throws(CoreError) -> QuietLine?

    /// What was chosen about the line.
    func choice() async throws(CoreError) -> HomeChoice

    /// Says where the person is, by the name or code of an area; `nil` takes it back. Throws
    /// ``CoreError/invalid(field:)`` with `area` when none or several have that name.
    func setArea(_ area: String?) async throws(CoreError)

    /// Says about how old the person is; `nil` takes it back.
    func setAge(_ age: AgeBand?) async throws(CoreError)

    /// もう出さない: this line does not come again.
    func neverAgain(_ id: QuietLine.ID) async throws(CoreError)

    /// Keeps every line away, or lets them come again. What was refused stays refused.
    func setOff(_ off: Bool) async throws(CoreError)
}

/// Backups: all that a person keeps, in one file under a passphrase. Making, checking and restoring one takes seconds
/// and some 100 MB; other calls go on meanwhile. The file opens with the tool `age`, too.
public protocol Backups: Sendable {
    /// Writes everything into one file under a passphrase of at least eight characters, and reads it back. A file that
    /// was there stays until the new one is whole. Throws ``CoreError/invalid(field:)`` with `passphrase`,
    /// ``CoreError/notFound`` when the folder is not there.
    func backUp(to path: String, passphrase: String) async throws(CoreError) -> BackupContent

    /// Opens and checks a backup, and says what it holds. Nothing is touched. Throws ``CoreError/wrongSecret``,
    /// ``CoreError/damaged`` when it is none or was changed, ``CoreError/notFound``, ``CoreError/needsNewerVersion``,
    /// and ``CoreError/invalid(field:)`` with `path` when it asks for more memory than a phone can give.
    func check(_ path: String, passphrase: String) async throws(CoreError) -> BackupContent

    /// Puts a backup in place of what is kept here, all of it or nothing; where something is kept already, only with
    /// `replace`, else ``CoreError/alreadyKept``. The lock and its PIN stay those of this phone. Afterwards
    /// ``CheckIns/apply(_:told:)`` has the alarms follow.
    func restore(_ path: String, passphrase: String, replace: Bool) async throws(CoreError) -> BackupContent

    /// Chooses a folder for a backup every so many days (1 or more). The passphrase is kept with everything else, so
    /// that nobody has to type it.
    func schedule(folder: String, passphrase: String, everyDays: Int) async throws(CoreError)

    /// No more scheduled backups; those that are there stay.
    func endSchedule() async throws(CoreError)

    /// How scheduled backups go; `nil` when nobody asked for them.
    func scheduleState() async throws(CoreError) -> BackupSchedule?

    /// Makes the scheduled backup when it is due, and says whether it did. The one before stays beside it.
    func backUpIfDue() async throws(CoreError) -> Bool
}
