/// What a person means by the name or code of a place.
public enum AreaAnswer: Hashable, Sendable {
    /// This one.
    case one(area: Area)
    /// One of several with that name: ask which.
    case several(areas: [Area])
    /// None has that name.
    case none(near: [Area])
}

/// A prefecture, municipality or ward.
public struct Area: Hashable, Sendable {
    /// Two digits, or six with a check digit.
    public var code: String
    /// Name with its prefecture and city.
    public var name: String
    /// Reading of its own name.
    public var kana: String

    public init(code: String, name: String, kana: String) {
        self.code = code
        self.name = name
        self.kana = kana
    }
}
