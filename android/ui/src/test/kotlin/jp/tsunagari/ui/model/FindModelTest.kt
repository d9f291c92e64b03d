package jp.tsunagari.ui.model

import jp.tsunagari.core.Filters
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.importLibrary
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class FindModelTest {
    @Test
    fun `before anything is typed there are lines`() = living {
        val shown = FindModel(api, scope).answer.shows { it.value != null }
        assertEquals("fake.night", shown.value?.cards?.first()?.id?.value)
        assertEquals(listOf("directory.lines"), api.control.calls)
    }

    @Test
    fun `what was there stays until there is something newer`() = living {
        val model = FindModel(api, scope)
        val lines = model.answer.shows { it.value != null }.value
        val held = api.control.hold("directory.find")
        model.type("眠れない")
        held.reached()
        val meanwhile = model.answer.shows { it.asking }
        assertEquals(lines, meanwhile.value)
        held.letGo()
        val found = model.answer.shows { !it.asking && it.value !== lines }
        assertTrue(found.value?.emergency.orEmpty().isNotEmpty())
    }

    @Test
    fun `what is typed takes the place of what was typed before`() = living {
        val model = FindModel(api, scope)
        model.answer.shows { it.value != null }
        val held = api.control.hold("directory.find")
        model.type("眠れ")
        held.reached()
        model.type("死にたい")
        val found = model.answer.shows { it.value?.danger == true }
        assertFalse(found.asking)
        held.letGo()
        assertTrue(model.answer.value.value?.danger == true)
    }

    @Test
    fun `what was ruled out is not shown`() = living {
        val model = FindModel(api, scope)
        model.choose(Filters(noVoice = true))
        val shown = model.answer.shows { it.value?.cards?.size == 1 }
        assertEquals("fake.chat", shown.value?.cards?.single()?.id?.value)
    }

    @Test
    fun `a problem leaves what was there, and goes with the next answer`() = living {
        val model = FindModel(api, scope)
        model.answer.shows { it.value != null }
        api.control.failNext(TsunagariError.Busy())
        model.again()
        val shown = model.answer.shows { it.problem != null }
        assertInstanceOf(TsunagariError.Busy::class.java, shown.problem)
        assertNotNull(shown.value)
        model.again()
        assertNotNull(model.answer.shows { it.problem == null && !it.asking }.value)
    }

    @Test
    fun `an area that is not clear is said to be the area`() = living {
        val shown = FindModel(api, scope, area = "府中市").answer.shows { it.problem != null }
        assertEquals("area", assertInstanceOf(TsunagariError.Invalid::class.java, shown.problem).field)
    }

    @Test
    fun `places are looked for where something was chosen that only places have, and nothing that is unknown fits`() =
        living {
            api.importLibrary()
            val model = FindModel(api, scope, area = "高松市")
            for (unfit in listOf(Filters(withinKm = 10, noVoice = true), Filters(withinKm = 10, spoken = "vi"))) {
                model.choose(Filters(withinKm = 10))
                model.answer.shows { shown -> shown.value?.cards?.firstOrNull()?.name == "中央図書館" }
                model.choose(unfit)
                model.answer.shows { it.value?.cards?.isEmpty() == true }
            }
        }

    @Test
    fun `the area is said by its name`() = living {
        assertEquals("香川県高松市", FindModel(api, scope, area = "372013").place.shows { it != null })
        assertEquals(null, FindModel(api, scope).place.value)
    }
}
