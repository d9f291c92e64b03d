package jp.tsunagari.core.contract

import java.time.OffsetDateTime
import java.util.concurrent.CopyOnWriteArrayList
import jp.tsunagari.core.AgeBand
import jp.tsunagari.core.Changed
import jp.tsunagari.core.FindRequest
import jp.tsunagari.core.FindState
import jp.tsunagari.core.Language
import jp.tsunagari.core.MoodDraft
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.first
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

/** The device itself, Home and backups. */
interface DeviceContract : Worlds {
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
    fun `who collects hears of every change, in order, from the first element on`() = test {
        api.lock.begin()
        val heard = CopyOnWriteArrayList<Changed>()
        val there = CompletableDeferred<Unit>()
        val screen = launch(Dispatchers.Default) {
            api.changes().collect {
                heard += it
                there.complete(Unit)
            }
        }
        there.await()
        api.journal.log(MoodDraft(level = 3))
        api.home.setOff(true)
        api.checkIns.setAlone(true)
        val wanted = listOf(Changed.EVERYTHING, Changed.MOOD, Changed.HOME, Changed.CHECK_INS)
        eventually("$wanted and not $heard") { heard == wanted }
        screen.cancelAndJoin()
        api.home.setOff(false)
        assertEquals(wanted, heard)
    }

    @JUnitTest
    fun `who collects slowly misses no kind and is not flooded`() = test {
        api.lock.begin()
        val heard = CopyOnWriteArrayList<Changed>()
        val (there, goOn) = CompletableDeferred<Unit>() to CompletableDeferred<Unit>()
        val screen = launch(Dispatchers.Default) {
            api.changes().collect {
                heard += it
                there.complete(Unit)
                goOn.await()
            }
        }
        there.await()
        repeat(20) {
            api.keepsakes.setMemo("name", "hana $it")
            api.journal.log(MoodDraft(level = 3))
        }
        api.home.setOff(true)
        goOn.complete(Unit)
        eventually("$heard") { heard.containsAll(listOf(Changed.MEMO, Changed.MOOD, Changed.HOME)) }
        screen.cancelAndJoin()
        assertTrue(heard.size < 10) { "$heard" }
    }

    @JUnitTest
    fun `what changes while the same is looked at is told again`() = test {
        api.lock.begin()
        val there = CompletableDeferred<Unit>()
        val heard = CopyOnWriteArrayList<Changed>()
        // On the thread that tells it: nothing else has its turn meanwhile.
        val screen = launch(Dispatchers.Unconfined) {
            api.changes().collect {
                there.complete(Unit)
                if (it == Changed.MEMO) heard += it
                if (it == Changed.MEMO && heard.size < 3) api.keepsakes.setMemo("name", "hana ${heard.size}")
            }
        }
        there.await()
        api.keepsakes.setMemo("name", "hana")
        eventually("$heard") { heard.size == 3 }
        screen.cancelAndJoin()
    }

    @JUnitTest
    fun `changes come to their end when the device is closed`() = test {
        api.lock.begin()
        val heard = api.changes().onEach {
            when (it) {
                Changed.EVERYTHING -> api.keepsakes.setMemo("name", "hana")
                else -> api.close()
            }
        }.toList()
        assertEquals(listOf(Changed.EVERYTHING, Changed.MEMO), heard)
    }

    @JUnitTest
    fun `who begins to collect while the device is closed is not left waiting`() = test {
        val screens = List(50) { async(Dispatchers.IO) { runCatching { api.changes().toList() } } }
        api.close()
        screens.awaitAll().forEach { ended ->
            val error = ended.exceptionOrNull()
            assertTrue(error == null || error is TsunagariError.Closed) { "$error" }
        }
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
    }
}

/** Everything that an implementation of the API has to pass. */
interface ApiContract :
    DirectoryContract,
    KeptContract,
    CheckInsContract,
    DeviceContract
