package jp.tsunagari.ui.model

import jp.tsunagari.core.TsunagariError
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test

class HomeModelTest {
    @Test
    fun `where nothing is kept there is the emergency row, and no line`() = living {
        val shown = HomeModel(api, scope).shown.shows { it.emergency.isNotEmpty() }
        assertEquals("119", shown.emergency.first().card.ways.first().dial)
        assertNull(shown.line)
    }

    @Test
    fun `a line that is refused goes`() = living {
        api.lock.begin()
        val model = HomeModel(api, scope)
        model.shown.shows { it.line != null }
        model.neverAgain()
        model.shown.shows { it.line == null }
        assertEquals(setOf("year-end"), api.home.choice().never)
    }

    @Test
    fun `with the lock on no line stays in sight`() = living {
        api.lock.begin()
        api.lock.setPin("", "1234")
        val model = HomeModel(api, scope)
        model.shown.shows { it.line != null }
        api.lock.lock()
        assertEquals(2, model.shown.shows { it.line == null }.emergency.size)
    }

    @Test
    fun `what could not be had comes with the next change`() = living {
        repeat(2) { api.control.failNext(TsunagariError.Busy()) }
        val model = HomeModel(api, scope)
        // The third question of Home is answered, so the first two were not.
        eventually { "home.line" in api.control.calls }
        assertEquals(HomeShown(), model.shown.value)
        api.lock.begin()
        model.shown.shows { it.emergency.isNotEmpty() && it.line != null }
    }
}
