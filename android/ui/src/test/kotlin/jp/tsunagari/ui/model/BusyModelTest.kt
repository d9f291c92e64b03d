package jp.tsunagari.ui.model

import jp.tsunagari.core.BusyRequest
import jp.tsunagari.core.Choice
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.core.WayKind
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Test

class BusyModelTest {
    private val night = EntryId("fake.night")
    private val chat = EntryId("fake.chat")

    @Test
    fun `there is always something that can be done`() = living {
        val known = BusyModel(api, scope, BusyRequest(listOf(night))).busy.shows { it.value != null }.value
        assertEquals(night, known?.line?.id)
        assertEquals(Choice.EnoughForToday, known?.choices?.last())
        val other = BusyModel(api, scope, BusyRequest(emptyList())).busy.shows { it.value != null }.value
        assertEquals(Choice.EnoughForToday, other?.choices?.last())
    }

    @Test
    fun `one that does not answer either is tried, and is the latest`() = living {
        val model = BusyModel(api, scope, BusyRequest(listOf(chat, night)))
        model.busy.shows { it.value?.line?.id == night }
        model.alsoTried(chat, WayKind.CHAT)
        val busy = model.busy.shows { it.value?.line?.id == chat }.value
        assertEquals(listOf(night), busy?.choices?.filterIsInstance<Choice.Again>()?.map { it.card.id })
    }

    @Test
    fun `nothing is remembered unless the person says so, and then what follows too`() = living {
        api.lock.begin()
        val model = BusyModel(api, scope, BusyRequest(listOf(night), remember = true))
        model.mayRemember.shows { it }
        assertEquals(emptyList<EntryId>(), api.keepsakes.tries())
        model.remember()
        model.busy.shows { it.value?.remembered == true }
        model.mayRemember.shows { !it }
        model.alsoTried(chat, WayKind.CHAT)
        model.busy.shows { it.value?.line?.id == chat }
        assertEquals(setOf(night, chat), api.keepsakes.tries().toSet())
    }

    @Test
    fun `where nothing is kept, it is locked, or traces could endanger somebody, that is not offered`() = living {
        val here = BusyModel(api, scope, BusyRequest(listOf(night)))
        here.busy.shows { it.value != null && !it.asking }
        eventually { "lock.state" in api.control.calls }
        assertFalse(here.mayRemember.value)
        api.lock.begin()
        here.mayRemember.shows { it }
        val warned = BusyModel(api, scope, BusyRequest(listOf(EntryId("fake.warned"))))
        warned.busy.shows { it.value != null }
        api.lock.setPin("", "1234")
        api.lock.lock()
        here.mayRemember.shows { !it }
        assertFalse(warned.mayRemember.value)
    }

    @Test
    fun `a problem leaves what was there`() = living {
        val model = BusyModel(api, scope, BusyRequest(listOf(night)))
        model.busy.shows { it.value != null && !it.asking }
        eventually { "lock.state" in api.control.calls }
        api.control.failNext(TsunagariError.Busy())
        model.again()
        val shown = model.busy.shows { it.problem != null }
        assertInstanceOf(TsunagariError.Busy::class.java, shown.problem)
        assertNotNull(shown.value)
    }
}
