/// What a person asks for. Nothing of it is stored.
public struct FindRequest: Hashable, Sendable {
    /// What they typed, as they typed it; there is no query syntax.
    public var text: String
    /// Name or code of the area they are in or ask for.
    public var area: String?
    /// What they ruled out.
    public var filters: Filters
    /// How many cards at most; 0 for the usual five.
    public var limit: Int
    /// Entries of their own, too, where what is kept is open.
    public var own: Bool

    public init(text: String, area: String? = nil, filters: Filters = Filters(), limit: Int = 0, own: Bool = false) {
        self.text = text
        self.area = area
        self.filters = filters
        self.limit = limit
        self.own = own
    }
}

/// Conditions every card must meet. What is unknown does not meet a condition.
public struct Filters: Hashable, Sendable {
    /// Known to be open now.
    public var openNow: Bool
    /// At least one way costs nothing.
    public var free: Bool
    /// At least one way needs no voice.
    public var noVoice: Bool
    /// A place where one can have a part (役割がある場所).
    public var rolePlace: Bool
    /// Kinds of ways (`tel`, `chat` …), any of which will do; empty means all.
    public var channels: [String]
    /// Code of a language that is spoken there, such as `vi`.
    public var spoken: String?
    /// Age in years of the person it is for.
    public var age: Int?
    /// Distance in km from the centre of the area asked for.
    public var withinKm: Int?
    /// Kinds of entries (`line`, `desk`, `place`, `scheme`, `site`), any of which will do; empty means all.
    public var kinds: [String]

    public init(
        openNow: Bool = false,
        free: Bool = false,
        noVoice: Bool = false,
        rolePlace: Bool = false,
        channels: [String] = [],
        spoken: String? = nil,
        age: Int? = nil,
        withinKm: Int? = nil,
        kinds: [String] = []
    ) {
        self.openNow = openNow
        self.free = free
        self.noVoice = noVoice
        self.rolePlace = rolePlace
        self.channels = channels
        self.spoken = spoken
        self.age = age
        self.withinKm = withinKm
        self.kinds = kinds
    }
}

/// What was found.
public struct Answer: Hashable, Sendable {
    /// A danger now: show 119 and 110 before anything else.
    public var danger: Bool
    /// What was understood, in words.
    public var understood: String?
    /// Needs for which the directory holds nothing, in words.
    public var gaps: [String]
    /// Few cards, best first.
    public var cards: [Card]
    /// Entries of the person's own.
    public var own: [OwnEntry]
    /// More matched than was looked at.
    public var cut: Bool
    /// The emergency row for the area.
    public var emergency: [EmergencyLine]

    public init(
        danger: Bool,
        understood: String?,
        gaps: [String],
        cards: [Card],
        own: [OwnEntry],
        cut: Bool,
        emergency: [EmergencyLine]
    ) {
        self.danger = danger
        self.understood = understood
        self.gaps = gaps
        self.cards = cards
        self.own = own
        self.cut = cut
        self.emergency = emergency
    }
}
