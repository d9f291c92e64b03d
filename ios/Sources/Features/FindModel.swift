import CoreAPI
import Foundation
import Observation

/// Finding help in words. The screen calls ``search()`` in a task of its own whenever ``request`` has changed; the task
/// that it cancels stops the search that is not wanted any more.
@MainActor @Observable
public final class FindModel {
    /// What the person typed, as they typed it.
    public var text = ""
    /// Name or code of the area they are in or ask for.
    public var area: String?
    /// What they ruled out.
    public var filters = Filters()
    /// Entries of their own, too.
    public var own = true

    /// What was found.
    public let answer = Asked<Answer>()

    private let directory: any Directory

    public init(device: any Device) { directory = device.directory }

    /// What ``search()`` asks for; nothing while nothing is typed.
    public var request: FindRequest? {
        let blank = text.allSatisfy(\.isWhitespace)
        return blank ? nil : FindRequest(text: text, area: area, filters: filters, own: own)
    }

    /// 119 and 110 come before anything else.
    public var isDanger: Bool { answer.value?.danger ?? false }

    /// Nothing was found, which is not the same as not having asked.
    public var foundNothing: Bool {
        answer.value.map { $0.cards.isEmpty && $0.own.isEmpty } ?? false
    }

    /// Searches. What was found before stays until then.
    public func search() async {
        guard let request else { return answer.clear() }
        await answer.ask { try await directory.find(request) }
    }
}
