package jp.tsunagari.ui.model

import java.time.DayOfWeek
import java.time.LocalTime
import jp.tsunagari.core.CheckInAbout
import jp.tsunagari.core.CheckInId
import jp.tsunagari.core.CheckInRule

/** A check-in that is being made or changed. Nothing of it is kept before the person says so. */
data class CheckInDraft(
    /** The one that is changed; `null` for a new one. */
    val id: CheckInId? = null,
    val rule: CheckInRule = FIRST,
) {
    fun about(about: CheckInAbout) = with { copy(about = about) }

    fun day(day: DayOfWeek, on: Boolean) = with { copy(days = if (on) days + day else days - day) }

    /** Moves the earliest time so many steps; the latest is never before it. */
    fun from(steps: Int) = with {
        val moved = from.stepped(steps)
        copy(from = moved, to = maxOf(to, moved))
    }

    /** Moves the latest time so many steps; the earliest is never after it. */
    fun to(steps: Int) = with {
        val moved = to.stepped(steps)
        copy(to = moved, from = minOf(from, moved))
    }

    /** The next shorter or longer silence after something was written. */
    fun unless(longer: Boolean) = with {
        val (shorter, longest) = HOURS.partition { it <= unlessLoggedHours }
        val next = if (longer) longest.firstOrNull() else shorter.lastOrNull { it < unlessLoggedHours }
        copy(unlessLoggedHours = next ?: unlessLoggedHours)
    }

    private fun with(change: CheckInRule.() -> CheckInRule) = copy(rule = rule.change())

    private companion object {
        val FIRST = CheckInRule(
            CheckInAbout.Feeling,
            DayOfWeek.entries.toSet(),
            LocalTime.of(18, 0),
            LocalTime.of(20, 0),
            unlessLoggedHours = 6,
        )
        val HOURS = listOf(0, 3, 6, 12, 24, 48)

        /** So many steps of half an hour, within the day. */
        private fun LocalTime.stepped(steps: Int): LocalTime {
            val half = (hour * 2 + minute / HALF + steps).coerceIn(0, LAST)
            return LocalTime.of(half / 2, half % 2 * HALF)
        }

        private const val HALF = 30
        private const val LAST = 47
    }
}
