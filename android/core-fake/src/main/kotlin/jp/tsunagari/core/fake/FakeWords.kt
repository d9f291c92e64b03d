package jp.tsunagari.core.fake

import jp.tsunagari.core.Fact
import jp.tsunagari.core.OpenState
import jp.tsunagari.core.Section
import jp.tsunagari.core.SmallerStep

/** What the invented entries say, in three languages and as long as real ones. */
internal class FakeWords(private val device: FakeDevice) {
    val pack get() = device.text("全国の窓口（作りもの）", "Lines for everybody (made up)", "{国|くに}の {窓口|まどぐち}（{作|つく}った もの）")
    val night get() = device.text("よるのでんわ", "Night line", "{夜|よる}の {電話|でんわ}")
    val warned get() = device.text("あんぜんのでんわ", "Safety line", "{安全|あんぜん}の {電話|でんわ}")
    val day get() = device.text(
        "ひとり暮らしの人のための、くらしと仕事の相談窓口",
        "Desk for people who live alone: daily life and work",
        "{一人|ひとり}で {住|す}む {人|ひと}の {相談|そうだん}の {窓口|まどぐち}",
    )
    val chat get() = device.text("しゃべらない窓口", "Chat line", "{話|はな}さない {窓口|まどぐち}")
    val telephone get() = device.text("電話", "Telephone", "{電話|でんわ}")
    val chatting get() = device.text("チャット", "Chat")
    val summary get() = device.text(
        "どんなことでも、いつでも話せます。うまく話せなくても、夜中でもかまいません。",
        "You can talk about anything. It need not come out right, and the middle of the night is fine.",
        "どんな ことでも {話|はな}せます。{夜|よる}でも {朝|あさ}でも いいです。{何|なん}でも {聞|き}きます。",
    )

    val callNotes get() = listOf(device.text("通話料無料", "free to call", "{電話|でんわ}の お{金|かね}は いりません"))
    val chatNotes get() = listOf(
        device.text("通信が必要", "needs a data connection", "インターネットが {必要|ひつよう}"),
        device.text("声を出さずに使えます", "no need to speak", "{声|こえ}を {出|だ}さなくても いいです"),
    )
    val hours get() = device.text(
        "書かれている時間：24時間365日",
        "hours as stated: every day, day and night",
        "{書|か}いて ある {時間|じかん}：24{時間|じかん}",
    )
    val assurance get() = device.text(
        "作りもの、2026-11-21。窓口はありません",
        "made up, 2026-11-21; there is no such line",
        "{作|つく}った もの、2026-11-21。ほんとうの {窓口|まどぐち}では ありません",
    )
    val opening get() = listOf(
        device.text(
            "うまく話せないのですが、だれかに聞いてほしくて電話しました。",
            "I don’t know how to say this, but I wanted someone to listen.",
            "うまく {話|はな}せません。でも、だれかに {聞|き}いて ほしいです。",
        ),
        device.text(
            "今夜ひとりでいるのがつらいです。少し話してもいいですか。",
            "Being alone tonight is hard. May I talk for a while?",
            "{今|いま}、{一人|ひとり}で つらいです。{少|すこ}し {話|はな}しても いいですか。",
        ),
    )
    val caveat get() = device.text(
        "つながりにくい時間帯があります。",
        "It can be hard to get through at some hours.",
        "なかなか つながらない {時間|じかん}が あります。",
    )
    val spoken get() = device.text(
        "話せる言葉：英語、ベトナム語",
        "languages: English, Vietnamese",
        "{話|はな}せる {言葉|ことば}：{英語|えいご}、ベトナム{語|ご}",
    )

