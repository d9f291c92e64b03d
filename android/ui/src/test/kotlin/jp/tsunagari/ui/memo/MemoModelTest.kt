package jp.tsunagari.ui.memo

import jp.tsunagari.core.MemoField
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.model.Life
import jp.tsunagari.ui.model.living
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class MemoModelTest {
    @Test
    fun `a new field is for the person alone until they say otherwise`() = living {
        api.lock.begin()
        val model = MemoModel(api, scope)
        var kept = false
        model.write(field(model, "name"), "はな") { kept = true }
        val name = field(model, "name") { it.text == "はな" }
        assertFalse(name.share)
        eventually { kept }
        model.share(name, true)
        field(model, "name") { it.share }
    }

    @Test
    fun `a field that was emptied comes back, with what was said of showing it`() = living {
        api.lock.begin()
        api.keepsakes.setMemo("trouble", "家賃")
        api.keepsakes.shareMemo(listOf("trouble"), true)
        val model = MemoModel(api, scope)
        model.clear(field(model, "trouble") { it.share })
        field(model, "trouble") { it.text.isEmpty() && !it.share }
        model.undo()
        assertEquals("家賃", field(model, "trouble") { it.share }.text)
    }

    @Test
    fun `what is shown is what was chosen, until it is chosen no more`() = living {
        api.lock.begin()
        api.keepsakes.setMemo("name", "はな")
        api.keepsakes.setMemo("trouble", "家賃")
        val model = ShareMemoModel(api, scope)
        assertTrue(model.shown.shows { it.value != null }.value?.sentences.orEmpty().isEmpty())
        api.keepsakes.shareMemo(listOf("trouble"), true)
        val shown = checkNotNull(model.shown.shows { it.value?.sentences?.size == 1 }.value)
        assertTrue("家賃" in shown.sentences.single())
        assertNotNull(shown.code)
        assertEquals(emptyList<String>(), shown.longest)
        api.keepsakes.shareMemo(listOf("trouble"), false)
        assertNull(model.shown.shows { it.value?.sentences?.isEmpty() == true }.problem)
    }

    @Test
    fun `with the lock on nothing of it stays in sight`() = living {
        api.lock.begin()
        api.keepsakes.setMemo("name", "はな")
        api.keepsakes.shareMemo(listOf("name"), true)
        val model = ShareMemoModel(api, scope)
        model.shown.shows { it.value?.code != null }
        api.lock.setPin("", "4649")
        api.lock.lock()
        assertNull(model.shown.shows { it.problem is TsunagariError.Locked }.value)
    }

    @Test
    fun `where a code does not hold it, the longest fields are named`() = living {
        api.lock.begin()
        api.keepsakes.setMemo("name", "はな")
        api.keepsakes.setMemo("trouble", "あ".repeat(990))
        api.keepsakes.setMemo("health", "い".repeat(1_000))
        api.keepsakes.shareMemo(listOf("name", "trouble"), true)
        val model = ShareMemoModel(api, scope)
        val shown = checkNotNull(model.shown.shows { it.value != null }.value)
        assertNull(shown.code)
        assertEquals(2, shown.sentences.size)
        // Not that of health, which is longer and for the person alone.
        assertEquals(listOf("いま困っていること", "名前"), shown.longest)
        var page = ""
        model.print {
            page = it
            true
        }
        eventually { "あああ" in page }
    }

    private suspend fun Life.field(
        model: MemoModel,
        code: String,
        what: (MemoField) -> Boolean = { true },
    ) = model.fields.shows { asked -> asked.value.orEmpty().any { it.code == code && what(it) } }
        .value.orEmpty().first { it.code == code }
}
