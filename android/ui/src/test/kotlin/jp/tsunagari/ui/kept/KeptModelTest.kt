package jp.tsunagari.ui.kept

import jp.tsunagari.core.EntryId
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.model.living
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class KeptModelTest {
    @Test
    fun `what was taken off is brought back`() = living {
        api.lock.begin()
        api.keepsakes.addFavourite(NIGHT)
        val model = KeptModel(api, scope)
        val entry = model.entries.shows { it.value?.size == 1 }.value.orEmpty().single()
        model.remove(entry)
        model.doing.shows { it.taken }
        model.entries.shows { it.value?.isEmpty() == true }
        model.undo()
        assertEquals(NIGHT, model.entries.shows { it.value?.size == 1 }.value?.single()?.id)
        assertFalse(model.doing.shows { !it.taken }.taken)
    }

    @Test
    fun `whoever has not begun can begin`() = living {
        val model = KeptModel(api, scope)
        assertInstanceOf(TsunagariError.NothingKept::class.java, model.entries.shows { it.problem != null }.problem)
        model.begin()
        assertTrue(model.entries.shows { it.value != null }.value.orEmpty().isEmpty())
    }

    @Test
    fun `why something could not be done is said, and what was taken off can still be brought back`() = living {
        api.lock.begin()
        api.keepsakes.addFavourite(NIGHT)
        val model = KeptModel(api, scope)
        model.remove(model.entries.shows { it.value?.size == 1 }.value.orEmpty().single())
        model.entries.shows { it.value?.isEmpty() == true }
        api.control.failNext(TsunagariError.Full())
        model.undo()
        val doing = model.doing.shows { it.problem != null }
        assertTrue(doing.taken)
        model.undo()
        model.entries.shows { it.value?.size == 1 }
        model.doing.shows { it == Doing() }
    }

    private companion object {
        val NIGHT = EntryId("fake.night")
    }
}
