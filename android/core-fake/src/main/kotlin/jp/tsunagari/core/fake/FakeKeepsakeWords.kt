package jp.tsunagari.core.fake

import jp.tsunagari.core.PlanStep

/** What the plan and the memo say beside the person's own words, as the core says it. */
internal class FakeKeepsakeWords(private val device: FakeDevice) {
    /** A field of the memo: its title, and what is said before its text, and after. */
    class Field(
        val title: String,
        val before: String,
        val after: String = "",
    )

    /** The seven steps, without lines. */
    val steps: List<PlanStep>
        get() = STEPS.mapIndexed { place, (title, hint) ->
            PlanStep(place + 1, title(device), hint(device), emptyList())
        }

    /** Fields of the memo by their codes, in the order in which they are said. */
    val fields: Map<String, Field>
        get() = FIELDS.mapValues { (_, words) -> Field(words.title(device), words.before(device), words.after(device)) }

    val gone
        get() = device.text(
            "いまの一覧にはありません（入れたときの名前です）",
            "not in the list any more (this is the name it had when it was put in)",
            "{今|いま}は ここに {情報|じょうほう}が ありません（{前|まえ}の {名前|なまえ}です）",
        )
    val own get() = device.text("自分で書いたもの", "written by you", "{自分|じぶん}で {書|か}いた もの")
    val hoursUnknown
        get() = device.text(
            "受付時間はわかりません（書かれていません）",
            "hours not known (none are stated)",
            "{時間|じかん}は わかりません（{書|か}いて ありません）",
        )
    val hoursBelow
        get() = device.text(
            "受付時間は下の文をごらんください",
            "see the stated hours below",
            "{時間|じかん}は {下|した}の {文|ぶん}を {見|み}て ください",
        )
    val numbersHere
        get() = device.text(
            "ここで使えるかわからない番号：#7119",
            "we do not know whether these work here: #7119",
            "ここで {使|つか}えるか わからない {番号|ばんごう}：#7119",
        )

    /** A text in three languages. */
    private class Said(
        val japanese: String,
        val english: String,
        val easy: String,
    ) {
        operator fun invoke(device: FakeDevice) = device.text(japanese, english, easy)
    }

    private class FieldWords(
        val title: Said,
        val before: Said,
        val after: Said = Said("", "", ""),
    )

