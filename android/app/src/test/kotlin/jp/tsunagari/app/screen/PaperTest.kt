package jp.tsunagari.app.screen

import android.content.pm.PackageManager
import jp.tsunagari.app.app
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** Pages on paper. */
@RunWith(RobolectricTestRunner::class)
@Config(shadows = [DrawnPage::class])
class PaperTest {
    private val screen = Screen()
    private val printed = mutableListOf<String>()
    private val paper = Paper(screen.activity) { name, _ -> printed += name }

    @Test
    fun `a page is drawn without running or fetching anything, and printed under the name that was given`() {
        features(true)
        val printing = screen.begin { paper.print("<p>よりそう</p>", "メモ") }
        val page = DrawnPage.last!!
        val settings = page.settings
        assertFalse(settings.javaScriptEnabled)
        assertTrue(settings.blockNetworkLoads)
        assertFalse(settings.allowFileAccess || settings.allowContentAccess)
        val loaded = shadowOf(page).lastLoadDataWithBaseURL
        assertEquals(null to "<p>よりそう</p>", loaded.baseUrl to loaded.data)
        assertEquals(emptyList<String>(), printed)
        shadowOf(page).webViewClient.onPageFinished(page, null)
        assertTrue(runBlocking { printing.await() })
        assertEquals(listOf("メモ"), printed)
        paper.forget()
        assertTrue(shadowOf(page).wasDestroyCalled())
    }

    @Test
    fun `who presses twice prints once`() {
        features(true)
        val first = screen.begin { paper.print("<p>", "メモ") }
        val page = DrawnPage.last!!
        val second = screen.begin { paper.print("<p>", "メモ") }
        assertFalse(shadowOf(page).wasDestroyCalled())
        shadowOf(page).webViewClient.onPageFinished(page, null)
        assertTrue(runBlocking { first.await() && second.await() })
        assertEquals(listOf("メモ"), printed)
    }

    @Test
    fun `a phone that does not print says so`() {
        features(false)
        assertFalse(runBlocking { paper.print("<p>", "メモ") })
    }

    @Test
    fun `where pages cannot be drawn at this moment it says so`() {
        features(true)
        val none = Paper(screen.activity, make = { error("being renewed") })
        assertFalse(runBlocking { none.print("<p>", "メモ") })
        val printing = screen.begin { paper.print("<p>", "メモ") }
        val page = DrawnPage.last!!
        assertTrue(shadowOf(page).webViewClient.onRenderProcessGone(page, null))
        assertFalse(runBlocking { printing.await() })
        assertEquals(emptyList<String>(), printed)
        assertTrue(shadowOf(page).wasDestroyCalled())
    }

    private fun features(there: Boolean) = listOf(PackageManager.FEATURE_PRINTING, PackageManager.FEATURE_WEBVIEW)
        .forEach { shadowOf(app.packageManager).setSystemFeature(it, there) }
}
