package jp.tsunagari.ui

import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performTextInput
import jp.tsunagari.core.LockState
import jp.tsunagari.ui.lock.LockForm
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class LockScreenTest {
    private val stage = Stage()

    @Test
    fun `the PIN opens it, and nothing of it is seen`() = stage.play({ Unlock() }) {
        type("lock_pin", PIN)
        val field = onNodeWithText(stage.label("lock_pin")).fetchSemanticsNode()
        assertTrue(SemanticsProperties.Password in field.config)
        assertEquals("••••", field.config.getOrNull(SemanticsProperties.EditableText)?.text)
        assertFalse(texts().any { (_, layout) -> PIN in layout.layoutInput.text.text })
        tap(stage.label("unlock_open"))
        waitUntil(timeoutMillis = 5_000) { state() is LockState.Open }
    }

    @Test
    fun `a wrong PIN leaves the field empty for another try`() = stage.play({ Unlock() }) {
        type("lock_pin", "0000")
        tap(stage.label("unlock_open"))
        shows(stage.label("unlock_wrong"))
        val field = onNodeWithText(stage.label("lock_pin")).fetchSemanticsNode()
        assertEquals("", field.config.getOrNull(SemanticsProperties.EditableText)?.text)
        assertEquals(LockState.Locked, state())
    }

    @Test
    fun `a pause says when it ends, and no number of tries`() = stage.play({ Unlock() }) {
        runBlocking { repeat(5) { runCatching { stage.api.lock.unlock("0000") } } }
        type("lock_pin", PIN)
        tap(stage.label("unlock_open"))
        shows("何度か続けて開かなかったので、少し間をおきます。02:01から、またためせます。")
    }

    @Test
    fun `finding, handing over and calling work with the lock on`() = stage.play({ Unlock() }, fontScale = 2f) {
        onNodeWithContentDescription("火事・救急 119に電話する").assertIsDisplayed()
        onNodeWithContentDescription("警察 110に電話する").performClick()
        tap(stage.label("unlock_find"))
        tap(stage.label("unlock_hand_over"))
        assertEquals(listOf("call 110", "find", "handOver"), stage.pressed)
    }

    @Test
    fun `who forgot the PIN is told what is left`() = stage.play({ Unlock() }) {
        tap(stage.label("unlock_forgot"))
        shows(stage.label("unlock_forgot_words"))
        tap(stage.label("unlock_to_forget"))
        assertEquals(listOf("forget"), stage.pressed)
    }

    @Test
    fun `a PIN is set with what it means to forget it in sight`() = stage.play({ Lock(locked = false) }) {
        shows(stage.label("lock_none"))
        tap(stage.label("lock_set"))
        shows(stage.label("lock_forget"))
        type("lock_new", PIN)
        type("lock_again", "4640")
        tap(stage.label("lock_do"))
        shows(stage.label("lock_differ"))
        type("lock_new", PIN)
        type("lock_again", PIN)
        tap(stage.label("lock_do"))
        shows(stage.label("lock_set_done"))
        shows(stage.label("lock_there"))
        assertEquals(LockState.Open(hasLock = true), state())
    }

    @Test
    fun `the lock is taken away with the PIN`() = stage.play({ Lock() }) {
        tap(stage.label("lock_take"))
        type("lock_old", PIN)
        tap(stage.label("lock_take"))
        shows(stage.label("lock_taken"))
        shows(stage.label("lock_none"))
    }

    @Test
    fun `a finger is allowed with the PIN, and can be refused again`() = stage.play({ Lock() }) {
        tap(stage.label("lock_finger"))
        type("lock_old", PIN)
        tap(stage.label("lock_do"))
        shows(stage.label("lock_finger_on"))
        assertTrue(stage.store.choices.value.finger)
        tap(stage.label("lock_finger"))
        type("lock_old", PIN)
        tap(stage.label("lock_do"))
        shows(stage.label("lock_finger_off"))
        assertFalse(stage.store.choices.value.finger)
    }

    @Test
    fun `it locks at once`() = stage.play({ Lock() }) {
        tap(stage.label("lock_now"))
        tap(stage.label("kept_unlock"))
        assertEquals(listOf("unlock"), stage.pressed)
    }

    @Test
    fun `a form that is left changes nothing`() = stage.play({ Lock(form = LockForm.CHANGE) }) {
        tap(stage.label("back"))
        shows(stage.label("lock_now"))
        tap(stage.label("back"))
        assertEquals(listOf("back"), stage.pressed)
    }

    private fun SkikoComposeUiTest.type(label: String, text: String) {
        onNodeWithText(stage.label(label)).performTextInput(text)
        waitForIdle()
    }

    private fun state() = runBlocking { stage.api.lock.state() }
}
