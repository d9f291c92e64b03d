package jp.tsunagari.ui.shell

import jp.tsunagari.ui.model.Look

/**
 * Under which name and picture the app stands among the others. The store and the system's settings show more all the
 * same, which the page about it says.
 */
interface Identity {
    /** What it stands under now. */
    fun current(): Look

    /** Stands under another. The launcher may need some seconds, and takes away what was placed on its pages. */
    fun choose(look: Look)
}
