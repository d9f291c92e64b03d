package jp.tsunagari.ui.speak

import jp.tsunagari.ui.R

/** Languages that the lines state, with their codes: each with its own name, and a sentence to show at a desk. */
internal enum class Tongue(
    val code: String,
    /** As those who speak it call it. */
    val own: String,
    /** I speak this language; an interpreter, please. */
    val asks: String,
    /** The language in Japanese, for whoever stands behind the desk. */
    val japanese: String,
    /** The same to be read aloud. */
    val latin: String,
    /** The language in the language of the app. */
    val label: Int,
) {
    ENGLISH(
        "en",
        "English",
        "I speak English. I need an interpreter, please.",
        "英語",
        "Eigo",
        R.string.tongue_en,
    ),
    CHINESE(
        "zh",
        "中文",
        "我说中文。\u200b请帮我\u200b找一位翻译。",
        "中国語",
        "Chūgokugo",
        R.string.tongue_zh,
    ),
    KOREAN("ko", "한국어", "저는 한국어를 합니다. 통역을 부탁드립니다.", "韓国語", "Kankokugo", R.string.tongue_ko),
    SPANISH(
        "es",
        "Español",
        "Hablo español. Necesito un intérprete, por favor.",
        "スペイン語",
        "Supeingo",
        R.string.tongue_es,
    ),
    PORTUGUESE(
        "pt",
        "Português",
        "Falo português. Preciso de um intérprete, por favor.",
        "ポルトガル語",
        "Porutogarugo",
        R.string.tongue_pt,
    ),
    VIETNAMESE(
        "vi",
        "Tiếng Việt",
        "Tôi nói tiếng Việt. Tôi cần thông dịch viên. Xin cảm ơn.",
        "ベトナム語",
        "Betonamugo",
        R.string.tongue_vi,
    ),
    TAGALOG(
        "tl",
        "Tagalog",
        "Nagsasalita po ako ng Tagalog. Kailangan ko po ng interpreter.",
        "フィリピン語（タガログ語）",
        "Firipingo (Tagarogugo)",
        R.string.tongue_tl,
    ),
    NEPALI(
        "ne",
        "नेपाली",
        "म नेपाली भाषा बोल्छु। कृपया मलाई दोभाषे उपलब्ध गराइदिनुहोस्।",
        "ネパール語",
        "Nepārugo",
        R.string.tongue_ne,
    ),
    THAI("th", "ไทย", "ฉันพูดภาษาไทย กรุณาช่วยจัดหาล่ามให้ด้วย", "タイ語", "Taigo", R.string.tongue_th),
    INDONESIAN(
        "id",
        "Bahasa Indonesia",
        "Saya berbicara bahasa Indonesia. Mohon bantuan juru bahasa.",
        "インドネシア語",
        "Indoneshiago",
        R.string.tongue_id,
    ),
    KHMER(
        "km",
        "ភាសាខ្មែរ",
        "ខ្ញុំនិយាយភាសាខ្មែរ។ សូមជួយរកអ្នកបកប្រែឱ្យខ្ញុំផង។",
        "カンボジア語（クメール語）",
        "Kanbojiago (Kumērugo)",
        R.string.tongue_km,
    ),
    BURMESE(
        "my",
        "မြန်မာဘာသာ",
        "ကျွန်ုပ်သည် မြန်မာစကား ပြောပါသည်။ စကားပြန် ခေါ်ပေးပါ။",
        "ミャンマー語",
        "Myanmāgo",
        R.string.tongue_my,
    ),
    MONGOLIAN(
        "mn",
        "Монгол хэл",
        "Би монгол хэлээр ярьдаг. Надад орчуулагч хэрэгтэй байна.",
        "モンゴル語",
        "Mongorugo",
        R.string.tongue_mn,
    ),
    FRENCH(
        "fr",
        "Français",
        "Je parle français. J’ai besoin d’un interprète, s’il vous plaît.",
        "フランス語",
        "Furansugo",
        R.string.tongue_fr,
    ),
    SINHALA(
        "si",
        "සිංහල",
        "මම සිංහල භාෂාව කතා කරමි. කරුණාකර මට භාෂා පරිවර්තකයකු ලබා දෙන්න.",
        "シンハラ語",
        "Shinharago",
        R.string.tongue_si,
    ),
    URDU(
        "ur",
        "اردو",
        "میری زبان اردو ہے۔ براہِ کرم میرے لیے ترجمان کا انتظام کریں۔",
        "ウルドゥー語",
        "Urudūgo",
        R.string.tongue_ur,
    ),
}
