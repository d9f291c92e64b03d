package jp.tsunagari.core.fake

import java.time.Duration
import jp.tsunagari.core.Area
import jp.tsunagari.core.Card
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.EntryKind
import jp.tsunagari.core.Fact
import jp.tsunagari.core.Fee
import jp.tsunagari.core.Filters
import jp.tsunagari.core.Named
import jp.tsunagari.core.OpenState
import jp.tsunagari.core.Place
import jp.tsunagari.core.Slot
import jp.tsunagari.core.Span
import jp.tsunagari.core.Way
import jp.tsunagari.core.WayId
import jp.tsunagari.core.WayKind

/** Two invented places of 香川県高松市, of which one is known well, and what every municipality should have. */
internal class FakePlaces(private val device: FakeDevice) {
    private val words = FakePlaceWords(device)

    val all: List<Place>
        get() = listOf(
            Place(card(SALON, words.salon, 1, opens = 1, words.salonNext), facts(true, true, null, true, true)),
            Place(card("fake.books", words.books, 2, opens = null, null), facts(null, null, null, null, null)),
        )

    /** Places of an area, imported ones first. What is unknown does not meet a wish. */
    fun near(area: Area, imported: List<Card>, filters: Filters): List<Place> {
        val here = if (area.code == TOWN) all else emptyList()
        return (imported.map { Place(it, facts(null, null, null, null, null)) } + here).filter { place ->
            val free = place.firstVisit.any { it.code == "free" && it.answer == true }
            (free || !filters.free) && (place.card.id.value == SALON || !filters.rolePlace)
        }
    }

    fun slots(area: Area): List<Slot> {
        val salon = Named(EntryId(SALON), words.salon)
        val there = if (area.code == TOWN) listOf(salon) else emptyList()
        return listOf(Slot("kodoku", words.kodoku, emptyList()), Slot("houkatsu", words.houkatsu, there))
    }

    private fun card(
        id: String,
        name: String,
        km: Int,
        opens: Long?,
        next: String?,
    ): Card {
        val from = opens?.let { device.instant() + Duration.ofDays(it) }
        return Card(
            id = EntryId(id),
            kind = EntryKind.PLACE,
            name = name,
            summary = null,
            label = null,
            reasons = listOf(words.here, words.near(km)),
            ways = listOf(visit(if (from == null) OpenState.Unknown else OpenState.Closed(from))),
            distanceKm = km,
            address = words.address,
            next = listOfNotNull(from?.let { Span(it, it + Duration.ofHours(2), checkNotNull(next)) }),
            assurance = words.assurance,
            age = null,
            traceWarning = false,
            emergency = false,
        )
    }

    private fun visit(state: OpenState) = Way(
        id = WayId("visit"),
        kind = WayKind.VISIT,
        name = words.visiting,
        target = null,
        dial = null,
        state = state,
        stateWords = words.state(state),
        fee = Fee.NOT_A_CALL,
        notes = emptyList(),
        needsData = false,
        noVoice = false,
    )

    private fun facts(vararg answers: Boolean?): List<Fact> =
        words.facts.entries.zip(answers).map { (fact, answer) ->
            Fact(fact.key, fact.value, answer, words.answer(answer))
        }

    private companion object {
        const val SALON = "fake.salon"
        const val TOWN = "372013"
    }
}

/** What they say, in three languages. */
private class FakePlaceWords(private val device: FakeDevice) {
    val salon get() = device.text("ひだまりサロン", "Sunny corner", "ひだまりサロン")
    val salonNext get() = device.text("あす 10:00〜12:00", "tomorrow 10:00–12:00", "あした 10:00〜12:00")
    val books get() = device.text("みなみ図書館", "South library", "みなみ{図書館|としょかん}")
    val visiting get() = device.text("行って話す", "in person", "{行|い}って {話|はな}す")
    val here get() = device.text("香川県高松市で使えます", "it is for 香川県高松市", "香川県高松市で {使|つか}えます")
    val address get() = "高松市松島町一丁目15番1号"
    val kodoku get() = device.text(
        "孤独・孤立の相談窓口",
        "Desk for loneliness and isolation",
        "{孤独|こどく}の {相談|そうだん} {窓口|まどぐち}",
    )
    val houkatsu get() = device.text(
        "地域包括支援センター",
        "Community support centre for older people",
        "{地域包括支援|ちいきほうかつしえん}センター",
    )
    val assurance get() = device.text(
        "作りもの、2026-11-21。この場所はありません",
        "made up, 2026-11-21; there is no such place",
        "{作|つく}った もの、2026-11-21。この {場所|ばしょ}は ありません",
    )
    val facts get() = mapOf(
        "silent_ok" to device.text("話さなくてよい", "You need not talk", "{話|はな}さなくても いい"),
        "leave_any_time" to device.text("途中で帰れる", "You may leave at any time", "いつでも {帰|かえ}れる"),
        "landmark" to device.text("目印がある", "There is a landmark", "わかりやすい ものが {近|ちか}くに ある"),
        "alone_ok" to device.text("ひとりで行ってよい", "You can come alone", "{一人|ひとり}で {行|い}っても いい"),
        "free" to device.text("お金がかからない", "It costs nothing", "お{金|かね}が いらない"),
    )

    fun near(km: Int) = device.text("約${km}kmのところ", "about $km km away", "${km}キロくらいの ところ")

    fun state(state: OpenState) = when (state) {
        is OpenState.Closed -> device.text(
            "いまは時間外（つぎは あす 10:00 から）",
            "closed now; opens tomorrow 10:00",
            "{今|いま}は {休|やす}みです（つぎは あした 10:00 から）",
        )

        else -> device.text(
            "受付時間はわかりません（書かれていません）",
            "hours not known (none are stated)",
            "{時間|じかん}は わかりません（{書|か}いて ありません）",
        )
    }

    fun answer(answer: Boolean?) = when (answer) {
        true -> device.text("はい", "yes")
        false -> device.text("いいえ", "no")
        null -> device.text("わかりません", "not known")
    }
}
