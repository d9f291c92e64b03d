package jp.tsunagari.app.screen

import android.Manifest
import android.app.Activity
import android.content.ClipDescription
import android.content.ClipboardManager
import android.content.Intent
import android.content.pm.PackageManager
import android.hardware.biometrics.BiometricManager
import android.net.Uri
import android.provider.Settings
import android.view.WindowManager
import java.io.File
import jp.tsunagari.app.app
import jp.tsunagari.app.notices.Presses
import jp.tsunagari.core.CheckInId
import jp.tsunagari.core.Told
import jp.tsunagari.core.TsunagariError
import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertSame
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowBiometricManager

/** What the shell asks of Android. */
@RunWith(RobolectricTestRunner::class)
class OutsideTest {
    private val screen = Screen()
    private val outside = screen.outside

    @Test
    fun `a number is given to the dialler and never called`() {
        assertTrue(outside.dial("#7119"))
        val intent = screen.shadow.nextStartedActivity
        assertEquals(Intent.ACTION_DIAL, intent.action)
        assertEquals("tel:%237119", intent.dataString)
        assertEquals("#7119", intent.data?.schemeSpecificPart)
    }

    @Test
    fun `a code that changes the telephone is not given to the dialler`() {
        for (code in listOf("*#06#", "##002#", "*31#0312345678", "＊＃０６＃", "#100#", " *123#", "\u202D*#06#")) {
            assertFalse(code, outside.dial(code))
        }
        assertNull(screen.shadow.nextStartedActivity)
        for (number in listOf("+81-3-1234-5678", "186-03-1234-5678", "＃７１１９", "03-1234-5678（#2）")) {
            assertTrue(number, outside.dial(number))
        }
    }

    @Test
    fun `what no other app takes is said, whatever the reason`() {
        val calls = Calls(Robolectric.buildActivity(Refusing::class.java).setup().get())
        assertFalse(calls.share("長い".repeat(1_000_000)))
        assertFalse(calls.browse("https://example.jp"))
    }

    @Test
    fun `without a dialler it says so`() {
        shadowOf(app).checkActivities(true)
        assertFalse(outside.dial("110"))
    }

    @Test
    fun `addresses of the web and of mail are opened, and no others`() {
        assertTrue(outside.browse("HTTPS://example.jp/soudan"))
        assertEquals(Intent.ACTION_VIEW, screen.shadow.nextStartedActivity.action)
        assertTrue(outside.browse("mailto:soudan@example.jp"))
        assertEquals(Intent.ACTION_SENDTO, screen.shadow.nextStartedActivity.action)
        for (other in listOf(
            "tel:110",
            "intent:#Intent;end",
            "file:///data",
            "content://a/b",
            "javascript:1",
            "",
            "x",
        )) {
            assertFalse(other, outside.browse(other))
        }
        assertNull(screen.shadow.nextStartedActivity)
    }

    @Test
    fun `what is copied is kept out of previews where it is sensitive`() {
        val clipboard = app.getSystemService(ClipboardManager::class.java)
        outside.copy("0120-000-000", sensitive = true)
        val clip = clipboard.primaryClip!!
        assertEquals("0120-000-000", clip.getItemAt(0).text)
        assertTrue(clip.description.extras.getBoolean(ClipDescription.EXTRA_IS_SENSITIVE))
        assertEquals("", clip.description.label)
        outside.copy("https://example.jp", sensitive = false)
        assertNull(clipboard.primaryClip!!.description.extras)
    }

    @Test
    fun `it is hidden from recent apps from the first moment, and as was chosen`() {
        assertTrue(isHidden(screen))
        outside.hideFromRecents(false)
        assertFalse(isHidden(screen))
        assertFalse(isHidden(Screen()))
        outside.hideFromRecents(true)
        assertTrue(isHidden(screen) && isHidden(Screen()))
    }

    @Test
    fun `allowing notices is told to the core before the screen goes on`() {
        app.withCheckIn()
        shadowOf(app.notificationManager).setNotificationsEnabled(false)
        outside.appear()
        assertEquals(listOf(Told.PERMISSION_LOST), app.told)
        val asked = screen.begin { outside.askToSpeak() }
        assertEquals(
            listOf(Manifest.permission.POST_NOTIFICATIONS),
            screen.shadow.lastRequestedPermission.requestedPermissions.toList(),
        )
        assertFalse(asked.isCompleted)
        shadowOf(app).grantPermissions(Manifest.permission.POST_NOTIFICATIONS)
        shadowOf(app.notificationManager).setNotificationsEnabled(true)
        outside.questions.answered(screen.shadow.lastRequestedPermission.requestCode, null)
        assertTrue(runBlocking { asked.await() })
        assertEquals(listOf(Told.PERMISSION_LOST, Told.PERMISSION_BACK), app.told)
    }

