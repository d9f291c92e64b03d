import CoreAPI
import CoreRust
import Foundation
import TsunagariFFI

// The calls of `scripts/bench bindings` from Swift: reads lines `KIND COUNT`, answers with nanoseconds.

/// Keeps bytes as they are: only the crossing is measured.
final class Plain: TsunagariFFI.SecretBox, CoreAPI.SecretBox {
    func seal(plain: Data) throws -> Data { plain }
    func unseal(sealed: Data) throws -> Data { sealed }
    func shred() throws(CoreError) {}
    func seal(_ plain: Data) throws(CoreError) -> Data { plain }
    func open(_ sealed: Data) throws(CoreError) -> Data { sealed }
}

let folder = CommandLine.arguments[1]
let data = folder + "/data"
let typed = try String(contentsOfFile: folder + "/texts.txt", encoding: .utf8)
let texts = typed.split(separator: "\n").map(String.init)
let anything = TsunagariFFI.Filters(
    openNow: false,
    free: false,
    noVoice: false,
    rolePlace: false,
    channels: [],
    spoken: nil,
    age: nil,
    withinKm: nil,
    kinds: []
)
let device = try Device.open(opening: Opening(folder: data, language: .japanese), keystore: Plain(), clock: nil)
let journal = device.journal()
let directory = device.directory()
let reader = QrReader()
let first = try journal.entries(from: "2026-11-01", to: "2026-11-01")[0].id
let screen = try await RustDevice.open(folder: data, language: .japanese, keystore: Plain())

func entries(of day: String, _ count: Int) throws {
    let found = try journal.entries(from: day, to: day)
    precondition(found.count == count)
}

func call(_ kind: Substring, _ at: Int) async throws -> Bool {
    switch kind {
    case "noop": reader.cancel()
    case "one": _ = try journal.entry(id: first)
    case "fifty": try entries(of: "2026-11-01", 50)
    case "thousand": try entries(of: "2026-11-05", 1000)
    case "keystroke":
        let request = TsunagariFFI.FindRequest(
            text: texts[at % texts.count],
            area: "高松市",
            filters: anything,
            limit: 50,
            own: false
        )
        _ = try directory.find(request: request).run()
    case "screen":
        let request = CoreAPI.FindRequest(text: texts[at % texts.count], area: "高松市", limit: 50)
        _ = try await screen.directory.find(request)
    default: return false
    }
    return true
}

while let line = readLine() {
    let words = line.split(separator: " ")
    let begun = DispatchTime.now().uptimeNanoseconds
    var isKnown = true
    for at in 0..<(Int(words[1]) ?? 0) {
        isKnown = try await call(words[0], at) && isKnown
    }
    print(isKnown ? String(DispatchTime.now().uptimeNanoseconds - begun) : "-")
    fflush(stdout)
}
