import CoreAPI
import Observation

/// つらいときのメモ. Somebody looks for it in a hard hour, so there is always something to show.
@MainActor @Observable
public final class PlanModel {
    /// What is shown, asked for together: nobody sees "locked" above lines of the plan.
    public let page = Asked<Page>()
    /// What went wrong with what the person did.
    public let deed = Deed()

    /// What the screen shows.
    public struct Page: Sendable {
        /// The plan, or what stands below it where there is none to show.
        public let hours: HardHours
        /// Why the steps are empty, when the plan could not be shown: it is locked, or nothing is kept.
        public let missing: CoreError?
    }

    private let device: any Device
    private let area: String?

    public init(device: any Device, area: String? = nil) { (self.device, self.area) = (device, area) }

    /// Steps that have lines; all of them when none has.
    public var steps: [PlanStep] {
        let all = page.value?.hours.steps ?? []
        let written = all.filter { !$0.lines.isEmpty }
        return written.isEmpty ? all : written
    }

    /// Shows it, and follows what changes.
    public func follow() async {
        await device.follow([.plan, .lock, .directory], load)
    }

    func load() async {
        let (keepsakes, area) = (device.keepsakes, area)
        await page.ask {
            do {
                return Page(hours: try await keepsakes.plan(area: area), missing: nil)
            } catch CoreError.cancelled {
                throw CoreError.cancelled
            } catch {
                return Page(hours: try await keepsakes.hardHoursWithoutPlan(area: area), missing: CoreError(of: error))
            }
        }
    }

    /// Adds a line at the end of a step. Whether it did.
    @discardableResult
    public func add(_ line: NewPlanLine, to step: Int) async -> Bool {
        await change { try await $0.addToPlan(step: step, line) }
    }

    /// Puts another line in the place of one. Places begin at 1.
    @discardableResult
    public func change(step: Int, place: Int, to line: NewPlanLine) async -> Bool {
        await change { try await $0.changePlan(step: step, place: place, line) }
    }

    /// Moves a line within its step.
    public func move(step: Int, from place: Int, to: Int) async {
        await change { try await $0.moveInPlan(step: step, place: place, to: to) }
    }

    /// Takes a line away.
    public func remove(step: Int, place: Int) async {
        await change { try await $0.removeFromPlan(step: step, place: place) }
    }

    @discardableResult
    private func change(_ change: (any Keepsakes) async throws -> Void) async -> Bool {
        let went = await deed.run { try await change(device.keepsakes) }
        if went { await load() }
        return went
    }
}
