package jp.tsunagari.core.contract

import java.time.DayOfWeek
import java.time.Duration
import java.time.LocalTime
import java.time.OffsetDateTime
import jp.tsunagari.core.Alarm
import jp.tsunagari.core.AlarmSetter
import jp.tsunagari.core.Changed
import jp.tsunagari.core.CheckInAbout
import jp.tsunagari.core.CheckInId
import jp.tsunagari.core.CheckInRule
import jp.tsunagari.core.Resting
import jp.tsunagari.core.SelfTest
import jp.tsunagari.core.Told
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.onEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test as JUnitTest

/** Check-ins: what is planned, what stays silent, and a platform that fails. */
interface CheckInsContract : Worlds {
    @JUnitTest
    fun `the platform follows what was asked for`() = test {
        api.lock.begin()
        val alarms = Alarms()
        val made = api.checkIns.add(EVENINGS)
        assertEquals(listOf(made), api.checkIns.list())
        val planned = api.checkIns.planned()
        assertTrue(planned.isNotEmpty())
        assertTrue(
            planned.all {
                it.at.dayOfWeek in EVENINGS.days && it.at.toLocalTime() in EVENINGS.from..EVENINGS.to
            },
        )
        api.checkIns.apply(alarms)
        assertEquals(planned.map { it.at.toInstant() }, alarms.all.map { it.at })
        api.checkIns.rest(null, alarms)
        assertEquals(emptyList<Any>(), alarms.all)
        assertEquals(Resting.UntilSaid, api.checkIns.silence().rest)
        api.checkIns.endRest(alarms)
        assertTrue(alarms.all.isNotEmpty())
        api.checkIns.remove(made.id)
        api.checkIns.apply(alarms)
        assertEquals(emptyList<Any>(), alarms.all)
    }

    @JUnitTest
    fun `a platform that refused is asked for everything again`() = test {
        api.lock.begin()
        val alarms = Alarms().apply { refuses = true }
        api.checkIns.add(EVENINGS)
        assertEquals("alarms", fails<TsunagariError.Unexpected> { api.checkIns.apply(alarms) }.code)
        alarms.refuses = false
        api.checkIns.apply(alarms)
        val all = alarms.all
        assertTrue(all.isNotEmpty())
        val restarted = Alarms()
        api.checkIns.apply(restarted, Told.BOOT)
        assertEquals(all, restarted.all)
    }

    @JUnitTest
    fun `an alarm that comes is shown, one that nobody set stays silent`() = test {
        api.lock.begin()
        val alarms = Alarms()
        val made = api.checkIns.add(EVENINGS)
        api.checkIns.apply(alarms)
        val first = alarms.all.first()
        world.clock.moveTo(first.at.atZone(world.clock.zone).toOffsetDateTime())
        assertEquals(made.id, api.checkIns.fired(first.id)?.checkIn)
        assertNull(api.checkIns.fired(4))
        api.checkIns.answered(made.id)
        api.checkIns.less(made.id, alarms)
        assertTrue(api.checkIns.list().single().rarer > made.rarer)
        api.checkIns.enoughForToday(alarms)
        assertTrue(api.checkIns.silence().enoughToday)
    }

    @JUnitTest
    fun `what cannot be a check-in is not made`() = test {
        api.lock.begin()
        invalid("days") { api.checkIns.add(EVENINGS.copy(days = emptySet())) }
        invalid("window") { api.checkIns.add(EVENINGS.copy(from = EVENINGS.to, to = EVENINGS.from)) }
        invalid("quiet") { api.checkIns.add(EVENINGS.copy(from = LocalTime.of(23, 0), to = LocalTime.of(23, 30))) }
        invalid("unless_logged_hours") { api.checkIns.add(EVENINGS.copy(unlessLoggedHours = 1_000)) }
        invalid("days") { api.checkIns.rest(0, Alarms()) }
        fails<TsunagariError.NotFound> { api.checkIns.remove(CheckInId("nobody")) }
        assertEquals(emptyList<Any>(), api.checkIns.list())
    }