    internal companion object {
        /** How long texts may be. */
        const val LONGEST_LINE = 200
        const val LONGEST_FIELD = 1_000
        const val LONGEST_NAME = 100
        const val LONGEST_ADDRESS = 200
        const val LONGEST_HOURS = 500
        const val LONGEST_NOTE = 2_000

        /** Bytes that a QR code holds. */
        const val LONGEST_CODE = 2_953

        val CODES: Set<String> get() = FIELDS.keys

        private val STEPS = listOf(
            Said("つらくなりはじめたしるし", "How I notice that it is getting hard", "つらく なって きた とき、どう なるか") to
                Said(
                    "眠れない、食べたくない、電話に出たくない、など",
                    "not sleeping, not eating, not picking up the phone …",
                    "{眠|ねむ}れない、{食|た}べたくない、{電話|でんわ}に {出|で}たくない、など",
                ),
            Said("ひとりでできること", "What I can do on my own", "{一人|ひとり}で できる こと") to
                Said(
                    "お茶をいれる、音楽をきく、外の空気をすう、など",
                    "making tea, music, a breath of air …",
                    "おちゃを {飲|の}む、{音楽|おんがく}を {聞|き}く、{外|そと}に {出|で}る、など",
                ),
            Said(
                "気をまぎらせてくれる人や場所",
                "People and places that take my mind off it",
                "{気持|きも}ちが すこし {楽|らく}に なる {人|ひと}や {場所|ばしょ}",
            ) to Said(
                "図書館、いつもの店、公園、いっしょにいて楽な人、など",
                "the library, the usual shop, a park, somebody who is easy to be with …",
                "{図書館|としょかん}、いつもの {店|みせ}、{公園|こうえん}、いっしょに いて {楽|らく}な {人|ひと}、など",
            ),
            Said("話せる人、たのめる人", "People I can talk to or ask", "{話|はな}せる {人|ひと}、{助|たす}けて くれる {人|ひと}") to
                Said("名前と、連絡していい時間", "a name, and when it is all right to call", "{名前|なまえ}と、{連絡|れんらく}して いい {時間|じかん}"),
            Said(
                "話せる窓口や専門の人",
                "Lines and professionals I can turn to",
                "{相談|そうだん}の {窓口|まどぐち}や {専門|せんもん}の {人|ひと}",
            ) to Said(
                "窓口の名前。一覧にある窓口は、そのまま入れられます",
                "the name of a line; one from the list can be put in as it is",
                "{窓口|まどぐち}の {名前|なまえ}",
            ),
            Said("まわりを安全にする", "Making the place around me safer", "まわりを {安全|あんぜん}に する") to Said(
                "離しておきたいもの、あずかってくれる人、行けば落ち着くところ",
                "what I want out of reach, who can look after it, where I feel calmer",
                "{近|ちか}くに {置|お}きたくない もの、{持|も}って いて くれる {人|ひと}、{安心|あんしん}できる {場所|ばしょ}",
            ),
            Said("大切にしたいもの", "What matters to me", "{大切|たいせつ}な もの") to Said(
                "猫、また食べたいもの、会いたい人、など",
                "the cat, something I want to eat again, somebody I want to see …",
                "{猫|ねこ}、また {食|た}べたい もの、{会|あ}いたい {人|ひと}、など",
            ),
        )
        private val FIELDS = mapOf(
            "name" to FieldWords(
                Said("名前", "My name", "{名前|なまえ}"),
                Said("わたしの名前は、", "My name is ", "わたしの {名前|なまえ}は、"),
                Said("です。", ".", "です。"),
            ),
            "call" to FieldWords(
                Said("呼んでほしい名前", "What to call me", "{呼|よ}んで ほしい {名前|なまえ}"),
                Said("", "Please call me ", ""),
                Said("と呼んでください。", ".", "と {呼|よ}んで ください。"),
            ),
            "contact" to FieldWords(
                Said("連絡のしかた", "How to reach me", "{連絡|れんらく}の しかた"),
                Said("連絡のしかたです。", "How to reach me: ", "{連絡|れんらく}の しかたです。"),
            ),
            "home" to FieldWords(
                Said("いっしょに暮らしている人", "Who lives with me", "いっしょに {住|す}んで いる {人|ひと}"),
                Said("いっしょに暮らしている人のことです。", "Who lives with me: ", "いっしょに {住|す}んで いる {人|ひと}の ことです。"),
            ),
            "trouble" to FieldWords(
                Said("いま困っていること", "What is hard now", "{今|いま} {困|こま}って いる こと"),
                Said("いま困っていることを話します。", "What is hard now: ", "{今|いま} {困|こま}って いる ことを {話|はな}します。"),
            ),
            "wish" to FieldWords(
                Said("こうなったらいいと思うこと", "What I wish for", "して ほしい こと"),
                Said("こうなったらいいと思っています。", "What I wish for: ", "して ほしい ことです。"),
            ),
            "health" to FieldWords(
                Said("体と心のこと、薬", "Health, body and mind, medicine", "{体|からだ}と {心|こころ}の こと、{薬|くすり}"),
                Said(
                    "体と心のこと、薬のことです。",
                    "My health, body and mind, and medicine: ",
                    "{体|からだ}と {心|こころ}の こと、{薬|くすり}の ことです。",
                ),
            ),
            "consent" to FieldWords(
                Said("だれに伝えてよいか", "Who may be told", "だれに {伝|つた}えても いいか"),
                Said("ほかの人に伝えてよい範囲です。", "Who may be told of this: ", "{伝|つた}えても いい {人|ひと}の ことです。"),
            ),
        )
    }
}
