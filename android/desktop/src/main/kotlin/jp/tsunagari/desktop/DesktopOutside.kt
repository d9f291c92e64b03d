package jp.tsunagari.desktop

import java.awt.Desktop
import java.awt.FileDialog
import java.awt.Frame
import java.awt.GraphicsEnvironment
import java.awt.Toolkit
import java.awt.datatransfer.StringSelection
import java.io.IOException
import java.net.URI
import java.nio.file.Path
import jp.tsunagari.core.Alarm
import jp.tsunagari.core.AlarmSetter
import jp.tsunagari.core.CheckInId
import jp.tsunagari.core.Keystore
import jp.tsunagari.ui.shell.Camera
import jp.tsunagari.ui.shell.Identity
import jp.tsunagari.ui.shell.Outside
import jp.tsunagari.ui.shell.PickedFile
import kotlin.io.path.createTempFile
import kotlin.io.path.writeText
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.withContext

/**
 * A computer in the place of a phone, to try the app: it opens pages and files, and can neither call nor remind nor see.
 * What it cannot do the screens say, as on a phone that cannot.
 */
class DesktopOutside(folder: Path) : Outside {
    override val backupFolder = folder.resolve("backups").toString()
    override val camera: Camera? = null
    override val identity: Identity? = null
    override val alarms = object : AlarmSetter {
        override fun cancel(id: Long) = Unit

        override fun set(alarm: Alarm) = Unit
    }
    override val version = "0.1.0"
    override val service = MutableStateFlow(true)
    override val inFront = MutableStateFlow(true)
    override val answering = MutableStateFlow<CheckInId?>(null)

    override fun dial(number: String) = false

    override fun browse(address: String) = opened(URI(address))

    override fun copy(text: String, sensitive: Boolean) {
        if (!GraphicsEnvironment.isHeadless()) {
            Toolkit.getDefaultToolkit().systemClipboard.setContents(StringSelection(text), null)
        }
    }

    override fun share(text: String) = false

    /** Shows the page in the browser, which prints. */
    override suspend fun print(html: String, name: String) = withContext(Dispatchers.IO) {
        val page = createTempFile("page", ".html")
        page.toFile().deleteOnExit()
        page.writeText(html)
        opened(page.toUri())
    }

    override suspend fun pickFile(): PickedFile? = dialog(FileDialog.LOAD, null)?.let { file ->
        object : PickedFile {
            override val path = file.toString()
            override val name = file.fileName.toString()

            // It is read where it is.
            override fun close() = Unit
        }
    }

    override suspend fun saveFile(
        name: String,
        mediaType: String,
        fill: suspend (path: String) -> Unit,
    ): Boolean {
        val file = dialog(FileDialog.SAVE, name) ?: return false
        fill(file.toString())
        return true
    }

    override fun maySpeak() = false

    override suspend fun askToSpeak() = false

    override fun openSystemSettings() = Unit

    override fun finger(): Keystore? = null

    override fun hideFromRecents(hide: Boolean) = Unit

    override fun leave() = Unit

    override fun whenBack(deed: (() -> Unit)?) = Unit

    override fun silence() = Unit

    override fun taken() = Unit

    private suspend fun dialog(mode: Int, name: String?): Path? = withContext(Dispatchers.IO) {
        if (GraphicsEnvironment.isHeadless()) return@withContext null
        val dialog = FileDialog(null as Frame?, "", mode)
        dialog.file = name
        dialog.isVisible = true
        dialog.file?.let { Path.of(dialog.directory, it) }
    }

    private fun opened(address: URI): Boolean {
        if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) return false
        return try {
            Desktop.getDesktop().browse(address)
            true
        } catch (_: IOException) {
            false
        }
    }
}
