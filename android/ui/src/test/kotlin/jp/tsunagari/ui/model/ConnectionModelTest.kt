package jp.tsunagari.ui.model

import jp.tsunagari.core.TsunagariError
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class ConnectionModelTest {
    @Test
    fun `questions can be answered where nothing is kept`() = living {
        val model = ConnectionModel(api, scope)
        val forms = checkNotNull(model.shown.shows { it.value != null }.value)
        assertTrue(forms.lines.isNotEmpty())
        model.choose(forms.forms.last())
        model.answer(0, 3)
        model.answer(1, 1)
        assertFalse(model.answered.value.isWhole)
        model.sayBack()
        assertFalse("journal.back" in api.control.calls)
        model.answer(2, 4)
        model.sayBack()
        assertTrue(model.answered.shows { it.back != null }.back?.lines.orEmpty().isNotEmpty())
        model.keep()
        val refused = model.answered.shows { it.problem != null }
        assertInstanceOf(TsunagariError.NothingKept::class.java, refused.problem)
        model.gate.begin()
        assertNotNull(model.answered.shows { it.problem == null }.back)
        model.keep()
        model.answered.shows { it.kept != null }
        assertEquals(listOf(3, 1, 4), api.journal.keptAnswers().single().answers)
    }

    @Test
    fun `what comes for answers that were changed meanwhile is not shown`() = living {
        val model = ConnectionModel(api, scope)
        val form = checkNotNull(model.shown.shows { it.value != null }.value).forms.first()
        model.choose(form)
        model.answer(0, 3)
        val held = api.control.hold("journal.back")
        model.sayBack()
        held.reached()
        model.answer(0, 5)
        held.letGo()
        eventually { api.control.busy == 0 }
        model.sayBack()
        model.answered.shows { it.back != null }
        model.answer(0, 5)
        assertNull(model.answered.value.back)
        assertEquals(emptyMap<Int, Int>(), model.answered.value.answers)
    }

    @Test
    fun `figures come to who asks, and answers that were erased elsewhere count as not kept`() = living {
        api.lock.begin()
        val model = ConnectionModel(api, scope)
        model.choose(checkNotNull(model.shown.shows { it.value != null }.value).forms.first())
        model.answer(0, 2)
        model.sayBack()
        assertNull(model.answered.shows { it.back != null }.figures)
        model.askFigures()
        assertEquals(6, model.answered.shows { it.figures != null }.figures?.shares?.size)
        model.keep()
        val kept = checkNotNull(model.answered.shows { it.kept != null }.kept)
        api.journal.eraseKept(kept.id)
        model.answered.shows { it.kept == null }
    }

    @Test
    fun `kept answers go at once, and come back`() = living {
        api.lock.begin()
        val one = api.journal.keep("direct", listOf(4))
        val model = KeptAnswersModel(api, scope)
        model.shown.shows { it.value == listOf(one) }
        model.erase(one)
        model.shown.shows { it.value?.isEmpty() == true }
        assertEquals(one, model.erased.shows { it != null })
        model.putBack()
        assertEquals(listOf(4), model.shown.shows { it.value?.size == 1 }.value?.single()?.answers)
        model.erased.shows { it == null }
    }

    @Test
    fun `with the lock on neither kept nor erased answers are in sight`() = living {
        api.lock.begin()
        api.lock.setPin("", "4649")
        val one = api.journal.keep("direct", listOf(4))
        val model = KeptAnswersModel(api, scope)
        model.shown.shows { it.value != null }
        model.erase(one)
        model.erased.shows { it != null }
        api.lock.lock()
        model.shown.shows { it.problem is TsunagariError.Locked && it.value == null }
        model.erased.shows { it == null }
    }
}
