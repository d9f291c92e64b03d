package jp.tsunagari.ui.model

import java.io.ByteArrayOutputStream
import java.io.IOException
import java.io.OutputStream
import java.time.Clock
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.YearMonth
import jp.tsunagari.core.Legend
import jp.tsunagari.core.LogForm
import jp.tsunagari.core.MoodDraft
import jp.tsunagari.core.MoodId
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class MoodViewsModelTest {
    private val clock = Clock.systemDefaultZone()
    private val today = LocalDate.now(clock)

    @Test
    fun `a day that is past is written at its noon, today at this moment, tomorrow not at all`() = living {
        api.lock.begin()
        val model = MoodDayModel(api, scope, today.minusDays(1), clock)
        assertTrue(checkNotNull(model.shown.shows { it.value != null }.value).hasNext)
        model.log(2)
        val (noon) = checkNotNull(model.shown.shows { it.value?.entries?.size == 1 }.value).entries
        assertEquals(12 to 0, noon.at.hour to noon.at.minute)
        model.next()
        assertFalse(checkNotNull(model.shown.shows { it.value?.day == today }.value).hasNext)
        assertNull(model.editor.edited.shows { it.entry == null }.entry)
        model.next()
        model.log(3)
        assertEquals(today, model.shown.shows { it.value?.entries?.size == 1 }.value?.day)
    }

    @Test
    fun `a month that is still to come is not shown`() = living {
        api.lock.begin()
        val model = MoodMonthModel(api, scope, clock)
        val month = YearMonth.from(today)
        model.shown.shows { it.value?.view?.month == month }
        model.previous()
        model.shown.shows { it.value?.view?.month == month.minusMonths(1) }
        repeat(2) { model.next() }
        model.shown.shows { it.value?.view?.month == month }
    }

    @Test
    fun `an entry that was erased elsewhere is gone`() = living {
        api.lock.begin()
        val model = MoodEntryModel(api, scope, MoodId("nobody"))
        val shown = model.editor.edited.shows { it.problem != null }
        assertInstanceOf(TsunagariError.NotFound::class.java, shown.problem)
    }

    @Test
    fun `the log is written out when the platform says where, and taken in again`() = living {
        api.lock.begin()
        api.journal.log(MoodDraft(3))
        val model = MoodFilesModel(api, scope, clock)
        val file = model.log(LogForm.JSON)
        assertFalse("journal.export" in api.control.calls)
        assertEquals("notes-$today.json" to "application/json", file.name to file.mediaType)
        val out = ByteArrayOutputStream()
        file.write(out)
        assertFalse(model.done.value.written)
        file.ended(null)
        assertTrue(model.done.value.written)
        model.takeIn { out.toByteArray() }
        assertEquals(1, model.done.shows { it.merged != null }.merged?.same)
        model.takeIn { "nothing".toByteArray() }
        val problem = model.done.shows { it.problem != null }.problem
        assertEquals("file", assertInstanceOf(TsunagariError.Invalid::class.java, problem).field)
    }

    @Test
    fun `a log that cannot be read where it is says so`() = living {
        api.lock.begin()
        val model = MoodFilesModel(api, scope, clock)
        model.takeIn { null }
        model.takeIn { throw IOException("gone") }
        model.done.shows { (it.problem as? TsunagariError.Unexpected)?.code == "read" }
        model.takeIn { throw TsunagariError.Full() }
        model.done.shows { it.problem is TsunagariError.Full }
        assertFalse("journal.importLog" in api.control.calls)
    }

    @Test
    fun `a file that could not be written is told, and to the platform too`() = living {
        api.lock.begin()
        val model = MoodYearModel(api, scope, clock)
        val full = object : OutputStream() {
            override fun write(byte: Int) = throw IOException("full")
        }
        val file = model.picture(Legend.WEATHER)
        assertThrows(IOException::class.java) { runBlocking { file.write(full) } }
        file.ended(TsunagariError.Full())
        assertInstanceOf(TsunagariError.Full::class.java, model.done.value.problem)
        assertFalse(model.done.value.written)
    }

    @Test
    fun `what is left out of the page is not on it, and what is gone is not left out`() = living {
        api.lock.begin()
        val at = OffsetDateTime.now(clock).minusMinutes(1)
        val first = api.journal.log(MoodDraft(3, note = "ひとつめ", at = at))
        val second = api.journal.log(MoodDraft(4, note = "ふたつめ", at = at))
        val model = MoodFilesModel(api, scope, clock)
        model.shown.shows { it.value?.entries?.size == 2 }
        model.choose(model.wish.value.copy(notes = true))
        model.toggle(first.id)
        val page = ByteArrayOutputStream().also { model.page().write(it) }.toString()
        assertTrue("ふたつめ" in page && "ひとつめ" !in page)
        api.journal.erase(first.id)
        model.wish.shows { it.without.isEmpty() }
        model.toggle(second.id)
        model.toggle(second.id)
        assertTrue("ふたつめ" in ByteArrayOutputStream().also { model.page().write(it) }.toString())
        model.chooseDays(MoodFilesModel.WEEK)
        assertEquals(today.minusDays(6)..today, model.wish.value.days)
    }
}
