package jp.tsunagari.ui.own

import jp.tsunagari.core.OwnWords
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.model.living
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class OwnModelTest {
    @Test
    fun `an entry is written, changed, removed and brought back as it was`() = living {
        api.lock.begin()
        val model = OwnModel(api, scope)
        var saved = 0
        val all = OwnWords("よりみち食堂", "よりみち", "087-000-0000", "高松市", "平日 10時から17時", "ひとりでも")
        model.save(null, all) { saved++ }
        val made = model.entries.shows { it.value?.size == 1 }.value.orEmpty().single()
        eventually { saved == 1 }
        model.save(made.id, all.copy(tel = "")) { saved++ }
        val changed = model.entries.shows { it.value?.single()?.tel == "" }.value.orEmpty().single()
        eventually { saved == 2 }
        model.remove(changed)
        model.entries.shows { it.value?.isEmpty() == true }
        model.undo()
        val back = model.entries.shows { it.value?.size == 1 }.value.orEmpty().single()
        assertEquals(all.copy(tel = ""), back.written())
    }

    @Test
    fun `what the core refuses is known before it is asked`() = living {
        api.lock.begin()
        val name = OwnWords(name = "名前")
        for (field in OwnField.entries) {
            val longest = "𠮟".repeat(checkNotNull(field.limits.most))
            assertEquals(emptySet<OwnField>(), field.put(name, " $longest ").refused())
            api.keepsakes.addOwn(field.put(name, longest))
            val tooLong = field.put(name, longest + "あ")
            assertEquals(setOf(field), tooLong.refused())
            val refused = runCatching { api.keepsakes.addOwn(tooLong) }.exceptionOrNull()
            assertEquals("text", (refused as? TsunagariError.Invalid)?.field) { "$field" }
        }
        assertEquals(setOf(OwnField.NAME), NOTHING.refused())
        assertTrue(runCatching { api.keepsakes.addOwn(NOTHING) }.isFailure)
    }
}
