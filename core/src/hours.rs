//! Opening hours: reading Japanese hours, canonical form, open now. Pure functions.
