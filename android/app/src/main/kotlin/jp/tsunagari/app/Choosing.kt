package jp.tsunagari.app

import jp.tsunagari.app.notices.Notices
import jp.tsunagari.app.notices.WhenLocked
import jp.tsunagari.ui.model.ChoiceStore
import jp.tsunagari.ui.model.Choices
import jp.tsunagari.ui.model.HomeKind
import jp.tsunagari.ui.model.Look
import jp.tsunagari.ui.model.NoticeWords
import jp.tsunagari.ui.model.TextSize
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update

/** How the app looks and speaks, kept beside what notices and the first page need before the core is open. */
internal class Choosing(private val values: KeyValues, private val notices: Notices) : ChoiceStore {
    private val state = MutableStateFlow(read())

    override val choices: StateFlow<Choices> = state.asStateFlow()

    override fun change(change: (Choices) -> Choices) {
        state.update(change)
        write(state.value)
    }

    private fun read(): Choices {
        val usual = Choices()
        return Choices(
            language = values.language,
            readings = values[READINGS]?.toBooleanStrictOrNull(),
            textSize = one<TextSize>(TEXT_SIZE) ?: usual.textSize,
            home = one<HomeKind>(HOME) ?: usual.home,
            look = one<Look>(LOOK) ?: usual.look,
            notice = NoticeWords.valueOf(notices.whenLocked.name),
            finger = values[FINGER].toBoolean(),
            started = values[STARTED].toBoolean(),
        )
    }

    private fun write(chosen: Choices) {
        values.language = chosen.language
        values[READINGS] = chosen.readings?.toString()
        values[TEXT_SIZE] = chosen.textSize.name
        values[HOME] = chosen.home.name
        values[LOOK] = chosen.look.name
        notices.whenLocked = WhenLocked.valueOf(chosen.notice.name)
        values[FINGER] = chosen.finger.toString()
        values[STARTED] = chosen.started.toString()
    }

    /** What cannot be read counts as not chosen. */
    private inline fun <reified T : Enum<T>> one(name: String): T? =
        enumValues<T>().firstOrNull { it.name == values[name] }

    private companion object {
        const val READINGS = "readings"
        const val TEXT_SIZE = "textSize"
        const val HOME = "home"
        const val LOOK = "look"
        const val FINGER = "finger"
        const val STARTED = "started"
    }
}
