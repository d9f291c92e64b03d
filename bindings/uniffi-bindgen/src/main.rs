//! Writes foreign sources from the library: a crate of its own, so that what only this needs is linked by nothing else.

fn main() {
    uniffi::uniffi_bindgen_main();
}
