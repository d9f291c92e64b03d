import CoreAPI
import TsunagariFFI

extension TsunagariFFI.Frame {
    init(_ it: CoreAPI.CameraFrame) {
        self.init(width: UInt32(clamping: it.width), height: UInt32(clamping: it.height), luminance: it.luminance)
    }
}
