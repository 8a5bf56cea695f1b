//! CSS variables and their current values.

use gloo::utils::{document_element, window};

/// Replaces each `var(--name)` in a stylesheet with the current value of the variable on the root element.
pub fn resolve_css_variables(styles: &str) -> String {
    let values = window().get_computed_style(&document_element()).ok().flatten();
    let mut parts = styles.split("var(");
    let mut resolved = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let (name, rest) = part.split_once(')').unwrap_or((part, ""));
        let value = values.as_ref().and_then(|values| values.get_property_value(name).ok());
        resolved.push_str(value.as_deref().unwrap_or_default().trim());
        resolved.push_str(rest);
    }
    resolved
}