    @JUnitTest
    fun `silence is what was chosen`() = test {
        api.lock.begin()
        api.checkIns.setQuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0))
        api.checkIns.setAlone(true)
        val silence = api.checkIns.silence()
        assertEquals(LocalTime.of(22, 0) to LocalTime.of(8, 0), silence.quietFrom to silence.quietTo)
        assertTrue(silence.alone)
    }

    @JUnitTest
    fun `a self-test sets one alarm`() = test {
        api.lock.begin()
        world.clock.moveTo(OffsetDateTime.parse("2026-11-24T10:00:00+09:00"))
        assertEquals(SelfTest.NotBegun, api.checkIns.selfTest())
        val alarms = Alarms()
        val at = checkNotNull(api.checkIns.beginSelfTest(alarms))
        assertEquals(at, alarms.all.single().at)
        assertEquals(SelfTest.Waiting(at), api.checkIns.selfTest())
    }

    @JUnitTest
    fun `the alarm of a self-test is not shown, waited for, and left alone by the plan`() = test {
        api.lock.begin()
        val morning = OffsetDateTime.parse("2026-11-24T10:00:00+09:00")
        world.clock.moveTo(morning)
        val alarms = Alarms()
        api.checkIns.add(EVENINGS)
        val at = checkNotNull(api.checkIns.beginSelfTest(alarms))
        val test = alarms.all.single()
        assertNull(test.checkIn)
        api.checkIns.apply(alarms)
        api.checkIns.rest(null, alarms)
        assertEquals(listOf(test), alarms.all)
        world.clock.moveTo(morning.plusMinutes(2 + 19))
        assertEquals(SelfTest.Waiting(at), api.checkIns.selfTest())
        world.clock.moveTo(morning.plusMinutes(2 + 21))
        assertEquals(SelfTest.NotCame(at), api.checkIns.selfTest())
        world.clock.moveTo(morning.plusMinutes(2 + 3))
        assertNull(api.checkIns.fired(test.id))
        assertEquals(SelfTest.Came(Duration.ofMinutes(3)), api.checkIns.selfTest())
    }

    @JUnitTest
    fun `silence ends with its day`() = test {
        api.lock.begin()
        val morning = OffsetDateTime.parse("2026-11-24T10:00:00+09:00")
        world.clock.moveTo(morning)
        val alarms = Alarms()
        api.checkIns.add(EVENINGS.copy(days = DayOfWeek.entries.toSet()))
        api.checkIns.enoughForToday(alarms)
        val first = alarms.all.first()
        assertEquals(morning.plusDays(1).toLocalDate(), first.at.atOffset(morning.offset).toLocalDate())
        world.clock.moveTo(first.at.atOffset(morning.offset))
        assertFalse(api.checkIns.silence().enoughToday)
        assertEquals(first, api.checkIns.fired(first.id))
        api.checkIns.rest(2, alarms)
        assertInstanceOf(Resting.Until::class.java, api.checkIns.silence().rest)
        world.clock.moveTo(first.at.atOffset(morning.offset).plusDays(2).plusMinutes(1))
        assertEquals(Resting.No, api.checkIns.silence().rest)
    }

    @JUnitTest
    fun `an alarm that comes in quiet hours or while resting stays silent`() = test {
        api.lock.begin()
        val alarms = Alarms()
        api.checkIns.add(EVENINGS)
        api.checkIns.apply(alarms)
        val first = alarms.all.first()
        val evening = first.at.atZone(world.clock.zone).toOffsetDateTime()
        world.clock.moveTo(evening.withHour(22))
        assertNull(api.checkIns.fired(first.id))
        world.clock.moveTo(evening)
        assertEquals(first, api.checkIns.fired(first.id))
        val deaf = Alarms().apply { refuses = true }
        fails<TsunagariError.Unexpected> { api.checkIns.rest(null, deaf) }
        assertNull(api.checkIns.fired(first.id))
    }

    @JUnitTest
    fun `what is pressed in a notice works with the lock on, and is told although the platform refused`() = test {
        api.lock.begin()
        val alarms = Alarms()
        val made = api.checkIns.add(EVENINGS)
        api.checkIns.apply(alarms)
        val before = alarms.all.size
        api.lock.setPin("", "4649")
        api.lock.lock()
        api.checkIns.less(made.id, alarms)
        assertTrue(alarms.all.size < before)
        alarms.refuses = true
        val heard = api.changes().onEach {
            if (it == Changed.EVERYTHING) {
                fails<TsunagariError.Unexpected> { api.checkIns.rest(null, alarms) }
            }
        }.first { it == Changed.CHECK_INS }
        assertEquals(Changed.CHECK_INS, heard)
        assertEquals(Resting.UntilSaid, api.checkIns.silence().rest)
        api.lock.unlock("4649")
        // What was pressed with the lock on is taken over with the next plan.
        api.checkIns.apply(Alarms())
        assertTrue(api.checkIns.list().single().rarer > made.rarer)
    }

    @JUnitTest
    fun `what the platform tells of itself is told to screens`() = test {
        api.lock.begin()
        val told = api.changes().onEach {
            if (it == Changed.EVERYTHING) api.checkIns.apply(Alarms(), Told.CLOCK)
        }.first { it != Changed.EVERYTHING }
        assertEquals(Changed.CHECK_INS, told)
    }

    @JUnitTest
    fun `a platform that did a part is asked for everything again`() = test {
        api.lock.begin()
        api.checkIns.add(EVENINGS)
        val planned = api.checkIns.planned().map { it.at.toInstant() }
        val alarms = Alarms().apply { refusesAfter = 1 }
        fails<TsunagariError.Unexpected> { api.checkIns.apply(alarms) }
        assertEquals(1, alarms.all.size)
        val again = Alarms()
        api.checkIns.apply(again)
        assertEquals(planned, again.all.map { it.at })
    }

    @JUnitTest
    fun `an error of the setter never counts as done`() = test {
        api.lock.begin()
        api.checkIns.add(EVENINGS)
        val broken = object : AlarmSetter {
            override fun cancel(id: Long) = throw NoSuchMethodError("newer than this phone")

            override fun set(alarm: Alarm) = throw NoSuchMethodError("newer than this phone")
        }
        assertEquals("callback", fails<TsunagariError.Unexpected> { api.checkIns.apply(broken) }.code)
        assertEquals("callback", fails<TsunagariError.Unexpected> { api.checkIns.beginSelfTest(broken) }.code)
        val alarms = Alarms()
        api.checkIns.apply(alarms)
        assertEquals(api.checkIns.planned().map { it.at.toInstant() }, alarms.all.map { it.at })
    }

    @JUnitTest
    fun `a check-in comes once more, but not at once`() = test {
        api.lock.begin()
        world.clock.moveTo(OffsetDateTime.parse("2026-11-25T10:00:00+09:00"))
        val alarms = Alarms()
        val made = api.checkIns.add(EVENINGS)
        invalid("minutes") { api.checkIns.snooze(made.id, 0, alarms) }
        invalid("minutes") { api.checkIns.snooze(made.id, -5, alarms) }
        fails<TsunagariError.NotFound> { api.checkIns.snooze(CheckInId("nobody"), 5, alarms) }
        api.checkIns.snooze(made.id, 5, alarms)
        assertEquals(world.clock.instant() + Duration.ofMinutes(5), alarms.all.first().at)
    }

    private companion object {
        val EVENINGS = CheckInRule(
            about = CheckInAbout.Feeling,
            days = setOf(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY),
            from = LocalTime.of(18, 0),
            to = LocalTime.of(20, 0),
        )
    }
}
