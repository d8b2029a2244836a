//! A line of text beside the plot.

/// A line of text beside the plot, and the records that it opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    /// What the line says, for example which partners are left out.
    pub text: String,
    /// The ids of the records; none where there is nothing to open.
    pub records: Vec<String>,
    /// The attributes that a press on it sets, each with its value.
    pub choice: Vec<(&'static str, String)>,
}
