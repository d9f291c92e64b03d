package jp.tsunagari.core.rust

import java.time.Clock
import jp.tsunagari.core.BackupApi
import jp.tsunagari.core.Changed
import jp.tsunagari.core.CheckInsApi
import jp.tsunagari.core.CodeApi
import jp.tsunagari.core.DirectoryApi
import jp.tsunagari.core.HomeApi
import jp.tsunagari.core.JournalApi
import jp.tsunagari.core.KeepsakesApi
import jp.tsunagari.core.Keystore
import jp.tsunagari.core.Language
import jp.tsunagari.core.LockApi
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ffi.Device
import jp.tsunagari.ffi.Opening
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.channels.awaitClose
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.buffer
import kotlinx.coroutines.flow.callbackFlow
import kotlinx.coroutines.flow.flowOn
import kotlinx.coroutines.launch

/** The API on the core in Rust. Keep one for the whole app. */
class RustTsunagari internal constructor(private val device: Device, private val io: CoroutineDispatcher) :
    TsunagariApi {
    internal val calls = Calls(io)
    private val rustDirectory = device.directory()
    private val rustLock = device.lock()
    private val rustJournal = device.journal()
    private val rustKeepsakes = device.keepsakes()
    private val rustCheckIns = device.checkIns()
    private val rustHome = device.home()
    private val rustBackups = device.backups()

    override val directory: DirectoryApi = RustDirectory(rustDirectory, calls)
    override val lock: LockApi = RustLock(rustLock, calls)
    override val journal: JournalApi = RustJournal(rustJournal, calls)
    override val keepsakes: KeepsakesApi = RustKeepsakes(rustKeepsakes, calls)
    override val checkIns: CheckInsApi = RustCheckIns(rustCheckIns, calls)
    override val home: HomeApi = RustHome(rustHome, calls)
    override val backups: BackupApi = RustBackups(rustBackups, calls)
    override val codes: CodeApi = RustCodes(calls)

    // Nothing is left out: a screen that misses one change shows what is no longer so.
    override fun changes(): Flow<Changed> = callbackFlow {
        val subscription = calls.typed { device.subscribe(ForwardingListener { trySend(it) }) }
        launch {
            calls.untilClosed()
            channel.close()
        }
        awaitClose {
            subscription.cancel()
            subscription.destroy()
        }
    }.buffer(Channel.UNLIMITED).flowOn(io)

    override suspend fun speak(language: Language) = calls.call { device.setLanguage(language.toFfi()) }

    override fun close() {
        if (!calls.close()) return
        device.shut()
        // What is still running holds its own part; all else is given back now, not when memory is collected.
        listOf(
            rustDirectory,
            rustLock,
            rustJournal,
            rustKeepsakes,
            rustCheckIns,
            rustHome,
            rustBackups,
            device,
        ).forEach(AutoCloseable::close)
    }

    companion object {
        /**
         * Opens the data in [folder], which is private to the app and made where it is not there. [clock] is that of the
         * phone unless another is given.
         *
         * @throws TsunagariError when it cannot be opened; nothing is deleted because it could not be read.
         */
        suspend fun open(
            folder: String,
            language: Language,
            keystore: Keystore,
            clock: Clock? = null,
            io: CoroutineDispatcher = Dispatchers.IO,
        ): RustTsunagari = Calls(io).call {
            val opening = Opening(folder, language.toFfi())
            RustTsunagari(Device.open(opening, PlatformKeystore(keystore), PlatformClock(clock)), io)
        }
    }
}
