package jp.tsunagari.core.fake

import jp.tsunagari.core.AskForm
import jp.tsunagari.core.AskStep
import jp.tsunagari.core.Card
import jp.tsunagari.core.EmergencyLine
import jp.tsunagari.core.GivenAnswers
import jp.tsunagari.core.OptionGroup
import jp.tsunagari.core.Question
import jp.tsunagari.core.QuestionKind
import jp.tsunagari.core.QuestionOption
import jp.tsunagari.core.Slot
import jp.tsunagari.core.TsunagariError

/** A guided finder of three short forms, with every kind of question and every kind of result. */
internal class FakeGuide(device: FakeDevice) {
    private val words = FakeGuideWords(device)

    /** What comes next; `null` for results. */
    fun questions(answers: GivenAnswers): AskStep.Questions? {
        check(answers)
        val form = form(answers)
        if (answers.enough || isDanger(answers)) return null
        val page = PAGES.getValue(form).map { id -> id.mapNotNull { asked(it, answers) } }
            .firstOrNull { page -> page.any { it.id !in answers.given } }
        return page?.let { AskStep.Questions(askForm(form), it, (PAGES.keys - form).map(::askForm)) }
    }

    fun results(
        answers: GivenAnswers,
        cards: List<Card>,
        slots: List<Slot>,
        emergency: List<EmergencyLine>,
    ): AskStep.Results {
        val ticked = answers.given.flatMap { (question, options) -> options.map { option(question, it) } }
        return AskStep.Results(
            danger = isDanger(answers),
            forAnything = ticked.isEmpty(),
            cards = cards.map { it.copy(reasons = ticked.take(1).map(QuestionOption::text) + it.reasons) },
            relaxed = listOfNotNull(words.relaxed.takeIf { holds(answers, "contact", "visit") }),
            gaps = listOfNotNull(words.gap.takeIf { holds(answers, "concern", "bed") }),
            slots = slots,
            emergency = emergency,
        )
    }

    private fun check(answers: GivenAnswers) {
        val known = answers.form == null || answers.form in PAGES
        if (!known || !answers.given.all { (id, options) -> fits(id, options) }) throw TsunagariError.Invalid("answers")
    }

    private fun fits(id: String, options: Set<String>): Boolean {
        val question = words.all.firstOrNull { it.id == id } ?: return false
        val there = if (question.kind == QuestionKind.FIRST) words.concern.options else question.options
        val few = question.kind != QuestionKind.ONE || options.size < 2
        return few && there.map { it.id }.containsAll(options)
    }

    private fun form(answers: GivenAnswers) = when {
        holds(answers, "concern", "someone") -> "someone"
        holds(answers, "concern", "under-18") -> "child"
        else -> answers.form ?: "everyone"
    }

    /** What comes first is asked of whoever ticked several things. */
    private fun asked(id: String, answers: GivenAnswers): Question? {
        val question = words.all.first { it.id == id }
        if (question.kind != QuestionKind.FIRST) return question
        val ticked = words.concern.options.filter { it.id in answers.given["concern"].orEmpty() }
        return question.copy(groups = listOf(OptionGroup(null, ticked))).takeIf { ticked.size > 2 }
    }

    private fun askForm(id: String) = when (id) {
        "everyone" -> AskForm(id, words.everyone, words.everyoneIntro)
        "child" -> AskForm(id, words.child, words.childIntro)
        else -> AskForm(id, words.someone, words.someoneIntro)
    }

    private fun isDanger(answers: GivenAnswers) = holds(answers, "concern", "hurt-now")

    private fun holds(answers: GivenAnswers, question: String, option: String) =
        option in answers.given[question].orEmpty()

    private fun option(question: String, option: String): QuestionOption {
        val options = words.all.first { it.id == question }.options.ifEmpty { words.concern.options }
        return options.first { it.id == option }
    }

    private val Question.options get() = groups.flatMap { it.options }

    private companion object {
        val PAGES = mapOf(
            "everyone" to listOf(listOf("concern"), listOf("first", "age", "contact", "area")),
            "child" to listOf(listOf("child-concern"), listOf("area")),
            "someone" to listOf(listOf("someone-concern"), listOf("contact", "area")),
        )
    }
}

