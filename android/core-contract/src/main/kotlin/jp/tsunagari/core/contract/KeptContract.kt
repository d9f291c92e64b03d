package jp.tsunagari.core.contract

import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.Year
import java.time.YearMonth
import java.util.concurrent.atomic.AtomicInteger
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.FindRequest
import jp.tsunagari.core.Frame
import jp.tsunagari.core.FrameSource
import jp.tsunagari.core.KeptEntry
import jp.tsunagari.core.LockState
import jp.tsunagari.core.LogForm
import jp.tsunagari.core.MoodChange
import jp.tsunagari.core.MoodDraft
import jp.tsunagari.core.NewPlanLine
import jp.tsunagari.core.OwnWords
import jp.tsunagari.core.PageWish
import jp.tsunagari.core.PlanLine
import jp.tsunagari.core.TsunagariError
import kotlin.io.path.writeText
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test as JUnitTest

/** What is kept, and its lock. */
interface KeptContract : Worlds {
    @JUnitTest
    fun `nothing is kept before somebody begins`() = test {
        assertEquals(LockState.NothingKept, api.lock.state())
        fails<TsunagariError.NothingKept> { api.journal.log(MoodDraft(level = 3)) }
        fails<TsunagariError.NothingKept> { api.keepsakes.memo() }
        fails<TsunagariError.NothingKept> { api.checkIns.list() }
        fails<TsunagariError.NothingKept> { api.home.choice() }
        assertEquals(LockState.NothingKept, api.lock.state(), "asking makes nothing")
        api.lock.begin()
        assertEquals(LockState.Open(hasLock = false), api.lock.state())
    }

    @JUnitTest
    fun `what is locked needs the PIN`() = test {
        api.lock.begin()
        api.journal.log(MoodDraft(level = 3))
        invalid("pin") { api.lock.setPin("", "12") }
        api.lock.setPin("", "4649")
        assertEquals(LockState.Open(hasLock = true), api.lock.state())
        api.lock.lock()
        assertEquals(LockState.Locked, api.lock.state())
        fails<TsunagariError.Locked> { api.journal.entries(NOVEMBER) }
        fails<TsunagariError.Locked> { api.lock.begin() }
        assertEquals(LockState.Locked, api.lock.state())
        fails<TsunagariError.WrongSecret> { api.lock.unlock("0000") }
        fails<TsunagariError.Locked> { api.journal.entries(NOVEMBER) }
        api.lock.unlock("4649")
        assertEquals(1, api.journal.entries(NOVEMBER).size)
        fails<TsunagariError.WrongSecret> { api.lock.setPin("0000", "") }
        api.lock.setPin("4649", "")
        api.lock.lock()
        assertEquals(1, api.journal.entries(NOVEMBER).size, "without a PIN nothing locks")
    }

    @JUnitTest
    fun `after too many wrong tries the next has to wait`() = test {
        api.lock.begin()
        api.lock.setPin("", "4649")
        api.lock.lock()
        var at = fails<TsunagariError> { api.lock.unlock("0000") }
        repeat(10) { if (at !is TsunagariError.TryLater) at = fails { api.lock.unlock("000$it") } }
        val later = assertInstanceOf(TsunagariError.TryLater::class.java, at).at
        assertTrue(later > world.clock.instant())
        fails<TsunagariError.TryLater> { api.lock.unlock("4649") }
        world.clock.moveTo(MovableClock.NIGHT.plusDays(1))
        api.lock.unlock("4649")
    }

    @JUnitTest
    fun `everything can be forgotten`() = test {
        api.lock.begin()
        api.keepsakes.setMemo("name", "hana")
        api.lock.forgetEverything()
        assertEquals(LockState.NothingKept, api.lock.state())
        fails<TsunagariError.NothingKept> { api.keepsakes.memo() }
        assertTrue(api.directory.lines().isNotEmpty(), "the directory stays")
    }

