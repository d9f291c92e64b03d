package jp.tsunagari.app.keys

import android.content.Context
import android.content.pm.PackageManager
import android.os.Build
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import android.security.keystore.StrongBoxUnavailableException
import androidx.annotation.RequiresApi
import java.security.KeyStore
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey

/** Android Keystore: keys in a chip of their own (StrongBox) where the phone has one, otherwise where its system keeps them. */
internal class AndroidKeys(context: Context) : AesKeys {
    private val hasChip = Build.VERSION.SDK_INT >= Build.VERSION_CODES.P &&
        context.packageManager.hasSystemFeature(PackageManager.FEATURE_STRONGBOX_KEYSTORE)

    override fun find(name: String): SecretKey? = store().getKey(name, null) as SecretKey?

    override fun make(name: String, finger: Boolean): SecretKey =
        if (hasChip && Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) {
            inChip(name, finger)
        } else {
            generate(spec(name, finger).build())
        }

    override fun delete(name: String) = store().deleteEntry(name)

    /** The chip has few places, and some phones only say that they have one. */
    @RequiresApi(Build.VERSION_CODES.P)
    private fun inChip(name: String, finger: Boolean): SecretKey = try {
        generate(spec(name, finger).setIsStrongBoxBacked(true).build())
    } catch (_: StrongBoxUnavailableException) {
        generate(spec(name, finger).build())
    }

    /**
     * Without a finger it opens after the first unlock, also while the screen is locked: alarms come then. With one it opens
     * for one use each, and not any more once another finger is enrolled.
     */
    private fun spec(name: String, finger: Boolean) =
        KeyGenParameterSpec.Builder(name, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(BITS)
            .setUserAuthenticationRequired(finger)
            .setInvalidatedByBiometricEnrollment(true)

    private fun generate(spec: KeyGenParameterSpec): SecretKey =
        KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, PROVIDER).apply { init(spec) }.generateKey()

    private fun store(): KeyStore = KeyStore.getInstance(PROVIDER).apply { load(null) }

    private companion object {
        const val PROVIDER = "AndroidKeyStore"
        const val BITS = 256
    }
}
