package jp.tsunagari.desktop

import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.text.BasicText
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.Density
import androidx.compose.ui.use
import java.nio.file.Path
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import jp.tsunagari.core.DirectoryApi
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.core.Language
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.rust.RustTsunagari
import jp.tsunagari.ui.design.Ground
import jp.tsunagari.ui.design.LocalPalette
import jp.tsunagari.ui.design.TsunagariTheme
import jp.tsunagari.ui.find.FindDeeds
import jp.tsunagari.ui.find.FindScreen
import jp.tsunagari.ui.model.FindModel
import jp.tsunagari.ui.shell.TsunagariApp
import kotlin.coroutines.CoroutineContext
import kotlin.io.path.Path
import kotlin.io.path.readLines
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.cancel
import kotlinx.coroutines.launch

/**
 * What `scripts/bench android` measures, in a process of its own each time: `empty`, `home FOLDER` and `find FOLDER` print a
 * line as soon as what they name is drawn, then the peak of memory; `typing FOLDER` prints how long frames took.
 */
fun main(arguments: Array<String>) {
    val frames = Frames()
    when (arguments[0]) {
        "empty" -> frames.show({ BasicText("つながり") }) { ready() }
        "home" -> home(frames, Path(arguments[1]))
        "find" -> find(frames, Path(arguments[1]))
        "typing" -> typing(frames, Path(arguments[1]))
    }
    // Nothing here is worth a tidy end.
    Runtime.getRuntime().halt(0)
}

/** The thread that draws, in software since there is nothing else here: what is due, then a frame where something changed. */
private class Frames : CoroutineDispatcher() {
    private val due = LinkedBlockingQueue<Runnable>()
    private var scene: ImageComposeScene? = null

    /** How long each frame took that was drawn, in nanoseconds. */
    val took = mutableListOf<Long>()

    override fun dispatch(context: CoroutineContext, block: Runnable) {
        due += block
    }

    /** Shows [content] and does [then] as soon as it was drawn once. */
    fun show(content: @Composable () -> Unit, then: () -> Unit) =
        ImageComposeScene(WIDTH, HEIGHT, Density(2f), coroutineContext = this).use {
            it.setContent(content)
            scene = it
            draw()
            then()
        }

    /** Draws as long as [goOn], then what is still to be drawn. */
    fun run(goOn: () -> Boolean) {
        while (goOn()) {
            due.poll(1, TimeUnit.MILLISECONDS)?.run()
            turn()
        }
        turn()
    }

    /** Does what is due, and draws if that changed anything. */
    fun turn() {
        generateSequence(due::poll).forEach(Runnable::run)
        if (scene?.hasInvalidations() == true) draw()
    }

    private fun draw() {
        val begun = System.nanoTime()
        scene?.render(begun)?.close()
        took += System.nanoTime() - begun
    }

    private companion object {
        const val WIDTH = 720
        const val HEIGHT = 1440
    }
}

/** From nothing to Home, with the emergency row of the core. */
private fun home(frames: Frames, folder: Path) {
    val outside = Spy(folder)
    val choices = FileChoices(folder.resolve("choices.properties"))
    choices.change { it.copy(started = true) }
    val opened = open(frames, folder)
    var told = false
    val api = object : TsunagariApi by opened {
        override val directory = object : DirectoryApi by opened.directory {
            override suspend fun emergency(area: String?): List<EmergencyLine> =
                opened.directory.emergency(area).also { told = true }
        }
    }
    val content = @Composable { TsunagariApp(api, outside, choices) { language, page -> Labels(language, page) } }
    frames.show(content) {
        frames.run { !told }
        ready()
    }
}

/** From nothing to what was found for some words. */
private fun find(frames: Frames, folder: Path) {
    val scope = CoroutineScope(frames + Job())
    val model = FindModel(open(frames, folder), scope, AREA)
    model.type(WORDS)
    frames.show({ Page(model) }) {
        frames.run { model.answer.value.value == null }
        ready()
    }
    scope.cancel()
}

/** Types some words letter by letter: what each frame took, and how long after a letter all was drawn. */
private fun typing(frames: Frames, folder: Path) {
    val scope = CoroutineScope(frames + Job())
    val model = FindModel(open(frames, folder), scope, AREA)
    val typed = mutableStateOf("")
    val field = @Composable { Field(typed.value) }
    frames.show(field) {
        repeat(ROUNDS) { round ->
            letters(frames) { typed.value = it }
            if (round == 0) frames.took.clear()
        }
        print("field", frames.took)
    }
    frames.show({ Page(model) }) {
        val answered = mutableListOf<Long>()
        repeat(ROUNDS) { round ->
            letters(frames) { text ->
                val begun = System.nanoTime()
                model.type(text)
                frames.turn()
                frames.run { model.answer.value.asking }
                answered += System.nanoTime() - begun
            }
            if (round == 0) listOf(frames.took, answered).forEach { it.clear() }
        }
        print("find", frames.took)
        print("answer", answered)
    }
    println("memory ${peak()}")
    scope.cancel()
}

/** Some five letters a second, as somebody types who is quick. */
private fun letters(frames: Frames, type: (String) -> Unit) {
    for (end in 1..WORDS.length) {
        val begun = System.nanoTime()
        type(WORDS.take(end))
        frames.run { System.nanoTime() - begun < A_LETTER }
    }
    type("")
    frames.turn()
}

private fun print(name: String, took: List<Long>) = println("$name ${took.joinToString(" ")}")

private fun open(frames: Frames, folder: Path): TsunagariApi {
    var opened: TsunagariApi? = null
    CoroutineScope(frames).launch {
        val data = folder.resolve("data").toString()
        opened = RustTsunagari.open(data, Language.JAPANESE, FileKeystore(folder.resolve("key")))
    }
    frames.run { opened == null }
    return checkNotNull(opened)
}

private fun ready() {
    println("ready")
    println("memory ${peak()}")
}

/** The most memory the process ever had, in KiB. */
private fun peak(): Long =
    Path("/proc/self/status").readLines().single { it.startsWith("VmHWM") }.filter(Char::isDigit).toLong()

@Composable
private fun Page(model: FindModel) = Labels(Language.JAPANESE) {
    TsunagariTheme {
        val request by model.request.collectAsState()
        val asked by model.answer.collectAsState()
        FindScreen(request, asked, AREA, FindDeeds({}, {}, {}, {}, {}, {}, {}))
    }
}

@Composable
private fun Field(text: String) = Labels(Language.JAPANESE) {
    TsunagariTheme { Ground(LocalPalette.current.page, Modifier.fillMaxSize()) { BasicTextField(text, {}) } }
}

private const val AREA = "高松市"
private const val WORDS = "さびしくて眠れない"
private const val ROUNDS = 6
private const val A_LETTER = 200_000_000L
