package jp.tsunagari.ui.plan

import jp.tsunagari.core.NewPlanLine
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.model.Life
import jp.tsunagari.ui.model.living
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class PlanModelTest {
    @Test
    fun `where nothing is kept there are those who listen, and one can begin`() = living {
        val model = PlanModel(api, scope)
        val shown = model.shown.shows { it.hours != null }
        assertInstanceOf(TsunagariError.NothingKept::class.java, shown.problem)
        assertTrue(shown.hours?.listening.orEmpty().isNotEmpty() && shown.hours?.emergency.orEmpty().isNotEmpty())
        assertFalse(shown.isOpen)
        model.begin()
        assertTrue(model.shown.shows { it.problem == null }.isOpen)
    }

    @Test
    fun `with the lock on no line stays in sight, and those who listen do`() = living {
        val model = written(PlanModel(api, scope))
        api.lock.setPin("", "4649")
        api.lock.lock()
        val shown = model.shown.shows { it.problem is TsunagariError.Locked }
        assertFalse(shown.hasLines)
        assertTrue(shown.hours?.listening.orEmpty().isNotEmpty())
        api.lock.unlock("4649")
        model.shown.shows { it.hasLines && it.problem == null }
    }

    @Test
    fun `lines that could not be read anew stay`() = living {
        val model = written(PlanModel(api, scope))
        api.control.failNext(TsunagariError.Busy())
        model.again()
        val shown = model.shown.shows { it.problem is TsunagariError.Busy }
        assertTrue(shown.hasLines && shown.hours?.listening.orEmpty().isNotEmpty())
    }

    @Test
    fun `also where nothing at all can be read, the page is there`() = living {
        repeat(2) { api.control.failNext(TsunagariError.Damaged()) }
        val model = PlanModel(api, scope)
        assertEquals(null, model.shown.shows { it.problem is TsunagariError.Damaged }.hours)
    }

    @Test
    fun `an area that nobody knows any more keeps nothing away`() = living {
        val model = written(PlanModel(api, scope, area = "なくなった町"))
        assertEquals(null, model.shown.value.problem)
    }

    @Test
    fun `the plan is given as a page to print`() = living {
        val model = written(PlanModel(api, scope))
        var page = ""
        model.print {
            page = it
            true
        }
        eventually { "お茶" in page }
        assertEquals(null, model.doing.value.problem)
        model.print { false }
        model.doing.shows { (it.problem as? TsunagariError.Unexpected)?.code == "print" }
    }

    private suspend fun Life.written(model: PlanModel): PlanModel {
        api.lock.begin()
        api.keepsakes.addToPlan(2, NewPlanLine.Written("お茶"))
        model.shown.shows { it.hasLines }
        return model
    }
}
