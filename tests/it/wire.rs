//! The list of findings as the program that searches sends it to the page.

use crate::properties::{any_state, property_config};
use explore::route;
use explore::state::{State, View};
use html::static_page::findings_content;
use html::wire::{from_wire, to_wire};
use proptest::prelude::*;
use tests::repository::{committed, fixture};

#[test]
fn every_kind_of_list_arrives_as_it_was_made() {
    let addresses = [
        "findings/",
        "findings/?q=MARAC",
        "findings/?q=vunerable",
        "findings/?q=%22the%20force%22&kind=recommendation&pages=3",
        "findings/?q=zzzz&force=warwickshire",
        "findings/?force=kent&cycle=2016",
        "findings/?theme=domestic-abuse&grade=good",
        "findings/?q=warwickshire%202017%20burglary",
    ];
    for data in [fixture(), committed()] {
        for address in addresses {
            let made = findings_content(data.library(), &route::parse_address(address));
            assert!(from_wire(&to_wire(&made)).as_ref() == Some(&made), "{address}");
        }
    }
}

#[test]
fn what_is_not_a_tree_is_refused() {
    let made = to_wire(&findings_content(fixture().library(), &State::for_view(View::Findings)));
    for cut in (0..made.len()).step_by(997).filter(|at| made.is_char_boundary(*at)) {
        assert!(from_wire(&made[..cut]).is_none(), "cut at {cut}");
    }
    for other in ["", "{}", "[]", "[0]", "[99,null,[],null,null,[],[]]", "[0,null,[999,\"\"],null,null,[],[]]"] {
        assert!(from_wire(other).is_none(), "{other}");
    }
}

proptest! {
    #![proptest_config(property_config(100))]

    #[test]
    fn whatever_is_searched_for_and_chosen_the_list_arrives_as_it_was_made(state in any_state()) {
        let made = findings_content(fixture().library(), &state);
        prop_assert!(from_wire(&to_wire(&made)).as_ref() == Some(&made), "{state:?}");
    }
}
