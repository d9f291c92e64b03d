package jp.tsunagari.ui.shell

import jp.tsunagari.core.Alarm
import jp.tsunagari.core.AlarmSetter
import jp.tsunagari.core.CheckInId
import jp.tsunagari.core.Keystore
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.flow.MutableStateFlow

/** A platform on which everything that takes files or paper can go wrong. */
internal class PlayedOutside(
    /** Takes a file that was written to where the person wanted it. */
    private val take: suspend (path: String) -> Unit = { },
    private val prints: Boolean = true,
) : Outside {
    /** What the system's way back does now; `null` where it leaves the app. */
    var back: (() -> Unit)? = null
        private set
    override val backupFolder: String = "."
    override val camera: Camera? = null
    override val identity: Identity? = null
    override val version: String = "0.1.0"
    override val service = MutableStateFlow(true)
    override val inFront = MutableStateFlow(true)
    override val answering = MutableStateFlow<CheckInId?>(null)
    override val alarms = object : AlarmSetter {
        override fun cancel(id: Long) = Unit

        override fun set(alarm: Alarm) = Unit
    }

    override fun dial(number: String) = true

    override fun browse(address: String) = true

    override fun copy(text: String, sensitive: Boolean) = Unit

    override fun share(text: String) = true

    override suspend fun print(html: String, name: String) = prints

    override suspend fun pickFile(): PickedFile? = throw TsunagariError.Unexpected("read")

    override suspend fun saveFile(
        name: String,
        mediaType: String,
        fill: suspend (path: String) -> Unit,
    ): Boolean {
        val file = kotlin.io.path.createTempFile(name)
        fill(file.toString())
        take(file.toString())
        return true
    }

    override fun maySpeak() = true

    override suspend fun askToSpeak() = true

    override fun openSystemSettings() = Unit

    override fun finger(): Keystore? = null

    override fun hideFromRecents(hide: Boolean) = Unit

    override fun leave() = Unit

    override fun whenBack(deed: (() -> Unit)?) {
        back = deed
    }

    override fun silence() = Unit

    override fun taken() {
        answering.value = null
    }
}
