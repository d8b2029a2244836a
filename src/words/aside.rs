//! A line of text beside the plot.

/// A line of text beside the plot, and the records that it opens.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    pub text: String,
    pub records: Vec<String>,
    /// The attributes that a press on it sets, each with its value.
    pub choice: Vec<(&'static str, String)>,
}
