import CoreAPI
import TsunagariFFI

extension CoreAPI.CheckIn {
    init(_ it: TsunagariFFI.CheckIn) {
        self.init(id: it.id, rule: .init(it.rule), text: it.text, rarer: Int(it.rarer), since: it.since, on: it.on)
    }
}

extension CoreAPI.CheckInRule {
    init(_ it: TsunagariFFI.CheckInRule) {
        self.init(
            about: .init(it.about),
            days: it.days.map { .init($0) },
            from: it.from,
            to: it.to,
            unlessLoggedHours: Int(it.unlessLoggedHours)
        )
    }
}

extension TsunagariFFI.CheckInRule {
    init(_ it: CoreAPI.CheckInRule) {
        self.init(
            about: .init(it.about),
            days: it.days.map { .init($0) },
            from: it.from,
            to: it.to,
            unlessLoggedHours: UInt8(clamping: it.unlessLoggedHours)
        )
    }
}

extension CoreAPI.CheckInAbout {
    init(_ it: TsunagariFFI.CheckInAbout) {
        self =
            switch it {
            case .feeling: .feeling
            case .people: .people
            case .own(let text): .own(text: text)
            }
    }
}

extension TsunagariFFI.CheckInAbout {
    init(_ it: CoreAPI.CheckInAbout) {
        self =
            switch it {
            case .feeling: .feeling
            case .people: .people
            case .own(let text): .own(text: text)
            }
    }
}

extension CoreAPI.Weekday {
    init(_ it: TsunagariFFI.Weekday) {
        self =
            switch it {
            case .monday: .monday
            case .tuesday: .tuesday
            case .wednesday: .wednesday
            case .thursday: .thursday
            case .friday: .friday
            case .saturday: .saturday
            case .sunday: .sunday
            }
    }
}

extension TsunagariFFI.Weekday {
    init(_ it: CoreAPI.Weekday) {
        self =
            switch it {
            case .monday: .monday
            case .tuesday: .tuesday
            case .wednesday: .wednesday
            case .thursday: .thursday
            case .friday: .friday
            case .saturday: .saturday
            case .sunday: .sunday
            }
    }
}

extension CoreAPI.PlannedCheckIn {
    init(_ it: TsunagariFFI.PlannedCheckIn) {
        self.init(id: Int(clamping: it.id), checkIn: it.checkIn, at: it.at, local: it.local, why: it.why)
    }
}
