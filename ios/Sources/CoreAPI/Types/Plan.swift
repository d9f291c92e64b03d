/// The plan as it is shown, and what always stands below it.
public struct HardHours: Hashable, Sendable {
    /// The seven steps in order, empty ones too; show those that have lines, and all of them when none has.
    public var steps: [PlanStep]
    /// Lines that listen, those that are open first.
    public var listening: [Card]
    /// The emergency row.
    public var emergency: [EmergencyLine]
    /// What must be said of numbers that may not work where the person is.
    public var emergencyNotes: [String]

    public init(steps: [PlanStep], listening: [Card], emergency: [EmergencyLine], emergencyNotes: [String]) {
        self.steps = steps
        self.listening = listening
        self.emergency = emergency
        self.emergencyNotes = emergencyNotes
    }
}

/// A step of the plan.
public struct PlanStep: Hashable, Identifiable, Sendable {
    /// 1 to 7.
    public var number: Int
    /// What it is called.
    public var title: String
    /// What may stand in it, as a few examples.
    public var hint: String
    /// Its lines, in the person's order.
    public var lines: [PlanLine]

    public var id: Int { number }

    public init(number: Int, title: String, hint: String, lines: [PlanLine]) {
        self.number = number
        self.title = title
        self.hint = hint
        self.lines = lines
    }
}

/// A line of the plan.
public struct PlanLine: Hashable, Sendable {
    /// In the person's words, word for word; for an entry of the directory its name of the day it was chosen.
    public var text: String
    /// The entry of the directory, when it is one.
    public var entry: KeptEntry?

    public init(text: String, entry: KeptEntry?) {
        self.text = text
        self.entry = entry
    }
}

/// A line that is to be written into the plan.
public enum NewPlanLine: Hashable, Sendable {
    /// In the person's words, up to 200 characters.
    case written(text: String)
    /// An entry of the directory.
    case listed(id: String)
}
