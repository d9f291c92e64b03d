package jp.tsunagari.ui.model

import java.util.concurrent.CopyOnWriteArrayList
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.TsunagariError
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class DetailModelTest {
    private val night = EntryId("fake.night")
    private val warned = EntryId("fake.warned")

    @Test
    fun `where traces could endanger somebody the warning comes first, until it was read`() = living {
        val model = DetailModel(api, scope, warned)
        val detail = model.detail.shows { it.value != null }.value!!
        assertNotNull(model.done.value.warning(detail))
        model.goOn()
        assertNull(model.done.value.warning(detail))
    }

    @Test
    fun `an entry is set aside and taken off`() = living {
        api.lock.begin()
        val model = DetailModel(api, scope, night)
        model.done.shows { it.keeping == Keeping.NOT_KEPT }
        model.toggleKept()
        model.done.shows { it.keeping == Keeping.KEPT }
        assertEquals(listOf(night), api.keepsakes.favourites().map { it.id })
        model.toggleKept()
        model.done.shows { it.keeping == Keeping.NOT_KEPT }
        assertEquals(emptyList<EntryId>(), api.keepsakes.favourites().map { it.id })
    }

    @Test
    fun `where nothing is kept the person begins, and the entry is kept`() = living {
        val model = DetailModel(api, scope, night)
        model.done.shows { it.keeping == Keeping.NOTHING_KEPT }
        model.toggleKept()
        assertTrue("keepsakes.addFavourite" !in api.control.calls)
        model.begin()
        model.done.shows { it.keeping == Keeping.KEPT }
        assertEquals(listOf(night), api.keepsakes.favourites().map { it.id })
        api.lock.setPin("", "1234")
        api.lock.lock()
        model.done.shows { it.keeping == Keeping.LOCKED }
    }

    @Test
    fun `what could endanger somebody cannot be set aside, and nothing begins with it`() = living {
        val model = DetailModel(api, scope, warned)
        model.detail.shows { it.value != null }
        model.begin()
        api.lock.begin()
        model.toggleKept()
        assertEquals(Keeping.NEVER, model.done.value.keeping)
        assertEquals(emptyList<EntryId>(), api.keepsakes.favourites().map { it.id })
        assertEquals(1, api.control.calls.count { it == "lock.begin" })
    }

    @Test
    fun `what cannot be set aside says why, stays as it is, and is tried once more`() = living {
        api.lock.begin()
        val model = DetailModel(api, scope, night)
        model.done.shows { it.keeping == Keeping.NOT_KEPT }
        api.control.failNext(TsunagariError.Full())
        model.toggleKept()
        val done = model.done.shows { it.problem != null }
        assertInstanceOf(TsunagariError.Full::class.java, done.problem)
        assertEquals(Keeping.NOT_KEPT, done.keeping)
        model.onceMore()
        model.done.shows { it.keeping == Keeping.KEPT && it.problem == null }
    }

    @Test
    fun `a page is printed, and one whose traces could endanger somebody after a yes`() = living {
        val pages = CopyOnWriteArrayList<String>()
        DetailModel(api, scope, night).print(traces = false) { pages.add(it) }
        eventually { pages.size == 1 }
        assertTrue("よるのでんわ" in pages.single())
        val model = DetailModel(api, scope, warned)
        model.print(traces = false) { pages.add(it) }
        val done = model.done.shows { it.problem != null }
        assertEquals("traces", assertInstanceOf(TsunagariError.Invalid::class.java, done.problem).field)
        assertEquals(1, pages.size)
        model.print(traces = true) { pages.add(it) }
        eventually { pages.size == 2 }
        assertEquals(Printing.POSSIBLE, model.done.shows { it.printing != Printing.UNDER_WAY }.printing)
    }

    @Test
    fun `a device that does not print is remembered to be one`() = living {
        val model = DetailModel(api, scope, night)
        val held = api.control.hold("directory.paper")
        model.print(traces = false) { false }
        held.reached()
        model.done.shows { it.printing == Printing.UNDER_WAY }
        held.letGo()
        model.done.shows { it.printing == Printing.IMPOSSIBLE }
    }

    @Test
    fun `an entry that is gone says so`() = living {
        val shown = DetailModel(api, scope, EntryId("nobody")).detail.shows { it.problem != null }
        assertInstanceOf(TsunagariError.NotFound::class.java, shown.problem)
    }
}
