package jp.tsunagari.desktop

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import androidx.compose.ui.window.Window
import androidx.compose.ui.window.application
import androidx.compose.ui.window.rememberWindowState
import java.nio.file.Path
import jp.tsunagari.core.Language
import jp.tsunagari.core.rust.RustTsunagari
import jp.tsunagari.ui.desktop.LocalStrings
import jp.tsunagari.ui.desktop.StringFiles
import jp.tsunagari.ui.shell.Opening
import jp.tsunagari.ui.shell.TsunagariApp

/** The app in a window as wide as a phone, on data of its own in the folder that is given: `scripts/desktop`. */
fun main(arguments: Array<String>) {
    val folder = Path.of(arguments.single())
    val outside = DesktopOutside(folder)
    val choices = FileChoices(folder.resolve("choices.properties"))
    val keystore = FileKeystore(folder.resolve("key"))
    application {
        val state = rememberWindowState(size = DpSize(PHONE_WIDTH, PHONE_HEIGHT))
        Window(onCloseRequest = ::exitApplication, state = state, title = "つながり") {
            Opening(
                open = {
                    RustTsunagari.open(folder.resolve("data").toString(), choices.choices.value.language, keystore)
                },
                call = { outside.dial(it) },
            ) { api ->
                TsunagariApp(api, outside, choices, labels = { language, content -> Labels(language, content) })
            }
        }
    }
}

/** Labels of the files of the app, in a language. */
@Composable
fun Labels(language: Language, content: @Composable () -> Unit) {
    val folder = when (language) {
        Language.JAPANESE -> StringFiles.JAPANESE
        Language.EASY_JAPANESE -> StringFiles.EASY_JAPANESE
        Language.ENGLISH -> StringFiles.ENGLISH
    }
    CompositionLocalProvider(LocalStrings provides folder, content = content)
}

private val PHONE_WIDTH = 400.dp
private val PHONE_HEIGHT = 820.dp
