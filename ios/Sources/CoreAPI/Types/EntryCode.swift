/// An entry as a code.
public struct EntryCode: Hashable, Sendable {
    /// What the code says, word for word: lines without readings to be drawn.
    public var text: String
    /// The code.
    public var code: QrCode

    public init(text: String, code: QrCode) {
        self.text = text
        self.code = code
    }
}
