package jp.tsunagari.app.screen

import android.content.Intent
import jp.tsunagari.app.app
import jp.tsunagari.ui.model.Look
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
        assertEquals(Look.NOTE, looks.current())
        assertEquals(listOf("ノート"), ways())
        for (look in Look.entries + Look.entries.reversed()) {
            looks.choose(look)
            assertEquals(listOf(app.getString(look.label)), ways())
            assertEquals(look, Looks(Screen().activity).current())
        }
    }

    @Test
    fun `each has a name and a picture of its own`() {
        val names = Look.entries.map { app.getString(it.label) }
        assertEquals(3, names.toSet().size)
        val pictures = Look.entries.map { look ->
            looks.choose(look)
            launchers().single().activityInfo.icon
        }
        assertEquals(3, pictures.toSet().size)
        pictures.forEach { assertNotNull(app.getDrawable(it)) }
    }

    @Test
    @Config(qualifiers = "en")
    fun `names are in the language of the phone, as the launcher has them`() {
        assertEquals(listOf("Notebook", "Daily life", "Tsunagari"), Look.entries.map { app.getString(it.label) })
    }

    private fun ways(): List<String> = launchers().map { it.loadLabel(app.packageManager).toString() }

    private fun launchers() = app.packageManager.queryIntentActivities(
        Intent(Intent.ACTION_MAIN).addCategory(Intent.CATEGORY_LAUNCHER).setPackage(app.packageName),
        0,
    )
}
