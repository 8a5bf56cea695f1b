//! What property tests share.

use explore::facets::Facet;
use explore::route;
use explore::state::State;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use tests::repository;

/// The configuration of a property test with this many cases. They are the same in every run, so that a failure is due
/// to a change and not to chance.
///
/// `PROPTEST_RNG_SEED=7` chooses other cases.
pub fn property_config(cases: u32) -> Config {
    let chosen = std::env::var("PROPTEST_RNG_SEED").ok().and_then(|seed| seed.parse().ok());
    let rng_seed = RngSeed::Fixed(chosen.unwrap_or(2026));
    Config { cases, rng_seed, failure_persistence: None, ..Config::default() }
}

/// A page of the site, with any search words and choices.
pub fn any_state() -> impl Strategy<Value = State> {
    let facet = prop::sample::select(Facet::all().collect::<Vec<_>>());
    let chosen = prop::collection::vec((facet, any_words()), 0..4);
    (any::<prop::sample::Index>(), any_words(), chosen, 1..=1000_usize, any::<bool>()).prop_map(
        |(page, query, chosen, n, table)| {
            let pages = route::all_pages(repository::fixture().corpus());
            let mut state = page.get(&pages).clone();
            (state.query, state.page_count, state.is_table) = (query, n, table);
            chosen.into_iter().for_each(|(facet, value)| state.choose(facet, value));
            state
        },
    )
}

/// Any characters, with those that have a meaning in addresses more often.
fn any_words() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,12}", "[%&#+=?/;\"'<> a-c\u{0}\u{7f}éŵ🚔]{0,10}", Just("%zz%2B+&q=1#x".to_string())]
}

/// Parts of addresses in any order, or any characters.
pub fn any_address() -> impl Strategy<Value = String> {
    const PIECES: &str = "force report finding findings national 2021-22 1999 cycle compare crosswalk about warwickshire index.html /index.html / / / ? # & = q kind pages table 1 %2F .. é";
    let pieces: Vec<&str> = PIECES.split(' ').collect();
    prop_oneof![
        prop::collection::vec(prop::sample::select(pieces), 0..10).prop_map(|pieces| pieces.concat()),
        any::<String>(),
    ]
}
