//! Where the published files will lie on the web.

/// The address of the folder that holds `bilateral.html`, `static/` and `oembed/`.
///
/// Without one, addresses are relative to the file in which they stand: right on any host, and
/// of use to whoever knows where that file came from. Consumers of oEmbed want an absolute one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// Relative to a file in a folder of that folder.
    pub fn relative() -> Base {
        Base("../".to_owned())
    }

    /// An absolute `http` or `https` address; a slash is added at its end.
    pub fn parse(address: &str) -> Result<Base, String> {
        let rest = address.strip_prefix("https://").or(address.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split('/').next()).unwrap_or_default();
        let strange = |char: char| {
            !char.is_ascii() || char.is_ascii_control() || " \"'<>\\^`{|}?#".contains(char)
        };
        if host.is_empty() || address.contains(strange) {
            return Err(format!(
                "\"{address}\" is no address of a folder; give one such as https://example.org/charts/"
            ));
        }
        Ok(Base(format!("{}/", address.trim_end_matches('/'))))
    }

    /// Whether addresses begin with a host, rather than lead from the file that they stand in.
    pub fn is_absolute(&self) -> bool {
        self.0 != "../"
    }

    /// The page form, whose own links lie beside it, with addresses that begin with this one.
    pub fn in_page(&self, page: &str) -> String {
        match self.is_absolute() {
            true => page.replace("href=\"oembed/", &format!("href=\"{}oembed/", self.0)),
            false => page.to_owned(),
        }
    }

    /// The address of a file as the page form gives it, by its path from the folder.
    pub fn of_page(&self, path: &str) -> String {
        if self.is_absolute() { self.of(path) } else { path.to_owned() }
    }

    /// The address of a file, by its path from the folder.
    pub fn of(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}
