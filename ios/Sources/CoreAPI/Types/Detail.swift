/// All that is known of one entry, in the order in which a page shows it.
public struct Detail: Hashable, Sendable {
    /// The entry with its ways.
    public var card: Card
    /// When it takes place, for what has a season.
    public var season: [String]
    /// The warning to show before anything else.
    public var traceWarning: DetailSection?
    /// For whom it is; for a scheme also who, what, where, how and what to bring.
    public var about: [DetailSection]
    /// Where it is, and how to get there.
    public var place: [String]
    /// What is told of each way beside its state and cost, in the order of the ways of the card.
    public var wayDetails: [WayDetails]
    /// That there are ways for other areas than the one asked for.
    public var otherAreas: String?
    /// The keys of the voice menu.
    public var menu: [MenuKey]
    /// 電話するとどうなる: what happens when one calls.
    public var promise: [Fact]
    /// What is known about going there for the first time.
    public var firstVisit: [Fact]
    /// Words to begin with.
    public var opening: [String]
    /// What is good to know before.
    public var caveats: [String]
    /// Steps smaller than calling.
    public var smallerSteps: [SmallerStep]
    /// Pages that say so.
    public var sources: [PageSource]

    public init(
        card: Card,
        season: [String],
        traceWarning: DetailSection?,
        about: [DetailSection],
        place: [String],
        wayDetails: [WayDetails],
        otherAreas: String?,
        menu: [MenuKey],
        promise: [Fact],
        firstVisit: [Fact],
        opening: [String],
        caveats: [String],
        smallerSteps: [SmallerStep],
        sources: [PageSource]
    ) {
        self.card = card
        self.season = season
        self.traceWarning = traceWarning
        self.about = about
        self.place = place
        self.wayDetails = wayDetails
        self.otherAreas = otherAreas
        self.menu = menu
        self.promise = promise
        self.firstVisit = firstVisit
        self.opening = opening
        self.caveats = caveats
        self.smallerSteps = smallerSteps
        self.sources = sources
    }
}

/// A title with its texts.
public struct DetailSection: Hashable, Sendable {
    /// The title.
    public var title: String
    /// One text, or several points.
    public var texts: [String]
    /// They are points of a list.
    public var points: Bool

    public init(title: String, texts: [String], points: Bool) {
        self.title = title
        self.texts = texts
        self.points = points
    }
}

/// What is told of one way.
public struct WayDetails: Hashable, Sendable {
    /// Identifier of the way.
    public var way: String
    /// Hours as published, languages, extension, number beside, telephones from which it can be reached.
    public var texts: [String]

    public init(way: String, texts: [String]) {
        self.way = way
        self.texts = texts
    }
}

/// A key of a voice menu.
public struct MenuKey: Hashable, Sendable {
    /// What to press.
    public var key: String
    /// What comes then.
    public var label: String

    public init(key: String, label: String) {
        self.key = key
        self.label = label
    }
}

/// A fact with its answer.
public struct Fact: Hashable, Sendable {
    /// Its code, such as `anonymous`.
    public var code: String
    /// What is asked.
    public var words: String
    /// `nil` when nobody stands behind an answer; it is shown all the same.
    public var answer: Bool?
    /// The answer.
    public var answerWords: String

    public init(code: String, words: String, answer: Bool?, answerWords: String) {
        self.code = code
        self.words = words
        self.answer = answer
        self.answerWords = answerWords
    }
}

/// A step smaller than calling.
public struct SmallerStep: Hashable, Identifiable, Sendable {
    /// Its code.
    public var id: String
    /// It is about keeping or printing the entry.
    public var keep: Bool
    /// The step.
    public var words: String

    public init(id: String, keep: Bool, words: String) {
        self.id = id
        self.keep = keep
        self.words = words
    }
}

/// A page that says so.
public struct PageSource: Hashable, Sendable {
    /// Address or name of the page.
    public var page: String
    /// The day on which it was read, or of which it is; empty when neither is known.
    public var on: String

    public init(page: String, on: String) {
        self.page = page
        self.on = on
    }
}
