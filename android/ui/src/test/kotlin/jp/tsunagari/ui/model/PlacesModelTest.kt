package jp.tsunagari.ui.model

import jp.tsunagari.core.Area
import jp.tsunagari.core.Filters
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.places.PlacesModel
import jp.tsunagari.ui.places.Whereabouts
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class PlacesModelTest {
    private val town = Area("372013", "香川県高松市", "たかまつし")
    private val other = Area("132063", "東京都府中市", "ふちゅうし")

    @Test
    fun `while no area is chosen none is asked for`() = living {
        val model = PlacesModel(api, scope)
        assertNull(model.wish.shows { it.ready }.where)
        assertEquals(Asked<Any>(), model.around.value)
        assertFalse("directory.places" in api.control.calls)
    }

    @Test
    fun `the area that is kept counts until another is chosen here`() = living {
        api.lock.begin()
        api.home.setArea("372013")
        val model = PlacesModel(api, scope)
        assertEquals(Whereabouts("372013", "香川県高松市"), model.wish.shows { it.ready }.where)
        assertEquals("fake.salon", model.around.shows { it.value != null }.value?.places?.first()?.card?.id?.value)
        model.choose(other)
        assertEquals("東京都府中市", model.wish.shows { it.where?.code == "132063" }.where?.name)
        assertEquals(0, model.around.shows { it.value?.places?.isEmpty() == true }.value?.places?.size)
    }

    @Test
    fun `an area that is kept later is taken up`() = living {
        val model = PlacesModel(api, scope)
        model.wish.shows { it.ready }
        api.lock.begin()
        api.home.setArea("372013")
        model.around.shows { it.value?.places?.isNotEmpty() == true }
    }

    @Test
    fun `what is near one place is not shown for another, not even for a moment`() = living {
        val model = PlacesModel(api, scope)
        model.choose(town)
        model.around.shows { it.value != null }
        val held = api.control.hold("directory.places")
        model.choose(other)
        held.reached()
        assertNull(model.around.value.value)
        assertTrue(model.around.value.asking)
        held.letGo()
        model.around.shows { it.value != null }
    }

    @Test
    fun `what nobody knows does not meet a wish`() = living {
        val model = PlacesModel(api, scope)
        model.choose(town)
        assertEquals(2, model.around.shows { it.value != null }.value?.places?.size)
        model.filter(Filters(free = true))
        assertEquals(1, model.around.shows { it.value?.places?.size == 1 }.value?.places?.size)
        assertTrue(model.wish.value.filters.free)
    }

    @Test
    fun `a problem leaves what was there`() = living {
        val model = PlacesModel(api, scope)
        model.choose(town)
        model.around.shows { it.value != null }
        repeat(2) { api.control.failNext(TsunagariError.Busy()) }
        model.again()
        val shown = model.around.shows { it.problem != null }
        assertInstanceOf(TsunagariError.Busy::class.java, shown.problem)
        assertNotNull(shown.value)
    }

    @Test
    fun `with nothing of what is kept looked at, the area at home is not told`() = living {
        api.lock.begin()
        api.home.setArea("372013")
        val model = PlacesModel(api, scope, kept = false)
        assertNull(model.wish.shows { it.ready }.where)
        assertFalse("home.choice" in api.control.calls)
    }
}
