/// The line of today.
public struct QuietLine: Hashable, Identifiable, Sendable {
    /// Its id, for ``Home/neverAgain(_:)``.
    public var id: String
    /// The line, in words.
    public var text: String
    /// なぜこれが出たか, in words, a sentence each.
    public var why: [String]
    /// Identifier of the entry of the directory that it leads to.
    public var record: String?
    /// Words to search for that it leads to.
    public var search: String?

    public init(id: String, text: String, why: [String], record: String?, search: String?) {
        self.id = id
        self.text = text
        self.why = why
        self.record = record
        self.search = search
    }
}

/// What a person chose about the line.
public struct HomeChoice: Hashable, Sendable {
    /// Code of the area they are in, if they said so.
    public var area: String?
    /// Its name.
    public var areaName: String?
    /// About how old they are, if they said so.
    public var age: AgeBand?
    /// Ids of lines that they do not want again.
    public var never: [String]
    /// No line at all.
    public var off: Bool

    public init(area: String?, areaName: String?, age: AgeBand?, never: [String], off: Bool) {
        self.area = area
        self.areaName = areaName
        self.age = age
        self.never = never
        self.off = off
    }
}

/// About how old somebody is, if they said so.
public enum AgeBand: CaseIterable, Hashable, Sendable {
    /// Up to 17.
    case under18
    /// 18 to 29.
    case from18
    /// 30 to 49.
    case from30
    /// 50 to 64.
    case from50
    /// From 65 on.
    case from65
}
