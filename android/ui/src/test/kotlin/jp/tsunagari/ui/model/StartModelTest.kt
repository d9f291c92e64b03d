package jp.tsunagari.ui.model

import jp.tsunagari.core.Area
import jp.tsunagari.core.Language
import jp.tsunagari.core.LockState
import jp.tsunagari.core.TsunagariError
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class StartModelTest {
    private val store = MemoryChoices()
    private val left = mutableListOf<Area?>()

    @Test
    fun `looking things up only makes nothing private, whatever was chosen`() = living {
        val model = model()
        model.chose(TAKAMATSU)
        model.next()
        model.next()
        assertEquals(StartCard.NETWORK, model.shown.value.card)
        model.searchOnly()
        assertEquals(listOf(TAKAMATSU), left)
        assertTrue(store.choices.value.started)
        assertEquals(LockState.NothingKept, api.lock.state())
    }

    @Test
    fun `it can be left at the first card`() = living {
        model().searchOnly()
        assertEquals(listOf(null), left)
        assertTrue(store.choices.value.started)
    }

    @Test
    fun `who keeps things keeps the area, too`() = living {
        val model = model()
        model.chose(TAKAMATSU)
        model.keep()
        eventually { left.isNotEmpty() }
        assertEquals("372013", api.home.choice().area)
    }

    @Test
    fun `what could not be begun is said, and nobody leaves`() = living {
        val model = model()
        // What is asked at the start comes to its end first.
        eventually { "lock.state" in api.control.calls && api.control.busy == 0 }
        val held = api.control.hold("lock.begin")
        api.control.failNext(TsunagariError.Full())
        model.keep()
        assertInstanceOf(TsunagariError.Full::class.java, model.shown.shows { it.problem != null }.problem)
        held.letGo()
        assertEquals(emptyList<Any>(), left)
        assertFalse(store.choices.value.started)
    }

    @Test
    fun `cards go on and back, and end at both ends`() = living {
        val model = model()
        model.before()
        assertEquals(StartCard.LANGUAGE, model.shown.value.card)
        repeat(5) { model.next() }
        assertEquals(StartCard.NETWORK, model.shown.value.card)
        model.before()
        assertEquals(StartCard.AREA, model.shown.value.card)
    }

    @Test
    fun `the language is spoken at once`() = living {
        model().speak(Language.ENGLISH)
        assertEquals(Language.ENGLISH, store.choices.value.language)
        eventually { "speak" in api.control.calls }
    }

    @Test
    fun `when it is opened again it knows that things are kept, and where`() = living {
        api.lock.begin()
        api.home.setArea("372013")
        val shown = model().shown.shows { it.areaName != null }
        assertTrue(shown.keeps)
        assertNull(shown.problem)
    }

    private fun Life.model() = StartModel(api, scope, store) { left += it }

    private companion object {
        val TAKAMATSU = Area("372013", "香川県高松市", "たかまつし")
    }
}
