package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.EntryId
import jp.tsunagari.ui.kept.CardDeeds
import jp.tsunagari.ui.kept.GateDeeds
import jp.tsunagari.ui.kept.KeptDeeds
import jp.tsunagari.ui.kept.KeptModel
import jp.tsunagari.ui.kept.KeptScreen
import jp.tsunagari.ui.model.Gate
import kotlin.io.path.createTempDirectory
import kotlin.io.path.writeText
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.first

/** What was set aside: two lines, and a library that is gone from the directory. */
@Composable
internal fun Stage.Kept(fill: suspend Stage.() -> Unit = { setAside() }) = On {
    val kept = model("kept") {
        fill()
        KeptModel(api, scope).also { model -> model.entries.first { it.value != null || it.problem != null } }
    }
    val asked by kept.entries.collectAsState()
    val doing by kept.doing.collectAsState()
    KeptScreen(
        asked,
        doing,
        KeptDeeds(
            cardDeeds(),
            kept::remove,
            kept::undo,
            { press("find") },
            gate(kept::begin, kept::again),
            { press("back") },
        ),
    )
}

internal fun Stage.cardDeeds() = CardDeeds({ press("call $it") }, { press("open ${it.value}") })

internal fun Stage.gate(begin: () -> Unit, again: () -> Unit = { }) =
    GateDeeds(begin, { press("unlock") }, { press("find only") }, again)

internal fun Stage.gate(gate: Gate, again: () -> Unit) =
    GateDeeds(gate, { press("unlock") }, { press("find only") }, again)

/** What a person of the stage writes. */
internal fun Stage.said(
    japanese: String,
    easy: String,
    english: String,
) = when (spoken) {
    Spoken.JA -> japanese
    Spoken.EASY -> easy
    Spoken.EN -> english
}

internal suspend fun Stage.setAside() {
    for (id in listOf("fake.night", "fake.chat")) api.keepsakes.addFavourite(EntryId(id))
    gone { api.keepsakes.addFavourite(it) }
}

/** Imports a library, has something done with it, and takes it out of the directory again. */
internal suspend fun Stage.gone(meanwhile: suspend (EntryId) -> Unit): EntryId {
    val folder = createTempDirectory("tsunagari")
    try {
        val file = folder.resolve("library.csv")
        val name = said("みなみ図書館", "みなみ としょかん", "Minami Library")
        val other = "きた図書館,香川県高松市番町1-2-2\n"
        file.writeText("name,address\n$other$name,香川県高松市番町1-2-3\n")
        api.directory.importFrom(file.toString()).collect()
        val id = api.directory.places("高松市").places.first { it.card.name == name }.card.id
        meanwhile(id)
        file.writeText("name,address\n$other")
        api.directory.importFrom(file.toString()).collect()
        return id
    } finally {
        folder.toFile().deleteRecursively()
    }
}
