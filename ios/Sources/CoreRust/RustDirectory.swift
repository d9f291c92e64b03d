import CoreAPI
import TsunagariFFI

struct RustDirectory: CoreAPI.Directory {
    let directory: TsunagariFFI.Directory
    let calls: Calls

    func find(_ request: CoreAPI.FindRequest) async throws(CoreError) -> CoreAPI.Answer {
        // Made here and now, so that the search that was asked for last is the last one.
        let search = try Calls.now { try directory.find(request: .init(request)) }
        return try await calls(stop: { search.cancel() }) { .init(try search.run()) }
    }

    func show(_ id: String, area: String?) async throws(CoreError) -> CoreAPI.Detail {
        try await calls { .init(try directory.show(id: id, area: area)) }
    }

    func lines(area: String?, filters: CoreAPI.Filters) async throws(CoreError) -> [CoreAPI.Card] {
        try await calls { try directory.lines(area: area, filters: .init(filters)).map { .init($0) } }
    }

    func places(
        near area: String,
        filters: CoreAPI.Filters,
        limit: Int
    ) async throws(CoreError) -> CoreAPI.Around {
        try await calls {
            .init(try directory.places(area: area, filters: .init(filters), limit: UInt16(clamping: limit)))
        }
    }

    func emergency(area: String?) async throws(CoreError) -> [CoreAPI.EmergencyLine] {
        try await calls { try directory.emergency(area: area).map { .init($0) } }
    }

    func busy(_ request: CoreAPI.BusyRequest) async throws(CoreError) -> CoreAPI.Busy {
        try await calls { .init(try directory.busy(request: .init(request))) }
    }

    func guide(_ answers: CoreAPI.GivenAnswers) async throws(CoreError) -> CoreAPI.AskStep {
        try await calls { .init(try directory.guide(answers: .init(answers))) }
    }

    func areas(_ text: String) async throws(CoreError) -> CoreAPI.AreaAnswer {
        try await calls { .init(try directory.areas(text: text)) }
    }

    func importData(
        at path: String,
        allKinds: Bool,
        told: @escaping @Sendable (CoreAPI.ImportProgress) -> Void
    ) async throws(CoreError) -> CoreAPI.Imported {
        let running = directory.importFrom(path: path, allKinds: allKinds)
        return try await calls(stop: { running.cancel() }) { .init(try running.run(watcher: ProgressOfApp(told))) }
    }

    func state() async throws(CoreError) -> CoreAPI.DirectoryState {
        try await calls { .init(try directory.state()) }
    }

    func paper(_ request: CoreAPI.PaperRequest) async throws(CoreError) -> String {
        try await calls { try directory.paper(request: .init(request)) }
    }

    func code(_ id: String, area: String?, traces: Bool) async throws(CoreError) -> CoreAPI.EntryCode {
        try await calls { .init(try directory.code(id: id, area: area, traces: traces)) }
    }
}
