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
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.buffer
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.emitAll
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOn
import kotlinx.coroutines.flow.getAndUpdate
import kotlinx.coroutines.flow.transformWhile
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.isActive
import kotlinx.coroutines.withContext

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

    override fun changes(): Flow<Changed> = flow {
        // There are few kinds, so that who collects slowly finds each of them once and misses none.
        val pending = MutableStateFlow(Pending.NONE)
        val listener = ForwardingListener { what -> pending.update { Pending(it.kinds + what) } }
        val subscription = calls.typed { device.subscribe(listener) }
        try {
            emit(Changed.EVERYTHING)
            val untilClosed = combine(pending, calls.closed) { _, closed -> closed }.transformWhile { closed ->
                pending.getAndUpdate { Pending.NONE }.kinds.forEach { emit(it) }
                !closed
            }
            emitAll(untilClosed)
        } finally {
            subscription.cancel()
            subscription.destroy()
        }
    }.buffer(Channel.RENDEZVOUS).flowOn(io)

    override suspend fun speak(language: Language) = calls.call { device.setLanguage(language.toFfi()) }

    override fun close() {
        if (!calls.close()) return
        // What is still running holds its own part; all else is given back now, not when memory is collected, and
        // whatever went wrong before.
        val steps = listOf<() -> Unit>(
            device::shut,
            rustDirectory::close,
            rustLock::close,
            rustJournal::close,
            rustKeepsakes::close,
            rustCheckIns::close,
            rustHome::close,
            rustBackups::close,
            device::close,
        )
        steps.map { step -> runCatching { calls.translated(step) } }.forEach { it.getOrThrow() }
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
        ): RustTsunagari {
            currentCoroutineContext().ensureActive()
            val opened = withContext(NonCancellable) {
                Calls(io).call {
                    val opening = Opening(folder, language.toFfi())
                    val device = Device.open(opening, PlatformKeystore(keystore), PlatformClock(clock))
                    runCatching { RustTsunagari(device, io) }.onFailure { device.close() }.getOrThrow()
                }
            }
            // Nobody waits for it any more, so nobody would close it.
            if (!currentCoroutineContext().isActive) withContext(NonCancellable + io) { opened.close() }
            currentCoroutineContext().ensureActive()
            return opened
        }
    }
}

/**
 * What was heard and is not told yet. Two of them are never the same, also with the same kinds: a flow of states would leave
 * the second out, and nobody would hear of what changed while the first was told.
 */
private class Pending(val kinds: Set<Changed>) {
    companion object {
        val NONE = Pending(emptySet())
    }
}
