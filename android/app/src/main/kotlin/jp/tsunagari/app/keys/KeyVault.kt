package jp.tsunagari.app.keys

import android.content.Context
import android.os.UserManager
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.UserNotAuthenticatedException
import java.security.GeneralSecurityException
import java.security.ProviderException
import java.security.UnrecoverableKeyException
import javax.crypto.BadPaddingException
import javax.crypto.Cipher
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec
import jp.tsunagari.core.Keystore
import jp.tsunagari.core.TsunagariError

/** What a vault has to know of the phone and the person. */
internal class Around(
    /** Whether the phone was not unlocked yet since it started: no key opens before. */
    val isLocked: () -> Boolean = { false },
    /** Whether only a finger or a face opens the key. */
    val finger: Boolean = false,
    /** Waits until the key may be used once. */
    val allow: (Cipher) -> Cipher = { it },
)

internal fun Context.vault(): Around = Around(isLocked = { !getSystemService(UserManager::class.java).isUserUnlocked })

/** The core's keystore on one key: AES-GCM, in the form of one byte for the form, the nonce, and what was sealed. */
internal class KeyVault(
    private val keys: AesKeys,
    private val name: String,
    private val around: Around,
) : Keystore {
    override fun seal(plain: ByteArray): ByteArray = told {
        val cipher = try {
            sealing(keys.find(name) ?: make())
        } catch (_: KeyPermanentlyInvalidatedException) {
            // Whose finger opens it has changed. What is sealed anew belongs to those of today.
            sealing(make())
        }
        val allowed = around.allow(cipher)
        byteArrayOf(FORM) + allowed.iv + allowed.doFinal(plain)
    }

    override fun open(sealed: ByteArray): ByteArray = told {
        if (sealed.size <= NONCE || sealed.first() != FORM) throw TsunagariError.KeyMismatch()
        val key = keys.find(name) ?: throw TsunagariError.KeyMismatch()
        val cipher = Cipher.getInstance(CIPHER)
        cipher.init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(TAG_BITS, sealed, 1, NONCE))
        around.allow(cipher).doFinal(sealed, 1 + NONCE, sealed.size - 1 - NONCE)
    }

    override fun shred() = told { keys.delete(name) }

    private fun make(): SecretKey = keys.make(name, around.finger)

    private fun sealing(key: SecretKey): Cipher = Cipher.getInstance(CIPHER).apply { init(Cipher.ENCRYPT_MODE, key) }

    /** Says what went wrong in the core's words, and nothing of how. */
    private fun <T> told(block: () -> T): T = try {
        block()
    } catch (_: UserNotAuthenticatedException) {
        throw TsunagariError.Locked()
    } catch (_: KeyPermanentlyInvalidatedException) {
        throw TsunagariError.KeyMismatch()
    } catch (_: BadPaddingException) {
        throw TsunagariError.KeyMismatch()
    } catch (_: UnrecoverableKeyException) {
        throw if (around.isLocked()) TsunagariError.Locked() else TsunagariError.KeyMismatch()
    } catch (_: GeneralSecurityException) {
        throw unknown()
    } catch (_: ProviderException) {
        throw unknown()
    }

    private fun unknown() = if (around.isLocked()) TsunagariError.Locked() else TsunagariError.Unexpected("keystore")

    private companion object {
        const val CIPHER = "AES/GCM/NoPadding"
        const val FORM: Byte = 1
        const val NONCE = 12
        const val TAG_BITS = 128
    }
}
