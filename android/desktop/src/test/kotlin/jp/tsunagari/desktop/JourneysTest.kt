package jp.tsunagari.desktop

import java.nio.file.Path
import java.time.Duration
import java.time.OffsetDateTime
import jp.tsunagari.core.Language
import jp.tsunagari.core.LockState
import kotlin.io.path.exists
import kotlin.io.path.readBytes
import kotlin.io.path.writeText
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** What people do with the app, from its first page to the last, on the real core. */
class JourneysTest {
    private val phones = mutableListOf<Phone>()

    @AfterEach
    fun close() = phones.forEach(Phone::close)

    @Test
    fun `at three in the night somebody is found and called, and nothing of it is kept`() {
        val phone = phone(OffsetDateTime.parse("2026-11-24T03:00:00+09:00"))
        phone.on {
            begins(keep = false)
            presses(label("door_talk"))
            types(label("find_hint"), "さびしくて眠れない")
            sees(label("find_found"))
            pressesFirst(YORISOI)
            sees(label("detail_promise"))
            sees("24時間")
            presses(label("detail_call_named", YORISOI_NUMBER, "電話"))
            assertEquals(listOf("0120279338"), spy.dialled)
            assertEquals(LockState.NothingKept, runBlocking { api.lock.state() })
        }
    }

    @Test
    fun `a file of a city is brought in, and what it holds is found around the place`() = phone().let { phone ->
        val file = phone.folder.resolve("tosyokan.csv")
        file.writeText("名称,住所,緯度,経度\nこもれび図書館,香川県高松市昭和町1-2-20,34.3380,134.0360\n")
        phone.bringsIn(file, "こもれび図書館")
    }

    @Test
    fun `open data of Takamatsu is brought in as it is, and found around the place`() {
        val file = Path.of("../../../shared/data/jp/takamatsu/data/library/data.xlsx")
        assumeTrue(file.exists()) { "skipped: $file is not here" }
        phone().bringsIn(file, "高松市中央図書館")
    }

    private fun Phone.bringsIn(file: Path, name: String) = on {
        begins(keep = false)
        presses(label("door_go"))
        presses(label("area_title"))
        types(label("area_hint"), "高松市")
        pressesFirst("香川県高松市")
        sees(label("places_around", "香川県高松市"))
        presses(label("places_data"))
        spy.chooses = file
        presses(label("data_pick"))
        sees(label("data_places"))
        presses(label("data_places"))
        pressesFirst(name)
        sees(label("detail_place"))
        sees("自分で取り込んだ公開データです")
    }

    @Test
    fun `a guided finder leads to somebody for a friend, without a word`() = phone().on {
        begins(keep = false)
        presses(label("more"))
        presses(label("more_ask"))
        presses("身近な人が心配")
        presses("元気がない、眠れていない、前とちがう")
        presses(label("ask_next"))
        presses("友だち、恋人")
        presses(label("ask_enough"))
        sees(label("ask_results"))
        pressesFirst(label("why_this"))
        sees(label("detail_ways"))
        assertEquals(LockState.NothingKept, runBlocking { api.lock.state() })
    }

    @Test
    fun `a mood is written down with one tap, and stands in its month after the app was closed`() {
        val phone = phone()
        phone.on {
            begins(keep = true)
            presses(label("door_mood"))
            presses("すこし軽い")
            sees(label("mood_undo"))
        }
        phone.on {
            presses(label("door_mood"))
            presses(label("mood_calendar"))
            sees("24日（火） くもりときどき晴れ")
            pressesFirst("24日（火） くもりときどき晴れ")
            sees("すこし軽い")
        }
    }

    @Test
    fun `all reminders rest until they are asked for again`() {
        val phone = phone()
        phone.on {
            begins(keep = true)
            makesCheckIn()
            presses(label("checkins_rest_said"))
            sees(label("checkins_resting"))
            await("no alarm") { spy.set.isEmpty() }
        }
        phone.on {
            await("no alarm after a start") { spy.set.isEmpty() }
            presses(label("more"))
            presses(label("more_checkins"))
            presses(label("checkins_rest_end"))
            await("alarms again") { spy.set.isNotEmpty() }
        }
    }

    @Test
    fun `a wrong PIN opens nothing, the right one does, and finding works with the lock on`() {
        val phone = phone()
        phone.on {
            begins(keep = true)
            setsPin()
            writesMemo()
        }
        phone.on {
            presses(label("door_talk"))
            sees(YORISOI)
            spy.pressBack()
            presses(label("more"))
            presses(label("more_memo"))
            presses(label("kept_unlock"))
            types(label("lock_pin"), "0000")
            presses(label("unlock_open"))
            sees(label("unlock_wrong"))
            assertFalse(isThere(MEMO))
            types(label("lock_pin"), PIN)
            presses(label("unlock_open"))
            sees(MEMO)
        }
    }

    @Test
    fun `who is away for longer finds it locked, and private pages are seen in the app alone`() {
        val phone = phone()
        phone.on {
            begins(keep = true)
            setsPin()
            writesMemo()
            await("a private page is hidden") { spy.hidden.value }
            phone.away(Duration.ofSeconds(59))
            assertTrue(isThere(MEMO)) { "a moment elsewhere" }
            phone.away(Duration.ofSeconds(61))
            sees(label("kept_unlock"))
            assertFalse(isThere(MEMO))
            goesBack(2)
            await("Home says nothing of a person") { !spy.hidden.value }
        }
    }

