//! The directory of help: import, packs, finding.