    /** Those that the core has. */
    val smallerSteps get() = listOf(
        SmallerStep("read", keep = false, device.text(READ, "Read what happens when you call", READ_EASY)),
        SmallerStep("keep", keep = true, device.text(KEEP, "Keep it for some other day", KEEP_EASY)),
        SmallerStep("memo", keep = true, device.text(MEMO, "Write one line of what you would say", MEMO_EASY)),
        SmallerStep("say-aloud", keep = false, device.text(SAY, "Read the opening words to yourself", SAY_EASY)),
    )
    val warning get() = Section(
        title = device.text("かける前に", "Before you call", "{電話|でんわ}の {前|まえ}に"),
        texts = listOf(
            device.text(
                "電話やサイトを使うと、発信履歴、閲覧の記録、料金の明細に残ることがあります。" +
                    "だれかに見られるかもしれないときは、ほかの電話を使うことも考えてください。",
                "Calls and pages can leave a trace in the call list, the browser and the bill. " +
                    "If somebody may look at them, consider using another telephone.",
                "{電話|でんわ}や サイトを {使|つか}うと、スマホに {記録|きろく}が {残|のこ}る ことが あります。" +
                    "ほかの {電話|でんわ}を {使|つか}う ことも できます。",
            ),
        ),
        isList = false,
    )
    val promise get() = listOf(
        fact("anonymous", null, device.text("名前を言わなくてよい", "You need not give your name", NAME)),
        fact("free", true, device.text("相談にお金がかからない", "It costs nothing", COST)),
        fact("recorded", false, device.text("録音される", "The call is recorded", "{声|こえ}を {残|のこ}す")),
    )

    fun reasons(state: OpenState) = listOfNotNull(
        device.text("いま受付中です", "open now", "{今|いま} できます").takeIf { state == OpenState.Always },
        device.text(
            "どんなことでも話せます。まようときの、はじめの一つに",
            "for anything at all; a first one when you do not know",
            "{何|なん}でも {話|はな}せます。{迷|まよ}う ときは ここから",
        ),
    )

    fun state(state: OpenState) = when (state) {
        OpenState.Always -> device.text("いつでも受付（24時間）", "open now, day and night", ALWAYS)
        is OpenState.Open -> device.text("いま受付中", "open now", "{今|いま} できます")
        is OpenState.Closed -> device.text("いまは時間外（つぎは あす 10:00 から）", "closed now; opens tomorrow 10:00", CLOSED)
        OpenState.Unknown -> device.text("受付時間はわかりません（書かれていません）", "hours not known (none are stated)", UNKNOWN)
    }

    /** As telephone numbers are read. */
    fun grouped(dial: String) = "${dial.take(4)}-${dial.substring(4, 7)}-${dial.drop(7)}"

    private fun fact(
        code: String,
        answer: Boolean?,
        words: String,
    ) = Fact(
        code,
        words,
        answer,
        when (answer) {
            true -> device.text("はい", "yes")
            false -> device.text("いいえ", "no")
            null -> device.text("わかりません", "not known")
        },
    )

    companion object {
        /** Languages that are spoken where no voice is needed. */
        val SPOKEN = setOf("en", "vi")
        private const val READ = "電話するとどうなるか、読んでみる"
        private const val READ_EASY = "{電話|でんわ}すると どう なるか、{読|よ}んで みる"
        private const val KEEP = "この窓口をとっておく。使うのは、いつでもいい"
        private const val KEEP_EASY = "この {窓口|まどぐち}を {置|お}いて おく。いつ {使|つか}っても いい"
        private const val MEMO = "言いたいことを、一行だけメモに書いてみる"
        private const val MEMO_EASY = "{言|い}いたい ことを、{少|すこ}し メモに {書|か}いて みる"
        private const val SAY = "最初のひとことを、声に出さずに読んでみる"
        private const val SAY_EASY = "{最初|さいしょ}の {言葉|ことば}を、{声|こえ}を {出|だ}さないで {読|よ}んで みる"
        private const val NAME = "{名前|なまえ}を {言|い}わなくて いい"
        private const val COST = "{相談|そうだん}に お{金|かね}が いらない"
        private const val ALWAYS = "いつでも {電話|でんわ}や {相談|そうだん}が できます（24{時間|じかん}）"
        private const val CLOSED = "{今|いま}は {休|やす}みです（つぎは あした 10:00 から）"
        private const val UNKNOWN = "{時間|じかん}は わかりません（{書|か}いて ありません）"
    }
}
