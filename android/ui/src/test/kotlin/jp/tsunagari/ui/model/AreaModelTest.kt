package jp.tsunagari.ui.model

import java.util.concurrent.CopyOnWriteArrayList
import jp.tsunagari.core.Area
import jp.tsunagari.core.AreaAnswer
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.area.AreaModel
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class AreaModelTest {
    private val chosen = CopyOnWriteArrayList<Area?>()
    private val town = Area("372013", "香川県高松市", "たかまつし")

    private fun Life.area(keep: Boolean = true) = AreaModel(api, scope, keep) { chosen += it }

    @Test
    fun `an area is found by its name, its reading and its code`() = living {
        val model = area()
        for (text in listOf("高松市", "たかまつし", "372013 ")) {
            model.type(text)
            val found = model.answer.shows {
                !it.asking && it.value is AreaAnswer.One && model.shown.value.text == text
            }
            assertEquals("香川県高松市", (found.value as AreaAnswer.One).area.name)
            model.type("")
            assertNull(model.answer.shows { it.value == null }.value)
        }
    }

    @Test
    fun `of several with one name each comes with its prefecture`() = living {
        val model = area()
        model.type("府中市")
        val found = model.answer.shows { it.value is AreaAnswer.Several }.value as AreaAnswer.Several
        assertEquals(listOf("東京都府中市", "広島県府中市"), found.areas.map { it.name })
    }

    @Test
    fun `what was chosen is kept where something is kept, and none takes it back`() = living {
        api.lock.begin()
        val model = area()
        model.choose(town)
        eventually { chosen.size == 1 }
        assertEquals("372013", api.home.choice().area)
        assertEquals("香川県高松市", area().shown.shows { it.kept != null }.kept)
        model.choose(null)
        eventually { chosen.size == 2 }
        assertEquals(listOf(town, null), chosen.toList())
        assertNull(api.home.choice().area)
    }

    @Test
    fun `where nothing is kept it is chosen all the same, and still nothing is kept`() = living {
        area().choose(town)
        eventually { chosen.size == 1 }
        assertInstanceOf(
            TsunagariError.NothingKept::class.java,
            runCatching { api.home.choice() }.exceptionOrNull(),
        )
    }

    @Test
    fun `a choice for now only asks nothing of what is kept`() = living {
        api.lock.begin()
        area(keep = false).choose(town)
        assertEquals(listOf(town), chosen.toList())
        assertTrue(api.control.calls.none { it.startsWith("home.") })
    }

    @Test
    fun `what could not be kept says why, and one can go on`() = living {
        api.lock.begin()
        val model = area()
        eventually { "home.choice" in api.control.calls && api.control.busy == 0 }
        api.control.failNext(TsunagariError.Full())
        model.choose(town)
        assertInstanceOf(TsunagariError.Full::class.java, model.shown.shows { it.notKept != null }.notKept?.problem)
        assertEquals(emptyList<Area?>(), chosen.toList())
        model.chooseForNow()
        assertEquals(listOf(town), chosen.toList())
    }
}
