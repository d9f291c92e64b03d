package jp.tsunagari.ui.model

import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.importLibrary
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.filterNotNull
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test

class NoServiceModelTest {
    private val service = MutableStateFlow(true)

    @Test
    fun `while there is service there is nothing to say, nor to look for`() = living {
        val model = NoServiceModel(api, scope, service) { "高松市" }
        assertNull(model.shown.value)
        service.value = false
        model.shows()
        service.value = true
        model.shown.shows { it == null }
    }

    @Test
    fun `a building with a telephone is named`() = living {
        service.value = false
        val model = NoServiceModel(api, scope, service) { "高松市" }
        assertNull(model.shows().building)
        api.importLibrary()
        assertEquals("中央図書館", model.shown.shows { it?.building != null }?.building?.name)
    }

    @Test
    fun `one without a telephone helps nobody`() = living {
        service.value = false
        api.importLibrary(tel = "")
        val held = api.control.hold("directory.places")
        val model = NoServiceModel(api, scope, service) { "高松市" }
        held.reached()
        held.letGo()
        model.shows()
        eventually { api.control.busy == 0 }
        assertNull(model.shown.value?.building)
    }

    @Test
    fun `that calls do not go out is said at once, whatever the directory and the lock say`() = living {
        service.value = false
        val held = api.control.hold("directory.places")
        val waiting = NoServiceModel(api, scope, service) { "高松市" }
        held.reached()
        assertEquals(NoService(), waiting.shown.value)
        held.letGo()
        // Nothing is kept, so that no area is known.
        val locked = NoServiceModel(api, scope, service)
        assertEquals(NoService(), locked.shows())
        val failing = NoServiceModel(api, scope, service) { throw TsunagariError.Damaged() }
        assertEquals(NoService(), failing.shows())
    }

    private suspend fun NoServiceModel.shows(): NoService = withTimeout(PATIENCE) { shown.filterNotNull().first() }

    private companion object {
        const val PATIENCE = 10_000L
    }
}
