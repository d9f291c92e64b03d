package jp.tsunagari.ui.desktop

import androidx.compose.runtime.staticCompositionLocalOf
import java.util.concurrent.ConcurrentHashMap
import javax.xml.parsers.DocumentBuilderFactory
import org.w3c.dom.Element

/** The folder that labels are taken from, as Android takes it by the language that was chosen. */
val LocalStrings = staticCompositionLocalOf { StringFiles.JAPANESE }

/** The texts of `src/main/res`, on a machine without Android's resources. */
object StringFiles {
    const val JAPANESE = "values"
    const val EASY_JAPANESE = "values-b+ja+Hira"
    const val ENGLISH = "values-en"
    private val files = ConcurrentHashMap<String, Map<String, String>>()

    /** Names and texts of a folder, in the order of the file. */
    fun of(folder: String): Map<String, String> = files.computeIfAbsent(folder, ::read)

    /** The text of [id], which is its place in the file of the default language. */
    fun text(folder: String, id: Int): String {
        val name = of(JAPANESE).keys.elementAt(id - 1)
        return of(folder)[name] ?: of(JAPANESE).getValue(name)
    }

    private fun read(folder: String): Map<String, String> {
        val file = checkNotNull(javaClass.getResourceAsStream("/jp/tsunagari/ui/res/$folder/strings.xml")) { folder }
        val strings = file.use { DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(it) }
            .getElementsByTagName("string")
        return (0 until strings.length).map { strings.item(it) as Element }
            .associate { it.getAttribute("name") to plain(it.textContent) }
    }

    /** What Android makes of a text: white space at its ends is not part of it unless it is written as such. */
    private fun plain(text: String): String =
        text.trim().replace("\\n", "\n").replace("\\'", "'").replace("\\u0020", " ")
}
