//! Where the site will stand: the folder on its host, and its public address where that is known.

use anyhow::{Context, Result, ensure};
use url::Url;

/// Where the site will stand.
#[derive(Clone, Debug)]
pub struct Place {
    /// The folder on the host, for the page that answers unknown addresses: "/sub/folder/".
    pub base: String,
    /// The whole address of the home page, with a slash at its end.
    pub address: Option<Url>,
}

impl Place {
    /// The root of an unknown host.
    pub fn root() -> Self {
        Self { base: "/".to_owned(), address: None }
    }

    /// From what was said on the command line; the address says the folder, too.
    pub fn new(base: Option<&str>, address: Option<&str>) -> Result<Self> {
        let address = address.map(public).transpose()?;
        let base = match (base, &address) {
            (None, Some(address)) => address.path().to_owned(),
            (base, None) => base.unwrap_or("/").to_owned(),
            (Some(base), Some(address)) => {
                ensure!(
                    base == address.path(),
                    "--base {base} and --address {address} name two folders: leave --base out"
                );
                base.to_owned()
            }
        };
        let is_folder = base.starts_with('/') && base.ends_with('/');
        ensure!(is_folder, "--base must start and end with a slash, as in /force-findings/");
        Ok(Self { base, address })
    }

    /// The public address of a path of the site.
    pub fn public(&self, path: &str) -> Option<String> {
        self.address.as_ref().map(|address| format!("{address}{path}"))
    }
}

fn public(words: &str) -> Result<Url> {
    let slash = if words.ends_with('/') { "" } else { "/" };
    let address = Url::parse(&format!("{words}{slash}")).with_context(|| {
        format!("--address {words} is no address: write it as in https://example.org/force-findings/")
    })?;
    ensure!(
        matches!(address.scheme(), "http" | "https") && address.query().is_none() && address.fragment().is_none(),
        "--address {words} must begin with https:// or http://, and have no ? or #"
    );
    ensure!(
        address.username().is_empty() && address.password().is_none(),
        "--address has a user's name or password, which every page would then tell: leave them out"
    );
    Ok(address)
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn an_address_says_its_folder_too() {
        let place = Place::new(None, Some("https://example.org/sub")).unwrap();
        assert_eq!(place.base, "/sub/");
        assert_eq!(place.public("about/").as_deref(), Some("https://example.org/sub/about/"));
        assert_eq!(Place::new(Some("/a/"), None).unwrap().public(""), None);
    }

    #[test]
    fn what_cannot_be_is_told_with_a_way_out() {
        for (base, address, told) in [
            (Some("folder"), None, "/force-findings/"),
            (Some("/a/"), Some("https://example.org/b/"), "leave --base out"),
            (None, Some("example.org"), "https://example.org/"),
            (None, Some("ftp://example.org/"), "must begin with https://"),
            (None, Some("https://example.org/?a=b"), "no ? or #"),
            (None, Some("https://me:secret@example.org/"), "leave them out"),
        ] {
            let error = Place::new(base, address).unwrap_err().to_string();
            assert!(error.contains(told), "{error}");
        }
    }
}
