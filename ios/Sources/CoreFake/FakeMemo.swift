import CoreAPI

extension FakeKeepsakes {
    func memo() async throws(CoreError) -> [MemoField] {
        try await shared.call(#function) { world in
            let written = try world.opened().memo
            return Samples.memo.map { code, title in
                MemoField(
                    code: code,
                    title: title,
                    text: written[code]?.text ?? "",
                    share: written[code]?.share ?? false
                )
            }
        }
    }

    func setMemo(_ field: String, _ text: String) async throws(CoreError) {
        try await shared.call(#function, tells: .memo) { world in
            try check([field])
            guard (1...1000).contains(text.count) else { throw CoreError.invalid(field: "text") }
            try world.change { $0.memo[field] = (text, $0.memo[field]?.share ?? false) }
        }
    }

    func shareMemo(_ fields: [String], _ share: Bool) async throws(CoreError) {
        // What was changed beside a field that is empty stays changed.
        let empty = try await shared.call(#function, tells: .memo) { world in
            try check(fields)
            return try world.change { kept in
                for field in fields { kept.memo[field]?.share = share }
                return fields.filter { kept.memo[$0] == nil }
            }
        }
        if let field = empty.first { throw .invalid(field: field) }
    }

    func clearMemo(_ fields: [String]) async throws(CoreError) {
        try await shared.call(#function, tells: .memo) { world in
            try check(fields)
            try world.change { kept in fields.forEach { kept.memo[$0] = nil } }
        }
    }

    func memoSentences() async throws(CoreError) -> [String] {
        try await shared.call(#function) { try chosen($0) }
    }

    func memoText() async throws(CoreError) -> String {
        try await shared.call(#function) { try chosen($0).joined(separator: "\n") }
    }

    func memoHtml(_ layout: PaperLayout) async throws(CoreError) -> String {
        try await shared.call(#function) { html(try chosen($0)) }
    }

    func memoQr() async throws(CoreError) -> QrCode {
        try await shared.call(#function) { world in
            _ = try chosen(world)
            return .fake
        }
    }

    func memoQrSvg() async throws(CoreError) -> String {
        try await shared.call(#function) { world in
            _ = try chosen(world)
            return "<svg></svg>"
        }
    }

    private func check(_ fields: [String]) throws {
        guard fields.allSatisfy({ field in Samples.memo.contains { $0.0 == field } }) else {
            throw CoreError.invalid(field: "field")
        }
    }

    /// Sentences of the fields that may be shown.
    private func chosen(_ world: World) throws -> [String] {
        let written = try world.opened().memo
        let sentences = Samples.memo.compactMap { code, _ in written[code].flatMap { $0.share ? $0.text : nil } }
        guard !sentences.isEmpty else { throw CoreError.invalid(field: "share") }
        return sentences
    }
}

extension QrCode {
    /// It says nothing.
    static let fake = QrCode(size: 21, dark: Array(repeating: false, count: 21 * 21))
}
