import Foundation
import Testing

/// Which module may import which; read from the sources.
@Suite struct LayerTests {
    private static let allowed: [String: Set<String>] = [
        "CoreAPI": ["Foundation"],
        "CoreRust": ["CoreAPI", "Foundation", "TsunagariFFI"],
        "CoreFake": ["CoreAPI", "Foundation"],
        "Features": ["CoreAPI", "Foundation", "Observation"],
    ]

    @Test(arguments: allowed.keys.sorted()) func importsOnlyWhatItMay(module: String) throws {
        let found = try imports(of: module)
        #expect(!found.isEmpty)
        for (file, imported) in found {
            #expect(Self.allowed[module]?.contains(imported) == true, "\(module)/\(file) imports \(imported)")
        }
    }

    @Test func everythingThatTheCoreCanDoIsOffered() throws {
        let facade = try sources(of: "CoreRust").map(\.text).joined()
        let generated = try sources(of: "TsunagariFFI").map(\.text).joined()
        let objects = generated.matches(of: /(?m)^public protocol (\w+)Protocol: .*\{\n(?:.*\n)*?\}/)
        #expect(!objects.isEmpty)
        for object in objects {
            for method in object.0.matches(of: /(?m)^ *func `?(\w+)/) {
                let isCalled = facade.contains(".\(method.1)(")
                #expect(isCalled, "\(object.1).\(method.1) is called nowhere in CoreRust")
            }
        }
    }

    private func imports(of module: String) throws -> [(file: String, imported: String)] {
        try sources(of: module).flatMap { file, text in
            text.matches(of: /(?m)^ *(?:@?\w+ +)*import +(?:[a-z]+ +)?(\w+)/).map { (file, String($0.1)) }
        }
    }

    private func sources(of module: String) throws -> [(file: String, text: String)] {
        let here = URL(fileURLWithPath: #filePath)
        let package = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = package.appendingPathComponent("Sources/\(module)")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try files.map { ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)) }
    }
}
