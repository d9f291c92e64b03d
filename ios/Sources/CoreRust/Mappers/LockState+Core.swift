import CoreAPI
import TsunagariFFI

extension CoreAPI.LockState {
    init(_ it: TsunagariFFI.LockState) {
        self.init(kept: it.kept, open: it.open, hasLock: it.hasLock)
    }
}
