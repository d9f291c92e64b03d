home-none = There is nothing to show here this week
home-lead-record = More: tsunagari show { $id } ({ $name })
home-lead-search = To look for it: tsunagari find { $words }
home-how-why = Why this: home why
home-how-never = Not this one again: home never { $id }
home-why-title = Why this
home-why-time = It is shown between { $from } and { $to }
home-why-area = It is for the area you set (home area changes that)
home-why-age = It is for the age you set (home age changes that)
home-why-here = It was chosen on this device alone; nothing was sent
home-day = { $day } { $month ->
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
}
home-never = It will not be shown again
home-area-set = Your area is set. You can remove it at any time (home area --remove)
home-area-removed = Your area is removed
home-age-set = Your age is set. You can remove it at any time (home age --remove)
home-age-removed = Your age is removed
home-off = Nothing more will be shown here. To bring it back: home on
home-on = A line can be shown here again, at most one a week
