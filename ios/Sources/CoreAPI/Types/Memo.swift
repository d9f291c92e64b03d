/// A field of the memo, for the person alone.
public struct MemoField: Hashable, Identifiable, Sendable {
    /// Its code, such as `name`.
    public var code: String
    /// What it is called.
    public var title: String
    /// In the person's words; empty where nothing is written.
    public var text: String
    /// The person said that it may be shown to somebody.
    public var share: Bool

    public var id: String { code }

    public init(code: String, title: String, text: String, share: Bool) {
        self.code = code
        self.title = title
        self.text = text
        self.share = share
    }
}

/// A QR code.
public struct QrCode: Hashable, Sendable {
    /// Modules on a side. Readers need white of four modules around it.
    public var size: Int
    /// Whether a module is dark: row by row from the top, `size` × `size`.
    public var dark: [Bool]

    public init(size: Int, dark: [Bool]) {
        self.size = size
        self.dark = dark
    }
}
