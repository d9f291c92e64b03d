/// A paper with entries.
public struct PaperRequest: Hashable, Sendable {
    /// The entries; empty for the lines one can begin with, and what is near.
    public var ids: [String]
    /// How they are laid out.
    public var layout: PaperLayout
    /// Name or code of the area.
    public var area: String?
    /// Also entries whose traces could endanger somebody: the person was warned and said so.
    public var traces: Bool

    public init(ids: [String] = [], layout: PaperLayout, area: String? = nil, traces: Bool = false) {
        self.ids = ids
        self.layout = layout
        self.area = area
        self.traces = traces
    }
}

/// How entries are laid out on paper.
public enum PaperLayout: CaseIterable, Hashable, Sendable {
    /// A sheet: entries below each other.
    case sheet
    /// Cards to cut out.
    case cards
    /// 書き写し: very large, to copy by hand.
    case copy
}
