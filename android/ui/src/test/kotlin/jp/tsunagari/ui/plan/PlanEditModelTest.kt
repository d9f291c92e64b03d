package jp.tsunagari.ui.plan

import jp.tsunagari.core.EntryId
import jp.tsunagari.core.NewPlanLine
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.model.Life
import jp.tsunagari.ui.model.living
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class PlanEditModelTest {
    @Test
    fun `lines are written, changed and put in order`() = living {
        val model = edit()
        var added = false
        model.write(2, "散歩") { added = true }
        has(model, "お茶", "音楽", "ふとん", "散歩")
        eventually { added }
        model.change(model.line(2), "好きな曲")
        has(model, "お茶", "好きな曲", "ふとん", "散歩")
        model.up(model.line(4))
        has(model, "お茶", "好きな曲", "散歩", "ふとん")
        model.down(model.line(1))
        has(model, "好きな曲", "お茶", "散歩", "ふとん")
    }

    @Test
    fun `a line that was removed comes back to its place`() = living {
        val model = edit()
        model.remove(model.line(2))
        has(model, "お茶", "ふとん")
        assertTrue(model.doing.shows { it.taken }.taken)
        model.undo()
        has(model, "お茶", "音楽", "ふとん")
        model.doing.shows { !it.taken }
    }

    @Test
    fun `whoever presses twice moves and removes one line only`() = living {
        val model = edit()
        val music = model.line(2)
        repeat(2) { model.up(music) }
        model.write(2, "おわり")
        has(model, "音楽", "お茶", "ふとん", "おわり")
        val tea = model.line(2)
        repeat(2) { model.remove(tea) }
        model.write(2, "もう一つ")
        has(model, "音楽", "ふとん", "おわり", "もう一つ")
    }

    @Test
    fun `whoever presses twice adds a line once`() = living {
        val model = edit()
        val held = api.control.hold("keepsakes.addToPlan")
        repeat(2) { model.write(2, "散歩") }
        held.reached()
        model.write(2, "おわり")
        held.letGo()
        has(model, "お茶", "音楽", "ふとん", "散歩", "おわり")
        // Later it may be meant.
        model.write(2, "散歩")
        has(model, "お茶", "音楽", "ふとん", "散歩", "おわり", "散歩")
    }

    @Test
    fun `entries are put in as they are, those that were set aside first`() = living {
        val model = edit()
        api.keepsakes.addFavourite(EntryId("fake.chat"))
        val draft = model.draft.shows { it.value?.offered?.first()?.id == EntryId("fake.chat") }.value
        assertEquals(draft?.offered?.distinctBy { it.id }, draft?.offered)
        model.put(2, EntryId("fake.chat"))
        has(model, "お茶", "音楽", "ふとん", "しゃべらない窓口")
    }

    @Test
    fun `what is not kept is said, and nothing else is`() = living {
        val model = edit()
        var added = false
        model.write(2, " ") { added = true }
        val problem = model.doing.shows { it.problem != null }.problem
        assertEquals("text", assertInstanceOf(TsunagariError.Invalid::class.java, problem).field)
        has(model, "お茶", "音楽", "ふとん")
        assertEquals(false, added)
    }

    private suspend fun Life.edit(): PlanEditModel {
        api.lock.begin()
        for (text in listOf("お茶", "音楽", "ふとん")) api.keepsakes.addToPlan(2, NewPlanLine.Written(text))
        return PlanEditModel(api, scope).also { has(it, "お茶", "音楽", "ふとん") }
    }

    private suspend fun Life.has(model: PlanEditModel, vararg lines: String) {
        model.draft.shows { asked -> asked.value?.steps?.get(1)?.lines?.map { it.words } == lines.toList() }
    }

    private fun PlanEditModel.line(place: Int) =
        LineAt(2, place, checkNotNull(draft.value.value).steps[1].lines[place - 1])
}
