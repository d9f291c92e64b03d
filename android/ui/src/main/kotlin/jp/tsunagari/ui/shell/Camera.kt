package jp.tsunagari.ui.shell

import jp.tsunagari.core.FrameSource

/** The camera of the phone, for reading codes. Nothing it sees is kept. */
interface Camera {
    /** Switches it on, after asking for the permission where it is missing; `null` when it was refused or is in use. */
    suspend fun open(): Scan?

    /** Opens the page of the system's settings on which it can be allowed. */
    fun openSettings()
}

/** The camera while it is on: pictures for [jp.tsunagari.core.CodeApi.read], always the latest, until [close]. */
interface Scan :
    FrameSource,
    AutoCloseable {
    /**
     * Where the picture is to be seen. The platform draws it over the page: the page only leaves the place free and tells
     * whenever it moves. `null` hides it.
     */
    fun showAt(place: Place?)

    /** Switches the camera off; pictures end. Twice is no mistake. */
    override fun close()
}

/** A place in the window, in pixels. */
data class Place(
    val left: Int,
    val top: Int,
    val width: Int,
    val height: Int,
)
