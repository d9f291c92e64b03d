package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import java.time.LocalDate
import jp.tsunagari.core.MoodEntry
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class MoodViewsTest {
    private val stage = Stage()

    @Test
    fun `each day of the calendar says in words what was felt, and opens`() = stage.play({ MoodMonth() }) {
        val names = pressable().map { it.name }.filter { it.startsWith("11月") }
        assertEquals(24, names.size, "days that are still to come are not pressed")
        assertTrue("11月3日（火） くもり、晴れ" in names) { "$names" }
        assertTrue("11月4日（水）" in names) { "$names" }
        onNodeWithContentDescription("11月30日（月）").assertExists()
        onNodeWithContentDescription("11月3日（火） くもり、晴れ").performScrollTo().performClick()
        assertEquals(listOf("day 2026-11-03"), stage.pressed)
    }

    @Test
    fun `one goes from month to month, and not to one that is still to come`() = stage.play({ MoodMonth() }) {
        assertEquals(0, count(stage.label("mood_month_after")))
        presses(stage.label("mood_month_before"))
        sees("2026年10月")
        onNodeWithContentDescription("10月30日（金） くもり").assertExists()
        presses(stage.label("mood_month_after"))
        sees("2026年11月")
        presses("2026年をまとめて見る")
        assertEquals(listOf("year 2026"), stage.pressed)
    }

    @Test
    fun `a day shows what was written, and takes more or stays as it is`() = stage.play({ MoodDay() }) {
        sees("夜になると目がさえる。きのうの電話のことを何度も考えてしまう。")
        presses("夜になると目がさえる。きのうの電話のことを何度も考えてしまう。")
        assertEquals(listOf("open"), stage.pressed)
        presses(stage.label("mood_write_day"))
        onNodeWithText("とても重い").performScrollTo().performClick()
        sees("12:00 に書きとめました")
        assertEquals(listOf(2, 1, 3), entries().map { it.level })
        presses(stage.label("mood_undo"))
        sees(stage.label("mood_erased"))
        assertEquals(listOf(2, 3), entries().map { it.level })
    }

    @Test
    fun `a day without an entry is no miss`() = stage.play({ MoodPaper() }) {
        sees(stage.label("mood_paper"))
        presses(stage.label("mood_day_before"))
        sees("11月17日（火）")
        presses(stage.label("mood_day_after"))
        sees("11月18日（水）")
    }

    @Test
    fun `a year opens month by month, is printed and saved`() = stage.play({ MoodYear() }) {
        presses("11月")
        presses(stage.label("mood_year_print"))
        presses(stage.label("mood_year_save"))
        assertEquals(listOf("month 2026-11", "print year-2026.html", "save year-2026.svg"), stage.pressed)
        presses(stage.label("mood_year_before"))
        sees("2025年")
    }

    @Test
    fun `an entry is changed, erased and put back`() = stage.play({ MoodEntry() }) {
        presses(stage.label("mood_change_level"))
        onNodeWithText("軽い").performScrollTo().performClick()
        presses(stage.label("mood_change_time"))
        presses(stage.label("mood_hour_back"))
        waitUntil(timeoutMillis = 5_000) { entries().last().run { level to at.hour } == 5 to 20 }
        presses(stage.label("mood_erase"))
        sees(stage.label("mood_erased"))
        assertEquals(1, entries().size)
        presses(stage.label("mood_put_back"))
        sees("20:40 の気もち")
        assertEquals(setOf("sleepless", "lonely") to 5, entries().last().run { labels to level })
    }

    @Test
    fun `a time that is still to come is not kept, and says so`() = stage.play({ MoodEntry() }) {
        presses(stage.label("mood_change_time"))
        repeat(4) { presses(stage.label("mood_day_on")) }
        sees(stage.label("mood_time_ahead"))
        presses(stage.label("mood_day_back"))
        sees(stage.label("mood_time_ahead"), times = 0)
    }

    @Test
    fun `who shows a page chooses what stands on it`() = stage.play({ MoodFiles() }) {
        presses(stage.label("mood_page_week"))
        presses(stage.label("mood_page_entries"))
        sees("11月3日（火） 8:10 どちらでもない", times = 0)
        presses("11月20日（金） 21:40 どちらでもない")
        presses(stage.label("mood_page_entries"))
        sees(stage.label("mood_page_some"))
        presses(stage.label("mood_page_print"))
        presses(stage.label("mood_page_save"))
        presses(stage.label("mood_log_csv"))
        presses(stage.label("mood_log_in_choose"))
        assertEquals(
            listOf(
                "print page-2026-11-24.html",
                "save page-2026-11-24.html text/html",
                "save notes-2026-11-24.csv text/csv",
                "take in",
            ),
            stage.pressed,
        )
    }

    private fun SkikoComposeUiTest.count(text: String) = onAllNodes(hasText(text)).fetchSemanticsNodes().size

    private fun entries(): List<MoodEntry> = runBlocking {
        val day = LocalDate.parse("2026-11-20")
        stage.api.journal.entries(day..day)
    }
}
