import Foundation

/// What a backup holds.
public struct BackupContent: Hashable, Sendable {
    /// When it was made.
    public var made: Date
    /// How many rows it holds.
    public var rows: Int

    public init(made: Date, rows: Int) {
        self.made = made
        self.rows = rows
    }
}

/// How scheduled backups go.
public struct BackupSchedule: Hashable, Sendable {
    /// The chosen folder.
    public var folder: String
    /// Every how many days, 1 or more.
    public var everyDays: Int
    /// When one last worked.
    public var worked: Date?
    /// None has worked for two weeks: say so, and ask whether the folder is there.
    public var inTrouble: Bool

    public init(folder: String, everyDays: Int, worked: Date?, inTrouble: Bool) {
        self.folder = folder
        self.everyDays = everyDays
        self.worked = worked
        self.inTrouble = inTrouble
    }
}
