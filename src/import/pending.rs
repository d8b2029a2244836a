//! Sources that rows refer to before all is known of them.

/// A source that rows refer to, until all is known of it.
pub(super) struct Pending {
    pub id: String,
    pub title: String,
    pub url: String,
    pub file: String,
}
