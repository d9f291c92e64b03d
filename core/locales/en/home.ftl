home-none = There is no line this week
home-lead-record = More: tsunagari show { $id } ({ $name })
home-lead-search = To look for it: tsunagari find { $words }
home-how-why = Why this: home why
home-how-never = Not this one again: home never { $id }
home-why-title = Why this
home-why-time = This line belongs to { $from } to { $to }
home-why-area = It is for the area you set (home area changes that)
home-why-age = It is for the age you set (home age changes that)
home-why-here = It was chosen on this device alone; nothing was sent
home-day = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $day }
home-never = This line does not come again
home-area-set = The area is set. It can be taken away at any time (home area --remove)
home-area-removed = The area is taken away
home-age-set = The age is set. It can be taken away at any time (home age --remove)
home-age-removed = The age is taken away
home-off = No line comes any more. To bring it back: home on
home-on = A line may come, at most one a week
