package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import jp.tsunagari.ui.memo.MemoDeeds
import jp.tsunagari.ui.memo.MemoModel
import jp.tsunagari.ui.memo.MemoScreen
import jp.tsunagari.ui.memo.ShareMemoDeeds
import jp.tsunagari.ui.memo.ShareMemoModel
import jp.tsunagari.ui.memo.ShareMemoScreen
import kotlinx.coroutines.flow.first

@Composable
internal fun Stage.Memo() = On {
    val memo = model("memo") {
        writeMemo()
        MemoModel(api, scope).also { model -> model.fields.first { it.value != null } }
    }
    val asked by memo.fields.collectAsState()
    val doing by memo.doing.collectAsState()
    MemoScreen(
        asked,
        doing,
        MemoDeeds(
            memo::write,
            memo::share,
            memo::clear,
            memo::undo,
            { press("show") },
            gate(memo::begin, memo::again),
            { press("back") },
        ),
    )
}

@Composable
internal fun Stage.ShareMemo(fill: suspend Stage.() -> Unit = { writeMemo() }) = On {
    val share = model("share memo") {
        fill()
        ShareMemoModel(api, scope).also { model -> model.shown.first { it.value != null } }
    }
    val asked by share.shown.collectAsState()
    val doing by share.doing.collectAsState()
    ShareMemoScreen(
        asked,
        doing,
        ShareMemoDeeds(
            { share.print { true.also { _ -> press("print ${it.isNotEmpty()}") } } },
            { press("edit") },
            gate(share::begin, share::again),
            { press("back") },
        ),
    )
}

/** Two fields may be shown, one is for the person alone. */
internal suspend fun Stage.writeMemo() {
    api.keepsakes.setMemo("name", said("高松花子", "はな", "Hana Takamatsu"))
    api.keepsakes.setMemo(
        "trouble",
        said(
            "三月に仕事をやめてから、だれとも話さない日がつづいています。家賃の支払いも心配です。",
            "しごとを やめました。だれとも はなして いません。",
            "Since I left my job in March there are days when I talk to nobody. I worry about the rent, too.",
        ),
    )
    api.keepsakes.setMemo("health", said("夜、眠れないことが多いです", "よる ねむれません", "I often lie awake"))
    api.keepsakes.shareMemo(listOf("name", "trouble"), true)
}

/** Longer than a code holds. */
internal suspend fun Stage.writeMuch() {
    writeMemo()
    val sentence = said("毎日のくらしのことで、困っています。", "まいにち こまって います。", "Every day is hard to get through. ")
    api.keepsakes.setMemo("trouble", sentence.repeat(1_000 / sentence.length))
    api.keepsakes.setMemo("wish", sentence.repeat(900 / sentence.length))
    api.keepsakes.setMemo("health", sentence.repeat(1_000 / sentence.length))
    api.keepsakes.shareMemo(listOf("trouble", "wish", "health"), true)
}
