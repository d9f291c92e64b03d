package jp.tsunagari.app.screen

import android.Manifest
import android.app.Activity
import android.content.Intent
import android.os.Build
import android.view.WindowManager
import java.io.File
import jp.tsunagari.app.Graph
import jp.tsunagari.app.camera.AndroidCamera
import jp.tsunagari.app.notices.Press
import jp.tsunagari.app.notices.Presses
import jp.tsunagari.core.AlarmSetter
import jp.tsunagari.core.CheckInId
import jp.tsunagari.core.Keystore
import jp.tsunagari.ui.shell.Camera
import jp.tsunagari.ui.shell.Identity
import jp.tsunagari.ui.shell.Outside
import jp.tsunagari.ui.shell.PickedFile
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch

/** Android, for the shell in [activity], which tells it what it is told itself. */
internal class AndroidOutside(
    private val activity: Activity,
    private val graph: Graph,
    private val paper: Paper = Paper(activity),
) : Outside {
    private val unwritten = Unwritten(activity.contentResolver, graph.choices)
    val questions = Questions(activity) { chosen -> graph.scope.launch { unwritten.nobodyWaits(chosen?.data) } }
    private val calls = Calls(activity)
    private val clipboard = Clipboard(activity)
    private val documents = Documents(activity, questions, graph.passing, unwritten)
    private val reception = Reception(activity)
    private val seen = MutableStateFlow(false)
    private val answer = MutableStateFlow<CheckInId?>(null)
    private val back = MutableStateFlow<(() -> Unit)?>(null)

    /** What the system's way back does, if it does not leave. */
    val wayBack: StateFlow<(() -> Unit)?> = back.asStateFlow()

    override val camera: Camera? = AndroidCamera.of(activity, questions)
    override val identity: Identity = Looks(activity)
    override val alarms: AlarmSetter get() = graph.alarms
    override val version: String
        get() = activity.packageManager.getPackageInfo(activity.packageName, 0).versionName.orEmpty()
    override val service: StateFlow<Boolean> get() = reception.service
    override val inFront: StateFlow<Boolean> = seen.asStateFlow()
    override val answering: StateFlow<CheckInId?> = answer.asStateFlow()
    override val backupFolder: String
        get() = (activity.getExternalFilesDir(BACKUPS) ?: File(activity.filesDir, BACKUPS)).apply { mkdirs() }.path

    init {
        // Hidden until the shell says otherwise: what is on the first page is not known here.
        hideFromRecents(graph.choices[SHOWN] == null)
        graph.scope.launch { unwritten.tidy() }
    }

    override fun dial(number: String): Boolean = calls.dial(number)

    override fun browse(address: String): Boolean = calls.browse(address)

    override fun share(text: String): Boolean = calls.share(text)

    override fun copy(text: String, sensitive: Boolean) = clipboard.copy(text, sensitive)

    override suspend fun print(html: String, name: String): Boolean = paper.print(html, name)

    override suspend fun pickFile(): PickedFile? = documents.pick()

    override suspend fun saveFile(
        name: String,
        mediaType: String,
        fill: suspend (String) -> Unit,
    ): Boolean = documents.save(name, mediaType, fill)

    override fun maySpeak(): Boolean = graph.notices.maySpeak()

    override suspend fun askToSpeak(): Boolean {
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
            questions.allow(Manifest.permission.POST_NOTIFICATIONS)
        }
        // The core hears of it before the screen does.
        graph.work(null) { it.following.follow() }.join()
        return maySpeak()
    }

    override fun openSystemSettings() = calls.settings()

    override fun finger(): Keystore? = graph.finger.keystore()

    override fun silence() {
        graph.alarms.cancelAll()
        graph.notices.cancelAll()
    }

    override fun hideFromRecents(hide: Boolean) {
        val shown = "yes".takeUnless { hide }
        // It is asked for with every page.
        if (graph.choices[SHOWN] != shown) graph.choices[SHOWN] = shown
        val flag = WindowManager.LayoutParams.FLAG_SECURE
        activity.window.setFlags(if (hide) flag else 0, flag)
    }

    override fun leave() {
        activity.moveTaskToBack(true)
    }

    override fun whenBack(deed: (() -> Unit)?) {
        back.value = deed
    }

    override fun taken() {
        answer.value = null
    }

    /** The activity was opened, maybe by a notice. */
    fun came(intent: Intent) {
        // Any app can come by the names that stand in the launcher; only a notice comes by this one.
        if (intent.component?.className != MainActivity::class.java.name) return
        // Out of the list of recent apps the one comes again that the window was first opened with.
        if (intent.flags and Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY != 0) return
        val (press, id) = Presses.read(intent) ?: return
        if (press != Press.ANSWER) return
        graph.notices.cancel(id)
        graph.work(null) { it.api.checkIns.answered(id) }
        answer.value = id
        // Turning back to the app later is no second answer.
        intent.action = null
    }

    /** The person sees the app. */
    fun appear() {
        seen.value = true
        graph.finger.asking = activity
        reception.begin()
        // What may have changed in the system's settings meanwhile.
        graph.work(null) { it.following.follow() }
    }

    /** They do not. */
    fun vanish() {
        seen.value = false
        reception.end()
    }

    /** The activity ends. */
    fun end() {
        if (graph.finger.asking == activity) graph.finger.asking = null
        paper.forget()
    }

    private companion object {
        const val BACKUPS = "backup"
        const val SHOWN = "shown-in-recents"
    }
}
