package jp.tsunagari.core.fake

import java.time.LocalDate
import java.time.Year
import java.time.YearMonth
import java.time.format.TextStyle
import java.util.Locale
import jp.tsunagari.core.Language
import jp.tsunagari.core.MoodLevel
import jp.tsunagari.core.MoodWord
import jp.tsunagari.core.SmallStep
import jp.tsunagari.core.Vocabulary

/** What the mood log says, in three languages and as long as the core says it; fewer feelings. */
internal class FakeMoodWords(private val device: FakeDevice) {
    val vocabulary
        get() = Vocabulary(
            levels = listOf(
                level(1, "downpour", three("とても重い", "とても {重|おも}い", "very heavy"), RAIN, three("ざ", "ざ", "P")),
                level(2, "drizzle", three("すこし重い", "{少|すこ}し {重|おも}い", "a little heavy"), SOFT, three("し", "し", "R")),
                level(3, "cloud", three("どちらでもない", "どちらでも ない", "in between"), CLOUDS, three("く", "く", "C")),
                level(4, "break", three("すこし軽い", "{少|すこ}し {軽|かる}い", "a little light"), BREAK, three("と", "と", "M")),
                level(5, "clear", three("軽い", "{軽|かる}い", "light"), SUN, three("は", "は", "S")),
            ),
            labels = listOf(
                word("calm", "落ち着いている", "{落|お}ち{着|つ}いて いる", "calm"),
                word("relieved", "ほっとした", "ほっと した", "relieved"),
                word("glad", "うれしい", "うれしい", "glad"),
                word("looking-forward", "楽しみなことがある", "{楽|たの}しみが ある", "looking forward to something"),
                word("tired", "つかれた", "{疲|つか}れた", "tired"),
                word("sleepless", "眠れない", "{眠|ねむ}れない", "cannot sleep"),
                word("empty", "からっぽ", "からっぽ", "empty"),
                word("lonely", "さみしい", "さみしい", "lonely"),
                word("left-behind", "取り残された感じ", "{私|わたし}だけ {残|のこ}された", "left behind"),
                word("vanish", "消えたい", "{消|き}えたい", "wanting to disappear").copy(callsForLines = true),
                word("anxious", "不安", "{不安|ふあん}", "anxious"),
                word("no-words", "ことばにならない", "{言葉|ことば}に ならない", "no words for it"),
            ),
            contexts = listOf(
                word("home", "家", "{家|いえ}", "at home"),
                word("work", "仕事", "{仕事|しごと}", "work"),
                word("spoke-with-someone", "だれかと話した", "だれかと {話|はな}した", "spoke with someone"),
                word("by-myself", "ひとり", "{一人|ひとり}", "by myself"),
                word("sleep", "眠り", "{眠|ねむ}った こと", "sleep"),
            ),
        )

    val step
        get() = SmallStep(
            id = "warm-cup",
            text = device.text("温かいものを両手で持つ", "Something warm to hold in both hands", WARM),
            why = device.text("何もいらず、すぐ終わるので", "it needs nothing and takes a moment", SMALL),
        )

    val noPlace
        get() = device.text(
            "この地域の行けるところは、まだ情報がありません",
            "We have no information yet on places to go here",
            "この {町|まち}で {行|い}ける ところは、まだ わかりません",
        )

    fun day(day: LocalDate): String {
        val weekday = day.dayOfWeek.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
        val kanji = "月火水木金土日"[day.dayOfWeek.ordinal]
        val kana = listOf("げつ", "か", "すい", "もく", "きん", "ど", "にち")[day.dayOfWeek.ordinal]
        val month = day.month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        return when (device.language) {
            Language.JAPANESE -> "${day.year}年${day.monthValue}月${day.dayOfMonth}日（$kanji）"
            Language.EASY_JAPANESE -> "${month(YearMonth.from(day))} ${day.dayOfMonth}{日|にち}（{$kanji|$kana}）"
            Language.ENGLISH -> "$weekday ${day.dayOfMonth} $month ${day.year}"
        }
    }

    fun month(month: YearMonth): String = when (device.language) {
        Language.JAPANESE -> "${month.year}年${month.monthValue}月"
        Language.EASY_JAPANESE -> "${month.year}{年|ねん} ${month.monthValue}{月|がつ}"
        Language.ENGLISH -> "${month.month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)} ${month.year}"
    }

    fun year(year: Year): String = device.text("${year}年", "$year", "$year{年|ねん}")

    private fun level(
        number: Int,
        code: String,
        word: String,
        weather: Triple<String, String, String>,
        mark: String,
    ) = MoodLevel(number, code, word, three(weather.first, weather.second, weather.third), mark)

    private fun word(
        code: String,
        japanese: String,
        easy: String,
        english: String,
    ) = MoodWord(code, three(japanese, easy, english), callsForLines = false)

    private fun three(japanese: String, easy: String, english: String) = device.text(japanese, english, easy)

    private companion object {
        val RAIN = Triple("ざあざあ雨", "ざあざあ {雨|あめ}", "pouring rain")
        val SOFT = Triple("しとしと雨", "しとしと {雨|あめ}", "soft rain")
        val CLOUDS = Triple("くもり", "くもり", "clouds")
        val BREAK = Triple("くもりときどき晴れ", "くもりと はれ", "clouds and sun")
        val SUN = Triple("晴れ", "はれ", "sunny")
        const val WARM = "{温|あたた}かい ものを {手|て}に {持|も}つ"
        const val SMALL = "{何|なに}も いらなくて、すぐ {終|お}わるから"
    }
}
