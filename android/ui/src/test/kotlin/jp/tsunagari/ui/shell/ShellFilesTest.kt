package jp.tsunagari.ui.shell

import java.io.IOException
import java.time.Clock
import java.util.concurrent.CopyOnWriteArrayList
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.OutFile
import jp.tsunagari.ui.model.BackupModel
import jp.tsunagari.ui.model.BackupSaid
import jp.tsunagari.ui.model.BackupTask
import jp.tsunagari.ui.model.Life
import jp.tsunagari.ui.model.MemoryChoices
import jp.tsunagari.ui.model.SetAlarms
import jp.tsunagari.ui.model.living
import kotlinx.coroutines.CompletableDeferred
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Nothing is said to be saved that is not where the person wanted it. */
class ShellFilesTest {
    private val ended = CopyOnWriteArrayList<TsunagariError?>()

    @Test
    fun `a file is saved when it is where the person wanted it`() = living {
        shell(PlayedOutside()).save(file())
        eventually { ended.size == 1 }
        assertNull(ended.single())
    }

    @Test
    fun `a file that could not be taken there, or not be written, is not saved`() = living {
        shell(PlayedOutside(take = { throw TsunagariError.Full() })).save(file())
        eventually { ended.size == 1 }
        assertInstanceOf(TsunagariError.Full::class.java, ended.single())
        shell(PlayedOutside()).save(file { throw IOException("full") })
        eventually { ended.size == 2 }
        assertInstanceOf(TsunagariError.Unexpected::class.java, ended.last())
    }

    @Test
    fun `where nothing prints it is said`() = living {
        shell(PlayedOutside()).print(file())
        eventually { ended.size == 1 }
        assertNull(ended.single())
        shell(PlayedOutside(prints = false)).print(file())
        eventually { ended.size == 2 }
        assertEquals("print", (ended.last() as TsunagariError.Unexpected).code)
    }

    @Test
    fun `a backup is made when it is where the person wanted it`() = living {
        val (taking, taken) = CompletableDeferred<Unit>() to CompletableDeferred<Unit>()
        val model = making(
            PlayedOutside(
                take = {
                    taking.complete(Unit)
                    taken.await()
                },
            ),
        )
        taking.await()
        assertTrue(model.shown.value.busy)
        assertNull(model.shown.value.said)
        taken.complete(Unit)
        assertInstanceOf(BackupSaid.Made::class.java, model.shown.shows { it.said != null }.said)
    }

    @Test
    fun `a backup that could not be taken there is not made`() = living {
        val model = making(PlayedOutside(take = { throw TsunagariError.Full() }))
        val shown = model.shown.shows { it.said != null && !it.busy }
        assertInstanceOf(BackupSaid.Problem::class.java, shown.said)
        assertEquals(BackupTask.MAKE, shown.task)
    }

    private suspend fun Life.making(outside: Outside): BackupModel {
        api.lock.begin()
        val model = BackupModel(api, scope, SetAlarms())
        model.begin(BackupTask.MAKE)
        model.shown.shows { it.task == BackupTask.MAKE }
        model.pick { shell(outside).pick(BackupTask.MAKE, model) }
        model.shown.shows { it.picked != null }
        model.go(SECRET, SECRET)
        return model
    }

    private fun file(write: () -> Unit = { }) = OutFile(
        "notes.csv",
        "text/csv",
        write = { out ->
            write()
            out.write(1)
        },
        ended = { ended += it },
    )

    private fun Life.shell(outside: Outside) = Shell(
        api,
        outside,
        MemoryChoices(),
        Paths(Route.Home, scope.coroutineContext),
        scope,
        Clock.systemDefaultZone(),
    )

    private companion object {
        const val SECRET = "ひかりのあさです"
    }
}
