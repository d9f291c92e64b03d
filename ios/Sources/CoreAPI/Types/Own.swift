/// What a person writes into an entry of their own; what is `nil` stays as it is, or is empty in a new one.
public struct OwnWords: Hashable, Sendable {
    /// Name, up to 100 characters; a new entry needs one.
    public var name: String?
    /// Reading, up to 100 characters.
    public var kana: String?
    /// Telephone number, up to 100 characters.
    public var tel: String?
    /// Where it is, up to 200 characters.
    public var address: String?
    /// When it is open, in words of up to 500 characters.
    public var hours: String?
    /// Anything else, up to 2,000 characters.
    public var note: String?

    public init(
        name: String? = nil,
        kana: String? = nil,
        tel: String? = nil,
        address: String? = nil,
        hours: String? = nil,
        note: String? = nil
    ) {
        self.name = name
        self.kana = kana
        self.tel = tel
        self.address = address
        self.hours = hours
        self.note = note
    }
}

/// An entry of one's own. It is always shown as such; fields that were not written are empty.
public struct OwnEntry: Hashable, Identifiable, Sendable {
    /// Identifier, 32 hexadecimal digits.
    public var id: String
    /// That the person wrote it themselves: to be shown with it.
    public var label: String
    /// Name.
    public var name: String
    /// Reading.
    public var kana: String
    /// Telephone number, as written down; nobody assured it.
    public var tel: String
    /// Where it is.
    public var address: String
    /// When it is open, in words.
    public var hours: String
    /// Open, closed or unknown now, as far as these words are understood.
    public var state: OpenState
    /// The same in words.
    public var stateWords: String
    /// Anything else.
    public var note: String

    public init(
        id: String,
        label: String,
        name: String,
        kana: String,
        tel: String,
        address: String,
        hours: String,
        state: OpenState,
        stateWords: String,
        note: String
    ) {
        self.id = id
        self.label = label
        self.name = name
        self.kana = kana
        self.tel = tel
        self.address = address
        self.hours = hours
        self.state = state
        self.stateWords = stateWords
        self.note = note
    }
}