    @Test
    fun `after a start of the phone alarms are there again, although it is locked`() {
        val phone = phone()
        phone.on {
            begins(keep = true)
            makesCheckIn()
            goesBack(2)
            setsPin()
        }
        val before = phone.spy.set.values.map { it.at }.sorted()
        phone.startsAgain()
        assertEquals(before, phone.spy.set.values.map { it.at }.sorted())
        phone.on {
            sees(label("home_title"))
            assertEquals(LockState.Locked, runBlocking { api.lock.state() })
        }
    }

    @Test
    fun `in other hands there is the finder alone, and the way out ends at the lock`() {
        val phone = phone()
        phone.on {
            begins(keep = true)
            setsPin()
            goesBack(1)
            presses(label("more"))
            presses(label("more_handover"))
            presses(label("handover_begin"))
            types(label("find_hint"), "仕事がない")
            sees(label("find_found"))
            pressesFirst(label("why_this"))
            sees(label("detail_ways"))
            spy.pressBack()
            sees(label("handover_end"))
            spy.pressBack()
            sees(label("unlock_title"))
            assertThrows<IllegalStateException>("a way back behind the lock") { spy.pressBack() }
            types(label("lock_pin"), PIN)
            presses(label("unlock_open"))
            sees(label("home_title"))
        }
    }

    @Test
    fun `a sheet is printed with the number, who assured it, and nothing that is fetched`() = phone().on {
        begins(keep = false)
        presses(label("door_talk"))
        types(label("find_hint"), "さびしくて眠れない")
        pressesFirst(YORISOI)
        presses(label("detail_print"))
        await("a page") { spy.printed.isNotEmpty() }
        val page = spy.printed.single()
        for (part in listOf(YORISOI, YORISOI_NUMBER, "窓口には未確認")) assertTrue(part in page) { part }
        for (part in listOf("<script", "src=\"http", "url(http")) assertFalse(part in page) { part }
    }

    @Test
    fun `a backup of one phone is restored on another`() {
        val (old, new) = phone() to phone()
        old.on {
            begins(keep = true)
            writesMemo()
            goesBack(2)
            opens("settings_backup")
            presses(label("backup_make"))
            presses(label("backup_pick_new"))
            types(label("backup_secret"), SECRET)
            types(label("backup_again"), SECRET)
            presses(label("backup_make"))
            await("a file") { spy.saved?.exists() == true }
        }
        val backup = checkNotNull(old.spy.saved)
        assertFalse(MEMO in backup.readBytes().toString(Charsets.UTF_8))
        new.on {
            begins(keep = false)
            opens("settings_backup")
            presses(label("backup_restore"))
            spy.chooses = backup
            presses(label("backup_pick_old"))
            types(label("backup_secret"), "もとの合い言葉ではない")
            presses(label("backup_restore"))
            sees(label("backup_wrong"))
            types(label("backup_secret"), SECRET)
            presses(label("backup_restore"))
            sees(label("backup_restored", "").substringBefore("（"))
            goesBack(2)
            presses(label("more_memo"))
            sees(MEMO)
        }
    }

    @Test
    fun `everything is forgotten, and nothing of it is on the phone any more`() {
        val phone = phone()
        phone.on {
            begins(keep = true)
            makesCheckIn()
            goesBack(2)
            writesMemo()
            goesBack(2)
            opens("settings_forget")
            presses(label("forget_next"))
            turns(label("forget_understood"))
            presses(label("forget_do"))
            sees(label("forget_done"))
            await("no alarm") { spy.set.isEmpty() }
        }
        phone.on {
            presses(label("more"))
            presses(label("more_memo"))
            sees(label("begin_keep"))
            assertEquals(LockState.NothingKept, runBlocking { api.lock.state() })
        }
    }

    @Test
    fun `another language is chosen, and all the pages speak it at once`() = phone().on {
        begins(keep = false)
        opens("settings_language")
        presses("English")
        language = Language.ENGLISH
        sees(label("settings_language"))
        spy.pressBack()
        sees(label("settings_title"))
        goesBack(2)
        presses(label("door_talk"))
        sees("Open now")
    }

    private fun phone(at: OffsetDateTime = OffsetDateTime.parse("2026-11-24T02:00:00+09:00")) =
        Phone(at).also(phones::add)

    private fun Way.opens(row: String) {
        if (!isThere(label("more_settings"))) presses(label("more"))
        presses(label("more_settings"))
        pressesFirst(label(row))
    }

    private fun Way.makesCheckIn() {
        presses(label("more"))
        presses(label("more_checkins"))
        presses(label("checkins_add"))
        presses(label("checkin_save"))
        await("alarms") { spy.set.isNotEmpty() }
        sees(label("checkins_rest_said"))
    }

    private fun Way.setsPin() {
        opens("settings_lock")
        presses(label("lock_set"))
        types(label("lock_new"), PIN)
        types(label("lock_again"), PIN)
        presses(label("lock_do"))
        sees(label("lock_set_done"))
        goesBack(2)
    }

    private fun Way.writesMemo() {
        if (!isThere(label("more_memo"))) presses(label("more"))
        presses(label("more_memo"))
        pressesFirst(label("memo_write"))
        typesAnywhere(MEMO)
        presses(label("write_keep"))
        sees(label("memo_rewrite"))
    }

    private companion object {
        const val YORISOI = "よりそいホットライン"
        const val YORISOI_NUMBER = "0120-279-338"
        const val PIN = "4649こむぎ"
        const val SECRET = "ひかりのあさです"
        const val MEMO = "夜になると息がくるしい"
    }
}
