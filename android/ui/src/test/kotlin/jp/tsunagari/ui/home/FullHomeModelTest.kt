package jp.tsunagari.ui.home

import java.time.DayOfWeek
import java.time.LocalTime
import jp.tsunagari.core.CheckInAbout
import jp.tsunagari.core.CheckInRule
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.model.living
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class FullHomeModelTest {
    @Test
    fun `where nothing is kept nothing is missed`() = living {
        val model = FullHomeModel(api, scope)
        eventually { "checkIns.planned" in api.control.calls }
        assertEquals(FullHomeShown(), model.shown.value)
    }

    @Test
    fun `a mood is written down in one tap, and taken back in one`() = living {
        api.lock.begin()
        val model = FullHomeModel(api, scope)
        assertEquals(5, model.shown.shows { it.levels.isNotEmpty() }.levels.size)
        model.log(2)
        val id = checkNotNull(model.shown.shows { it.logged != null }.logged)
        assertEquals(2, api.journal.entry(id).level)
        model.takeBack()
        model.shown.shows { it.logged == null }
        val gone = runCatching { api.journal.entry(id) }.exceptionOrNull()
        assertTrue(gone is TsunagariError.NotFound)
    }

    @Test
    fun `whoever presses twice writes one mood down`() = living {
        api.lock.begin()
        val model = FullHomeModel(api, scope)
        model.shown.shows { it.levels.isNotEmpty() }
        val held = api.control.hold("journal.log")
        repeat(2) { model.log(2) }
        held.reached()
        held.letGo()
        val id = checkNotNull(model.shown.shows { it.logged != null }.logged)
        model.takeBack()
        model.shown.shows { it.logged == null }
        assertTrue(runCatching { api.journal.entry(id) }.isFailure)
        assertEquals(1, api.control.calls.count { it == "journal.log" })
    }

    @Test
    fun `where the page is shown again, another mood can be written down`() = living {
        api.lock.begin()
        val model = FullHomeModel(api, scope)
        model.log(2)
        val id = checkNotNull(model.shown.shows { it.logged != null }.logged)
        model.left()
        assertEquals(null, model.shown.value.logged)
        assertEquals(2, api.journal.entry(id).level)
    }

    @Test
    fun `of a mood log that is put away nothing is in sight`() = living {
        api.lock.begin()
        val model = FullHomeModel(api, scope)
        model.shown.shows { it.levels.isNotEmpty() }
        model.log(3)
        model.shown.shows { it.logged != null }
        api.journal.hide(true)
        model.shown.shows { it.levels.isEmpty() && it.logged == null }
    }

    @Test
    fun `what somebody holds on to goes with the lock`() = living {
        api.lock.begin()
        api.keepsakes.addFavourite(EntryId("fake.night"))
        val model = FullHomeModel(api, scope)
        model.shown.shows { it.favourites.size == 1 }
        api.lock.setPin("", "4649")
        api.lock.lock()
        model.shown.shows { it.favourites.isEmpty() && it.levels.isEmpty() && it.next == null }
    }

    @Test
    fun `the next check-in is there with its day`() = living {
        api.lock.begin()
        val everyDay = DayOfWeek.entries.toSet()
        api.checkIns.add(CheckInRule(CheckInAbout.Own("水を飲む"), everyDay, LocalTime.of(10, 0), LocalTime.of(20, 0)))
        val next = FullHomeModel(api, scope).shown.shows { it.next != null }.next
        assertEquals("水を飲む", assertNotNull(next).let { next?.text })
        assertTrue(next?.inDays in 0..1)
    }
}
