package jp.tsunagari.app

import java.security.GeneralSecurityException
import javax.crypto.SecretKey
import javax.crypto.spec.SecretKeySpec
import jp.tsunagari.app.keys.AesKeys

/** Keys in memory: AndroidKeyStore is not simulated. */
internal class PlayedKeys : AesKeys {
    val kept = mutableMapOf<String, SecretKey>()

    /** Names whose key a finger has to open. */
    val withFinger = mutableSetOf<String>()

    /** What the keystore says instead of giving a key. */
    var fails: GeneralSecurityException? = null

    override fun find(name: String): SecretKey? {
        fails?.let { throw it }
        return kept[name]
    }

    override fun make(name: String, finger: Boolean): SecretKey {
        if (finger) withFinger += name
        val key = SecretKeySpec(ByteArray(BYTES) { (it + made).toByte() }, "AES")
        made += 1
        kept[name] = key
        return key
    }

    override fun delete(name: String) {
        kept.remove(name)
    }

    private var made = 0

    private companion object {
        const val BYTES = 32
    }
}
