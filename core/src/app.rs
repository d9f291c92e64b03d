//! Opens the stores, runs use cases, joins features, maps errors once.
