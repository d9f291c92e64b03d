//! What is known of a set that the person imported: kept beside it in the store.

use chrono::NaiveDate;

/// About an imported set.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub(in crate::app) struct About {
    /// Name of the folder or file.
    #[serde(default)]
    pub(in crate::app) name: Option<String>,
    /// Day of the import.
    #[serde(default)]
    pub(in crate::app) on: Option<NaiveDate>,
}

impl About {
    /// As stored; what cannot be read is not known.
    pub(in crate::app) fn read(bytes: &[u8]) -> Self {
        serde_json::from_slice(bytes).unwrap_or_default()
    }

    /// For the store.
    pub(super) fn write(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}
