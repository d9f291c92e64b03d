package jp.tsunagari.app.keys

import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.UserNotAuthenticatedException
import java.security.KeyStoreException
import java.security.UnrecoverableKeyException
import jp.tsunagari.app.PlayedKeys
import jp.tsunagari.core.TsunagariError
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

/** The core's keystore on keys that never leave where they are. */
@RunWith(RobolectricTestRunner::class)
class KeyVaultTest {
    private val keys = PlayedKeys()
    private var locked = false
    private val vault = KeyVault(keys, "device", Around(isLocked = { locked }))
    private val plain = "32 bytes of a key, more or less.".toByteArray()

    @Test
    fun `what it seals it opens, and twice is not the same`() {
        val sealed = vault.seal(plain)
        assertArrayEquals(plain, vault.open(sealed))
        assertFalse(sealed.contentEquals(vault.seal(plain)))
        assertFalse(sealed.toList().windowed(plain.size).any { it == plain.toList() })
        assertEquals(setOf("device"), keys.kept.keys)
    }

    @Test
    fun `another key does not open it`() {
        val sealed = vault.seal(plain)
        keys.make("device", finger = false)
        assertThrows(TsunagariError.KeyMismatch::class.java) { vault.open(sealed) }
    }

    @Test
    fun `nor does one that was thrown away, and none is made to try`() {
        val sealed = vault.seal(plain)
        vault.shred()
        assertThrows(TsunagariError.KeyMismatch::class.java) { vault.open(sealed) }
        assertEquals(emptySet<String>(), keys.kept.keys)
    }

    @Test
    fun `what was changed by one bit, cut short or made by another does not open`() {
        val sealed = vault.seal(plain)
        for (place in sealed.indices) {
            val changed = sealed.clone().also { it[place] = (it[place].toInt() xor 1).toByte() }
            assertThrows(TsunagariError.KeyMismatch::class.java) { vault.open(changed) }
        }
        for (length in sealed.indices) {
            assertThrows(TsunagariError.KeyMismatch::class.java) { vault.open(sealed.copyOf(length)) }
        }
    }

    @Test
    fun `before the first unlock it is locked, not lost`() {
        val sealed = vault.seal(plain)
        locked = true
        keys.fails = KeyStoreException("not yet")
        assertThrows(TsunagariError.Locked::class.java) { vault.open(sealed) }
        keys.fails = UnrecoverableKeyException("not yet")
        assertThrows(TsunagariError.Locked::class.java) { vault.open(sealed) }
        keys.fails = UserNotAuthenticatedException()
        locked = false
        assertThrows(TsunagariError.Locked::class.java) { vault.open(sealed) }
        keys.fails = null
        assertArrayEquals(plain, vault.open(sealed))
    }

    @Test
    fun `a keystore that fails is told by a code, and nothing of how`() {
        keys.fails = KeyStoreException("alias device of uid 10123")
        val error = assertThrows(TsunagariError.Unexpected::class.java) { vault.seal(plain) }
        assertEquals("keystore" to null, error.code to error.cause)
    }

    @Test
    fun `a finger is asked for at each use`() {
        var asked = 0
        val finger = KeyVault(
            keys,
            "finger",
            Around(finger = true) {
                asked += 1
                it
            },
        )
        val sealed = finger.seal(plain)
        assertArrayEquals(plain, finger.open(sealed))
        assertEquals(2, asked)
        assertTrue("finger" in keys.withFinger)
        val refused = KeyVault(keys, "finger", Around(finger = true) { throw TsunagariError.WrongSecret() })
        assertThrows(TsunagariError.WrongSecret::class.java) { refused.open(sealed) }
    }

    @Test
    fun `when who is enrolled has changed, what was sealed does not open, and what is sealed anew does`() {
        val sealed = vault.seal(plain)
        keys.fails = KeyPermanentlyInvalidatedException()
        assertThrows(TsunagariError.KeyMismatch::class.java) { vault.open(sealed) }
        val anew = vault.seal(plain)
        keys.fails = null
        assertArrayEquals(plain, vault.open(anew))
        assertThrows(TsunagariError.KeyMismatch::class.java) { vault.open(sealed) }
    }
}
