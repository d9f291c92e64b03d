package jp.tsunagari.desktop

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
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
            val chosen by choices.choices.collectAsState()
            val labels = @Composable { language: Language, page: @Composable () -> Unit -> Labels(language, page) }
            Opening(
                open = { RustTsunagari.open(folder.resolve("data").toString(), chosen.language, keystore) },
                chosen,
                labels,
                call = { outside.dial(it) },
            ) { api -> TsunagariApp(api, outside, choices, labels = labels) }
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
