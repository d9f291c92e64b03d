package jp.tsunagari.ui.model

import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import jp.tsunagari.core.LockState
import jp.tsunagari.core.MoodDraft
import jp.tsunagari.core.TsunagariError
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class BackupModelTest {
    @TempDir
    lateinit var folder: Path
    private val closed = CopyOnWriteArrayList<Boolean>()

    @Test
    fun `a backup is made, checked and restored`() = living {
        api.lock.begin()
        api.journal.log(MoodDraft(level = 3))
        val model = model()
        doing(model, BackupTask.MAKE, folder.resolve("a"))
        model.go(SECRET, SECRET)
        assertInstanceOf(BackupSaid.Made::class.java, model.shown.shows { it.said != null }.said)
        assertEquals(listOf(true), closed)
        assertNull(model.shown.value.task)
        doing(model, BackupTask.CHECK, folder.resolve("a"))
        model.go(SECRET, "")
        model.shown.shows { it.said is BackupSaid.Whole && !it.busy }
        api.lock.forgetEverything()
        doing(model, BackupTask.RESTORE, folder.resolve("a"))
        model.go(SECRET, "")
        model.shown.shows { it.said is BackupSaid.Restored && it.lock is LockState.Open }
        assertTrue("checkIns.apply" in api.control.calls)
    }

    @Test
    fun `what is kept here is replaced only when somebody says so`() = living {
        api.lock.begin()
        val model = model()
        doing(model, BackupTask.MAKE, folder.resolve("a"))
        model.go(SECRET, SECRET)
        model.shown.shows { it.said is BackupSaid.Made }
        api.journal.log(MoodDraft(level = 3))
        val entries = api.journal.entry(api.journal.log(MoodDraft(level = 2)).id)
        doing(model, BackupTask.RESTORE, folder.resolve("a"))
        model.go(SECRET, "")
        model.shown.shows { it.said == BackupSaid.Replace && !it.busy }
        assertEquals(entries, api.journal.entry(entries.id))
        model.go(SECRET, "", replace = true)
        model.shown.shows { it.said is BackupSaid.Restored }
    }

    @Test
    fun `a passphrase that cannot be taken is said, and the place stays chosen`() = living {
        api.lock.begin()
        val model = model()
        doing(model, BackupTask.MAKE, folder.resolve("a"))
        for ((first, again, said) in listOf(
            Triple("short", "short", BackupSaid.TooShort),
            Triple(SECRET, "another one", BackupSaid.Differ),
        )) {
            model.go(first, again)
            model.shown.shows { it.said == said && !it.busy }
            assertEquals(BackupTask.MAKE, model.shown.value.task)
        }
        assertEquals(emptyList<Boolean>(), closed)
        model.go(SECRET, SECRET)
        model.shown.shows { it.said is BackupSaid.Made }
        doing(model, BackupTask.CHECK, folder.resolve("a"))
        model.go("not this one", "")
        model.shown.shows { it.said == BackupSaid.WrongPassphrase && !it.busy }
        model.stop()
        model.shown.shows { it.task == null }
        assertEquals(listOf(true, false), closed)
    }

    @Test
    fun `a file that is not there is said`() = living {
        val model = model()
        doing(model, BackupTask.CHECK, folder.resolve("none"))
        model.go(SECRET, "")
        model.shown.shows { it.said == BackupSaid.Gone }
    }

    @Test
    fun `a file that cannot be had where it was chosen says so`() = living {
        val model = model()
        model.begin(BackupTask.CHECK)
        model.shown.shows { it.task == BackupTask.CHECK }
        model.pick { throw TsunagariError.Full() }
        val said = model.shown.shows { it.said != null }.said
        assertInstanceOf(TsunagariError.Full::class.java, assertInstanceOf(BackupSaid.Problem::class.java, said).error)
    }

    @Test
    fun `scheduled backups are made at once, and end when somebody says so`() = living {
        api.lock.begin()
        val model = model()
        doing(model, BackupTask.SCHEDULE, folder)
        model.schedule(SECRET, SECRET, 7)
        val shown = model.shown.shows { it.schedule?.worked != null && it.task == null }
        assertEquals(7, shown.schedule?.everyDays)
        model.endSchedule()
        model.shown.shows { it.schedule == null && it.said == BackupSaid.Ended }
    }

    private fun Life.model() = BackupModel(api, scope, SetAlarms())

    private suspend fun Life.doing(
        model: BackupModel,
        task: BackupTask,
        path: Path,
    ) {
        model.begin(task)
        model.shown.shows { it.task == task && it.said == null }
        model.picked(Picked(path.toString(), "a") { closed += it })
    }

    private companion object {
        const val SECRET = "ひかりのあさです"
    }
}
