package jp.tsunagari.core.contract

import java.time.DayOfWeek
import java.time.LocalTime
import java.time.OffsetDateTime
import java.util.concurrent.CopyOnWriteArrayList
import jp.tsunagari.core.AgeBand
import jp.tsunagari.core.Changed
import jp.tsunagari.core.CheckInAbout
import jp.tsunagari.core.CheckInId
import jp.tsunagari.core.CheckInRule
import jp.tsunagari.core.FindRequest
import jp.tsunagari.core.FindState
import jp.tsunagari.core.Language
import jp.tsunagari.core.MoodDraft
import jp.tsunagari.core.Resting
import jp.tsunagari.core.SelfTest
import jp.tsunagari.core.Told
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.flowOf
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test as JUnitTest

/** The device itself, check-ins, Home and backups. */
interface DeviceContract : Worlds {
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
        assertTrue(alarms.all.isNotEmpty())
        assertEquals(planned.first().at.toInstant(), alarms.all.first().at)
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
        val at = assertNotNull(api.checkIns.beginSelfTest(alarms)).let { alarms.all.single().at }
        assertEquals(SelfTest.Waiting(at), api.checkIns.selfTest())
    }

    @JUnitTest
    fun `the line of Home is one that was not refused`() = test {
        api.lock.begin()
        world.clock.moveTo(OffsetDateTime.parse("2026-12-28T10:00:00+09:00"))
        val line = api.home.line()
        assertNotNull(line)
        assertTrue(line!!.why.isNotEmpty())
        fails<TsunagariError.NotFound> { api.home.neverAgain("nobody") }
        api.home.neverAgain(line.id)
        assertNotEquals(line.id, api.home.line()?.id)
        api.home.setArea("高松市")
        invalid("area") { api.home.setArea("どこにもない町") }
        api.home.setAge(AgeBand.FROM50)
        api.home.setOff(true)
        assertNull(api.home.line())
        val choice = api.home.choice()
        assertEquals("香川県高松市", choice.areaName)
        assertEquals(AgeBand.FROM50, choice.age)
        assertEquals(setOf(line.id), choice.never)
        assertTrue(choice.off)
    }

    @JUnitTest
    fun `a backup brings back what was kept`() = test {
        val file = world.folder.resolve("hana.backup").toString()
        api.lock.begin()
        api.keepsakes.setMemo("name", "hana")
        invalid("passphrase") { api.backups.backUp(file, "short") }
        val made = api.backups.backUp(file, PASSPHRASE)
        api.keepsakes.setMemo("name", "ren")
        assertEquals(made, api.backups.check(file, PASSPHRASE))
        fails<TsunagariError.WrongSecret> { api.backups.check(file, "another horse battery") }
        fails<TsunagariError.AlreadyKept> { api.backups.restore(file, PASSPHRASE) }
        api.backups.restore(file, PASSPHRASE, replace = true)
        assertEquals("hana", api.keepsakes.memo().first { it.code == "name" }.text)
    }

    @JUnitTest
    fun `a scheduled backup is made when it is due`() = test {
        api.lock.begin()
        assertNull(api.backups.scheduleState())
        fails<TsunagariError.NotFound> { api.backups.schedule("/nowhere/at/all", PASSPHRASE, 7) }
        api.backups.schedule(world.folder.toString(), PASSPHRASE, 7)
        assertTrue(api.backups.backUpIfDue())
        assertTrue(!api.backups.backUpIfDue())
        assertEquals(world.clock.instant(), api.backups.scheduleState()?.worked)
        api.backups.endSchedule()
        assertNull(api.backups.scheduleState())
    }

    @JUnitTest
    fun `who collects hears of every change, in order`() = test {
        api.lock.begin()
        val heard = CopyOnWriteArrayList<Changed>()
        val screen = launch(Dispatchers.Default) { api.changes().collect(heard::add) }
        // It listens once the first change is heard.
        eventually("somebody listens") {
            api.keepsakes.setMemo("name", "hana")
            heard.isNotEmpty()
        }
        heard.clear()
        api.journal.log(MoodDraft(level = 3))
        api.home.setOff(true)
        api.checkIns.setAlone(true)
        val wanted = listOf(Changed.MOOD, Changed.HOME, Changed.CHECK_INS)
        eventually("$wanted and not $heard") { heard.filter { it != Changed.MEMO } == wanted }
        screen.cancelAndJoin()
        api.home.setOff(false)
        assertEquals(wanted, heard.filter { it != Changed.MEMO })
    }

    @JUnitTest
    fun `changes come to their end when the device is closed`() = test {
        api.lock.begin()
        val heard = CopyOnWriteArrayList<Changed>()
        val screen = async(Dispatchers.Default) { api.changes().onEach(heard::add).toList() }
        eventually("somebody listens") {
            api.keepsakes.setMemo("name", "hana")
            heard.isNotEmpty()
        }
        api.close()
        assertEquals(setOf(Changed.MEMO), screen.await().toSet())
    }

    @JUnitTest
    fun `a closed device says so`() = test {
        api.close()
        api.close()
        fails<TsunagariError.Closed> { api.directory.find(FindRequest("眠れない")) }
        fails<TsunagariError.Closed> { api.directory.lines() }
        fails<TsunagariError.Closed> { api.directory.importFrom("/tmp").toList() }
        fails<TsunagariError.Closed> { api.lock.state() }
        fails<TsunagariError.Closed> { api.journal.log(MoodDraft(level = 3)) }
        fails<TsunagariError.Closed> { api.keepsakes.memo() }
        fails<TsunagariError.Closed> { api.checkIns.silence() }
        fails<TsunagariError.Closed> { api.home.line() }
        fails<TsunagariError.Closed> { api.backups.scheduleState() }
        fails<TsunagariError.Closed> { api.changes().toList() }
        fails<TsunagariError.Closed> { api.speak(Language.ENGLISH) }
        val state = api.directory.results(flowOf(FindRequest("眠れない"))).toList().last()
        assertInstanceOf(TsunagariError.Closed::class.java, assertInstanceOf(FindState.Failed::class.java, state).error)
    }

    @JUnitTest
    fun `texts follow the language`() = test {
        val japanese = api.journal.vocabulary().levels.map { it.word }
        api.speak(Language.ENGLISH)
        val english = api.journal.vocabulary().levels.map { it.word }
        assertEquals(5, english.size)
        assertTrue(english.zip(japanese).all { (one, other) -> one != other })
    }

    @JUnitTest
    fun `many can ask at once`() = test {
        api.lock.begin()
        val written = List(16) {
            async(Dispatchers.IO) {
                List(5) {
                    api.directory.lines()
                    api.journal.log(MoodDraft(level = 3)).id
                }
            }
        }.awaitAll().flatten()
        assertEquals(80, written.toSet().size)
        assertEquals(
            written.toSet(),
            api.journal.entries(
                MovableClock.NIGHT.toLocalDate().let {
                    it..it
                },
            ).map { it.id }.toSet(),
        )
    }

    private companion object {
        const val PASSPHRASE = "correct horse battery"
        val EVENINGS = CheckInRule(
            about = CheckInAbout.Feeling,
            days = setOf(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY),
            from = LocalTime.of(18, 0),
            to = LocalTime.of(20, 0),
        )
    }
}

/** Everything that an implementation of the API has to pass. */
interface ApiContract :
    DirectoryContract,
    KeptContract,
    DeviceContract
