package jp.tsunagari.ui.find

import jp.tsunagari.core.Filters
import jp.tsunagari.core.WayKind
import jp.tsunagari.ui.R

/** How somebody wants to reach others: kinds of ways that are the same thing to them. */
internal enum class Reach(val label: Int, val kinds: Set<WayKind>) {
    TEL(R.string.find_way_tel, setOf(WayKind.TEL)),
    CHAT(R.string.find_way_chat, setOf(WayKind.CHAT, WayKind("line"), WayKind("sms"))),
    MAIL(R.string.find_way_mail, setOf(WayKind.MAIL)),
    WRITTEN(R.string.find_way_fax, setOf(WayKind("fax"), WayKind("relay"), WayKind("video"))),
    VISIT(R.string.find_way_visit, setOf(WayKind.VISIT)),
}

internal fun Filters.has(reach: Reach) = ways.containsAll(reach.kinds)

internal fun Filters.with(reach: Reach, on: Boolean) =
    copy(ways = if (on) ways + reach.kinds else ways - reach.kinds)
