package jp.tsunagari.desktop

import java.nio.file.Path
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import jp.tsunagari.core.Alarm
import jp.tsunagari.core.AlarmSetter
import jp.tsunagari.core.CheckInId
import jp.tsunagari.core.Keystore
import jp.tsunagari.ui.shell.Camera
import jp.tsunagari.ui.shell.Identity
import jp.tsunagari.ui.shell.Outside
import jp.tsunagari.ui.shell.PickedFile
import kotlin.io.path.copyTo
import kotlin.io.path.createTempDirectory
import kotlin.io.path.deleteIfExists
import kotlin.io.path.moveTo
import kotlin.io.path.name
import kotlinx.coroutines.flow.MutableStateFlow

/** A platform that notes what the app asks of it, and answers what a test has laid out. */
internal class Spy(private val folder: Path) : Outside {
    val dialled = CopyOnWriteArrayList<String>()
    val printed = CopyOnWriteArrayList<String>()
    val hidden = MutableStateFlow(false)

    /** Alarms as the platform has them; they outlive the app and go with a start of the phone. */
    val set = ConcurrentHashMap<Long, Alarm>()

    /** The file that a person chooses next. */
    var chooses: Path? = null

    /** Where the file is that was written last. */
    var saved: Path? = null

    private var back: (() -> Unit)? = null

    /** What the system's own way back does. */
    fun pressBack() = checkNotNull(back) { "it leaves the app" }()

    override fun dial(number: String): Boolean = dialled.add(number)

    override fun browse(address: String) = true

    override fun copy(text: String, sensitive: Boolean) = Unit

    override fun share(text: String) = true

    override suspend fun print(html: String, name: String): Boolean = printed.add(html)

    override suspend fun pickFile(): PickedFile? = chooses?.let { chosen ->
        val copy = chosen.copyTo(createTempDirectory(folder, "picked").resolve(chosen.name))
        object : PickedFile {
            override val path = copy.toString()
            override val name = chosen.name

            override fun close() {
                copy.deleteIfExists()
            }
        }
    }

    override suspend fun saveFile(
        name: String,
        mediaType: String,
        fill: suspend (path: String) -> Unit,
    ): Boolean {
        val written = folder.resolve("writing-$name")
        fill(written.toString())
        saved = written.moveTo(folder.resolve(name), overwrite = true)
        return true
    }

    override val backupFolder: String = folder.toString()

    override fun maySpeak() = true

    override suspend fun askToSpeak() = true

    override fun openSystemSettings() = Unit

    override fun finger(): Keystore? = null

    override val camera: Camera? = null

    override fun hideFromRecents(hide: Boolean) {
        hidden.value = hide
    }

    override fun leave() = Unit

    override fun whenBack(deed: (() -> Unit)?) {
        back = deed
    }

    override val identity: Identity? = null

    override val alarms = object : AlarmSetter {
        override fun cancel(id: Long) {
            set.remove(id)
        }

        override fun set(alarm: Alarm) {
            set[alarm.id] = alarm
        }
    }

    override fun silence() = set.clear()

    override val version = "0.1.0"
    override val service = MutableStateFlow(true)
    override val inFront = MutableStateFlow(true)
    override val answering = MutableStateFlow<CheckInId?>(null)

    override fun taken() {
        answering.value = null
    }
}
