package jp.tsunagari.app

import java.io.File
import javax.xml.parsers.DocumentBuilderFactory
import jp.tsunagari.core.Language
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.w3c.dom.Element

/** The labels of app and screens in three languages, as Android's own tools have put them together. */
@RunWith(RobolectricTestRunner::class)
class TextsTest {
    @Test
    fun `every text is there in every language`() {
        for (module in listOf("app", "ui")) {
            val japanese = texts(module, "values")
            assertTrue(module, japanese.size > 10)
            assertEquals(module, japanese.keys, texts(module, "values-b+ja+Hira").keys)
            assertEquals(module, japanese.keys, texts(module, "values-en").keys)
        }
        assertEquals(emptySet<String>(), texts("app", "values").keys intersect texts("ui", "values").keys)
    }

    @Test
    fun `Android finds the text of the language`() {
        for (module in listOf("app", "ui")) {
            for ((folder, language) in FOLDERS) {
                val context = app.inLanguage(language)
                for ((name, text) in texts(module, folder)) {
                    val id = context.resources.getIdentifier(name, "string", app.packageName)
                    assertNotEquals(name, 0, id)
                    assertEquals(name, text, context.getString(id))
                }
            }
        }
    }

    @Test
    fun `what the system shows in easy Japanese has no kanji, since it draws no readings`() {
        val kanji = texts("app", "values-b+ja+Hira").filterValues { text -> text.any { it in '一'..'龠' || it in "{|}" } }
        assertEquals(emptySet<String>(), kanji.keys)
    }

    @Test
    fun `no text watches or judges, and none of a notice or of the launcher tells what the app is for`() {
        for (folder in FOLDERS.keys) {
            val all = texts("app", folder)
            assertEquals(emptySet<String>(), all.filterValues { text -> JUDGING.any { it in text } }.keys)
            val seen = all.filterKeys { it.startsWith("app_look_") || it.startsWith("app_notice_") || it == "app_name" }
            assertEquals(emptySet<String>(), seen.filterValues { text -> TELLING.any { it in text.lowercase() } }.keys)
        }
    }

    @Test
    fun `a reading stands behind its kanji where it cannot stand above`() {
        assertEquals("時間（じかん）が ある ときに", withoutRuby("{時間|じかん}が ある ときに"))
    }

    @Test
    fun `the language is that of the phone until one was chosen`() {
        val choices = KeyValues(app)
        assertEquals(Language.JAPANESE, choices.language)
        choices.language = Language.EASY_JAPANESE
        assertEquals(Language.EASY_JAPANESE, KeyValues(app).language)
    }

    private fun texts(module: String, folder: String): Map<String, String> {
        val files = File(System.getProperty("tsunagari.android"), "$module/src/main/res/$folder").listFiles().orEmpty()
        return files.filter { it.name.startsWith("strings") }.flatMap { file ->
            val root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).documentElement
            val strings = root.getElementsByTagName("string")
            (0 until strings.length).map { strings.item(it) as Element }
                .map { it.getAttribute("name") to plain(it.textContent) }
        }.toMap()
    }

    private fun plain(text: String) = text.replace("\\'", "'").replace("\\n", "\n").replace("\\u0020", " ")

    private companion object {
        val FOLDERS = mapOf(
            "values" to Language.JAPANESE,
            "values-b+ja+Hira" to Language.EASY_JAPANESE,
            "values-en" to Language.ENGLISH,
        )
        val JUDGING = listOf("対象者", "見守られる側", "未応答", "検知", "監視", "頑張", "がんば")
        val TELLING = listOf("孤独", "相談", "気もち", "気持ち", "つらい", "lonely", "mood", "feel", "help", "crisis")
    }
}
