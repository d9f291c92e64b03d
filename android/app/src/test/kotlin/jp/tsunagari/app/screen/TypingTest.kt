package jp.tsunagari.app.screen

import android.view.View
import android.view.inputmethod.BaseInputConnection
import android.view.inputmethod.EditorInfo
import android.view.inputmethod.InputConnection
import androidx.compose.ui.platform.PlatformTextInputMethodRequest
import jp.tsunagari.app.app
import org.junit.Assert.assertEquals
import org.junit.Assert.assertSame
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

/** What is typed is not learned. */
@RunWith(RobolectricTestRunner::class)
class TypingTest {
    @Test
    fun `keyboards are asked not to learn, and otherwise for what the field asks for`() {
        val connection = BaseInputConnection(View(app), false)
        val field = asking { info ->
            info.imeOptions = EditorInfo.IME_ACTION_SEARCH
            connection
        }
        val asked = EditorInfo()
        assertSame(connection, Unlearned(field).createInputConnection(asked))
        assertEquals(EditorInfo.IME_ACTION_SEARCH or EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING, asked.imeOptions)
    }

    private fun asking(create: (EditorInfo) -> InputConnection) = object : PlatformTextInputMethodRequest {
        override fun createInputConnection(outAttributes: EditorInfo): InputConnection = create(outAttributes)
    }
}
