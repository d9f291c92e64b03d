package jp.tsunagari.ui.model

import jp.tsunagari.core.AgeBand
import jp.tsunagari.core.Language
import jp.tsunagari.core.LockState
import jp.tsunagari.core.TsunagariError
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class SettingsModelTest {
    private val store = MemoryChoices(Choices(finger = true))
    private var silenced = 0

    @Test
    fun `where nothing is kept nothing of a person is shown, and nothing is wrong`() = living {
        val shown = model().shown.shows { it.packs.isNotEmpty() }
        assertEquals(LockState.NothingKept, shown.lock)
        assertNull(shown.home)
        assertNull(shown.moodsAway)
        assertNull(shown.problem)
    }

    @Test
    fun `the line, the mood log, the age and the area are as they were chosen`() = living {
        api.lock.begin()
        api.home.setArea("372013")
        val model = model()
        model.shown.shows { it.home?.area != null }
        model.setLine(false)
        model.shown.shows { it.home?.off == true }
        model.showMoods(false)
        model.shown.shows { it.moodsAway == true }
        model.showMoods(true)
        model.shown.shows { it.moodsAway == false }
        model.setAge(AgeBand.FROM30)
        model.shown.shows { it.home?.age == AgeBand.FROM30 }
        model.setAge(null)
        model.forgetArea()
        model.shown.shows { it.home != null && it.home?.age == null && it.home?.area == null }
    }

    @Test
    fun `with the lock on nothing of a person stays in sight`() = living {
        api.lock.begin()
        api.lock.setPin("", "4649")
        val model = model()
        model.shown.shows { it.home != null }
        api.lock.lock()
        assertEquals(LockState.Locked, model.shown.shows { it.home == null }.lock)
    }

    @Test
    fun `forgetting everything silences every alarm, and the directory stays`() = living {
        api.lock.begin()
        val model = model()
        model.shown.shows { it.home != null }
        model.forgetEverything()
        val shown = model.shown.shows { it.forgotten && it.lock == LockState.NothingKept }
        assertEquals(1, silenced)
        assertFalse(store.choices.value.finger)
        assertTrue(shown.packs.isNotEmpty())
    }

    @Test
    fun `what could not be forgotten is said, and alarms stay`() = living {
        api.lock.begin()
        val model = model()
        model.shown.shows { it.packs.isNotEmpty() }
        eventually { api.control.busy == 0 }
        api.control.failNext(TsunagariError.Busy())
        model.forgetEverything()
        assertFalse(model.shown.shows { it.problem is TsunagariError.Busy }.forgotten)
        assertEquals(0, silenced)
    }

    @Test
    fun `a language is spoken and remembered`() = living {
        val model = model()
        model.speak(Language.EASY_JAPANESE)
        assertTrue(model.choices.value.showsReadings)
        model.choose { it.copy(readings = false) }
        assertFalse(model.choices.value.showsReadings)
        eventually { "speak" in api.control.calls }
    }

    private fun Life.model() = SettingsModel(api, scope, store) { silenced += 1 }
}
