package jp.tsunagari.app

import android.content.pm.ApplicationInfo
import android.content.pm.PackageManager
import java.io.File
import javax.xml.parsers.DocumentBuilderFactory
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.w3c.dom.Element

/** What the app asks of Android and offers to others. */
@RunWith(RobolectricTestRunner::class)
class ManifestTest {
    private val main = File(System.getProperty("tsunagari.android"), "app/src/main")
    private val info = app.packageManager.getPackageInfo(app.packageName, EVERYTHING)

    @Test
    fun `it asks for six permissions and no other`() {
        assertEquals("jp.tsunagari", info.packageName)
        val asked = info.requestedPermissions!!.map { it.removePrefix("android.permission.") }
        assertEquals(
            listOf(
                "ACCESS_NETWORK_STATE",
                "CAMERA",
                "INTERNET",
                "POST_NOTIFICATIONS",
                "RECEIVE_BOOT_COMPLETED",
                "USE_BIOMETRIC",
            ),
            asked.sorted(),
        )
        assertNull(info.permissions)
    }

    @Test
    fun `nothing but the ways in from a launcher is open to other apps`() {
        val open = info.activities!!.filter { it.exported }
        assertEquals(3, open.size)
        assertTrue(open.all { it.targetActivity == "jp.tsunagari.app.screen.MainActivity" })
        assertEquals(1, open.count { it.enabled })
        assertEquals(emptyList<String>(), info.receivers!!.filter { it.exported }.map { it.name })
        assertEquals(3, info.receivers!!.size)
        val service = info.services!!.single()
        assertEquals(false to "android.permission.BIND_JOB_SERVICE", service.exported to service.permission)
        assertNull(info.providers)
    }

    @Test
    fun `every class that the manifest names is there`() {
        val named = info.activities!!.map { it.targetActivity ?: it.name } + info.receivers!!.map { it.name } +
            info.services!!.map { it.name } + "jp.tsunagari.app.TsunagariApplication"
        named.forEach { Class.forName(it, false, javaClass.classLoader) }
        assertTrue(File(main, "AndroidManifest.xml").readText().contains("jp.tsunagari.app.TsunagariApplication"))
    }

    @Test
    fun `what somebody writes stays when the phone is turned or finds another network`() {
        val window = xml("AndroidManifest.xml").getElementsByTagName("activity").item(0) as Element
        val stays = window.getAttribute("android:configChanges").split('|')
        val missing = setOf("orientation", "screenSize", "uiMode", "fontScale", "locale", "mcc", "mnc") - stays.toSet()
        assertEquals(emptySet<String>(), missing)
    }

    @Test
    fun `nothing of it goes into a backup of the system, or to another phone`() {
        assertEquals(0, info.applicationInfo!!.flags and ApplicationInfo.FLAG_ALLOW_BACKUP)
        val application = xml("AndroidManifest.xml").getElementsByTagName("application").item(0) as Element
        assertEquals("@xml/no_transfer", application.getAttribute("android:dataExtractionRules"))
        assertEquals("@xml/no_backup", application.getAttribute("android:fullBackupContent"))
        val rules = xml("res/xml/no_transfer.xml")
        assertEquals(listOf("cloud-backup", "device-transfer"), rules.elements().map { it.tagName })
        rules.elements().forEach { assertEquals(DOMAINS + DEVICE_DOMAINS, excluded(it)) }
        assertEquals(DOMAINS, excluded(xml("res/xml/no_backup.xml")))
    }

    @Test
    fun `nothing goes over the network unencrypted`() {
        assertEquals(0, info.applicationInfo!!.flags and ApplicationInfo.FLAG_USES_CLEARTEXT_TRAFFIC)
    }

    @Test
    fun `it is checked here for the Android that it is built for`() {
        val gradle = File(main, "../../build.gradle.kts").readText()
        val maven = File(main, "../../pom.xml").readText()
        for ((there, here) in BUILT) {
            val built = Regex("$there = (\\d+)").find(gradle)!!.groupValues[1]
            assertEquals(built, Regex("--$here (\\d+)").find(maven)!!.groupValues[1])
        }
    }

    /** Domains of which everything is left out. */
    private fun excluded(rules: Element): Set<String> {
        assertTrue(rules.elements().all { it.tagName == "exclude" && it.getAttribute("path") == "." })
        return rules.elements().map { it.getAttribute("domain") }.toSet()
    }

    private fun xml(path: String): Element =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(File(main, path)).documentElement

    private fun Element.elements(): List<Element> =
        (0 until childNodes.length).map(childNodes::item).filterIsInstance<Element>()

    private companion object {
        const val EVERYTHING = PackageManager.GET_PERMISSIONS or PackageManager.GET_ACTIVITIES or
            PackageManager.GET_RECEIVERS or PackageManager.GET_SERVICES or PackageManager.GET_PROVIDERS or
            PackageManager.MATCH_DISABLED_COMPONENTS
        val BUILT = mapOf(
            "minSdk" to "min-sdk-version",
            "targetSdk" to "target-sdk-version",
            "versionCode" to "version-code",
        )
        val DOMAINS = setOf("root", "file", "database", "sharedpref", "external")
        val DEVICE_DOMAINS = setOf("device_root", "device_file", "device_database", "device_sharedpref")
    }
}
