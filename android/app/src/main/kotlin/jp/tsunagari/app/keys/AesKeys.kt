package jp.tsunagari.app.keys

import javax.crypto.SecretKey

/** Keys that never leave where they are, by their names: those of Android Keystore, in tests others. */
internal interface AesKeys {
    /** The key of this name; `null` when there is none. */
    fun find(name: String): SecretKey?

    /** Makes a key; one that has the name is gone then. */
    fun make(name: String, finger: Boolean): SecretKey

    /** Throws a key away; none is no mistake. */
    fun delete(name: String)
}
