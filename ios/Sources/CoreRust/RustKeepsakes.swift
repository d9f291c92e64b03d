import CoreAPI
import TsunagariFFI

struct RustKeepsakes: CoreAPI.Keepsakes {
    let keepsakes: TsunagariFFI.Keepsakes
    let calls: Calls

    func favourites() async throws(CoreError) -> [CoreAPI.KeptEntry] {
        try await calls { try keepsakes.favourites().map { .init($0) } }
    }

    func addFavourite(_ id: String) async throws(CoreError) -> String {
        try await calls { try keepsakes.addFavourite(id: id) }
    }

    func removeFavourite(_ id: String) async throws(CoreError) {
        try await calls { try keepsakes.removeFavourite(id: id) }
    }

    func tries() async throws(CoreError) -> [String] {
        try await calls { try keepsakes.tries() }
    }

    func owns() async throws(CoreError) -> [CoreAPI.OwnEntry] {
        try await calls { try keepsakes.owns().map { .init($0) } }
    }

    func findOwn(_ text: String) async throws(CoreError) -> [CoreAPI.OwnEntry] {
        try await calls { try keepsakes.findOwn(text: text).map { .init($0) } }
    }

    func addOwn(_ words: CoreAPI.OwnWords) async throws(CoreError) -> String {
        try await calls { try keepsakes.addOwn(words: .init(words)) }
    }

    func changeOwn(_ id: String, _ words: CoreAPI.OwnWords) async throws(CoreError) {
        try await calls { try keepsakes.changeOwn(id: id, words: .init(words)) }
    }

    func removeOwn(_ id: String) async throws(CoreError) {
        try await calls { try keepsakes.removeOwn(id: id) }
    }
}

// The plan for hard hours.
extension RustKeepsakes {
    func plan(area: String?) async throws(CoreError) -> CoreAPI.HardHours {
        try await calls { .init(try keepsakes.plan(area: area)) }
    }

    func hardHoursWithoutPlan(area: String?) async throws(CoreError) -> CoreAPI.HardHours {
        try await calls { .init(try keepsakes.hardHoursWithoutPlan(area: area)) }
    }

    func addToPlan(step: Int, _ line: CoreAPI.NewPlanLine) async throws(CoreError) {
        try await calls { try keepsakes.addToPlan(step: number(step), line: .init(line)) }
    }

    func changePlan(step: Int, place: Int, _ line: CoreAPI.NewPlanLine) async throws(CoreError) {
        try await calls { try keepsakes.changePlan(step: number(step), place: number(place), line: .init(line)) }
    }

    func moveInPlan(step: Int, place: Int, to: Int) async throws(CoreError) {
        try await calls { try keepsakes.moveInPlan(step: number(step), place: number(place), to: number(to)) }
    }

    func removeFromPlan(step: Int, place: Int) async throws(CoreError) {
        try await calls { try keepsakes.removeFromPlan(step: number(step), place: number(place)) }
    }

    func planHtml(_ layout: PaperLayout, area: String?) async throws(CoreError) -> String {
        try await calls { try keepsakes.planHtml(layout: .init(layout), area: area) }
    }

    /// What is below 0 is 0, which no step and no place is.
    private func number(_ number: Int) -> UInt32 { UInt32(clamping: number) }
}

// The consultation memo.
extension RustKeepsakes {
    func memo() async throws(CoreError) -> [CoreAPI.MemoField] {
        try await calls { try keepsakes.memo().map { .init($0) } }
    }

    func setMemo(_ field: String, _ text: String) async throws(CoreError) {
        try await calls { try keepsakes.setMemo(field: field, text: text) }
    }

    func shareMemo(_ fields: [String], _ share: Bool) async throws(CoreError) {
        try await calls { try keepsakes.shareMemo(fields: fields, share: share) }
    }

    func clearMemo(_ fields: [String]) async throws(CoreError) {
        try await calls { try keepsakes.clearMemo(fields: fields) }
    }

    func memoSentences() async throws(CoreError) -> [String] {
        try await calls { try keepsakes.memoSentences() }
    }

    func memoText() async throws(CoreError) -> String {
        try await calls { try keepsakes.memoText() }
    }

    func memoHtml(_ layout: PaperLayout) async throws(CoreError) -> String {
        try await calls { try keepsakes.memoHtml(layout: .init(layout)) }
    }

    func memoQr() async throws(CoreError) -> QrCode {
        try await calls { .init(try keepsakes.memoQr()) }
    }

    func memoQrSvg() async throws(CoreError) -> String {
        try await calls { try keepsakes.memoQrSvg() }
    }
}
