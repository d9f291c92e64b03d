package jp.tsunagari.app.screen

import android.content.Intent
import android.net.Uri
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.IOException
import java.io.InputStream
import java.io.OutputStream
import java.util.concurrent.CountDownLatch
import jp.tsunagari.app.app
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf

/** Files that the person chooses; nothing of them stays in the app. */
@RunWith(RobolectricTestRunner::class)
class DocumentsTest {
    private val screen = Screen()
    private val outside = screen.outside
    private val chosen = Uri.parse("content://somewhere/soudan.csv")
    private val resolver = shadowOf(app.contentResolver)
    private val passing = File(app.noBackupFilesDir, "passing")

    @Test
    fun `a chosen file is copied for the app alone, under its name, and gone when it was read`() {
        resolver.registerInputStream(chosen, "名前,電話".byteInputStream())
        val picking = screen.begin { outside.pickFile() }
        val asked = screen.shadow.nextStartedActivityForResult
        assertEquals(Intent.ACTION_OPEN_DOCUMENT, asked.intent.action)
        outside.questions.answered(asked.requestCode, Intent().setData(chosen))
        val picked = runBlocking { picking.await() }!!
        assertEquals("名前,電話", File(picked.path).readText())
        assertEquals("soudan.csv" to "soudan.csv", picked.name to File(picked.path).name)
        assertTrue(picked.path.startsWith(app.noBackupFilesDir.path))
        picked.close()
        picked.close()
        assertEquals(emptyList<File>(), left())
    }

    @Test
    fun `choosing none is no file`() {
        val picking = screen.begin { outside.pickFile() }
        outside.questions.answered(screen.shadow.nextStartedActivityForResult.requestCode, null)
        assertNull(runBlocking { picking.await() })
    }

    @Test
    fun `a file that cannot be read leaves nothing`() {
        resolver.registerInputStreamSupplier(chosen) { throw IOException() }
        val picking = screen.begin { outside.pickFile() }
        outside.questions.answered(screen.shadow.nextStartedActivityForResult.requestCode, Intent().setData(chosen))
        val error = assertThrows(TsunagariError.Unexpected::class.java) { runBlocking { picking.await() } }
        assertEquals("read", error.code)
        assertEquals(emptyList<File>(), left())
    }

    @Test
    fun `a file that is larger than the core takes is not copied, whatever is said of its size`() {
        val large = 300_000L
        val unwritten = Unwritten(app.contentResolver, app.graph.choices)
        val documents = Documents(screen.activity, outside.questions, Passing(passing), unwritten, largest = 200_000)
        for (said in listOf(large, null, 3L)) {
            PlayedPlace.at(chosen, said)
            var given = 0L
            val source = object : InputStream() {
                override fun read(): Int = error("a byte at a time")

                override fun read(into: ByteArray, start: Int, length: Int): Int {
                    if (given > large) return -1
                    given += length
                    return length
                }
            }
            resolver.registerInputStream(chosen, source)
            val picking = screen.begin { documents.pick() }
            choose()
            val error = assertThrows(TsunagariError.Invalid::class.java) { runBlocking { picking.await() } }
            assertEquals("size", error.field)
            assertTrue("$said", if (said == large) given == 0L else given <= large)
            assertEquals(emptyList<File>(), left())
        }
    }

    @Test
    fun `who stops while a file is copied does not wait for its end`() {
        val (reached, free) = CountDownLatch(1) to CountDownLatch(1)
        var parts = 0
        val source = object : InputStream() {
            override fun read(): Int = error("a byte at a time")

            override fun read(into: ByteArray, start: Int, length: Int): Int {
                parts += 1
                if (parts > 1) return -1
                reached.countDown()
                free.await()
                return length
            }
        }
        resolver.registerInputStream(chosen, source)
        val picking = screen.begin { outside.pickFile() }
        choose()
        reached.await()
        picking.cancel()
        free.countDown()
        runBlocking { picking.join() }
        assertEquals(1, parts)
        assertEquals(emptyList<File>(), left())
    }

    @Test
    fun `what is saved goes where the person says, and what was written on the way is gone`() {
        val target = ByteArrayOutputStream()
        resolver.registerOutputStream(chosen, target)
        val saving = screen.begin { outside.saveFile("memo.csv", "text/csv") { File(it).writeText("a,b") } }
        val asked = screen.shadow.nextStartedActivityForResult
        assertEquals(Intent.ACTION_CREATE_DOCUMENT, asked.intent.action)
        assertEquals("text/csv" to "memo.csv", asked.intent.type to asked.intent.getStringExtra(Intent.EXTRA_TITLE))
        outside.questions.answered(asked.requestCode, Intent().setData(chosen))
        assertTrue(runBlocking { saving.await() })
        assertEquals("a,b", target.toString())
        assertEquals(emptyList<File>(), left())
    }

    @Test
    fun `without a place nothing is written at all`() {
        var filled = false
        val saving = screen.begin { outside.saveFile("memo.csv", "text/csv") { filled = true } }
        outside.questions.answered(screen.shadow.nextStartedActivityForResult.requestCode, null)
        assertFalse(runBlocking { saving.await() })
        assertFalse(filled)
    }

