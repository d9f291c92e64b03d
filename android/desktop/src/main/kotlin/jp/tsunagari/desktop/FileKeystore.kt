package jp.tsunagari.desktop

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.security.GeneralSecurityException
import java.security.SecureRandom
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec
import javax.crypto.spec.SecretKeySpec
import jp.tsunagari.core.Keystore
import jp.tsunagari.core.TsunagariError
import kotlin.io.path.createParentDirectories
import kotlin.io.path.deleteIfExists
import kotlin.io.path.exists
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes

/**
 * A keystore whose key lies in a file that only this user reads. It protects from nobody who can read the files of this
 * user: it is for trying the app, while a phone has a keystore of its own.
 */
class FileKeystore(private val file: Path) : Keystore {
    override fun seal(plain: ByteArray): ByteArray {
        val nonce = ByteArray(NONCE).also(SecureRandom()::nextBytes)
        return nonce + cipher(Cipher.ENCRYPT_MODE, key(), nonce).doFinal(plain)
    }

    override fun open(sealed: ByteArray): ByteArray {
        if (!file.exists() || sealed.size < NONCE) throw TsunagariError.KeyMismatch()
        return try {
            cipher(Cipher.DECRYPT_MODE, key(), sealed.copyOf(NONCE)).doFinal(sealed, NONCE, sealed.size - NONCE)
        } catch (_: GeneralSecurityException) {
            throw TsunagariError.KeyMismatch()
        }
    }

    override fun shred() {
        file.deleteIfExists()
    }

    @Synchronized
    private fun key(): SecretKey {
        if (!file.exists()) {
            file.createParentDirectories()
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            file.writeBytes(KeyGenerator.getInstance("AES").apply { init(BITS) }.generateKey().encoded)
        }
        return SecretKeySpec(file.readBytes(), "AES")
    }

    private fun cipher(mode: Int, key: SecretKey, nonce: ByteArray) =
        Cipher.getInstance("AES/GCM/NoPadding").apply { init(mode, key, GCMParameterSpec(TAG, nonce)) }

    private companion object {
        const val BITS = 256
        const val NONCE = 12
        const val TAG = 128
    }
}
