//! Where the site will be served: the folder on its host, and its public address if that is known.

use anyhow::{Context, Result, ensure};
use url::Url;

/// Where the site will be served.
#[derive(Clone, Debug)]
pub struct Deployment {
    /// The folder on the host, if it is known: "/sub/folder/".
    pub base_path: Option<String>,
    /// The public address of the home page, which ends with a slash.
    pub home_url: Option<Url>,
}

impl Deployment {
    /// The root of an unknown host.
    pub fn unknown_host() -> Self {
        Self { base_path: None, home_url: None }
    }

    /// From the options `--base` and `--address`. An address implies the folder.
    ///
    /// # Errors
    /// If an option is malformed, or the two name different folders.
    pub fn new(base: Option<&str>, address: Option<&str>) -> Result<Self> {
        let address = address.map(parse_address).transpose()?;
        let base = match (base, &address) {
            (None, Some(address)) => Some(address.path().to_owned()),
            (base, None) => base.map(str::to_owned),
            (Some(base), Some(address)) => {
                ensure!(
                    base == address.path(),
                    "--base {base} and --address {address} name different folders: leave --base out"
                );
                Some(base.to_owned())
            }
        };
        let is_folder = base.as_ref().is_none_or(|base| base.starts_with('/') && base.ends_with('/'));
        ensure!(is_folder, "--base must start and end with a slash, as in /force-findings/");
        Ok(Self { base_path: base, home_url: address })
    }

    /// The base to which the links of a page are relative: the folder, or if that is not known, the way to it from the
    /// page.
    pub fn base_of(&self, path: &str) -> String {
        self.base_path.clone().unwrap_or_else(|| match path.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        })
    }

    /// The public address of a path relative to the site's root; none if the address of the site is not known.
    pub fn public_url(&self, path: &str) -> Option<String> {
        self.home_url.as_ref().map(|address| format!("{address}{path}"))
    }
}

/// Parses the option `--address`, which may lack the slash at its end.
fn parse_address(words: &str) -> Result<Url> {
    let slash = if words.ends_with('/') { "" } else { "/" };
    let address = Url::parse(&format!("{words}{slash}")).with_context(|| {
        format!("--address {words} is not an address: write it like https://example.org/force-findings/")
    })?;
    ensure!(
        matches!(address.scheme(), "http" | "https") && address.query().is_none() && address.fragment().is_none(),
        "--address {words} must begin with https:// or http://, and have no ? or #"
    );
    ensure!(
        address.username().is_empty() && address.password().is_none(),
        "--address contains a user name or password, which every page would publish: leave them out"
    );
    Ok(address)
}

#[cfg(test)]
mod tests {
    use super::Deployment;

    #[test]
    fn an_address_implies_the_folder() {
        let deployment = Deployment::new(None, Some("https://example.org/sub")).unwrap();
        assert_eq!(deployment.base_of("force/kent/"), "/sub/");
        assert_eq!(deployment.public_url("about/").as_deref(), Some("https://example.org/sub/about/"));
        assert_eq!(Deployment::new(Some("/a/"), None).unwrap().public_url(""), None);
    }

    #[test]
    fn if_the_folder_is_not_known_each_folder_of_a_path_is_one_step_up() {
        let unknown = Deployment::unknown_host();
        assert_eq!([unknown.base_of(""), unknown.base_of("force/warwickshire/")], ["./", "../../"]);
    }

    #[test]
    fn a_wrong_option_is_refused_with_advice() {
        for (base, address, advice) in [
            (Some("folder"), None, "/force-findings/"),
            (Some("/a/"), Some("https://example.org/b/"), "leave --base out"),
            (None, Some("example.org"), "https://example.org/"),
            (None, Some("ftp://example.org/"), "must begin with https://"),
            (None, Some("https://example.org/?a=b"), "no ? or #"),
            (None, Some("https://me:secret@example.org/"), "leave them out"),
        ] {
            let error = Deployment::new(base, address).unwrap_err().to_string();
            assert!(error.contains(advice), "{error}");
        }
    }
}
