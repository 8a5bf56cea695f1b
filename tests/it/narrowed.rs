//! A site or single file with the reports on some forces only.

use site::data::SiteData;
use site::project::Project;

/// The data with the reports on these forces.
fn narrowed(forces: &[&str]) -> anyhow::Result<SiteData> {
    SiteData::load(&Project::find()?.with_forces(forces.iter().map(|id| (*id).to_string()).collect()))
}

#[test]
fn it_has_the_reports_on_the_wanted_forces_and_what_is_known_of_the_others_and_says_so() {
    for (forces, count, words) in [
        (&["warwickshire"][..], 4, "only the reports on Warwickshire Police;"),
        (&["west-midlands", "kent"], 1, "only the reports on Kent Police and West Midlands Police;"),
        (&["kent"], 0, "no reports, because none is held on Kent Police;"),
    ] {
        let data = narrowed(forces).expect("the data fit");
        let corpus = data.library.corpus();
        assert_eq!((corpus.reports.len(), data.texts.len()), (count, count), "{forces:?}");
        assert!(corpus.reports.iter().all(|report| forces.contains(&report.force.id.as_str())));
        assert_eq!(corpus.forces.len(), 43);
        assert!(data.age().scope.contains(words), "{}", data.age().scope);
        // What pages say beside their content leads nowhere else.
        for aside in &corpus.asides {
            for [_, href, _] in
                aside.items().filter(|[_, href, _]| href.starts_with("finding/") || href.starts_with("report/"))
            {
                let report = href.split('/').nth(1).unwrap_or_default();
                assert!(corpus.reports.iter().any(|held| held.id.as_str() == report), "{}: {href}", aside.page);
            }
        }
        let threads = &corpus.issues.threads;
        assert!(threads.iter().all(|thread| forces.contains(&thread.force.as_str())));
        assert_eq!(threads.is_empty(), count == 0);
    }
}

#[test]
fn an_unknown_force_is_refused_with_those_that_there_are() {
    let error = narrowed(&["kant"]).err().expect("there is no such force").to_string();
    assert!(error.contains("there is no force `kant`; there are avon-and-somerset, "), "{error}");
}
