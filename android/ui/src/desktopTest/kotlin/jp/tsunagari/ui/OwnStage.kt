package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.core.OwnWords
import jp.tsunagari.ui.own.OwnEditDeeds
import jp.tsunagari.ui.own.OwnEditScreen
import jp.tsunagari.ui.own.OwnListDeeds
import jp.tsunagari.ui.own.OwnListScreen
import jp.tsunagari.ui.own.OwnModel
import kotlinx.coroutines.flow.first

@Composable
internal fun Stage.OwnList() = On {
    val own = ownModel()
    val asked by own.entries.collectAsState()
    val doing by own.doing.collectAsState()
    OwnListScreen(
        asked,
        doing,
        OwnListDeeds(
            { press("call $it") },
            { press("edit ${asked.value?.firstOrNull { own -> own.id == it }?.name}") },
            own::remove,
            own::undo,
            gate(own::begin, own::again),
            { press("back") },
        ),
    )
}

/** The page of the diner, or with [new] of none yet. */
@Composable
internal fun Stage.OwnEdit(new: Boolean = false) = On {
    val own = ownModel()
    val asked by own.entries.collectAsState()
    val doing by own.doing.collectAsState()
    val id = asked.value?.last()?.id.takeUnless { new }
    OwnEditScreen(
        id,
        asked,
        doing,
        OwnEditDeeds(
            { words -> own.save(id, words) { press("saved ${words.name}") } },
            gate(own::begin, own::again),
            { press("back") },
        ),
    )
}

private fun Stage.ownModel() = model("own") {
    api.keepsakes.addOwn(
        OwnWords(
            name = said("よりみち食堂", "よりみち しょくどう", "Yorimichi Diner"),
            kana = "よりみちしょくどう",
            tel = "087-000-0000",
            address = said("高松市番町1-2-3", "たかまつし", "Takamatsu, Bancho 1-2-3"),
            hours = said("水曜と金曜 11時から15時", "すいようび 11じから 15じ", "Wed and Fri, 11:00–15:00"),
            note = said("おかみさんが話を聞いてくれる。ひとりでも入りやすい。", "ひとりでも だいじょうぶ", "The owner listens. Easy to go to alone."),
        ),
    )
    api.keepsakes.addOwn(OwnWords(name = said("みちる（いとこ）", "みちる", "Michiru, my cousin"), kana = "みちる"))
    OwnModel(api, scope).also { model -> model.entries.first { it.value != null } }
}
