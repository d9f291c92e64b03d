package jp.tsunagari.core.rust

import jp.tsunagari.core.contract.ApiContract
import jp.tsunagari.core.contract.World

/** The core in Rust passes what the fakes pass. */
class RustContractTest : ApiContract {
    override suspend fun world(): World = RustWorld.open()
}
