import CoreAPI

struct FakeKeepsakes: Keepsakes {
    let shared: Shared

    func favourites() async throws(CoreError) -> [KeptEntry] {
        try await shared.call(#function) { world in
            try world.opened().favourites.map { try kept($0) }
        }
    }

    func addFavourite(_ id: String) async throws(CoreError) -> String {
        try await shared.call(#function, tells: .favourites) { world in
            let card = try quiet(id)
            try world.change { $0.favourites.append(id) }
            return card.name
        }
    }

    func removeFavourite(_ id: String) async throws(CoreError) {
        try await shared.call(#function, tells: .favourites) { world in
            try world.change { kept in
                guard let place = kept.favourites.firstIndex(of: id) else { throw CoreError.notFound }
                kept.favourites.remove(at: place)
            }
        }
    }

    func tries() async throws(CoreError) -> [String] {
        try await shared.call(#function) { try $0.opened().tries }
    }

    func owns() async throws(CoreError) -> [OwnEntry] {
        try await shared.call(#function) { try $0.opened().owns.sorted { $0.name < $1.name } }
    }

    func findOwn(_ text: String) async throws(CoreError) -> [OwnEntry] {
        try await shared.call(#function) { world in
            try world.opened().owns.filter { $0.name.contains(text) || $0.kana.contains(text) }
        }
    }

    func addOwn(_ words: OwnWords) async throws(CoreError) -> String {
        try await shared.call(#function, tells: .own) { world in
            guard let name = words.name, !name.isEmpty else { throw CoreError.invalid(field: "text") }
            let id = "own-\(world.next())"
            let new = OwnEntry(
                id: id,
                label: "じぶんで書いたもの",
                name: name,
                kana: words.kana ?? "",
                tel: words.tel ?? "",
                address: words.address ?? "",
                hours: words.hours ?? "",
                state: .unknown,
                stateWords: "わかりません",
                note: words.note ?? ""
            )
            try world.change { $0.owns.append(new) }
            return id
        }
    }

    func changeOwn(_ id: String, _ words: OwnWords) async throws(CoreError) {
        try await shared.call(#function, tells: .own) { world in
            try world.change { kept in
                let place = try place(of: id, in: kept.owns)
                kept.owns[place].name = words.name ?? kept.owns[place].name
                kept.owns[place].kana = words.kana ?? kept.owns[place].kana
                kept.owns[place].tel = words.tel ?? kept.owns[place].tel
                kept.owns[place].address = words.address ?? kept.owns[place].address
                kept.owns[place].hours = words.hours ?? kept.owns[place].hours
                kept.owns[place].note = words.note ?? kept.owns[place].note
            }
        }
    }

    func removeOwn(_ id: String) async throws(CoreError) {
        try await shared.call(#function, tells: .own) { world in
            _ = try world.change { $0.owns.remove(at: try place(of: id, in: $0.owns)) }
        }
    }

    private func place(of id: String, in owns: [OwnEntry]) throws -> Int {
        guard let place = owns.firstIndex(where: { $0.id == id }) else { throw CoreError.notFound }
        return place
    }

    func kept(_ id: String) throws -> KeptEntry {
        let card = try Samples.card(id)
        return KeptEntry(id: id, name: card.name, card: card, gone: nil)
    }

    /// An entry that somebody may find on this phone.
    func quiet(_ id: String) throws -> Card {
        let card = try Samples.card(id)
        guard !card.traceWarning else { throw CoreError.invalid(field: "traces") }
        return card
    }
}
