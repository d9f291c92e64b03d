package jp.tsunagari.ui.model

import jp.tsunagari.core.JournalApi
import jp.tsunagari.core.TsunagariError
import jp.tsunagari.core.Vocabulary

/** The words of the log, where it is open and not put away: nothing is offered that could not be written down. */
internal suspend fun JournalApi.open(): Vocabulary {
    if (isHidden()) throw TsunagariError.PutAway()
    return vocabulary()
}
