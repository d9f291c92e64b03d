import CoreAPI
import TsunagariFFI

extension TsunagariFFI.Language {
    init(_ it: CoreAPI.Language) {
        self =
            switch it {
            case .japanese: .japanese
            case .easyJapanese: .easyJapanese
            case .english: .english
            }
    }
}

extension CoreAPI.Change {
    init(_ it: TsunagariFFI.Changed) {
        self =
            switch it {
            case .lock: .lock
            case .directory: .directory
            case .mood: .mood
            case .answers: .answers
            case .plan: .plan
            case .memo: .memo
            case .favourites: .favourites
            case .own: .own
            case .checkIns: .checkIns
            case .home: .home
            case .backup: .backup
            }
    }
}
