package jp.tsunagari.app.screen

import android.content.pm.PackageManager
import android.telephony.ServiceState
import android.telephony.TelephonyManager
import jp.tsunagari.app.app
import jp.tsunagari.app.settle
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf

/** 圏外 is said only when it is certain. */
@RunWith(RobolectricTestRunner::class)
class ReceptionTest {
    private val phone = shadowOf(app.getSystemService(TelephonyManager::class.java))
    private val reception: Reception

    init {
        shadowOf(app.packageManager).setSystemFeature(PackageManager.FEATURE_TELEPHONY, true)
        reception = Reception(app)
    }

    @Test
    fun `without a network there is none, with one for emergencies there is one`() {
        reception.begin()
        assertEquals(false, after(ServiceState.STATE_OUT_OF_SERVICE))
        assertEquals(true, after(ServiceState.STATE_EMERGENCY_ONLY))
        assertEquals(false, after(ServiceState.STATE_POWER_OFF))
        assertEquals(true, after(ServiceState.STATE_IN_SERVICE))
    }

    @Test
    fun `with two cards nobody can be sure`() {
        phone.setSimState(0, TelephonyManager.SIM_STATE_READY)
        phone.setSimState(1, TelephonyManager.SIM_STATE_READY)
        reception.begin()
        assertEquals(true, after(ServiceState.STATE_OUT_OF_SERVICE))
    }

    @Test
    fun `nobody listens while nobody looks`() {
        reception.begin()
        reception.end()
        assertEquals(true, after(ServiceState.STATE_OUT_OF_SERVICE))
    }

    private fun after(state: Int): Boolean {
        phone.setServiceState(ServiceState().apply { this.state = state })
        settle()
        return reception.service.value
    }
}