    @JUnitTest
    fun `an entry of the mood log is written, changed and erased`() = test {
        api.lock.begin()
        val made = api.journal.log(MoodDraft(level = 2, labels = setOf("lonely"), note = "ねむれない"))
        assertEquals(MovableClock.NIGHT, made.at)
        assertEquals(LocalDate.parse("2026-11-24"), made.day)
        assertEquals(listOf(made), api.journal.entries(NOVEMBER))
        world.clock.moveTo(MovableClock.NIGHT.plusHours(6))
        val amended = api.journal.amend(made.id, MoodChange(level = 3, note = "ねむれた"))
        assertEquals(made.copy(level = 3, note = "ねむれた", amended = world.clock.instant()), amended)
        assertEquals(amended, api.journal.entry(made.id))
        api.journal.erase(made.id)
        fails<TsunagariError.NotFound> { api.journal.entry(made.id) }
        fails<TsunagariError.NotFound> { api.journal.erase(made.id) }
        assertEquals(emptyList<Any>(), api.journal.entries(NOVEMBER))
    }

    @JUnitTest
    fun `what cannot be a mood is not written`() = test {
        api.lock.begin()
        invalid("level") { api.journal.log(MoodDraft(level = 9)) }
        invalid("level") { api.journal.log(MoodDraft(level = -1)) }
        invalid("labels") { api.journal.log(MoodDraft(level = 3, labels = setOf("nonsense"))) }
        invalid("at") { api.journal.log(MoodDraft(level = 3, at = MovableClock.NIGHT.plusDays(1))) }
        assertEquals(emptyList<Any>(), api.journal.entries(NOVEMBER))
    }

    @JUnitTest
    fun `several entries of a day stand beside each other`() = test {
        api.lock.begin()
        val evening = OffsetDateTime.parse("2026-11-20T21:30:00+09:00")
        api.journal.log(MoodDraft(level = 4, at = evening))
        api.journal.log(MoodDraft(level = 1, at = evening.plusHours(1)))
        val november = api.journal.month(YearMonth.of(2026, 11))
        assertTrue(november.weeks.all { it.size == 7 })
        val days = november.weeks.flatten().filter { it.within }
        assertEquals(30, days.size)
        val felt = days.single { it.levels.isNotEmpty() }
        assertEquals(20 to listOf(4, 1), felt.day.dayOfMonth to felt.levels)
        val year = api.journal.year(Year.of(2026))
        assertEquals(12, year.months.size)
        assertTrue("<svg" in api.journal.yearPicture(Year.of(2026)))
    }

    @JUnitTest
    fun `the mood log can be put away`() = test {
        api.lock.begin()
        val made = api.journal.log(MoodDraft(level = 3))
        api.journal.hide(true)
        assertTrue(api.journal.isHidden())
        fails<TsunagariError.PutAway> { api.journal.entries(NOVEMBER) }
        fails<TsunagariError.PutAway> { api.journal.log(MoodDraft(level = 3)) }
        api.journal.hide(false)
        assertFalse(api.journal.isHidden())
        assertEquals(listOf(made), api.journal.entries(NOVEMBER))
    }

    @JUnitTest
    fun `the mood log is written out and taken in again`() = test {
        api.lock.begin()
        val made = api.journal.log(MoodDraft(level = 3, note = "ねむれた"))
        val file = api.journal.export(LogForm.JSON).toByteArray()
        assertEquals(1, api.journal.importLog(file).same)
        api.journal.erase(made.id)
        assertEquals(1, api.journal.importLog(file).added)
        assertEquals("ねむれた", api.journal.entry(made.id).note)
        invalid("file") { api.journal.importLog("nothing".toByteArray()) }
        assertTrue("ねむれた" in api.journal.page(PageWish(NOVEMBER, notes = true)))
        assertFalse("ねむれた" in api.journal.page(PageWish(NOVEMBER, notes = true, without = setOf(made.id))))
    }

