package jp.tsunagari.ui.data

import jp.tsunagari.core.Changed
import jp.tsunagari.core.DirectoryState
import jp.tsunagari.core.ImportState
import jp.tsunagari.core.TsunagariApi
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.model.Asked
import jp.tsunagari.ui.model.ask
import jp.tsunagari.ui.model.whenever
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch

/** How an import stands. */
sealed interface ImportShown {
    /** None was begun. */
    data object None : ImportShown

    /** It runs; [at] is not known at its very beginning. */
    data class Running(val at: ImportState.Progress?) : ImportShown

    /** It is done. */
    data class Done(val report: ImportState.Done) : ImportShown

    /** It was stopped, and nothing was changed. */
    data object Stopped : ImportShown

    /** It could not be done, and nothing was changed. */
    data class Failed(val problem: TsunagariError) : ImportShown
}

/** What is here, and bringing in a file. */
class DataModel(private val api: TsunagariApi, private val scope: CoroutineScope) {
    private val found = MutableStateFlow(Asked<DirectoryState>())
    private val bringing = MutableStateFlow<ImportShown>(ImportShown.None)
    private val tries = MutableStateFlow(0)
    private var path: String? = null
    private var job: Job? = null

    val state: StateFlow<Asked<DirectoryState>> = found.asStateFlow()
    val import: StateFlow<ImportShown> = bringing.asStateFlow()

    init {
        scope.launch {
            combine(api.whenever(Changed.DIRECTORY), tries) { _, _ -> }
                .collectLatest { found.ask { api.directory.state() } }
        }
    }

    /** Brings in a file or folder; not while another one is. It has to stay where it is for [takeAll]. */
    fun import(path: String) = run(path, allKinds = false)

    /**
     * Brings in the file whose path [choose] gives; `null` when none was chosen. It runs from here on, and can be stopped:
     * a large file takes its time until it can be read.
     */
    fun pick(choose: suspend () -> String?) {
        if (bringing.value is ImportShown.Running) return
        val shown = bringing.value
        bringing.value = ImportShown.Running(null)
        val before = job
        job = scope.launch {
            before?.join()
            try {
                val chosen = choose()
                if (chosen == null) bringing.value = shown else bring(chosen, allKinds = false)
            } catch (error: TsunagariError) {
                bringing.value = ImportShown.Failed(error)
            }
        }
    }

    /** Brings in the last file once more, with what was set aside. */
    fun takeAll() = path?.let { run(it, allKinds = true) } ?: Unit

    /** Stops the import. Nothing of it is kept. */
    fun cancel() {
        if (bringing.value !is ImportShown.Running) return
        job?.cancel()
        bringing.value = ImportShown.Stopped
    }

    /** Asks the same again. */
    fun again() = tries.update { it + 1 }

    private fun run(path: String, allKinds: Boolean) {
        if (bringing.value is ImportShown.Running) return
        bringing.value = ImportShown.Running(null)
        val before = job
        job = scope.launch {
            // What was stopped comes to its end first.
            before?.join()
            bring(path, allKinds)
        }
    }

    private suspend fun bring(path: String, allKinds: Boolean) {
        this.path = path
        try {
            api.directory.importFrom(path, allKinds).collect { at ->
                bringing.value = when (at) {
                    is ImportState.Progress -> ImportShown.Running(at)
                    is ImportState.Done -> ImportShown.Done(at)
                }
            }
        } catch (_: TsunagariError.Cancelled) {
            bringing.value = ImportShown.Stopped
        } catch (error: TsunagariError) {
            bringing.value = ImportShown.Failed(error)
        }
    }
}
