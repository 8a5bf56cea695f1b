//! The HTML attributes that views set on elements.

/// Declares the attributes. Each row is the method of `Node` that sets it, its variant, and its name in HTML.
macro_rules! attributes {
    ($($method:ident $variant:ident = $name:literal)*) => {
        /// An HTML attribute of an element.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Attribute {
            $(
                #[doc = concat!("The attribute `", $name, "`.")]
                $variant,
            )*
        }

        impl Attribute {
            /// The HTML names of all attributes, in the order of the variants.
            pub const NAMES: &'static [&'static str] = &[$($name),*];

            const ALL: &'static [Attribute] = &[$(Attribute::$variant),*];

            /// The attribute at this place in the order of the variants.
            pub(crate) fn at(index: usize) -> Option<Attribute> {
                Attribute::ALL.get(index).copied()
            }

            /// The name of the attribute in HTML.
            pub fn name(self) -> &'static str {
                Attribute::NAMES[self as usize]
            }
        }

        impl<A> $crate::node::Node<A> {
            $(
                #[doc = concat!("Sets the attribute `", $name, "`, replacing any earlier value.")]
                pub fn $method(self, value: impl $crate::node::IntoText) -> Self {
                    self.attribute(Attribute::$variant, value)
                }
            )*
        }
    };
}

// The most common attributes come first: a Yew element allocates a slot for every attribute up to the last one it has.
attributes! {
    class Class = "class"
    href Href = "href"
    id Id = "id"
    tabindex Tabindex = "tabindex"
    aria_hidden AriaHidden = "aria-hidden"
    aria_label AriaLabel = "aria-label"
    aria_labelledby AriaLabelledby = "aria-labelledby"
    role LineRole = "role"
    scope Scope = "scope"
    title Title = "title"
    width Width = "width"
    height Height = "height"
    x X = "x"
    y Y = "y"
    text_anchor TextAnchor = "text-anchor"
    x1 X1 = "x1"
    y1 Y1 = "y1"
    x2 X2 = "x2"
    y2 Y2 = "y2"
    cx Cx = "cx"
    cy Cy = "cy"
    r R = "r"
    view_box ViewBox = "viewBox"
    focusable Focusable = "focusable"
    rowspan Rowspan = "rowspan"
    colspan Colspan = "colspan"
    aria_live AriaLive = "aria-live"
    aria_atomic AriaAtomic = "aria-atomic"
    download Download = "download"
    for_ For = "for"
    type_ Type = "type"
    name Name = "name"
    data_command DataCommand = "data-command"
    data_item DataItem = "data-item"
    selected Selected = "selected"
    action Action = "action"
    method Method = "method"
    placeholder Placeholder = "placeholder"
    maxlength Maxlength = "maxlength"
    autocomplete Autocomplete = "autocomplete"
    spellcheck Spellcheck = "spellcheck"
    draggable Draggable = "draggable"
    rows Rows = "rows"
    value_attribute Value = "value"
    accept Accept = "accept"
    multiple Multiple = "multiple"
    aria_expanded AriaExpanded = "aria-expanded"
    hidden Hidden = "hidden"
    disabled Disabled = "disabled"
    popover Popover = "popover"
    popovertarget Popovertarget = "popovertarget"
}