    @JUnitTest
    fun `a heavy word calls for people who listen`() = test {
        api.lock.begin()
        val heavy = api.journal.vocabulary().labels.first { it.callsForLines }
        val made = api.journal.log(MoodDraft(level = 1, labels = setOf(heavy.code)))
        assertTrue(made.callsForLines)
        val after = api.journal.stepAfter(made.id)
        assertNull(after.step)
        assertTrue(after.lines.isNotEmpty())
        val light = api.journal.stepAfter(api.journal.log(MoodDraft(level = 4)).id)
        assertNotNull(light.step)
        assertTrue(light.lines.isEmpty())
    }

    @JUnitTest
    fun `a sentence comes back for answers, and they are kept only when somebody says so`() = test {
        val form = api.journal.forms().first()
        val answers = form.questions.map { form.options.first().value }
        assertTrue(api.journal.back(form.id, answers).sentence.isNotEmpty())
        assertTrue(api.journal.listening().isNotEmpty())
        invalid("answers") { api.journal.back(form.id, answers + 1) }
        fails<TsunagariError.NotFound> { api.journal.back("nobody", answers) }
        assertEquals(form.hasFigures, api.journal.figures(form.id) != null)
        fails<TsunagariError.NothingKept> { api.journal.keep(form.id, answers) }
        api.lock.begin()
        val kept = api.journal.keep(form.id, answers)
        assertEquals(listOf(kept), api.journal.keptAnswers())
        api.journal.eraseKept(kept.id)
        assertEquals(emptyList<Any>(), api.journal.keptAnswers())
        fails<TsunagariError.NotFound> { api.journal.eraseKept(kept.id) }
    }

    @JUnitTest
    fun `lines of the plan stand in the person's order`() = test {
        api.lock.begin()
        val line = api.directory.lines().first { !it.traceWarning }
        api.keepsakes.addToPlan(1, NewPlanLine.Written("夜になると考えが止まらない"))
        api.keepsakes.addToPlan(1, NewPlanLine.Written("食べられない"))
        api.keepsakes.addToPlan(1, NewPlanLine.Listed(line.id))
        api.keepsakes.changePlan(1, 2, NewPlanLine.Written("食べるのを忘れる"))
        api.keepsakes.moveInPlan(1, 2, 1)
        api.keepsakes.removeFromPlan(1, 2)
        val plan = api.keepsakes.plan()
        val (first, second) = plan.steps.first().lines
        assertEquals(PlanLine.Written("食べるのを忘れる"), first)
        val entry = assertInstanceOf(PlanLine.Listed::class.java, second).entry
        assertEquals(line.id, assertInstanceOf(KeptEntry.Standing.Here::class.java, entry.now).card.id)
        assertEquals((1..7).toList(), plan.steps.map { it.number })
        assertTrue(plan.listening.isNotEmpty() && plan.emergency.isNotEmpty())
        invalid("step") { api.keepsakes.addToPlan(8, NewPlanLine.Written("ない")) }
        invalid("text") { api.keepsakes.addToPlan(1, NewPlanLine.Written("")) }
        for (nowhere in listOf(7, 0, -1)) {
            fails<TsunagariError.NotFound> { api.keepsakes.removeFromPlan(1, nowhere) }
            fails<TsunagariError.NotFound> { api.keepsakes.moveInPlan(1, nowhere, 1) }
            fails<TsunagariError.NotFound> { api.keepsakes.changePlan(1, nowhere, NewPlanLine.Written("ない")) }
        }
        fails<TsunagariError.NotFound> { api.keepsakes.moveInPlan(1, 1, 0) }
        fails<TsunagariError.NotFound> { api.keepsakes.moveInPlan(1, 1, -1) }
        fails<TsunagariError.NotFound> { api.keepsakes.addToPlan(1, NewPlanLine.Listed(EntryId("nobody"))) }
        assertTrue("食べるのを忘れる" in api.keepsakes.planPage())
    }

