package jp.tsunagari.app.screen

import android.content.Intent
import jp.tsunagari.app.app
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

/** The name and the picture among other apps. */
@RunWith(RobolectricTestRunner::class)
class LooksTest {
    private val looks = Looks(Screen().activity)

    @Test
    fun `there is exactly one way in, whatever was chosen`() {
        assertEquals("note", looks.current().id)
        assertEquals(listOf("ノート"), ways())
        for (look in looks.looks + looks.looks.reversed()) {
            looks.choose(look)
            assertEquals(listOf(look.name), ways())
            assertEquals(look, Looks(Screen().activity).current())
        }
    }

    @Test
    fun `each has a name and a picture of its own`() {
        val names = looks.looks.map { it.name }
        assertEquals(3, names.toSet().size)
        val pictures = looks.looks.map { look ->
            looks.choose(look)
            launchers().single().activityInfo.icon
        }
        assertEquals(3, pictures.toSet().size)
        pictures.forEach { assertNotNull(app.getDrawable(it)) }
    }

    @Test
    @Config(qualifiers = "en")
    fun `names are in the language of the phone, as the launcher has them`() {
        assertEquals(listOf("Notebook", "Daily life", "Tsunagari"), looks.looks.map { it.name })
    }

    private fun ways(): List<String> = launchers().map { it.loadLabel(app.packageManager).toString() }

    private fun launchers() = app.packageManager.queryIntentActivities(
        Intent(Intent.ACTION_MAIN).addCategory(Intent.CATEGORY_LAUNCHER).setPackage(app.packageName),
        0,
    )
}
