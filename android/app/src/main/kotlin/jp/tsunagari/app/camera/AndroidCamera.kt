package jp.tsunagari.app.camera

import android.Manifest
import android.app.Activity
import android.content.pm.PackageManager
import android.hardware.camera2.CameraAccessException
import android.hardware.camera2.CameraCharacteristics
import android.hardware.camera2.CameraManager
import jp.tsunagari.app.screen.Calls
import jp.tsunagari.app.screen.Questions
import jp.tsunagari.ui.shell.Camera
import jp.tsunagari.ui.shell.Scan

/** The camera at the back of the phone, or else any. */
internal class AndroidCamera private constructor(private val activity: Activity, private val questions: Questions) :
    Camera {
    private val manager = activity.getSystemService(CameraManager::class.java)

    override suspend fun open(): Scan? {
        if (!questions.allow(Manifest.permission.CAMERA)) return null
        return try {
            val id = best() ?: return null
            Eye(activity, manager, id).takeIf { it.open() }
        } catch (_: CameraAccessException) {
            null
        } catch (_: SecurityException) {
            // The owner of the phone has switched cameras off.
            null
        }
    }

    override fun openSettings() = Calls(activity).permissions()

    private fun best(): String? {
        val ids = manager.cameraIdList
        return ids.find { facing(it) == CameraCharacteristics.LENS_FACING_BACK } ?: ids.firstOrNull()
    }

    private fun facing(id: String): Int? = manager.getCameraCharacteristics(id)[CameraCharacteristics.LENS_FACING]

    companion object {
        /** The camera of the phone, if it has one. */
        fun of(activity: Activity, questions: Questions): Camera? =
            if (activity.packageManager.hasSystemFeature(PackageManager.FEATURE_CAMERA_ANY)) {
                AndroidCamera(activity, questions)
            } else {
                null
            }
    }
}
