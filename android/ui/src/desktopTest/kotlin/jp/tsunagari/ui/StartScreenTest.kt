package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import jp.tsunagari.core.Language
import jp.tsunagari.core.LockState
import jp.tsunagari.ui.desktop.StringFiles
import jp.tsunagari.ui.model.StartCard
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class StartScreenTest {
    private val stage = Stage()

    @Test
    fun `each card can be left, and nothing is required`() {
        for (card in listOf(StartCard.LANGUAGE, StartCard.AREA)) {
            val stage = Stage()
            stage.play({ Start(card) }) {
                tap(stage.label("start_leave"))
                assertEquals(listOf("left null"), stage.pressed)
            }
        }
    }

    @Test
    fun `looking things up only is offered beside keeping, and makes nothing`() = stage.play({ Start() }) {
        tap(stage.label("start_next"))
        tap(stage.label("start_next"))
        shows(stage.label("start_network_off"))
        shows(stage.label("start_keep"))
        tap(stage.label("start_search_only"))
        assertEquals(listOf("left null"), stage.pressed)
        assertEquals(LockState.NothingKept, runBlocking { stage.api.lock.state() })
    }

    @Test
    fun `who keeps things goes on with their area`() = stage.play({ Start(StartCard.AREA, chosen = true) }) {
        shows("いまの地域：香川県高松市")
        tap(stage.label("start_area_choose"))
        tap(stage.label("start_next"))
        tap(stage.label("start_keep"))
        waitUntil(timeoutMillis = 5_000) { stage.pressed.size == 2 }
        assertEquals(listOf("chooseArea", "left 香川県高松市"), stage.pressed)
        assertEquals("香川県高松市", runBlocking { stage.api.home.choice() }.areaName)
    }

    @Test
    fun `every language is named in itself, and is chosen at once`() = stage.play({ Start() }) {
        shows("日本語")
        shows("やさしい日本語")
        tap("English")
        assertEquals(Language.ENGLISH, stage.store.choices.value.language)
    }

    @Test
    fun `a trial directory says that it is one`() = stage.play({ Start() }) {
        shows(StringFiles.of(StringFiles.JAPANESE).getValue("start_test"))
    }
}
