package jp.tsunagari.core.fake

import jp.tsunagari.core.ConnectionFigures
import jp.tsunagari.core.ConnectionForm
import jp.tsunagari.core.ConnectionOption
import jp.tsunagari.core.ConnectionShare
import jp.tsunagari.core.TsunagariError

/** Two forms of つながりの質問, worded as in the core, and what comes back. */
internal class FakeConnection(private val device: FakeDevice) {
    val forms: List<ConnectionForm>
        get() = listOf(
            ConnectionForm(
                id = "direct",
                name = device.text("ひとつの質問", "One question", "{一|ひと}つの {質問|しつもん}"),
                source = "作りもの：国の調査の質問",
                questions = listOf(
                    device.text("あなたはどの程度、孤独であると感じることがありますか。", "How often do you feel lonely?", LONELY),
                ),
                options = listOf(
                    option(1, "決してない", "ぜんぜん ない", "Never"),
                    option(2, "ほとんどない", "ほとんど ない", "Hardly ever"),
                    option(3, "たまにある", "たまに ある", "Once in a while"),
                    option(4, "時々ある", "{時|とき}どき ある", "Some of the time"),
                    option(5, "しばしばある・常にある", "よく ある、いつも ある", "Often or always"),
                ),
                noDiagnosis = noDiagnosis,
                hasFigures = true,
            ),
            ConnectionForm(
                id = "three",
                name = device.text("三つの質問", "Three questions", "みっつの {質問|しつもん}"),
                source = "作りもの：国の調査の質問",
                questions = listOf(
                    device.text(
                        "自分には人とのつきあいがないと感じることがありますか。",
                        "How often do you feel that you have no company?",
                        COMPANY,
                    ),
                    device.text("自分は取り残されていると感じることがありますか。", "How often do you feel left behind?", LEFT),
                    device.text(
                        "自分は他の人たちから孤立していると感じることがありますか。",
                        "How often do you feel cut off from other people?",
                        APART,
                    ),
                ),
                options = listOf(
                    option(1, "決してない", "ぜんぜん ない", "Never"),
                    option(2, "ほとんどない", "ほとんど ない", "Hardly ever"),
                    option(3, "時々ある", "{時|とき}どき ある", "Some of the time"),
                    option(4, "常にある", "いつも ある", "Always"),
                ),
                noDiagnosis = noDiagnosis,
                hasFigures = false,
            ),
        )

    val sentence
        get() = device.text(
            "たまに来るさみしさも、ここではそのままの大きさで置いておけます。",
            "Loneliness that comes once in a while can be set down here, just the size it is.",
            "たまに さみしい {気持|きも}ちも、ここに そのまま {置|お}いて おけます。",
        )

    private val noDiagnosis
        get() = device.text("これは診断ではありません。", "This is not a diagnosis.", "これは {病気|びょうき}を {調|しら}べる ものでは ありません。")

    /** The form with a code. */
    fun form(id: String): ConnectionForm = forms.firstOrNull { it.id == id } ?: throw TsunagariError.NotFound()

    /** What was answered, where there is one answer to each question. */
    fun checked(form: String, answers: List<Int>): List<ConnectionOption> {
        val asked = form(form)
        val options = answers.mapNotNull { answer -> asked.options.firstOrNull { it.value == answer } }
        val whole = options.size == asked.questions.size && options.size == answers.size
        return if (whole) options else throw TsunagariError.Invalid("answers")
    }

    fun figures(form: String): ConnectionFigures? {
        val asked = form(form)
        if (!asked.hasFigures) return null
        val shares = asked.options.zip(SHARES) { option, tenths -> share(option.text, tenths) }
        return ConnectionFigures(
            what = device.text("作りものの調査（16歳以上）", "A made-up survey (aged 16 and over)", "{作|つく}った {数字|すうじ}です"),
            source = "作りもの",
            caution = device.text("もとの資料とは、まだ照らしていません。", "Not compared with its source yet.", "まだ {確|たし}かめて いません。"),
            shares = shares + share(device.text("答えなし", "No answer", "{答|こた}えなし"), NONE),
        )
    }

    private fun share(answer: String, tenths: Int) =
        ConnectionShare(answer, tenths, "${tenths / TEN}.${tenths % TEN}% $answer")

    private fun option(
        value: Int,
        japanese: String,
        easy: String,
        english: String,
    ) = ConnectionOption(value, device.text(japanese, english, easy))

    private companion object {
        val SHARES = listOf(179, 414, 197, 148, 48)
        const val NONE = 14
        const val TEN = 10
        const val LONELY = "あなたは どのくらい {孤独|こどく}だと {思|おも}う ことが ありますか。"
        const val COMPANY = "{人|ひと}との つきあいが ないと {思|おも}う ことが ありますか。"
        const val LEFT = "{自分|じぶん}だけ {残|のこ}されたと {思|おも}う ことが ありますか。"
        const val APART = "ほかの {人|ひと}から {遠|とお}いと {思|おも}う ことが ありますか。"
    }
}
