//! The texts of invented reports of invented forces.

/// The name and text of every invented report.
pub const INVENTED_REPORTS: [(&str, &str); 5] = [
    ("core_business_2014.txt", include_str!("../it/synthetic/core_business_2014.txt")),
    ("crime_2014.txt", include_str!("../it/synthetic/crime_2014.txt")),
    ("effectiveness_2016.txt", include_str!("../it/synthetic/effectiveness_2016.txt")),
    ("effectiveness_2017.txt", include_str!("../it/synthetic/effectiveness_2017.txt")),
    ("peel_2021_22.txt", include_str!("../it/synthetic/peel_2021_22.txt")),
];