    @Test
    fun `what could not be made or taken there leaves nothing, and is told`() {
        val made = screen.begin { outside.saveFile("memo.csv", "text/csv") { throw TsunagariError.Full() } }
        outside.questions.answered(screen.shadow.nextStartedActivityForResult.requestCode, Intent().setData(chosen))
        assertThrows(TsunagariError.Full::class.java) { runBlocking { made.await() } }
        resolver.registerOutputStream(
            chosen,
            object : OutputStream() {
                override fun write(byte: Int) = throw IOException()
            },
        )
        val taken = screen.begin { outside.saveFile("memo.csv", "text/csv") { File(it).writeText("a,b") } }
        outside.questions.answered(screen.shadow.nextStartedActivityForResult.requestCode, Intent().setData(chosen))
        val error = assertThrows(TsunagariError.Unexpected::class.java) { runBlocking { taken.await() } }
        assertEquals("save", error.code)
        assertEquals(emptyList<File>(), left())
    }

    @Test
    fun `what was empty goes when nothing came into it, and a file that was there before stays`() {
        for ((size, gone) in listOf(0L to listOf(chosen), 5L to emptyList(), null to emptyList())) {
            val place = PlayedPlace.at(chosen, size)
            val made = screen.begin { outside.saveFile("data.age", "x/y") { throw TsunagariError.Full() } }
            choose()
            assertThrows(TsunagariError.Full::class.java) { runBlocking { made.await() } }
            assertEquals(gone, place.deleted)
        }
    }

    @Test
    fun `an empty file that a process left which has ended is taken away by the next one`() {
        for ((size, gone) in listOf(0L to listOf(chosen), 5L to emptyList())) {
            val place = PlayedPlace.at(chosen, size)
            // It ends while the file is filled, and nothing of it runs any more.
            screen.begin { outside.saveFile("data.age", "x/y") { awaitCancellation() } }
            choose()
            assertEquals(emptyList<Uri>(), place.deleted)
            AndroidOutside(screen.activity, app.graph)
            assertEquals(gone, place.deleted)
        }
    }

    @Test
    fun `an empty file that was chosen for a process which has ended is taken away`() {
        val place = PlayedPlace.at(chosen, 0L)
        screen.begin { outside.saveFile("data.age", "x/y") { } }
        val asked = screen.shadow.nextStartedActivityForResult
        val anew = AndroidOutside(screen.activity, app.graph)
        anew.questions.answered(asked.requestCode, Intent().setData(chosen))
        assertEquals(listOf(chosen), place.deleted)
        anew.questions.answered(asked.requestCode, Intent().setData(chosen))
        assertEquals("what was asked for otherwise stays", listOf(chosen), place.deleted)
    }

    @Test
    fun `who leaves while a file is taken to its place finds it there`() {
        val place = PlayedPlace.at(chosen, 0L)
        val (reached, free) = CountDownLatch(1) to CountDownLatch(1)
        val target = object : ByteArrayOutputStream() {
            override fun write(bytes: ByteArray, start: Int, length: Int) {
                reached.countDown()
                free.await()
                super.write(bytes, start, length)
            }
        }
        resolver.registerOutputStream(chosen, target)
        val saving = screen.begin { outside.saveFile("data.age", "x/y") { File(it).writeText("kept") } }
        choose()
        reached.await()
        saving.cancel()
        free.countDown()
        runBlocking { saving.join() }
        assertEquals("kept" to emptyList<Uri>(), target.toString() to place.deleted)
        assertEquals(emptyList<File>(), left())
    }

    @Test
    fun `nothing is left of a file for one who leaves while it is copied`() {
        val (reached, free) = CountDownLatch(1) to CountDownLatch(1)
        val source = object : InputStream() {
            override fun read(): Int {
                reached.countDown()
                free.await()
                return -1
            }
        }
        resolver.registerInputStream(chosen, source)
        val picking = screen.begin { outside.pickFile() }
        choose()
        reached.await()
        picking.cancel()
        free.countDown()
        runBlocking { picking.join() }
        assertEquals(emptyList<File>(), left())
    }

    @Test
    fun `who presses twice is asked once`() {
        val (first, second) = List(2) { screen.begin { outside.pickFile() } }
        assertTrue(second.isCompleted)
        choose(null)
        assertNull(runBlocking { first.await() })
        assertNull(screen.shadow.nextStartedActivityForResult)
    }

    @Test
    fun `a long name keeps its ending, and one that cannot be told is told as far as it can`() {
        val place = Passing(passing)
        assertTrue(place.place("名".repeat(300) + ".csv").name.endsWith("名.csv"))
        assertEquals("a?b.csv", place.place("a\uD83Db.csv").name)
        assertEquals("avsc.b", place.place("a\u202Evsc.b").name)
    }

    @Test
    fun `a name cannot lead out of the folder, and copies of a process that ended are swept away`() {
        val place = Passing(passing)
        for (name in listOf("../../databases/x", "..\\..\\x", "..", "", "a\u0000b", "x".repeat(300))) {
            val file = place.place(name)
            assertEquals(passing, file.parentFile?.parentFile)
            file.writeText("x")
        }
        place.sweep()
        assertEquals(emptyList<File>(), left())
    }

    private fun choose(place: Uri? = chosen) = outside.questions
        .answered(screen.shadow.nextStartedActivityForResult.requestCode, place?.let { Intent().setData(it) })

    private fun left(): List<File> = passing.walk().filter { it.isFile }.toList()
}
