/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
    /// The file being read.
    public var file: String
    /// Bytes read so far, of all files.
    public var bytes: Int
    /// Bytes of all files.
    public var totalBytes: Int
    /// Rows read so far.
    public var rows: Int

    public init(file: String, bytes: Int, totalBytes: Int, rows: Int) {
        self.file = file
        self.bytes = bytes
        self.totalBytes = totalBytes
        self.rows = rows
    }
}

/// What an import did.
public struct Imported: Hashable, Sendable {
    /// Entries that were stored.
    public var entries: Int
    /// Rows that were read.
    public var rows: Int
    /// Rows that could not be read.
    public var refusedRows: Int
    /// Every file, in the order in which it was read.
    public var files: [ImportedFile]

    public init(entries: Int, rows: Int, refusedRows: Int, files: [ImportedFile]) {
        self.entries = entries
        self.rows = rows
        self.refusedRows = refusedRows
        self.files = files
    }
}

/// What became of a file.
public struct ImportedFile: Hashable, Sendable {
    /// Path below what was imported.
    public var file: String
    /// What became of it.
    public var outcome: FileOutcome
    /// What it is about, or why it was refused, in words.
    public var words: String?
    /// Entries that it made.
    public var entries: Int
    /// What was noticed, in words, most often first.
    public var noticed: [String]

    public init(file: String, outcome: FileOutcome, words: String?, entries: Int, noticed: [String]) {
        self.file = file
        self.outcome = outcome
        self.words = words
        self.entries = entries
        self.noticed = noticed
    }
}

/// What became of a file.
public enum FileOutcome: CaseIterable, Hashable, Sendable {
    /// It was read.
    case imported
    /// It is not about help.
    case setAside
    /// It cannot be read.
    case refused
    /// It holds no data.
    case notData
}
