package jp.tsunagari.ui

import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasText
import jp.tsunagari.core.AgeBand
import jp.tsunagari.core.Language
import jp.tsunagari.core.LockState
import jp.tsunagari.ui.model.HomeKind
import jp.tsunagari.ui.model.Look
import jp.tsunagari.ui.model.NoticeWords
import jp.tsunagari.ui.model.TextSize
import jp.tsunagari.ui.settings.SettingsPage
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class SettingsScreenTest {
    private val stage = Stage()

    @Test
    fun `every page can be opened`() = stage.play({ Settings() }) {
        val rows = listOf(
            "language", "text_size", "home", "look", "check_ins", "notice", "lock", "backup", "about_me", "on_phone",
            "hidden", "start", "about", "forget",
        )
        rows.forEach { tap(stage.label("settings_$it")) }
        assertEquals(SettingsPage.entries.map { "open $it" }.toSet(), stage.pressed.toSet())
    }

    @Test
    fun `a row says how it stands`() = stage.play({ Settings() }) {
        val row = hasText(stage.label("settings_language")) and hasClickAction()
        assertEquals("ことば, 日本語", onNode(row).fetchSemanticsNode().name)
    }

    @Test
    fun `the quiet line and the mood log go and come back`() = stage.play({ Settings() }) {
        tap(stage.label("settings_line"))
        waitUntil(timeoutMillis = 5_000) { runBlocking { stage.api.home.choice() }.off }
        tap(stage.label("settings_moods"))
        waitUntil(timeoutMillis = 5_000) { runBlocking { stage.api.journal.isHidden() } }
        tap(stage.label("settings_moods"))
        waitUntil(timeoutMillis = 5_000) { !runBlocking { stage.api.journal.isHidden() } }
    }

    @Test
    fun `with the lock on nothing of a person stands there`() = stage.play({ Settings() }) {
        shows("香川県高松市")
        runBlocking {
            stage.api.lock.setPin("", PIN)
            stage.api.lock.lock()
        }
        hides("香川県高松市")
        hides(stage.label("settings_moods"))
        shows(stage.label("settings_lock_locked"))
    }

    @Test
    fun `what was chosen is chosen at once`() {
        for ((page, name, check) in listOf<Triple<SettingsPage, String, Stage.() -> Boolean>>(
            Triple(SettingsPage.TEXT_SIZE, "size_large", { store.choices.value.textSize == TextSize.LARGE }),
            Triple(SettingsPage.HOME, "home_full", { store.choices.value.home == HomeKind.FULL }),
            Triple(SettingsPage.LOOK, "look_life", { store.choices.value.look == Look.LIFE }),
            Triple(SettingsPage.NOTICE, "notice_hidden", { store.choices.value.notice == NoticeWords.HIDDEN }),
        )) {
            val stage = Stage()
            stage.play({ Settings(page) }) {
                tap(stage.label(name))
                assertTrue(stage.check()) { "$page" }
            }
        }
    }

    @Test
    fun `letters grow as they were chosen`() = stage.play({ Settings(SettingsPage.TEXT_SIZE) }) {
        val title = { texts().first { (node, _) -> node.text() == stage.label("settings_text_size") }.second.size }
        val before = title().height
        tap(stage.label("size_largest"))
        assertTrue(title().height > before * 3 / 2)
    }

    @Test
    fun `readings come with easy Japanese, and go when they are not wanted`() =
        Stage(Spoken.EASY).let { stage ->
            stage.play({ Settings(SettingsPage.LANGUAGE) }) {
                val hint = "漢字の 上に 読みかたを 出します"
                val tall = { texts().first { (node, _) -> node.text() == hint }.second.size.height }
                val before = tall()
                tap("ふりがな")
                assertEquals(false, stage.store.choices.value.readings)
                assertTrue(tall() < before)
            }
        }

    @Test
    fun `a language is chosen by its own name`() = stage.play({ Settings(SettingsPage.LANGUAGE) }) {
        tap("やさしい日本語")
        assertEquals(Language.EASY_JAPANESE, stage.store.choices.value.language)
        shows(stage.label("settings_readings"))
    }

    @Test
    fun `area and age are told, and taken back`() = stage.play({ Settings(SettingsPage.ABOUT_ME) }) {
        tap(stage.label("age_from30"))
        waitUntil(timeoutMillis = 5_000) { runBlocking { stage.api.home.choice() }.age == AgeBand.FROM30 }
        tap(stage.label("age_none"))
        waitUntil(timeoutMillis = 5_000) { runBlocking { stage.api.home.choice() }.age == null }
        tap(stage.label("about_me_area_no_more"))
        shows(stage.label("start_area_none"))
        tap(stage.label("start_area_choose"))
        assertEquals(listOf("chooseArea"), stage.pressed)
    }

    @Test
    fun `what is on the phone says what others can read`() = stage.play({ Settings(SettingsPage.ON_PHONE) }) {
        shows("暗号にしてあります（private.db）")
        shows("暗号にしていません（directory.db）")
        runBlocking { stage.api.lock.forgetEverything() }
        shows("まだありません（private.db）")
    }

    @Test
    fun `everything is forgotten in a second step only`() = stage.play({ Settings(SettingsPage.FORGET) }) {
        shows(stage.label("forget_goes"))
        shows(stage.label("forget_stays"))
        assertEquals(0, count(stage.label("forget_do")))
        tap(stage.label("forget_next"))
        shows(stage.label("forget_last"))
        assertEquals(0, count(stage.label("forget_do")))
        tap(stage.label("forget_understood"))
        assertTrue(runBlocking { stage.api.lock.state() } is LockState.Open)
        tap(stage.label("forget_do"))
        shows(stage.label("forget_done"))
        assertEquals(listOf("silenceAll"), stage.pressed)
        assertEquals(LockState.NothingKept, runBlocking { stage.api.lock.state() })
    }

    @Test
    fun `one can turn back before everything is forgotten`() = stage.play({ Settings(SettingsPage.FORGET, true) }) {
        tap(stage.label("back"))
        shows(stage.label("forget_goes"))
        tap(stage.label("forget_backup"))
        tap(stage.label("forget_not"))
        assertEquals(listOf("backup", "back"), stage.pressed)
    }

    private fun SemanticsNode.text() =
        config.getOrNull(SemanticsProperties.Text).orEmpty().joinToString { it.text }
}