    @Test
    fun `when it was refused before, the page of the system is opened`() {
        outside.openSystemSettings()
        val intent = screen.shadow.nextStartedActivity
        assertEquals(Settings.ACTION_APP_NOTIFICATION_SETTINGS, intent.action)
        assertEquals(app.packageName, intent.getStringExtra(Settings.EXTRA_APP_PACKAGE))
    }

    @Test
    fun `a notice that is answered is told to the core, and to the shell until it has shown the page`() {
        val made = app.withCheckIn()
        val answer = shadowOf(Presses(app, made.id).answer()).savedIntent
        outside.came(Intent(Intent.ACTION_MAIN))
        assertNull(outside.answering.value)
        outside.came(answer)
        assertEquals(made.id, outside.answering.value)
        assertEquals(1, app.fake.control.calls.count { it == "checkIns.answered" })
        outside.taken()
        outside.came(answer)
        assertNull(outside.answering.value)
        assertEquals(1, app.fake.control.calls.count { it == "checkIns.answered" })
    }

    @Test
    fun `another app cannot answer for the person`() {
        outside.came(Intent("ANSWER", Uri.parse("https:x")))
        outside.came(Intent("SWIPED").setData(shadowOf(Presses(app, CheckInId("a")).answer()).savedIntent.data))
        assertNull(outside.answering.value)
    }

    @Test
    fun `nor by what stands in the launcher, and the list of recent apps does not answer once more`() {
        val made = app.withCheckIn()
        val answer = shadowOf(Presses(app, made.id).answer()).savedIntent
        outside.came(Intent(answer).setClassName(app, "jp.tsunagari.app.LookNote"))
        outside.came(Intent(answer).addFlags(Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY))
        assertNull(outside.answering.value)
        assertFalse("checkIns.answered" in app.fake.control.calls)
        outside.came(answer)
        assertEquals(made.id, outside.answering.value)
    }

    @Test
    fun `everything can be silenced at once`() {
        app.withCheckIn()
        app.firstAlarmComes()
        outside.silence()
        assertEquals(emptyList<Any>(), app.scheduled)
        assertEquals(emptyList<Any>(), app.notices)
    }

    @Test
    fun `it says its version, that of the core`() {
        val maven = File(System.getProperty("tsunagari.android"), "pom.xml").readText()
        assertTrue("<artifactId>android</artifactId>\n  <version>${outside.version}</version>" in maven)
    }

    @Test
    fun `backups go where a person reaches them`() {
        assertTrue(File(outside.backupFolder).isDirectory)
        assertTrue(outside.backupFolder.startsWith(app.getExternalFilesDir(null)!!.path))
    }

    @Test
    fun `it is seen as long as it is in front, and can leave at once`() {
        outside.appear()
        assertTrue(outside.inFront.value)
        outside.leave()
        outside.vanish()
        assertFalse(outside.inFront.value)
        assertFalse(screen.activity.isFinishing)
    }

    @Test
    fun `a finger is offered while one is enrolled, always by the same keystore`() {
        val enrolled = Shadow.extract<ShadowBiometricManager>(app.getSystemService(BiometricManager::class.java))
        enrolled.setCanAuthenticate(false)
        assertNull(outside.finger())
        enrolled.setCanAuthenticate(true)
        val finger = outside.finger()
        assertNotNull(finger)
        assertSame(finger, outside.finger())
        // Nobody is there to be asked.
        assertThrows(TsunagariError.Locked::class.java) { finger!!.seal(ByteArray(1)) }
    }

    @Test
    fun `a camera that may not be used is none`() {
        shadowOf(app.packageManager).setSystemFeature(PackageManager.FEATURE_CAMERA_ANY, true)
        val scan = Screen().run { begin { outside.camera!!.open() }.also { outside.questions.answered(1, null) } }
        assertNull(runBlocking { scan.await() })
        Screen().run {
            outside.camera!!.openSettings()
            assertEquals(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, shadow.nextStartedActivity.action)
        }
        shadowOf(app.packageManager).setSystemFeature(PackageManager.FEATURE_CAMERA_ANY, false)
        assertNull(Screen().outside.camera)
    }

    /** Hands nothing over. */
    class Refusing : Activity() {
        override fun startActivity(intent: Intent): Unit = error("too long")
    }

    private fun isHidden(screen: Screen): Boolean {
        val flags = screen.activity.window.attributes.flags
        return flags and WindowManager.LayoutParams.FLAG_SECURE != 0
    }
}
