import CoreAPI

extension FakeKeepsakes {
    func plan(area: String?) async throws(CoreError) -> HardHours {
        try await shared.call(#function) { world in
            _ = try Samples.area(area)
            return try hours(try world.opened().plan)
        }
    }

    func hardHoursWithoutPlan(area: String?) async throws(CoreError) -> HardHours {
        try await shared.call(#function) { _ in
            _ = try Samples.area(area)
            return try hours(Samples.steps.map { _ in [] })
        }
    }

    func addToPlan(step: Int, _ line: NewPlanLine) async throws(CoreError) {
        try await shared.call(#function, tells: .plan) { world in
            try world.change { kept in
                let step = try index(step)
                let line = try checked(line)
                guard kept.plan[step].count < 20 else { throw CoreError.invalid(field: "count") }
                kept.plan[step].append(line)
            }
        }
    }

    func changePlan(step: Int, place: Int, _ line: NewPlanLine) async throws(CoreError) {
        try await shared.call(#function, tells: .plan) { world in
            try world.change { kept in
                let (step, place) = try found(step, place, in: kept.plan)
                kept.plan[step][place] = try checked(line)
            }
        }
    }

    func moveInPlan(step: Int, place: Int, to: Int) async throws(CoreError) {
        try await shared.call(#function, tells: .plan) { world in
            try world.change { kept in
                let (step, place) = try found(step, place, in: kept.plan)
                let line = kept.plan[step].remove(at: place)
                kept.plan[step].insert(line, at: min(max(to, 1), kept.plan[step].count + 1) - 1)
            }
        }
    }

    func removeFromPlan(step: Int, place: Int) async throws(CoreError) {
        try await shared.call(#function, tells: .plan) { world in
            try world.change { kept in
                let (step, place) = try found(step, place, in: kept.plan)
                kept.plan[step].remove(at: place)
            }
        }
    }

    func planHtml(_ layout: PaperLayout, area: String?) async throws(CoreError) -> String {
        try await shared.call(#function) { world in
            html(try hours(try world.opened().plan).steps.flatMap(\.lines).map(\.text))
        }
    }

    private func index(_ step: Int) throws -> Int {
        guard (1...7).contains(step) else { throw CoreError.invalid(field: "step") }
        return step - 1
    }

    private func found(_ step: Int, _ place: Int, in plan: [[NewPlanLine]]) throws -> (step: Int, place: Int) {
        let step = try index(step)
        guard plan[step].indices.contains(place - 1) else { throw CoreError.notFound }
        return (step, place - 1)
    }

    private func checked(_ line: NewPlanLine) throws -> NewPlanLine {
        switch line {
        case .written(let text):
            guard (1...200).contains(text.count) else { throw CoreError.invalid(field: "text") }
        case .listed(let id): _ = try quiet(id)
        }
        return line
    }

    private func hours(_ plan: [[NewPlanLine]]) throws -> HardHours {
        let steps = try zip(Samples.steps, plan).enumerated().map { number, step in
            let lines = try step.1.map { line in
                switch line {
                case .written(let text): PlanLine(text: text, entry: nil)
                case .listed(let id): PlanLine(text: try kept(id).name, entry: try kept(id))
                }
            }
            return PlanStep(number: number + 1, title: step.0, hint: "", lines: lines)
        }
        return HardHours(
            steps: steps,
            listening: [Samples.anything],
            emergency: Samples.emergency,
            emergencyNotes: []
        )
    }
}
