// What listens on Android 11 and before is of the past by its name already.
@file:Suppress("DEPRECATION", "OVERRIDE_DEPRECATION")

package jp.tsunagari.app.screen

import android.content.Context
import android.content.pm.PackageManager
import android.os.Build
import android.telephony.PhoneStateListener
import android.telephony.ServiceState
import android.telephony.TelephonyCallback
import android.telephony.TelephonyManager
import androidx.annotation.RequiresApi
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow

/**
 * Whether the phone reaches a network for calls. It needs no permission. With two cards Android tells of one only, so there
 * it is never sure.
 */
internal class Reception(private val context: Context) {
    private val there = MutableStateFlow(true)
    private val phone: TelephonyManager? =
        if (context.packageManager.hasSystemFeature(PackageManager.FEATURE_TELEPHONY)) {
            context.getSystemService(TelephonyManager::class.java)
        } else {
            null
        }
    private var stop: () -> Unit = {}

    /** `false` only when there is none for certain. */
    val service: StateFlow<Boolean> = there.asStateFlow()

    /** Listens, as long as somebody sees it. */
    fun begin() {
        end()
        val phone = phone ?: return
        try {
            stop = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.S) listen(phone) else listenOnEleven(phone)
        } catch (_: SecurityException) {
            // Some phones ask for a permission all the same: then it is not known.
            there.value = true
        }
    }

    fun end() {
        stop()
        stop = {}
    }

    @RequiresApi(Build.VERSION_CODES.S)
    private fun listen(phone: TelephonyManager): () -> Unit {
        val listener = Listener(::heard)
        phone.registerTelephonyCallback(context.mainExecutor, listener)
        return { phone.unregisterTelephonyCallback(listener) }
    }

    private fun listenOnEleven(phone: TelephonyManager): () -> Unit {
        val listener = object : PhoneStateListener() {
            override fun onServiceStateChanged(state: ServiceState) = heard(state)
        }
        phone.listen(listener, PhoneStateListener.LISTEN_SERVICE_STATE)
        return { phone.listen(listener, PhoneStateListener.LISTEN_NONE) }
    }

    private fun heard(state: ServiceState) {
        val none = state.state == ServiceState.STATE_OUT_OF_SERVICE || state.state == ServiceState.STATE_POWER_OFF
        there.value = !none || cards() > 1
    }

    private fun cards(): Int {
        val phone = phone ?: return 0
        return (0..1).count { phone.getSimState(it) == TelephonyManager.SIM_STATE_READY }
    }

    @RequiresApi(Build.VERSION_CODES.S)
    private class Listener(private val heard: (ServiceState) -> Unit) :
        TelephonyCallback(),
        TelephonyCallback.ServiceStateListener {
        override fun onServiceStateChanged(state: ServiceState) = heard(state)
    }
}
