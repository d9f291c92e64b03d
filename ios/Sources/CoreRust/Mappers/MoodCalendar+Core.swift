import CoreAPI
import TsunagariFFI

extension CoreAPI.MoodDay {
    init(_ it: TsunagariFFI.DayCell) {
        self.init(day: it.day, within: it.within, levels: it.levels.map { Int($0) })
    }
}

extension CoreAPI.MoodMonth {
    init(_ it: TsunagariFFI.MonthView) {
        self.init(
            year: Int(it.year),
            month: Int(it.month),
            title: it.title,
            weeks: it.weeks.map { $0.map { .init($0) } }
        )
    }
}

extension CoreAPI.MoodYear {
    init(_ it: TsunagariFFI.YearView) {
        self.init(year: Int(it.year), title: it.title, months: it.months.map { $0.map { .init($0) } })
    }
}
