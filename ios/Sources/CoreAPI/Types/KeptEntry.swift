/// An entry of the directory that was set aside, as a favourite or in the plan.
public struct KeptEntry: Hashable, Identifiable, Sendable {
    /// Its identifier.
    public var id: String
    /// Its name of the day it was chosen.
    public var name: String
    /// What the directory says of it now; `nil` when it is gone.
    public var card: Card?
    /// What is to be said when it is gone.
    public var gone: String?

    public init(id: String, name: String, card: Card?, gone: String?) {
        self.id = id
        self.name = name
        self.card = card
        self.gone = gone
    }
}
