package jp.tsunagari.app.keys

import android.app.Activity
import android.hardware.biometrics.BiometricManager
import android.hardware.biometrics.BiometricPrompt
import android.os.Build
import android.os.CancellationSignal
import androidx.annotation.RequiresApi
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ExecutionException
import javax.crypto.Cipher
import jp.tsunagari.app.R
import jp.tsunagari.app.graph
import jp.tsunagari.app.inLanguage
import jp.tsunagari.app.language
import jp.tsunagari.core.TsunagariError

/** Asks for a finger or a face, in the words of the system. */
@RequiresApi(Build.VERSION_CODES.P)
internal class FingerPrompt(private val page: Activity) {
    /**
     * Waits until the person has allowed [cipher] to be used; never on the thread that draws.
     *
     * @throws TsunagariError.WrongSecret when they did not.
     */
    fun allow(cipher: Cipher): Cipher {
        val answer = CompletableFuture<Cipher>()
        val stop = CancellationSignal()
        page.runOnUiThread { ask(cipher, answer, stop) }
        return try {
            answer.get()
        } catch (error: ExecutionException) {
            throw error.cause ?: error
        } finally {
            stop.cancel()
        }
    }

    private fun ask(
        cipher: Cipher,
        answer: CompletableFuture<Cipher>,
        stop: CancellationSignal,
    ) {
        val spoken = page.inLanguage(page.graph.choices.language)
        val builder = BiometricPrompt.Builder(page)
            .setTitle(spoken.getString(R.string.app_finger_title))
            .setNegativeButton(spoken.getString(R.string.app_finger_leave), page.mainExecutor) { _, _ ->
                answer.completeExceptionally(TsunagariError.WrongSecret())
            }
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
            builder.setAllowedAuthenticators(BiometricManager.Authenticators.BIOMETRIC_STRONG)
        }
        builder.build()
            .authenticate(BiometricPrompt.CryptoObject(cipher), stop, page.mainExecutor, Answer(cipher, answer))
    }

    /** A finger that did not fit is asked for again by the system; what ends the question is an answer. */
    private class Answer(private val cipher: Cipher, private val answer: CompletableFuture<Cipher>) :
        BiometricPrompt.AuthenticationCallback() {
        override fun onAuthenticationSucceeded(result: BiometricPrompt.AuthenticationResult) {
            answer.complete(result.cryptoObject?.cipher ?: cipher)
        }

        override fun onAuthenticationError(code: Int, words: CharSequence?) {
            answer.completeExceptionally(TsunagariError.WrongSecret())
        }
    }
}
