package jp.tsunagari.ui.model

import jp.tsunagari.core.Area
import jp.tsunagari.core.AskStep
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.ask.AskModel
import jp.tsunagari.ui.ask.AskPage
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class AskModelTest {
    private val AskPage?.questions get() = (this?.step as? AskStep.Questions)?.questions.orEmpty()
    private val AskPage?.results get() = this?.step as? AskStep.Results

    /** Waits for a page that asks this. */
    private suspend fun Life.asks(model: AskModel, id: String) =
        model.page.shows { asked -> !asked.asking && asked.value.questions.any { it.id == id } }.value!!

    private suspend fun Life.leads(model: AskModel) = model.page.shows { it.value.results != null }.value.results!!

    private fun AskModel.tick(id: String, vararg options: String) {
        val question = page.value.value.questions.first { it.id == id }
        options.forEach { tick(question, it) }
    }

    @Test
    fun `every question can be left out`() = living {
        val model = AskModel(api, scope)
        assertTrue(asks(model, "concern").isFirst)
        model.next()
        assertFalse(asks(model, "area").isFirst)
        model.next()
        assertTrue(leads(model).forAnything)
    }

    @Test
    fun `one page back the answers are still there, and count`() = living {
        val model = AskModel(api, scope)
        asks(model, "concern")
        model.tick("concern", "lonely")
        model.next()
        asks(model, "age")
        model.tick("age", "young")
        assertTrue(model.back())
        asks(model, "concern")
        assertTrue(model.ticks.value.has("concern", "lonely") && model.ticks.value.has("age", "young"))
        assertFalse(model.back())
        model.next()
        asks(model, "age")
        model.next()
        assertFalse(leads(model).forAnything)
        assertEquals(setOf("young"), model.page.value.value?.way?.last()?.given?.get("age"))
    }

    @Test
    fun `of one answer the new one takes the place of the old one, and is taken back`() = living {
        val model = AskModel(api, scope)
        asks(model, "concern")
        model.tick("concern", "lonely", "sleepless", "lonely")
        assertEquals(setOf("sleepless"), model.ticks.value.options["concern"])
        model.next()
        asks(model, "age")
        model.tick("age", "young", "middle")
        assertEquals(setOf("middle"), model.ticks.value.options["age"])
        model.tick("age", "middle")
        assertEquals(emptySet<String>(), model.ticks.value.options["age"])
    }

    @Test
    fun `what comes first is asked of several, and no more once they are taken back`() = living {
        val model = AskModel(api, scope)
        asks(model, "concern")
        model.tick("concern", "lonely", "sleepless", "food")
        model.next()
        asks(model, "first")
        model.tick("first", "food")
        model.back()
        asks(model, "concern")
        model.tick("concern", "food")
        model.next()
        assertTrue(asks(model, "age").questions.none { it.id == "first" })
        model.next()
        assertFalse("food" in leads(model).toString())
    }

    @Test
    fun `in danger nothing more is asked`() = living {
        val model = AskModel(api, scope)
        asks(model, "concern")
        model.tick("concern", "hurt-now")
        model.next()
        assertTrue(leads(model).danger)
    }

    @Test
    fun `with what is known one comes to results, and back`() = living {
        val model = AskModel(api, scope)
        asks(model, "concern")
        model.tick("concern", "bed")
        model.enough()
        assertEquals(1, leads(model).gaps.size)
        assertTrue(model.back())
        asks(model, "concern")
        assertTrue(model.ticks.value.has("concern", "bed"))
    }

    @Test
    fun `another form is begun, by its name or by an answer`() = living {
        val model = AskModel(api, scope)
        val others = (asks(model, "concern").step as AskStep.Questions).others
        model.begin(others.first { it.id == "child" })
        assertTrue(asks(model, "child-concern").isFirst)
        assertTrue(model.back())
        asks(model, "concern")
        model.tick("concern", "someone")
        model.next()
        asks(model, "someone-concern")
    }

    @Test
    fun `the area of an answer is told to the finder alone`() = living {
        api.lock.begin()
        val model = AskModel(api, scope)
        asks(model, "concern")
        model.next()
        asks(model, "area")
        model.choose(Area("372013", "香川県高松市", "たかまつし"))
        model.next()
        assertEquals(listOf("kodoku", "houkatsu"), leads(model).slots.map { it.kind })
        assertEquals(setOf("lock.begin", "directory.guide"), api.control.calls.toSet())
    }

    @Test
    fun `to start over takes every answer back`() = living {
        val model = AskModel(api, scope)
        asks(model, "concern")
        model.tick("concern", "lonely")
        model.choose(Area("372013", "香川県高松市", "たかまつし"))
        model.enough()
        leads(model)
        model.startOver()
        asks(model, "concern")
        assertFalse(model.ticks.value.has("concern", "lonely"))
        assertEquals(null, model.ticks.value.area)
    }

    @Test
    fun `a page that could not be had leaves the one before, and comes when asked again`() = living {
        val model = AskModel(api, scope)
        asks(model, "concern")
        api.control.failNext(TsunagariError.Busy())
        model.next()
        val shown = model.page.shows { it.problem != null }
        assertInstanceOf(TsunagariError.Busy::class.java, shown.problem)
        assertTrue(shown.value.questions.any { it.id == "concern" })
        model.next()
        asks(model, "area")
    }
}
