package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import java.util.concurrent.CopyOnWriteArrayList
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.Language
import jp.tsunagari.core.QuietLine
import jp.tsunagari.core.fake.FakeTsunagari
import jp.tsunagari.ui.design.TsunagariTheme
import jp.tsunagari.ui.desktop.LocalStrings
import jp.tsunagari.ui.desktop.StringFiles
import jp.tsunagari.ui.detail.DetailDeeds
import jp.tsunagari.ui.detail.DetailScreen
import jp.tsunagari.ui.find.FindDeeds
import jp.tsunagari.ui.find.FindScreen
import jp.tsunagari.ui.home.HomeDoors
import jp.tsunagari.ui.home.HomeScreen
import jp.tsunagari.ui.model.DetailModel
import jp.tsunagari.ui.model.FindModel
import jp.tsunagari.ui.model.HomeModel
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.filterNotNull
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.runBlocking

/** A language to show screens in. */
internal enum class Spoken(val folder: String, val language: Language) {
    JA(StringFiles.JAPANESE, Language.JAPANESE),
    EASY(StringFiles.EASY_JAPANESE, Language.EASY_JAPANESE),
    EN(StringFiles.ENGLISH, Language.ENGLISH),
}

/** A fake with the screens that show it, and what was pressed on them. */
internal class Stage(private val spoken: Spoken = Spoken.JA, private val dark: Boolean = false) : AutoCloseable {
    val api = FakeTsunagari()
    val pressed = CopyOnWriteArrayList<String>()
    private val scope = CoroutineScope(Dispatchers.Default + SupervisorJob())

    init {
        runBlocking {
            api.speak(spoken.language)
            api.lock.begin()
        }
        api.control.homeLine = LINES.getValue(spoken)
    }

    private val home by lazy {
        HomeModel(api, scope).also { model -> runBlocking { model.shown.first { it.line != null } } }
    }
    private val find by lazy {
        FindModel(api, scope).also { model -> runBlocking { model.answer.first { it.value != null } } }
    }
    private val details = mutableMapOf<String, DetailModel>()

    @Composable
    fun Home() = On {
        val shown by home.shown.collectAsState()
        HomeScreen(
            shown,
            HomeDoors(
                talk = { pressed += "talk" },
                go = { pressed += "go" },
                mood = { pressed += "mood" },
                more = { pressed += "more" },
                line = { pressed += "line ${it.id}" },
                neverAgain = home::neverAgain,
                call = ::call,
            ),
        )
    }

    @Composable
    fun Find() = On {
        val request by find.request.collectAsState()
        val asked by find.answer.collectAsState()
        val open = { id: EntryId -> pressed += "open ${id.value}" }
        FindScreen(request, asked, FindDeeds(find::type, find::choose, open, ::call, find::again, ::back))
    }

    @Composable
    fun Detail(id: String = "fake.night") = On {
        val model = details.getOrPut(id) {
            DetailModel(api, scope, EntryId(id)).also { model -> runBlocking { settled(model) } }
        }
        val asked by model.detail.collectAsState()
        val done by model.done.collectAsState()
        val copy = { text: String -> pressed += "copy $text" }
        DetailScreen(
            asked,
            done,
            DetailDeeds(::call, copy, model::goOn, model::toggleFavourite, model::again, ::back),
        )
    }

    /** The label of a name. */
    fun label(name: String) = StringFiles.of(spoken.folder).getValue(name)

    override fun close() {
        scope.cancel()
        api.close()
    }

    /** What is kept is open here, so that all but warned entries can be set aside. */
    private suspend fun settled(model: DetailModel) {
        val detail = model.detail.map { it.value }.filterNotNull().first()
        if (detail.traceWarning == null) model.done.first { it.favourite != null }
    }

    @Composable
    private fun On(content: @Composable () -> Unit) = CompositionLocalProvider(LocalStrings provides spoken.folder) {
        TsunagariTheme(dark, content)
    }

    private fun call(number: String) {
        pressed += "call $number"
    }

    private fun back() {
        pressed += "back"
    }

    private companion object {
        val LINES = mapOf(
            Spoken.JA to line("年末年始は、お休みの窓口がふえます", "いまは年末年始です"),
            Spoken.EASY to line(
                "{年末年始|ねんまつねんし}は、{休|やす}みの {窓口|まどぐち}が {多|おお}いです",
                "{今|いま}は {年末年始|ねんまつねんし}です",
            ),
            Spoken.EN to line("Around New Year more services are closed than usual", "It is around New Year"),
        )

        fun line(text: String, why: String) = QuietLine("year-end", text, listOf(why), EntryId("fake.night"), null)
    }
}
