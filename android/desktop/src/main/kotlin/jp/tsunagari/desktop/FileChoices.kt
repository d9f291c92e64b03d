package jp.tsunagari.desktop

import java.nio.file.Path
import java.util.Properties
import jp.tsunagari.core.Language
import jp.tsunagari.ui.model.ChoiceStore
import jp.tsunagari.ui.model.Choices
import jp.tsunagari.ui.model.HomeKind
import jp.tsunagari.ui.model.NoticeWords
import jp.tsunagari.ui.model.TextSize
import kotlin.io.path.createParentDirectories
import kotlin.io.path.exists
import kotlin.io.path.inputStream
import kotlin.io.path.outputStream
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow

/** How the app looks and speaks, in a file. A line that cannot be read counts as not chosen. */
class FileChoices(private val file: Path) : ChoiceStore {
    private val state = MutableStateFlow(read())

    override val choices: StateFlow<Choices> = state.asStateFlow()

    @Synchronized
    override fun change(change: (Choices) -> Choices) {
        state.value = change(state.value).also(::write)
    }

    private fun read(): Choices {
        if (!file.exists()) return Choices()
        val said = Properties().apply { file.inputStream().use(::load) }
        val usual = Choices()
        return Choices(
            language = said.one<Language>("language") ?: usual.language,
            readings = said.getProperty("readings")?.toBooleanStrictOrNull(),
            textSize = said.one<TextSize>("textSize") ?: usual.textSize,
            home = said.one<HomeKind>("home") ?: usual.home,
            notice = said.one<NoticeWords>("notice") ?: usual.notice,
            started = said.getProperty("started")?.toBooleanStrictOrNull() ?: usual.started,
        )
    }

    private fun write(choices: Choices) {
        val said = Properties()
        said["language"] = choices.language.name
        choices.readings?.let { said["readings"] = it.toString() }
        said["textSize"] = choices.textSize.name
        said["home"] = choices.home.name
        said["notice"] = choices.notice.name
        said["started"] = choices.started.toString()
        file.createParentDirectories()
        file.outputStream().use { said.store(it, null) }
    }

    private inline fun <reified T : Enum<T>> Properties.one(name: String): T? =
        enumValues<T>().firstOrNull { it.name == getProperty(name) }
}