/** What the finder asks and says, in three languages. */
private class FakeGuideWords(private val device: FakeDevice) {
    val everyone get() = say("いま気になっていることから", "Start from what is on your mind", "{困|こま}って いる ことから")
    val everyoneIntro get() = say(
        "あてはまるものに、いくつでもしるしをつけてください。答えたくないところは、とばせます。",
        "Tick as many as fit. Skip whatever you would rather not answer.",
        "{同|おな}じ ものを {選|えら}んで ください。{答|こた}えたくない ときは、{答|こた}えなくて いいです。",
    )
    val child get() = say("18歳までの人はこちら", "If you are 18 or under", "18{歳|さい}までの {人|ひと}は こちら")
    val childIntro get() = say(
        "いまの気持ちに近いものを、えらんでみて。なまえは聞かないよ。とばしてもだいじょうぶ。",
        "Pick what feels closest. Nobody asks your name. You can skip anything.",
        "{今|いま}の {気持|きも}ちに {近|ちか}い ものを {選|えら}んでね。{名前|なまえ}は {聞|き}かないよ。",
    )
    val someone get() = say("身近な人が心配", "Worried about someone close", "{近|ちか}くの {人|ひと}が {心配|しんぱい}")
    val someoneIntro get() = say(
        "その人のことで気になっていることに、しるしをつけてください。あなた自身の相談もできます。",
        "Tick what worries you about them. You can talk about yourself too.",
        "その {人|ひと}の ことで {心配|しんぱい}な ことを {選|えら}んで ください。",
    )
    val relaxed get() = say(
        "選んだつながりかたでは見つからなかったので、ほかのつながりかたも入れました",
        "nothing was found for the ways you chose, so other ways are here, too",
        "{選|えら}んだ {方法|ほうほう}では ありませんでした。ほかの {方法|ほうほう}も {入|い}れました",
    )
    val gap get() = say(
        "「今夜泊まるところ」については、まだ情報がありません",
        "We have no information yet on: a bed for tonight",
        "「{今夜|こんや} {泊|と}まる ところ」は、まだ {情報|じょうほう}が ありません",
    )
    val concern get() = Question(
        "concern",
        QuestionKind.MANY,
        say("どんなことですか", "What is it about?", "どんな ことですか"),
        listOf(
            group(
                say("いま、あぶない", "In danger now", "{今|いま} {危|あぶ}ない"),
                option("hurt-now", "人が倒れた、大けがをした", "Someone collapsed or is badly hurt", "{人|ひと}が {倒|たお}れた"),
            ),
            group(
                say("今すぐ必要なもの", "Needed right now", "{今|いま} すぐ {必要|ひつよう}な もの"),
                option("food", "今日の食べもの", "Food for today", "{今日|きょう}の {食|た}べる もの"),
                option("bed", "今夜泊まるところ", "A bed for tonight", "{今夜|こんや} {泊|と}まる ところ"),
            ),
            group(
                say("こころ", "Feelings", "{心|こころ}"),
                option("lonely", "さみしい、ひとりぼっちの気がする", "Lonely, or alone with it all", "{寂|さび}しい"),
                option("sleepless", "眠れない", "Cannot sleep", "{眠|ねむ}れない"),
            ),
            group(
                say("まわりの人", "People around me", "{近|ちか}くの {人|ひと}"),
                option("someone", "身近な人のことが心配", "I worry about someone", "{近|ちか}くの {人|ひと}が {心配|しんぱい}です"),
                option("under-18", "わたしは18歳までです", "I am 18 or under", "{私|わたし}は 18{歳|さい}までです"),
            ),
        ),
    )
    val all: List<Question>
        get() = listOf(
            concern,
            Question("first", QuestionKind.FIRST, say("はじめに、どれを考えたいですか", "Which comes first?", FIRST), emptyList()),
            asked(
                "age",
                QuestionKind.ONE,
                say("その人の年齢は", "How old are they?", "その {人|ひと}は {何|なん}{歳|さい}ですか"),
                option("young", "19歳から29歳", "19 to 29", "19{歳|さい}から 29{歳|さい}"),
                option("middle", "30歳から64歳", "30 to 64", "30{歳|さい}から 64{歳|さい}"),
            ),
            asked(
                "contact",
                QuestionKind.MANY,
                say("どうやって話したいですか", "How would you like to talk?", "どう やって {話|はな}したいですか"),
                option("tel", "電話", "Telephone", "{電話|でんわ}"),
                option("visit", "会って話す", "In person", "{会|あ}って {話|はな}す"),
            ),
            Question("area", QuestionKind.AREA, say("どのあたりですか", "Where is it?", "{場所|ばしょ}は どこですか"), emptyList()),
            asked(
                "child-concern",
                QuestionKind.MANY,
                say("いま、どんな気持ち？", "How are things right now?", "{今|いま}、どんな {気持|きも}ち？"),
                option("lonely", "だれかと話したい", "I want someone to talk to", "だれかと {話|はな}したい"),
            ),
            asked(
                "someone-concern",
                QuestionKind.MANY,
                say("どんな様子ですか", "How do they seem?", "どんな {様子|ようす}ですか"),
                option("alone", "人と会わなくなった", "They see nobody any more", "{人|ひと}と {会|あ}わなく なった"),
            ),
        )

    private fun asked(
        id: String,
        kind: QuestionKind,
        text: String,
        vararg options: QuestionOption,
    ) = Question(id, kind, text, listOf(OptionGroup(null, options.toList())))

    private fun group(name: String, vararg options: QuestionOption) = OptionGroup(name, options.toList())

    private fun option(
        id: String,
        japanese: String,
        english: String,
        easy: String,
    ) = QuestionOption(id, say(japanese, english, easy))

    private fun say(
        japanese: String,
        english: String,
        easy: String,
    ) = device.text(japanese, english, easy)

    private companion object {
        const val FIRST = "{最初|さいしょ}に どれを {考|かんが}えたいですか"
    }
}
