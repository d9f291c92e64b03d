import CoreAPI
import Foundation

/// A small directory: entries that the real one has, too, with a few words of each.
enum Samples {
    static let fire = card("jp.119", "119（火事・救急）", dial: "119", emergency: true)
    static let police = card("jp.110", "110（警察）", dial: "110", emergency: true)
    static let anything = card("jp.yorisoi", "よりそいホットライン", dial: "0120279338")
    static let violence = card("jp.dv-plus", "DV相談プラス", dial: "0120279889", traces: true)
    static let all = [fire, police, anything, violence]
    static let emergency = [fire, police].map { EmergencyLine(card: $0, worksHere: .works) }

    /// Signs of a danger now.
    static let dangers = ["薬をたくさん", "殴られて", "倒れて"]

    static let areas = [
        Area(code: "372013", name: "香川県高松市", kana: "たかまつし"),
        Area(code: "132063", name: "東京都府中市", kana: "ふちゅうし"),
        Area(code: "342084", name: "広島県府中市", kana: "ふちゅうし"),
    ]

    static let steps = [
        "つらくなる前のサイン", "自分でできること", "気がまぎれる人や場所", "話せる人", "相談できるところ", "まわりを安全にする", "生きる理由",
    ]

    static let memo = [
        ("name", "名前"), ("call", "呼んでほしい名前"), ("contact", "連絡のしかた"), ("home", "いっしょに暮らしている人"),
        ("trouble", "いま困っていること"), ("since", "いつから"),
    ]

    static let vocabulary = Vocabulary(
        levels: ["とても重い", "すこし重い", "どちらでもない", "すこし軽い", "軽い"].enumerated().map { number, word in
            MoodLevel(
                number: number + 1,
                code: "level-\(number + 1)",
                word: word,
                weather: word,
                mark: String(word.prefix(1))
            )
        },
        labels: [
            MoodWord(code: "lonely", name: "さみしい", lines: false),
            MoodWord(code: "want-to-vanish", name: "消えたい", lines: true),
        ],
        contexts: [MoodWord(code: "home", name: "家", lines: false)]
    )

    static let form = ConnectionForm(
        id: "direct",
        name: "ひとりの感じ",
        source: "見本",
        questions: ["ひとりだと感じることはありますか"],
        options: (1...5).map { ConnectionOption(value: $0, text: "\($0)") },
        noDiagnosis: "診断ではありません",
        hasFigures: false
    )

    static func card(_ id: Card.ID) throws -> Card {
        guard let card = all.first(where: { $0.id == id }) else { throw CoreError.notFound }
        return card
    }

    /// The area with a name or code, or none where none was named.
    static func area(_ text: String?) throws -> Area? {
        guard let text else { return nil }
        let found = areas.filter { $0.code == text || $0.name.hasSuffix(text) }
        guard found.count == 1 else { throw CoreError.invalid(field: "area") }
        return found.first
    }

    private static func card(
        _ id: String,
        _ name: String,
        dial: String,
        emergency: Bool = false,
        traces: Bool = false
    ) -> Card {
        let way = Way(
            id: "tel",
            kind: "tel",
            name: "電話",
            target: dial,
            dial: dial,
            state: .open(until: nil, always: true),
            stateWords: "いつでも受付（24時間）",
            fee: .free,
            notes: ["通話料無料"],
            needsData: false,
            noVoice: false
        )
        return Card(
            id: id,
            kind: "line",
            name: name,
            summary: nil,
            label: nil,
            reasons: ["いま受付中です"],
            ways: [way],
            distanceKm: nil,
            address: nil,
            next: [],
            assurance: "見本",
            age: nil,
            traceWarning: traces,
            emergency: emergency
        )
    }
}
