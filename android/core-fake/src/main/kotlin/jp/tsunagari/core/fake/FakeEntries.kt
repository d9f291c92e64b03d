package jp.tsunagari.core.fake

import java.time.Instant
import java.time.temporal.ChronoUnit
import java.util.concurrent.CopyOnWriteArrayList
import jp.tsunagari.core.Area
import jp.tsunagari.core.AreaAnswer
import jp.tsunagari.core.Card
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.EntryKind
import jp.tsunagari.core.Fee
import jp.tsunagari.core.OpenState
import jp.tsunagari.core.PackState
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.core.Way
import jp.tsunagari.core.WayId
import jp.tsunagari.core.WayKind
import jp.tsunagari.core.WorksHere

/** A few invented entries beside 119 and 110, and three areas. */
internal class FakeEntries(private val device: FakeDevice) {
    private val imported = CopyOnWriteArrayList<Pack>()

    private val words = FakeWords(device)

    /** Places to go. */
    val around = FakePlaces(device)

    val emergency: List<EmergencyLine>
        get() = listOf(
            line("fake.119", device.text("119（火事・救急）", "119: fire and ambulance"), "119", emergency = true),
            line("fake.110", device.text("110（警察）", "110: police"), "110", emergency = true),
        ).map { EmergencyLine(it, WorksHere.WORKS) }

    /** When the line opens that is closed: tomorrow at ten. */
    val opens: Instant
        get() = device.now().plusDays(1).truncatedTo(ChronoUnit.DAYS).withHour(OPENS).toInstant()

    /** Lines, open ones first. */
    val lines: List<Card>
        get() = listOf(
            line("fake.night", words.night, "0870000001"),
            line("fake.warned", words.warned, "0870000002", traces = true),
            line("fake.day", words.day, "0870000003", state = OpenState.Closed(opens)),
            line("fake.chat", words.chat, null, state = OpenState.Unknown),
        )

    val packs: List<PackState>
        get() = (imported + Pack("fake", lines)).sortedBy { it.id != "fake" }
            .map { PackState(it.id, name(it.id), it.entries.size, device.now().toLocalDate(), device.control.packAge) }

    private fun name(pack: String) = if (pack == "fake") words.pack else pack

    fun find(id: EntryId): Card {
        val all = lines + emergency.map { it.card } + around.all.map { it.card } + imported.flatMap { it.entries }
        return all.firstOrNull { it.id == id } ?: throw TsunagariError.NotFound()
    }

    fun import(id: String, rows: List<Row>) {
        val places = rows.mapIndexed { number, row ->
            val tel = row.tel.orEmpty().filter(Char::isDigit)
            val place = line("$id.$number", row.name, tel, state = OpenState.Unknown)
            place.copy(
                kind = EntryKind.PLACE,
                label = device.text("取りこんだもの", "imported"),
                address = row.address,
                ways = if (tel.isEmpty()) emptyList() else place.ways.map { it.copy(target = row.tel) },
            )
        }
        imported.removeIf { it.id == id }
        imported += Pack(id, places)
    }

    /** Imported places of an area. */
    fun places(area: Area): List<Card> =
        imported.flatMap { it.entries }.filter { it.address.orEmpty().startsWith(area.name) }

    fun areas(text: String): AreaAnswer {
        val found = AREAS.filter { text in setOf(it.code, it.name, it.kana) || it.name.endsWith(text) }
        return when (found.size) {
            0 -> AreaAnswer.None(AREAS.filter { area -> text.any { it in area.name } })
            1 -> AreaAnswer.One(found.single())
            else -> AreaAnswer.Several(found)
        }
    }

    /** The one area with a name. */
    fun area(text: String?): Area? = text?.let {
        (areas(it) as? AreaAnswer.One)?.area ?: throw TsunagariError.Invalid("area")
    }

    private fun line(
        id: String,
        name: String,
        dial: String?,
        state: OpenState = OpenState.Always,
        traces: Boolean = false,
        emergency: Boolean = false,
    ) = Card(
        id = EntryId(id),
        kind = EntryKind.LINE,
        name = name,
        summary = words.summary,
        label = null,
        reasons = words.reasons(state),
        ways = listOf(way(dial, state)),
        distanceKm = null,
        address = null,
        next = emptyList(),
        assurance = words.assurance,
        age = null,
        traceWarning = traces,
        emergency = emergency,
    )

    private fun way(dial: String?, state: OpenState) = Way(
        id = WayId("way"),
        kind = if (dial == null) WayKind.CHAT else WayKind.TEL,
        name = if (dial == null) words.chatting else words.telephone,
        target = dial?.let { if (it.length > SHORT) words.grouped(it) else it },
        dial = dial,
        state = state,
        stateWords = words.state(state),
        fee = if (dial == null) Fee.NOT_A_CALL else Fee.FREE,
        notes = if (dial == null) words.chatNotes else words.callNotes,
        needsData = dial == null,
        noVoice = dial == null,
    )

    /** A row of what is imported. */
    class Row(
        val name: String,
        val address: String,
        val tel: String?,
    )

    private class Pack(val id: String, val entries: List<Card>)

    private companion object {
        /** Numbers like 119 have no groups. */
        const val SHORT = 3
        const val OPENS = 10
        val AREAS = listOf(
            Area("372013", "香川県高松市", "たかまつし"),
            Area("132063", "東京都府中市", "ふちゅうし"),
            Area("342084", "広島県府中市", "ふちゅうし"),
        )
    }
}
