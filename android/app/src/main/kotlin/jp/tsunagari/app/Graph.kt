package jp.tsunagari.app

import android.content.BroadcastReceiver
import android.content.Context
import java.io.File
import jp.tsunagari.app.alarms.AndroidAlarms
import jp.tsunagari.app.alarms.Following
import jp.tsunagari.app.backup.Backups
import jp.tsunagari.app.keys.AesKeys
import jp.tsunagari.app.keys.FingerKey
import jp.tsunagari.app.keys.KeyVault
import jp.tsunagari.app.keys.vault
import jp.tsunagari.app.notices.Notices
import jp.tsunagari.app.screen.Passing
import jp.tsunagari.core.Keystore
import jp.tsunagari.core.Language
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.async
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/** Opens the core: its folder, the language of its texts, and what seals its keys. */
internal typealias Opener = suspend (folder: String, language: Language, keystore: Keystore) -> TsunagariApi

/** What the parts of the app share. There is one for the whole process. */
internal class Graph(
    private val context: Context,
    val keys: AesKeys,
    threads: CoroutineDispatcher = Dispatchers.Default,
    private val opener: Opener,
) {
    val scope = CoroutineScope(SupervisorJob() + threads)
    val choices = KeyValues(context)
    val alarms = AndroidAlarms(context, choices)
    val notices = Notices(context, choices)

    /** How the app looks and speaks. */
    val choosing = Choosing(choices, notices)

    /** Copies that only pass through; those of a process that ended are gone before anybody asks for one. */
    val passing = Passing(File(context.noBackupFilesDir, "passing"))

    /** The key that a finger or a face opens. */
    val finger = FingerKey(context, keys)
    private val turn = Mutex()
    private var opened: Opened? = null

    init {
        scope.launch { passing.sweep() }
    }

    /** What works on the open core. */
    class Opened(val api: TsunagariApi, val following: Following)

    /**
     * The open core. The first who asks opens it, never on their own thread; what went wrong is told to them, and the next
     * who asks tries again. Who leaves before it is open leaves it opening: it is for the whole process.
     *
     * @throws TsunagariError
     */
    suspend fun opened(): Opened = scope.async { turn.withLock { opened ?: open().also { opened = it } } }.await()

    /** Does [deed] for a broadcast, whose receiver may end before it is done. What cannot be done now is left. */
    fun work(broadcast: BroadcastReceiver.PendingResult?, deed: suspend (Opened) -> Unit) = scope.launch {
        try {
            deed(opened())
        } catch (_: TsunagariError) {
            // Nobody is there to be told. What is owed to the core is kept by Following.
        } catch (_: RuntimeException) {
            // As above: what a phone of some maker throws must not end the app.
        } finally {
            broadcast?.finish()
        }
    }

    private suspend fun open(): Opened {
        val folder = File(context.noBackupFilesDir, "tsunagari").path
        val api = opener(folder, choices.language, KeyVault(keys, DEVICE_KEY, context.vault()))
        val following = Following(api, alarms, notices, choices, forgotten = finger::shred)
        scope.launch { following.keepUp() }
        scope.launch { Backups(context, api).keepUp() }
        return Opened(api, following)
    }

    private companion object {
        const val DEVICE_KEY = "device"
    }
}

/** The application, in tests another one. */
internal interface HasGraph {
    val graph: Graph
}

internal val Context.graph: Graph get() = (applicationContext as HasGraph).graph
