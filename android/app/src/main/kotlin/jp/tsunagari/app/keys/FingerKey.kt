package jp.tsunagari.app.keys

import android.app.Activity
import android.app.KeyguardManager
import android.content.Context
import android.content.pm.PackageManager
import android.hardware.biometrics.BiometricManager
import android.hardware.biometrics.BiometricManager.Authenticators
import android.os.Build
import androidx.annotation.RequiresApi
import jp.tsunagari.core.Keystore
import jp.tsunagari.core.TsunagariError

/** A keystore whose key only opens to a finger or a face, on Android 9 and later. */
internal class FingerKey(private val context: Context, keys: AesKeys) {
    /** Whose page asks; `null` while none is to be seen. */
    @Volatile
    var asking: Activity? = null

    private val vault = KeyVault(
        keys,
        NAME,
        Around(context.vault().isLocked, finger = true) { cipher ->
            val page = asking ?: throw TsunagariError.Locked()
            if (Build.VERSION.SDK_INT < Build.VERSION_CODES.P) throw TsunagariError.Locked()
            FingerPrompt(page).allow(cipher)
        },
    )

    /** The keystore; `null` while the phone cannot ask, or knows no finger and no face. */
    fun keystore(): Keystore? = vault.takeIf { Build.VERSION.SDK_INT >= Build.VERSION_CODES.P && isEnrolled() }

    /** Throws the key away. */
    fun shred() = vault.shred()

    @RequiresApi(Build.VERSION_CODES.P)
    private fun isEnrolled(): Boolean = when {
        Build.VERSION.SDK_INT >= Build.VERSION_CODES.R ->
            prompts()?.canAuthenticate(Authenticators.BIOMETRIC_STRONG) == BiometricManager.BIOMETRIC_SUCCESS

        Build.VERSION.SDK_INT >= Build.VERSION_CODES.Q -> isEnrolledOnTen()

        // Android 9 does not say whether a finger is enrolled: where none is, no key is made, and that is told.
        else -> context.packageManager.hasSystemFeature(PackageManager.FEATURE_FINGERPRINT) &&
            context.getSystemService(KeyguardManager::class.java).isDeviceSecure
    }

    /** Of a class that may not open keys it knows nothing; then the key is not made. */
    @Suppress("DEPRECATION")
    @RequiresApi(Build.VERSION_CODES.Q)
    private fun isEnrolledOnTen(): Boolean = prompts()?.canAuthenticate() == BiometricManager.BIOMETRIC_SUCCESS

    @RequiresApi(Build.VERSION_CODES.Q)
    private fun prompts(): BiometricManager? = context.getSystemService(BiometricManager::class.java)

    private companion object {
        const val NAME = "finger"
    }
}
