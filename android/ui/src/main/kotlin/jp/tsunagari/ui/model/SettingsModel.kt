package jp.tsunagari.ui.model

import jp.tsunagari.core.AgeBand
import jp.tsunagari.core.Changed
import jp.tsunagari.core.HomeChoice
import jp.tsunagari.core.Language
import jp.tsunagari.core.LockState
import jp.tsunagari.core.PackState
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** What Settings shows, beside [Choices]. What is kept is `null` while it is locked, or where nothing is kept. */
data class SettingsShown(
    /** How what is kept stands; `null` until it is known. */
    val lock: LockState? = null,
    /** Area, age and the quiet line. */
    val home: HomeChoice? = null,
    /** The mood log is put away. */
    val moodsAway: Boolean? = null,
    /** What the directory consists of. */
    val packs: List<PackState> = emptyList(),
    /** Everything was forgotten just now. */
    val forgotten: Boolean = false,
    /** Why something could not be had or done. */
    val problem: TsunagariError? = null,
)

/** Settings, as far as the core knows of them, and how the app looks. */
class SettingsModel(
    private val api: TsunagariApi,
    private val scope: CoroutineScope,
    private val store: ChoiceStore,
    /** Cancels every alarm and takes every notice away: after everything was forgotten the core knows of none. */
    private val silenceAll: () -> Unit,
) {
    private val settings = MutableStateFlow(SettingsShown())
    private val tries = MutableStateFlow(0)

    val shown: StateFlow<SettingsShown> = settings.asStateFlow()
    val choices: StateFlow<Choices> = store.choices

    init {
        val changed = api.whenever(Changed.LOCK, Changed.HOME, Changed.MOOD, Changed.DIRECTORY)
        scope.launch { combine(changed, tries) { _, _ -> }.collectLatest { load() } }
    }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    /** Labels and composed texts are in this language from now on. */
    fun speak(language: Language) {
        store.change { it.copy(language = language) }
        act { api.speak(language) }
    }

    /** Changes how the app looks. */
    fun choose(change: (Choices) -> Choices) = store.change(change)

    /** The quiet line of Home comes, or does not. */
    fun setLine(on: Boolean) = act { api.home.setOff(!on) }

    /** Puts the mood log away, or brings it back. */
    fun showMoods(shown: Boolean) = act { api.journal.hide(!shown) }

    /** Takes the area back. */
    fun forgetArea() = act { api.home.setArea(null) }

    /** About how old the person is; `null` for not saying. */
    fun setAge(age: AgeBand?) = act { api.home.setAge(age) }

    /** Begins to keep things on this device. */
    fun begin() = act { api.lock.begin() }

    /** Forgets everything that is kept. It cannot be undone. */
    fun forgetEverything() = act {
        api.lock.forgetEverything()
        silenceAll()
        store.change { it.copy(finger = false) }
        settings.update { it.copy(forgotten = true) }
    }

    /** That everything is gone was read. */
    fun heard() = settings.update { it.copy(forgotten = false) }

    private fun act(deed: suspend () -> Unit) {
        scope.launch {
            try {
                deed()
                settings.update { it.copy(problem = null) }
            } catch (error: TsunagariError) {
                settings.update { it.copy(problem = error) }
            }
        }
    }

    private suspend fun load() = try {
        val lock = api.lock.state()
        val open = lock is LockState.Open
        val home = if (open) api.home.choice() else null
        val away = if (open) api.journal.isHidden() else null
        settings.update { it.copy(lock = lock, home = home, moodsAway = away, problem = null) }
        val packs = api.directory.state().packs
        settings.update { it.copy(packs = packs) }
    } catch (error: TsunagariError) {
        settings.update {
            if (error.hides) it.copy(home = null, moodsAway = null, problem = error) else it.copy(problem = error)
        }
    }
}
