package jp.tsunagari.ui.model

import jp.tsunagari.core.EntryId
import jp.tsunagari.core.TsunagariError
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
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
        model.done.shows { it.favourite == false }
        model.toggleFavourite()
        model.done.shows { it.favourite == true }
        assertEquals(listOf(night), api.keepsakes.favourites().map { it.id })
        model.toggleFavourite()
        model.done.shows { it.favourite == false }
        assertEquals(emptyList<EntryId>(), api.keepsakes.favourites().map { it.id })
    }

    @Test
    fun `what could endanger somebody cannot be set aside, nor anything where nothing is kept`() = living {
        val model = DetailModel(api, scope, night)
        eventually { "keepsakes.favourites" in api.control.calls }
        assertNull(model.done.value.favourite)
        api.lock.begin()
        model.done.shows { it.favourite == false }
        val other = DetailModel(api, scope, warned)
        other.detail.shows { it.value != null }
        other.toggleFavourite()
        assertNull(other.done.value.favourite)
        assertEquals(emptyList<EntryId>(), api.keepsakes.favourites().map { it.id })
    }

    @Test
    fun `what cannot be set aside says why, and stays as it is`() = living {
        api.lock.begin()
        val model = DetailModel(api, scope, night)
        model.done.shows { it.favourite == false }
        api.control.failNext(TsunagariError.Full())
        model.toggleFavourite()
        val done = model.done.shows { it.problem != null }
        assertInstanceOf(TsunagariError.Full::class.java, done.problem)
        assertEquals(false, done.favourite)
    }

    @Test
    fun `an entry that is gone says so`() = living {
        val shown = DetailModel(api, scope, EntryId("nobody")).detail.shows { it.problem != null }
        assertInstanceOf(TsunagariError.NotFound::class.java, shown.problem)
    }
}
