package jp.tsunagari.core

import java.time.DayOfWeek
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import java.time.OffsetDateTime

/**
 * Check-ins and what must stay silent. There is none before somebody asks for it.
 *
 * What can be pressed in a notice takes the setter and works with the lock on. After anything else has changed (also the
 * mood log, and after a backup was restored), [apply] has the platform follow. One call at a time uses a setter, and a
 * setter that asks for another from inside waits for ever.
 */
interface CheckInsApi {
    /** All check-ins. */
    suspend fun list(): List<CheckIn>

    /**
     * Makes a check-in, from today on.
     *
     * @throws TsunagariError.Invalid with `days`, `from`, `to`, `text`, `window`, `quiet` (the window lies wholly in quiet
     *   hours), `unless_logged_hours`, or `count` when there are 32 already.
     */
    suspend fun add(rule: CheckInRule): CheckIn

    /**
     * Changes a check-in.
     *
     * @throws TsunagariError.NotFound and as [add].
     */
    suspend fun change(id: CheckInId, rule: CheckInRule)

    /**
     * Switches a check-in on or off.
     *
     * @throws TsunagariError.NotFound
     * @throws TsunagariError.Invalid with `quiet` when its window lies in quiet hours by now.
     */
    suspend fun switchOn(id: CheckInId, on: Boolean)

    /**
     * Takes a check-in away.
     *
     * @throws TsunagariError.NotFound
     */
    suspend fun remove(id: CheckInId)

    /** What will come, soonest first, and why then. A check-in of which nothing stands here stays silent as things are. */
    suspend fun planned(): List<PlannedCheckIn>

    /** What must stay silent; also with the lock on. */
    suspend fun silence(): Silence

    /** Sets the hours of every day in which nothing speaks; the same time twice for none. */
    suspend fun setQuietHours(from: LocalTime, to: LocalTime)

    /** 一人でいたい: nothing asks about people, until it is off again. */
    suspend fun setAlone(alone: Boolean)

    /**
     * 休む: everything is silent for so many days (1 to 3650), or with `null` until [endRest].
     *
     * @throws TsunagariError.Invalid with `days`; else as [apply], and it is kept all the same.
     */
    suspend fun rest(days: Int?, setter: AlarmSetter)

    /** No more 休む. With the lock on, what it silenced comes back with the next [apply] without. */
    suspend fun endRest(setter: AlarmSetter)

    /** 今日はもういい: nothing more today, where the person is. */
    suspend fun enoughForToday(setter: AlarmSetter)

    /**
     * Has the platform follow the plan; [told] when it has told something of itself. To be called at every start, after
     * anything changed, and with whatever the platform tells. It ends with what the setter threw; the next call asks for
     * everything then.
     *
     * @throws TsunagariError.Locked when the device itself has to be unlocked first: ask again then, with the same [told].
     */
    suspend fun apply(setter: AlarmSetter, told: Told? = null)

    /**
     * An alarm came. What is given is to be shown now; `null` must stay silent, since platforms deliver late, and clocks
     * and zones change in between; so must the alarm of the self-test, which only tells [selfTest] that it came.
     */
    suspend fun fired(id: Long): Alarm?

    /** The person answered a check-in. */
    suspend fun answered(id: CheckInId)

    /** The person swiped a check-in away. */
    suspend fun dismissed(id: CheckInId)

    /**
     * あとで: a check-in comes once more in so many minutes, after quiet hours, never while resting. More than 1440 count
     * as 1440.
     *
     * @throws TsunagariError.Invalid with `minutes` below 1.
     * @throws TsunagariError.NotFound
     */
    suspend fun snooze(id: CheckInId, minutes: Int, setter: AlarmSetter)

    /** もっと少なく: a check-in comes more rarely from now on. It is kept also when the setter threw: do not ask twice. */
    suspend fun less(id: CheckInId, setter: AlarmSetter)

    /** Begins the self-test: has one alarm set, and gives the time of it. `null` without permission to speak. */
    suspend fun beginSelfTest(setter: AlarmSetter): Instant?

    /** How the self-test went so far, once its alarm was told by [fired]. */
    suspend fun selfTest(): SelfTest
}

/** Names a check-in. */
@JvmInline
value class CheckInId(val value: String)

/** What a check-in asks about. */
sealed interface CheckInAbout {
    /** How one feels. */
    data object Feeling : CheckInAbout

    /** Contact with somebody; 一人でいたい silences it. */
    data object People : CheckInAbout

    /** Something in words of one's own, 1 to 200 characters. */
    data class Own(val text: String) : CheckInAbout
}

/** What a person says of a check-in. It comes at another moment of the window each day. */
data class CheckInRule(
    val about: CheckInAbout,
    /** At least one. */
    val days: Set<DayOfWeek>,
    /** Earliest time, by the clock where the person is. */
    val from: LocalTime,
    /** Latest time, not before [from]. The window must not lie wholly in quiet hours. */
    val to: LocalTime,
    /** Silent when something was logged in the last so many hours, 0 to 168; 0 for never. */
    val unlessLoggedHours: Int = 0,
)

/** A check-in that a person made. */
data class CheckIn(
    val id: CheckInId,
    val rule: CheckInRule,
    /** What it asks, in words. */
    val text: String,
    /** How often もっと少なく was chosen. It is not shown as a count. */
    val rarer: Int,
    /** The day from which on it comes. */
    val since: LocalDate,
    val on: Boolean,
)

/** A check-in that will come. */
data class PlannedCheckIn(
    /** Id of its alarm; the same in every plan. */
    val alarm: Long,
    val checkIn: CheckInId,
    /** When, where the person is. */
    val at: OffsetDateTime,
    /** Why then, in words. */
    val why: String,
)

/** What must stay silent. */
data class Silence(
    /** First quiet minute of every day. */
    val quietFrom: LocalTime,
    /** First minute that is not quiet any more; the same as [quietFrom] when none are quiet. */
    val quietTo: LocalTime,
    val rest: Resting,
    /** 一人でいたい. */
    val alone: Boolean,
    /** 今日はもういい. */
    val enoughToday: Boolean,
    /** The platform lets the app speak, as far as it told. */
    val maySpeak: Boolean,
)

/** 休む. */
sealed interface Resting {
    data object No : Resting

    data class Until(val at: Instant) : Resting

    /** Until the person says otherwise. */
    data object UntilSaid : Resting
}

/** What the platform tells of itself. */
enum class Told {
    /** The phone has started again: nothing is set any more. */
    BOOT,

    /** The app was updated: nothing is set any more. */
    UPDATED,

    /** The clock was changed. */
    CLOCK,

    /** The zone was changed. */
    ZONE,

    /** The app may not speak any more: nothing is set any more. */
    PERMISSION_LOST,

    /** The app may speak again. */
    PERMISSION_BACK,
}

/** How the self-test went. Nothing is promised beyond what was seen. */
sealed interface SelfTest {
    data object NotBegun : SelfTest

    /** The platform does not let the app speak. */
    data object NoPermission : SelfTest

    /** Not yet time, or within what a late alarm may take. */
    data class Waiting(val at: Instant) : SelfTest

    /** It came, so much after the time that was asked for. */
    data class Came(val late: Duration) : SelfTest

    /** It did not come: this phone may hold notices back. */
    data class NotCame(val at: Instant) : SelfTest
}
