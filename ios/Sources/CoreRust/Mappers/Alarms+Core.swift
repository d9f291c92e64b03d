import CoreAPI
import TsunagariFFI

extension CoreAPI.Alarm {
    init(_ it: TsunagariFFI.SetAlarm) {
        self.init(id: Int(clamping: it.id), at: it.at, checkIn: it.checkIn, text: it.text)
    }
}

extension TsunagariFFI.Told {
    init(_ it: CoreAPI.PlatformEvent) {
        self =
            switch it {
            case .boot: .boot
            case .updated: .updated
            case .clock: .clock
            case .zone: .zone
            case .permissionLost: .permissionLost
            case .permissionBack: .permissionBack
            }
    }
}

extension CoreAPI.Silence {
    init(_ it: TsunagariFFI.Silence) {
        self.init(
            quietFrom: it.quietFrom,
            quietTo: it.quietTo,
            rest: .init(it.rest),
            alone: it.alone,
            enoughToday: it.enoughToday,
            maySpeak: it.maySpeak
        )
    }
}

extension CoreAPI.Resting {
    init(_ it: TsunagariFFI.Resting) {
        self =
            switch it {
            case .no: .no
            case .until(let at): .until(at: at)
            case .untilSaid: .untilSaid
            }
    }
}

extension CoreAPI.SelfTest {
    init(_ it: TsunagariFFI.SelfTest) {
        self =
            switch it {
            case .notBegun: .notBegun
            case .noPermission: .noPermission
            case .waiting(let at): .waiting(at: at)
            case .came(let lateSeconds): .came(lateSeconds: Int(clamping: lateSeconds))
            case .notCame(let at): .notCame(at: at)
            }
    }
}
