package jp.tsunagari.app

import android.app.Application
import jp.tsunagari.app.keys.AndroidKeys
import jp.tsunagari.core.rust.RustTsunagari

/** The process of the app. It opens nothing before somebody asks. */
internal class TsunagariApplication :
    Application(),
    HasGraph {
    override val graph: Graph by lazy {
        Graph(this, AndroidKeys(this)) { folder, language, keystore -> RustTsunagari.open(folder, language, keystore) }
    }
}
