//! The words a cell is made of.

use super::super::vocabulary::Doubtful;

/// Weekdays as bits, Monday first; bit 7 stands for public holidays.
pub(in crate::hours::read) type DayBits = u8;
/// The bit of public holidays.
pub(in crate::hours::read) const HOLIDAY: DayBits = 1 << 7;
/// Monday to Sunday.
pub(in crate::hours::read) const ALL_WEEK: DayBits = 0x7f;
/// Monday to Friday.
pub(in crate::hours::read) const WORKDAYS: DayBits = 0x1f;
/// Month and day.
pub(in crate::hours::read) type MonthDay = (u8, u8);

/// A word of the cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::hours::read) enum Word {
    /// Minutes from midnight; `half` when 午前 or 午後 stood before it.
    Time {
        minutes: u16,
        half: Option<Half>,
    },
    Sunrise,
    Sunset,
    Days {
        days: DayBits,
        strict: bool,
    },
    Nth {
        nths: Vec<i8>,
        day: u8,
    },
    /// 隔週, 月1回: some weeks, nobody knows which.
    SomeWeeks,
    Dates {
        from: MonthDay,
        to: MonthDay,
    },
    DayOfMonth(u8),
    LastOfMonth,
    NewYear {
        from: MonthDay,
        to: MonthDay,
    },
    Half(Half),
    Dash,
    Until,
    From,
    Comma,
    Stop,
    Open,
    Close,
    Colon,
    /// 休み, 除く: closes what stands before it.
    Closed,
    /// 定休日: what follows is closed.
    ClosedHead,
    /// 利用不可: closes, or says what cannot be bought.
    Unusable,
    /// 除く.
    Except,
    OpenHead,
    Opens,
    Only,
    If,
    But,
    NextDay,
    /// 翌火曜日.
    NextWeekday(u8),
    OtherDay,
    AllDay,
    AllYear,
    NoClosing,
    /// Holidays of schools.
    School,
    /// 祝日のある週: what follows holds in weeks with a holiday.
    HolidayWeek,
    /// 時間外利用可: it may be open beyond its hours.
    Beyond,
    /// Dates that move or are told roughly: お盆.
    About {
        from: MonthDay,
        to: MonthDay,
    },
    /// Some days of the dates before it.
    SomeOfThem,
    /// 昼休み.
    Pause,
    /// 夜, ランチ: says what a time behind it is for.
    Part,
    /// 延長保育: the times behind it are extra.
    Extra,
    /// 要予約.
    Booking,
    Period,
    /// 受付, LO: the time that follows is the last for coming in, and does not shorten the hours.
    Last,
    Doubt(Doubtful),
    /// クーポン, 商品, prices: what can be bought and how.
    Goods {
        coupon: bool,
    },
    /// 第1・3 without a weekday.
    Nths(Vec<i8>),
    /// 祝前日.
    Eve,
    /// 頃: the time before it is not exact.
    Roughly,
    /// 営業日: the days that follow are open.
    DayHead,
    /// 終了時間.
    EndHead,
    /// メール, チャット: a way to reach the place.
    Means,
    /// White space between words.
    Gap,
    Skip,
    Unknown(String),
}

/// 午前 or 午後.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::hours::read) enum Half {
    Am,
    Pm,
}
