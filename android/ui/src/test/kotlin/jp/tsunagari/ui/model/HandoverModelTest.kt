package jp.tsunagari.ui.model

import java.util.concurrent.CopyOnWriteArrayList
import jp.tsunagari.core.Area
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.LockState
import jp.tsunagari.core.OwnWords
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.handover.Guard
import jp.tsunagari.ui.handover.HandoverModel
import jp.tsunagari.ui.handover.Visit
import jp.tsunagari.ui.handover.VisitPage
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotSame
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class HandoverModelTest {
    private val ended = CopyOnWriteArrayList<Boolean>()

    private fun Life.handover() = HandoverModel(api, scope) { ended += it }

    private suspend fun Life.begun(model: HandoverModel): Visit {
        model.begin()
        return model.shown.shows { it.visit != null }.visit!!
    }

    @Test
    fun `what is kept is locked before somebody else looks, and after it ends`() = living {
        api.lock.begin()
        api.lock.setPin("", "1234")
        val model = handover()
        assertEquals(Guard.LOCKED, model.shown.shows { it.guard != null }.guard)
        begun(model)
        assertEquals(LockState.Locked, api.lock.state())
        model.end()
        assertEquals(listOf(true), ended.toList())
        assertEquals(LockState.Locked, api.lock.state())
    }

    @Test
    fun `it opens from the lock, where nothing else does`() = living {
        api.lock.begin()
        api.lock.setPin("", "1234")
        api.lock.lock()
        val visit = begun(handover())
        assertTrue(visit.answer.shows { it.value != null }.value!!.cards.isNotEmpty())
    }

    @Test
    fun `without a lock it says so, and ends at once`() = living {
        api.lock.begin()
        val model = handover()
        assertEquals(Guard.OPEN, model.shown.shows { it.guard != null }.guard)
        begun(model)
        model.end()
        assertEquals(listOf(false), ended.toList())
    }

    @Test
    fun `it does not begin where what is kept could not be locked`() = living {
        api.lock.begin()
        api.lock.setPin("", "1234")
        val model = handover()
        model.shown.shows { it.guard != null }
        api.control.failNext(TsunagariError.Unexpected("lock"))
        model.begin()
        val shown = model.shown.shows { it.problem != null }
        assertInstanceOf(TsunagariError.Unexpected::class.java, shown.problem)
        assertNull(shown.visit)
    }

    @Test
    fun `nothing of one person is left for the next, nor at the end`() = living {
        val model = handover()
        val first = begun(model)
        first.type("死にたい")
        first.answer.shows { it.value?.danger == true }
        first.open(EntryId("fake.night"))
        model.anew()
        val second = model.shown.value.visit!!
        assertNotSame(first, second)
        assertEquals("", second.request.value.text)
        assertEquals(listOf<VisitPage>(VisitPage.Find), second.way.value)
        val calls = api.control.calls.size
        first.type("もう聞かれない")
        second.answer.shows { it.value != null }
        assertFalse("directory.find" in api.control.calls.drop(calls))
        model.end()
        assertNull(model.shown.value.visit)
    }

    @Test
    fun `only the directory is asked, and no entry of the owner comes`() = living {
        api.lock.begin()
        api.keepsakes.addOwn(OwnWords(name = "眠れない夜のバー"))
        api.home.setArea("372013")
        val visit = begun(handover())
        val before = api.control.calls.size
        visit.type("眠れない夜のバー")
        val found = visit.answer.shows { it.value?.emergency.orEmpty().isNotEmpty() && visit.request.value.text != "" }
        assertEquals(0, found.value?.own?.size)
        visit.openPlaces()
        assertNull(visit.places.wish.shows { it.ready }.where)
        visit.open(EntryId("fake.night"))
        visit.entry.shows { it.value != null }
        assertEquals(emptyList<String>(), api.control.calls.drop(before).filterNot { it.startsWith("directory.") })
    }

    @Test
    fun `an area is for this person only`() = living {
        api.lock.begin()
        val model = handover()
        val visit = begun(model)
        visit.openPlaces()
        visit.chooseArea()
        visit.area.choose(Area("372013", "香川県高松市", "たかまつし"))
        assertEquals(VisitPage.Places, visit.way.value.last())
        visit.places.around.shows { it.value?.places?.isNotEmpty() == true }
        assertEquals("372013", visit.request.value.area)
        model.anew()
        assertNull(model.shown.value.visit?.request?.value?.area)
        assertNull(api.home.choice().area)
    }

    @Test
    fun `the way back leads through what was seen, and then out`() = living {
        val model = handover()
        val visit = begun(model)
        visit.open(EntryId("fake.warned"))
        visit.goOn()
        assertEquals(VisitPage.Entry(EntryId("fake.warned"), readWarning = true), visit.way.value.last())
        model.back()
        assertEquals(listOf<VisitPage>(VisitPage.Find), visit.way.value)
        model.back()
        assertEquals(listOf(false), ended.toList())
    }
}
