package jp.tsunagari.ui.model

import java.nio.file.Path
import jp.tsunagari.core.FileOutcome
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.ui.data.DataModel
import jp.tsunagari.ui.data.ImportShown
import jp.tsunagari.ui.data.inWords
import kotlin.io.path.writeText
import kotlinx.coroutines.CompletableDeferred
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class DataModelTest {
    @TempDir
    private lateinit var folder: Path

    private fun table(name: String, vararg rows: String): String =
        folder.resolve(name).also { it.writeText("名称,住所\n" + rows.joinToString("\n")) }.toString()

    private suspend fun Life.done(model: DataModel) =
        (model.import.shows { it is ImportShown.Done } as ImportShown.Done).report

    @Test
    fun `what is here says whether it is whole, and grows with what is brought in`() = living {
        api.control.whole = false
        val model = DataModel(api, scope)
        val before = model.state.shows { it.value != null }.value!!
        assertFalse(before.whole)
        model.import(table("library.csv", "中央図書館,香川県高松市昭和町1-2-20"))
        assertEquals(1, done(model).entries)
        assertEquals(before.packs.size + 1, model.state.shows { it.value?.packs?.size == 2 }.value?.packs?.size)
    }

    @Test
    fun `it can be stopped, and then nothing was changed`() = living {
        val model = DataModel(api, scope)
        val held = api.control.hold("directory.import")
        model.import(table("library.csv", "中央図書館,香川県高松市昭和町1-2-20"))
        held.reached()
        val running = model.import.shows { it is ImportShown.Running && it.at != null } as ImportShown.Running
        assertEquals(running.at?.totalBytes, running.at?.bytes)
        model.cancel()
        held.letGo()
        assertEquals(ImportShown.Stopped, model.import.value)
        eventually { api.control.busy == 0 }
        assertEquals(1, api.directory.state().packs.size)
        assertEquals(ImportShown.Stopped, model.import.value)
    }

    @Test
    fun `a file that is still copied can be stopped, and one that is not chosen changes nothing`() = living {
        val model = DataModel(api, scope)
        val copied = CompletableDeferred<String?>()
        model.pick { copied.await() }
        assertEquals(ImportShown.Running(null), model.import.value)
        model.cancel()
        copied.complete(table("library.csv", "中央図書館,香川県高松市昭和町1-2-20"))
        assertEquals(ImportShown.Stopped, model.import.value)
        model.pick { null }
        model.import.shows { it == ImportShown.Stopped }
        assertEquals(1, api.directory.state().packs.size)
        model.pick { throw TsunagariError.Invalid("size") }
        model.import.shows { it is ImportShown.Failed }
    }

    @Test
    fun `what was set aside can be brought in after all`() = living {
        val model = DataModel(api, scope)
        model.import(table("gourmet.csv", "カレーの店,香川県高松市昭和町1-2-20"))
        val aside = done(model)
        assertEquals(listOf(FileOutcome.SET_ASIDE), aside.files.map { it.outcome })
        model.takeAll()
        val all = (model.import.shows { it is ImportShown.Done && it.report.entries == 1L } as ImportShown.Done).report
        assertEquals(FileOutcome.IMPORTED, all.files.single().outcome)
    }

    @Test
    fun `a file that is gone says so, and another one can be tried`() = living {
        val model = DataModel(api, scope)
        model.import(folder.resolve("nothing.csv").toString())
        val failed = model.import.shows { it is ImportShown.Failed } as ImportShown.Failed
        assertInstanceOf(TsunagariError.NotFound::class.java, failed.problem)
        model.import(table("library.csv", "中央図書館,香川県高松市昭和町1-2-20", ",名前のない行"))
        assertEquals(1, done(model).refusedRows)
    }

    @Test
    fun `a file that cannot be had where it was chosen says so, and none is no problem`() = living {
        val model = DataModel(api, scope)
        model.pick { null }
        model.import.shows { it == ImportShown.None }
        model.pick { throw TsunagariError.Full() }
        val failed = model.import.shows { it is ImportShown.Failed } as ImportShown.Failed
        assertInstanceOf(TsunagariError.Full::class.java, failed.problem)
        model.pick { table("library.csv", "中央図書館,香川県高松市昭和町1-2-20") }
        assertEquals(1, done(model).entries)
    }

    @Test
    fun `while one file is brought in no other is`() = living {
        val model = DataModel(api, scope)
        val held = api.control.hold("directory.importFrom")
        model.import(table("one.csv", "中央図書館,香川県高松市"))
        held.reached()
        model.import(table("two.csv", "南図書館,香川県高松市"))
        held.letGo()
        assertEquals("one.csv", done(model).files.single().file)
        assertTrue(api.control.calls.count { it == "directory.importFrom" } == 1)
    }

    @Test
    fun `bytes are told in the unit that suits`() {
        assertEquals("999 B", inWords(999, 999))
        assertEquals("12 KB", inWords(12_345, 99_999))
        assertEquals("0.1 MB", inWords(123_456, 5_000_000))
        assertEquals("5.0 MB", inWords(5_000_000, 5_000_000))
    }
}