    @JUnitTest
    fun `a line of the plan whose entry is gone keeps its name`() = test {
        api.lock.begin()
        val file = world.folder.resolve("library.csv")
        val head = "名称,住所,緯度,経度\n中央図書館,香川県高松市昭和町1-2-20,34.3380,134.0360\n"
        file.writeText(head + "みなみ図書館,香川県高松市番町1-2-3,34.3400,134.0400\n")
        api.directory.importFrom(file.toString()).toList()
        val gone = api.directory.places("高松市").places.first { it.card.name == "みなみ図書館" }.card.id
        api.keepsakes.addToPlan(1, NewPlanLine.Listed(gone))
        file.writeText(head)
        api.directory.importFrom(file.toString()).toList()
        val (line) = api.keepsakes.plan().steps.first().lines
        val entry = assertInstanceOf(PlanLine.Listed::class.java, line).entry
        assertEquals("みなみ図書館", entry.name)
        assertInstanceOf(KeptEntry.Standing.Gone::class.java, entry.now)
    }

    @JUnitTest
    fun `below a plan that cannot be shown stands help all the same`() = test {
        fails<TsunagariError.NothingKept> { api.keepsakes.plan() }
        val hours = api.keepsakes.hardHoursWithoutPlan()
        assertTrue(hours.listening.isNotEmpty() && hours.emergency.isNotEmpty())
        assertEquals(7, hours.steps.size)
    }

    @JUnitTest
    fun `the memo shows only what the person agreed to`() = test {
        api.lock.begin()
        api.keepsakes.setMemo("name", "hana")
        api.keepsakes.setMemo("trouble", "だれとも話していません")
        invalid("field") { api.keepsakes.setMemo("colour", "青") }
        invalid("share") { api.keepsakes.sharedMemo() }
        api.keepsakes.shareMemo(listOf("trouble"), true)
        val shared = api.keepsakes.sharedMemo()
        assertEquals(1, shared.sentences.size)
        assertTrue("だれとも話していません" in shared.text && "hana" !in shared.text)
        assertFalse("hana" in api.keepsakes.memoPage())
        assertEquals(listOf("trouble"), api.keepsakes.memo().filter { it.share }.map { it.code })
        api.keepsakes.clearMemo(listOf("name", "trouble"))
        invalid("share") { api.keepsakes.sharedMemo() }
    }

    @JUnitTest
    fun `the camera reads what the memo shows`() = test {
        api.lock.begin()
        api.keepsakes.setMemo("trouble", "だれとも話していません")
        api.keepsakes.shareMemo(listOf("trouble"), true)
        val code = api.keepsakes.memoCode()
        assertEquals(api.keepsakes.sharedMemo().text, api.codes.read(Camera(code, empty = 2)))
        assertNull(api.codes.read { null })
        // What is no square, and what is too small for any code.
        val odd = mutableListOf(Frame(64, 32, ByteArray(64 * 32)), Frame(3, 3, ByteArray(9)))
        assertNull(api.codes.read { odd.removeFirstOrNull() })
        invalid("frame") { api.codes.read { Frame(4, 4, ByteArray(3)) } }
        invalid("frame") { api.codes.read { Frame(-2, -2, ByteArray(4)) } }
        val broken = FrameSource { throw NoSuchMethodError("newer than this phone") }
        assertEquals("callback", fails<TsunagariError.Unexpected> { api.codes.read(broken) }.code)
    }

    @JUnitTest
    fun `what nobody sees and what turns the direction of writing is not read from a code`() = test {
        api.lock.begin()
        api.keepsakes.setMemo("trouble", "087\u202e-000\u200b-0001")
        api.keepsakes.shareMemo(listOf("trouble"), true)
        val read = api.codes.read(Camera(api.keepsakes.memoCode(), empty = 0))
        assertTrue("087-000-0001" in read.orEmpty(), read)
    }

