package jp.tsunagari.ui.model

import java.time.LocalDate
import jp.tsunagari.core.MoodEntry
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancel
import kotlinx.coroutines.delay
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class MoodModelTest {
    @Test
    fun `nothing is offered where nothing could be written down`() = living {
        val model = MoodModel(api, scope)
        assertInstanceOf(TsunagariError.NothingKept::class.java, model.words.shows { it.problem != null }.problem)
        assertNull(model.words.value.value)
        model.gate.begin()
        model.words.shows { it.value != null }
        api.journal.hide(true)
        assertInstanceOf(TsunagariError.PutAway::class.java, model.words.shows { it.problem != null }.problem)
        model.gate.bringBack()
        assertEquals(5, model.words.shows { it.value != null }.value?.levels?.size)
    }

    @Test
    fun `two taps in haste are one entry`() = living {
        api.lock.begin()
        val model = MoodModel(api, scope)
        val held = api.control.hold("journal.log")
        model.log(2)
        held.reached()
        model.log(2)
        held.letGo()
        model.editor.edited.shows { it.entry != null }
        assertEquals(1, written().size)
    }

    @Test
    fun `a tap is not lost when the screen goes away`() = living {
        api.lock.begin()
        val screen = CoroutineScope(Dispatchers.Default)
        val model = MoodModel(api, screen)
        val held = api.control.hold("journal.log")
        model.log(1)
        held.reached()
        screen.cancel()
        held.letGo()
        soon { written().size == 1 }
    }

    @Test
    fun `what is typed is kept, also what was typed last before the screen goes away`() = living {
        api.lock.begin()
        val screen = CoroutineScope(Dispatchers.Default)
        val model = MoodModel(api, screen)
        model.log(3)
        model.editor.edited.shows { it.entry != null }
        val held = api.control.hold("journal.amend")
        model.editor.setNote("眠")
        held.reached()
        model.editor.setNote("眠れない")
        screen.cancel()
        held.letGo()
        soon { written().single().note == "眠れない" }
    }

    @Test
    fun `words chosen while another is being kept are all kept`() = living {
        api.lock.begin()
        val model = MoodModel(api, scope)
        model.log(3)
        model.editor.edited.shows { it.entry != null }
        val held = api.control.hold("journal.amend")
        model.editor.toggleLabel("lonely")
        held.reached()
        model.editor.toggleLabel("tired")
        model.editor.toggleContext("home")
        held.letGo()
        soon { written().single().run { labels == setOf("lonely", "tired") && contexts == setOf("home") } }
        model.editor.toggleLabel("lonely")
        soon { written().single().labels == setOf("tired") }
    }

    @Test
    fun `what could not be kept stays on the screen, and is kept with the next try`() = living {
        api.lock.begin()
        val model = MoodModel(api, scope)
        model.log(3)
        model.editor.edited.shows { it.entry != null }
        soon { api.control.busy == 0 }
        val long = "長".repeat(4_001)
        model.editor.setNote(long)
        val shown = model.editor.edited.shows { it.problem != null }
        assertEquals("note", assertInstanceOf(TsunagariError.Invalid::class.java, shown.problem).field)
        assertEquals(long, shown.entry?.note)
        model.editor.setNote("短い")
        model.editor.edited.shows { it.problem == null }
        assertEquals("短い", written().single().note)
    }

    @Test
    fun `a feeling or a note that is heavy calls for people who listen, and goes with it`() = living {
        api.lock.begin()
        val model = MoodModel(api, scope)
        model.log(1)
        assertFalse(model.editor.edited.shows { it.entry != null }.calls)
        model.editor.toggleLabel("vanish")
        val called = model.editor.edited.shows { it.calls && it.emergency.isNotEmpty() }
        assertEquals("fake.night", called.lines.first().id.value)
        model.editor.toggleLabel("vanish")
        assertTrue(model.editor.edited.shows { !it.calls }.lines.isEmpty())
        model.editor.setNote("もう死にたい")
        assertTrue(model.editor.edited.shows { it.calls }.lines.isNotEmpty())
    }

    @Test
    fun `what was erased comes back with all that was in it`() = living {
        api.lock.begin()
        val model = MoodModel(api, scope)
        model.log(4)
        model.editor.edited.shows { it.entry != null }
        model.editor.toggleLabel("glad")
        model.editor.setNote("晴れた")
        soon { written().single().run { note == "晴れた" && "glad" in labels } }
        val before = written().single()
        model.editor.erase()
        model.editor.edited.shows { it.erased != null }
        assertEquals(emptyList<MoodEntry>(), written())
        model.editor.putBack()
        model.editor.edited.shows { it.entry != null }
        val after = written().single()
        assertEquals(before.copy(id = after.id, logged = after.logged, amended = null), after)
    }

    @Test
    fun `with the lock on nothing stays in sight, and it comes back`() = living {
        api.lock.begin()
        api.lock.setPin("", "4649")
        val model = MoodModel(api, scope)
        model.log(2)
        model.editor.edited.shows { it.entry != null }
        api.lock.lock()
        model.editor.edited.shows { it.entry == null }
        model.words.shows { it.value == null }
        api.lock.unlock("4649")
        assertEquals(2, model.editor.edited.shows { it.entry != null }.entry?.level)
    }

    private suspend fun Life.written(): List<MoodEntry> {
        val today = LocalDate.now()
        return api.journal.entries(today.minusDays(1)..today)
    }

    private suspend fun soon(what: suspend () -> Boolean) {
        repeat(TRIES) {
            if (what()) return
            delay(1)
        }
        assertTrue(what())
    }

    private companion object {
        const val TRIES = 5_000
    }
}
