//! Web addresses that a reader may be led to.

/// Whether it is an address of the web that says where it leads: http or https, no user before the
/// host, a host with a name of its own.
pub(super) fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let plain = |byte: u8| {
        byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'`' | b'{' | b'}')
    };
    rest.is_some_and(|rest| rest.bytes().all(plain)) && is_host(authority(url))
}

/// The name of the host, without `www.` and port.
pub(super) fn host(url: &str) -> &str {
    let authority = authority(url);
    let host = authority.split(':').next().unwrap_or(authority);
    host.strip_prefix("www.").unwrap_or(host)
}

fn authority(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

/// Two or more labels, the last of letters; or four numbers; perhaps a port.
fn is_host(authority: &str) -> bool {
    let (host, port) = authority.split_once(':').unwrap_or((authority, "1"));
    // A name from the root, "example.org.", is the same name.
    let host = host.strip_suffix('.').unwrap_or(host);
    let is_label = |label: &str| {
        matches!(label.len(), 1..=63)
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let labels = || host.split('.');
    let last = labels().next_back().unwrap_or("");
    let is_name = last.len() > 1 && last.starts_with(|first: char| first.is_ascii_alphabetic());
    let is_number = labels().count() == 4 && labels().all(|label| label.parse::<u8>().is_ok());
    host.contains('.')
        && host.len() <= 253
        && labels().all(is_label)
        && (is_name || is_number)
        && port.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::{host, is_web_address};

    #[test]
    fn an_address_says_where_it_leads() {
        for (url, good) in [
            ("https://example.org/a?b=c#d", true),
            ("http://www.stat.gov.az:8080", true),
            ("https://xn--80ak6aa92e.com/", true),
            ("https://192.0.2.7/report.pdf", true),
            ("https://example.org./a", true),
            ("https://example.org../a", false),
            ("https://example.org/@user", true),
            ("https://apa.az@evil.example/", false),
            ("https://user:word@example.org/", false),
            ("https://example", false),
            ("https://.org/", false),
            ("https://a..org/", false),
            ("https://-a.org/", false),
            ("https://1.2.3.4.5/", false),
            ("https://example.org:99999/", false),
            ("https:///path.html", false),
            ("https://example.org/a b", false),
            ("https://example.org\\@evil.example/", false),
            ("ftp://example.org/", false),
            ("javascript:alert(1)//a.b", false),
            ("https://пример.рф/", false),
        ] {
            assert_eq!(is_web_address(url), good, "{url}");
        }
        assert_eq!(host("https://www.ons.gov.uk:443/x"), "ons.gov.uk");
    }
}