    @JUnitTest
    fun `a memo that is longer than a code is shown all the same`() = test {
        api.lock.begin()
        api.keepsakes.setMemo("trouble", "あ".repeat(1_000))
        api.keepsakes.shareMemo(listOf("trouble"), true)
        invalid("qr") { api.keepsakes.memoCode() }
        invalid("qr") { api.keepsakes.memoCodePicture() }
        assertEquals(1, api.keepsakes.sharedMemo().sentences.size)
        assertTrue("あああ" in api.keepsakes.memoPage())
    }

    @JUnitTest
    fun `what is too long is not kept, and nothing is cut`() = test {
        api.lock.begin()
        val long = { most: Int -> "あ".repeat(most + 1) }
        invalid("text") { api.keepsakes.addToPlan(1, NewPlanLine.Written(long(200))) }
        invalid("text") { api.keepsakes.setMemo("trouble", long(1_000)) }
        invalid("text") { api.keepsakes.addOwn(OwnWords(name = long(100))) }
        val tooLong = listOf(
            OwnWords(kana = long(100)),
            OwnWords(tel = long(100)),
            OwnWords(address = long(200)),
            OwnWords(hours = long(500)),
            OwnWords(note = long(2_000)),
        )
        for (words in tooLong) invalid("text") { api.keepsakes.addOwn(words.copy(name = "よりみち食堂")) }
        assertEquals(emptyList<Any>(), api.keepsakes.owns())
        // White space at the ends does not count, and one character is one however it is stored.
        api.keepsakes.addToPlan(1, NewPlanLine.Written(" " + "𠮟".repeat(200) + " "))
        assertEquals(listOf(PlanLine.Written("𠮟".repeat(200))), api.keepsakes.plan().steps.first().lines)
    }

    @JUnitTest
    fun `others ask while the camera looks, and who leaves stops it`() = test {
        val pictures = AtomicInteger()
        val camera = launch(Dispatchers.Default) {
            api.codes.read {
                pictures.incrementAndGet()
                Frame(16, 16, ByteArray(256))
            }
        }
        eventually("the camera looks") { pictures.get() > 2 }
        assertEquals(LockState.NothingKept, api.lock.state())
        camera.cancelAndJoin()
        eventually("the camera is left") { world.running() == 0 }
    }

    @JUnitTest
    fun `favourites are set aside under their names`() = test {
        api.lock.begin()
        val (warned, other) = api.directory.lines().partition { it.traceWarning }.toList().map { it.first() }
        assertEquals(other.name, api.keepsakes.addFavourite(other.id))
        invalid("traces") { api.keepsakes.addFavourite(warned.id) }
        assertEquals(listOf(other.id), api.keepsakes.favourites().map { it.id })
        api.keepsakes.removeFavourite(other.id)
        fails<TsunagariError.NotFound> { api.keepsakes.removeFavourite(other.id) }
    }

    @JUnitTest
    fun `entries of one's own are found when somebody asks for them`() = test {
        api.lock.begin()
        invalid("text") { api.keepsakes.addOwn(OwnWords(tel = "087-000-0000")) }
        val id = api.keepsakes.addOwn(OwnWords(name = "よりみち食堂", tel = "087-000-0000"))
        api.keepsakes.changeOwn(id, OwnWords(address = "高松市"))
        val (own) = api.keepsakes.owns()
        assertEquals(listOf("よりみち食堂", "087-000-0000", "高松市"), listOf(own.name, own.tel, own.address))
        assertTrue(own.label.isNotEmpty())
        assertEquals(listOf(id), api.keepsakes.findOwn("よりみち").map { it.id })
        assertEquals(listOf(id), api.directory.find(FindRequest("よりみち食堂", own = true)).own.map { it.id })
        assertEquals(emptyList<Any>(), api.directory.find(FindRequest("よりみち食堂")).own)
        api.keepsakes.removeOwn(id)
        fails<TsunagariError.NotFound> { api.keepsakes.removeOwn(id) }
    }

    private companion object {
        val NOVEMBER = LocalDate.parse("2026-11-01")..LocalDate.parse("2026-11-30")
    }
}
