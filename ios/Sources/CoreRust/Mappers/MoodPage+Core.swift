import CoreAPI
import TsunagariFFI

extension TsunagariFFI.PageWish {
    init(_ it: CoreAPI.PageWish) {
        self.init(
            from: it.from,
            to: it.to,
            notes: it.notes,
            labels: it.labels,
            contexts: it.contexts,
            weather: it.weather,
            large: it.large,
            without: it.without
        )
    }
}
