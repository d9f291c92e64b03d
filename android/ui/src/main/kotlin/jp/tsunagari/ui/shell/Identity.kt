package jp.tsunagari.ui.shell

/**
 * Under which name and picture the app stands among the others. The first is neutral. The store and
 * the system's settings show more all the same, which the page about it says.
 */
interface Identity {
    /** What can be chosen, the one it has at first before the others. */
    val looks: List<Look>

    /** What it stands under now. */
    fun current(): Look

    /** Stands under another. The launcher may need some seconds, and takes away what was placed on its pages. */
    fun choose(look: Look)
}

/** A name and a picture of the app. */
data class Look(
    /** Names its picture: `note` (a notebook), `life` (a leaf) or `named` (two rings, with its real name). */
    val id: String,
    /** As the launcher shows it, in the language of the phone. */
    val name: String,
)
