package jp.tsunagari.ui.detail

import jp.tsunagari.core.WayKind

/** What is done on the page of an entry. */
class DetailDeeds(
    /** Gives a number to the dialler; `false` where there is none, and the number is shown large then. */
    val call: (String) -> Boolean,
    /** Opens `https:` or `mailto:` in another app; `false` where there is none, and the address is shown large then. */
    val browse: (String) -> Boolean,
    /** Puts a number or an address on the clipboard, as something that is nobody else's business. */
    val copy: (String) -> Unit,
    /** Prints the page of the entry; `true` when the person said that traces of it may stand on paper. */
    val print: (Boolean) -> Unit,
    val goOn: () -> Unit,
    val toggleKept: () -> Unit,
    /** From now on something is kept on this device. */
    val begin: () -> Unit,
    /** Does what was pressed last once more. */
    val onceMore: () -> Unit,
    /** Asks for the page again. */
    val again: () -> Unit,
)

/** Where the page of an entry leads. */
class DetailDoors(
    /** つながらなかった: what else there is, with the kind of the way that was tried. */
    val busy: (WayKind) -> Unit,
    /** The memo, to write a line of what one would say. */
    val memo: () -> Unit,
    /** The entry as a code for another phone; `true` when the person said that traces of it may stand there. */
    val code: (Boolean) -> Unit,
    /** The lock. */
    val lock: () -> Unit,
    /** The card to show at a desk: I speak …, an interpreter please. */
    val speak: () -> Unit,
    val chooseArea: () -> Unit,
    val back: () -> Unit,
)
