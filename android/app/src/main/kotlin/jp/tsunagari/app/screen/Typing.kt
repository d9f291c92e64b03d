package jp.tsunagari.app.screen

import android.view.inputmethod.EditorInfo
import android.view.inputmethod.InputConnection
import androidx.compose.runtime.Composable
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.platform.InterceptPlatformTextInput
import androidx.compose.ui.platform.PlatformTextInputMethodRequest

/** Whatever is typed inside is not learned by the keyboard, as far as the keyboard heeds what it is asked. */
@OptIn(ExperimentalComposeUiApi::class)
@Composable
internal fun UnlearnedTyping(content: @Composable () -> Unit) =
    InterceptPlatformTextInput({ request, keyboard -> keyboard.startInputMethod(Unlearned(request)) }, content)

/** Asks the keyboard not to learn from what is typed, and otherwise for what [request] asks for. */
internal class Unlearned(private val request: PlatformTextInputMethodRequest) : PlatformTextInputMethodRequest {
    override fun createInputConnection(outAttributes: EditorInfo): InputConnection {
        val connection = request.createInputConnection(outAttributes)
        outAttributes.imeOptions = outAttributes.imeOptions or EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING
        return connection
    }
}
