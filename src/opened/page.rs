//! The page of opened reports.

use crate::answer::{OpenedReport, UnreadFile};
use crate::command::{OpenCommand, ProblemTarget};
use crate::problem_report::ProblemDetails;
use crate::shelf::Shelf;
use crate::versions::difference_in_words;
use corpus::Corpus;
use explore::pages::{Link, phrasing};
use explore::state::{State, View};
use html::components;
use html::node::{EventResponse, Node, element, fragment};
use model::{Date, DateSpan, ReportId};

type OpenNode = Node<OpenCommand>;

/// What the page shows.
pub struct OpenPage<'p> {
    /// The reports and tables of the site.
    pub corpus: &'p Corpus,
    /// What was opened.
    pub shelf: &'p Shelf,
    /// The size of the reading program when it is downloaded, in bytes; `None` if this copy of the site has none.
    pub program_bytes: Option<usize>,
    /// Whether this copy of the site is a single file, which contains the program.
    pub is_single_file: bool,
    /// What the problem report is about.
    pub problem_about: Option<&'p ProblemTarget>,
    /// What is included in the problem report.
    pub details: &'p ProblemDetails,
    /// Why something could not be done, as a sentence; empty if it could.
    pub trouble: &'p str,
}

/// Where opened reports are, and who can see them.
const STORAGE_NOTE: &str = "A report that you open stays in this tab until you close it. “Keep” saves it in this browser until \
    you remove it; clearing the browser's data, or closing a private window, deletes it too. Nobody else can see it.";

/// The content of the page.
pub fn open_content(page: &OpenPage) -> OpenNode {
    let shelf = page.shelf;
    let trouble = (!page.trouble.is_empty())
        .then(|| element("p").class("opened__trouble").role("alert").text(page.trouble.to_string()));
    let unread = (!shelf.unread().is_empty()).then(|| {
        element("section")
            .aria_labelledby("unread")
            .child(element("h2").id("unread").tabindex("-1").text("Not read"))
            .child(element("ul").class("opened").children(shelf.unread().iter().map(|file| unread_entry(page, file))))
    });
    let count = match shelf.reports().len() {
        0 => "No report is open".to_string(),
        n => format!("{} open", phrasing::count_with_noun(n, "report", "reports")),
    };
    let save = (!shelf.reports().is_empty())
        .then(|| element("p").class("takes").child(button("save-all", "Save all as a file", OpenCommand::SaveFile)));
    let entries = shelf.reports().iter().enumerate().map(|(n, opened)| report_entry(page, n, opened));
    element("div")
        .class("page open")
        .child(chooser(page))
        .child(progress(shelf))
        .child(element("div").child_opt(trouble))
        .child(element("h2").id("count").tabindex("-1").text(count))
        .child(components::note(STORAGE_NOTE))
        .child(element("ul").class("opened").children(entries))
        .child(element("div").child_opt(save))
        .child(element("div").child_opt(unread))
}

fn chooser(page: &OpenPage) -> OpenNode {
    let Some(bytes) = page.program_bytes else {
        return element("p").class("hint").text(
            "This copy of the site has no program that reads reports. On the site itself, this page can read them. (A copy \
             with the program is made with “cargo site build --single --with-reader”.)",
        );
    };
    let field = element("input")
        .class("unseen")
        .id("open-files")
        .type_("file")
        .multiple("")
        .accept(".pdf,.html,.htm,.mhtml,.mht,.docx,.txt,.json,application/pdf,text/html,text/plain")
        .on("change", EventResponse::Always(OpenCommand::ReadChosen));
    let label = element("label").class("take button").text("Choose files").child(field);
    let program = if page.is_single_file {
        "The program that reads them is part of this file.".to_string()
    } else {
        format!("The program that reads them is {} and is fetched when you first open a file.", size_in_words(bytes))
    };
    element("div")
        .class("open__chooser")
        .child(element("p").child(label).text(" or drop them on any page of this site."))
        .child(components::note(format!(
            "PDF, saved web page, Word document (.docx) or text, of any PEEL inspection from 2015 to 2023-25. {program} Your \
             files stay on your device.",
        )))
}

/// What is being read, and the button that stops it.
fn progress(shelf: &Shelf) -> OpenNode {
    let words = shelf.waiting().first().map(|(_, name)| {
        let more = shelf.waiting().len() - 1;
        let more = if more > 0 { format!(" {more} more to read.") } else { String::new() };
        format!("Reading “{name}” …{more}")
    });
    let stop = words.is_some().then(|| button("stop", "Stop", OpenCommand::Stop));
    element("div")
        .class("open__progress")
        .child(element("p").role("status").text(words.unwrap_or_default()))
        .child(element("div").child_opt(stop))
}

fn report_entry(page: &OpenPage, n: usize, opened: &OpenedReport) -> OpenNode {
    let report = &opened.report;
    let id = &report.id;
    let name = format!("{}: {}", report.force.name, phrasing::report_name(report));
    let day = Date::from_edtf(&opened.day).map(|day| format!(", opened on {}", DateSpan::single(day).in_words()));
    let file =
        format!("“{}”, {} of {}{}.", opened.name, opened.form, size_in_words(opened.bytes), day.unwrap_or_default());
    let count = phrasing::count_with_noun;
    let contents = format!(
        "{}, {}, {} in the text.",
        count(report.judgments.len(), "judgment", "judgments"),
        count(report.findings.len(), "finding", "findings"),
        count(report.problems.len(), "problem", "problems"),
    );
    let unsaved = (!opened.is_saved).then(|| {
        element("p").class("opened__trouble").text(
            "There is no room for it in this tab: it is gone when the page is loaded again, unless you keep it or save it as \
             a file.",
        )
    });
    let keep = if opened.is_kept {
        button(&format!("drop-{n}"), "Stop keeping", OpenCommand::StopKeeping(id.clone()))
    } else {
        let size = size_in_words(opened.json.len() + opened.text.len());
        button(&format!("keep-{n}"), &format!("Keep in this browser ({size})"), OpenCommand::Keep(id.clone()))
    };
    let remove = button(&format!("remove-{n}"), "Remove", OpenCommand::Remove(id.clone()));
    let target = ProblemTarget::Report(id.clone());
    let problem = page.problem_about == Some(&target);
    let kept = if opened.is_kept { "Kept in this browser." } else { "" };
    element("li")
        .key(id.to_string())
        .class("opened__report")
        .child(element("h3").child(report_link(id, name.clone())))
        .child(element("p").class("note").text(file))
        .child(element("p").text(contents).text(" ").text(kept))
        .children(other_versions(page, opened))
        .child(element("div").child_opt(unsaved))
        .child(
            element("p")
                .class("takes")
                .child(of(keep, &name))
                .child(of(remove, &name))
                .child(of(problem_button(&format!("problem-{n}"), target, problem), &name)),
        )
        .child(element("div").child_opt(problem.then(|| problem_box(page.details, page.details.about_report(opened)))))
}

/// What is said of the other texts of a report: that of the site, and others that were opened.
fn other_versions(page: &OpenPage, opened: &OpenedReport) -> Vec<OpenNode> {
    let held = page.corpus.report(&opened.published_id).map(|held| {
        let words = if held.source.sha256 == opened.report.source.sha256 {
            "By now, the site holds the same text. ".to_string()
        } else {
            format!("The site holds another text of this report. {} ", difference_in_words(&opened.report, held))
        };
        element("p").text(words).child(report_link(&held.id, "The report on the site".to_string()))
    });
    let is_other =
        |other: &&OpenedReport| other.published_id == opened.published_id && other.report.id != opened.report.id;
    let others = page.shelf.reports().iter().filter(is_other).map(|other| {
        let words = difference_in_words(&opened.report, &other.report);
        element("p").text(format!("You have opened another text of this report, “{}”. {words}", other.name))
    });
    held.into_iter().chain(others).collect()
}

fn unread_entry(page: &OpenPage, file: &UnreadFile) -> OpenNode {
    let recognised = (!file.form.is_empty()).then(|| {
        let words = if file.words > 0 {
            format!(" with {} words", phrasing::format_thousands(file.words))
        } else {
            String::new()
        };
        let beginning =
            if file.beginning.is_empty() { String::new() } else { format!(" It begins: “{} …”", file.beginning) };
        element("p").class("note").text(format!("Recognised: {}{words}.{beginning}", file.form))
    });
    let same =
        file.same_as.as_ref().map(|id| element("p").child(report_link(id, "The report on the site".to_string())));
    let target = ProblemTarget::File(file.id);
    let problem = page.problem_about == Some(&target);
    let dismiss = button(&format!("dismiss-{}", file.id), "Remove", OpenCommand::Dismiss(file.id));
    element("li")
        .key(file.id.to_string())
        .class("opened__unread")
        .child(element("p").text(format!("“{}” was not read: {}. {}", file.name, file.reason, file.advice)))
        .child(element("div").child_opt(recognised).child_opt(same))
        .child(
            element("p")
                .class("takes")
                .child(of(dismiss, &file.name))
                .child(of(problem_button(&format!("problem-file-{}", file.id), target, problem), &file.name)),
        )
        .child(element("div").child_opt(problem.then(|| problem_box(page.details, page.details.about_file(file)))))
}

fn problem_button(id: &str, target: ProblemTarget, is_shown: bool) -> OpenNode {
    let button = button(id, "Problem report", OpenCommand::ShowProblem(target));
    button.aria_expanded(if is_shown { "true" } else { "false" })
}

/// The problem report, as it is copied, with what may be included.
fn problem_box(details: &ProblemDetails, text: String) -> OpenNode {
    let choice = |id: &'static str, words: &'static str, is_chosen: bool, command: OpenCommand| {
        let field = element("input").id(id).type_("checkbox").checked(is_chosen);
        let field = field.on("change", EventResponse::Always(command));
        element("label").class("opened__choice").child(field).text(words)
    };
    element("div")
        .class("opened__problem")
        .child(components::note(
            "What a problem report says, to copy and send to the people who make this site. Nothing is sent from here.",
        ))
        .child(element("pre").id("problem-text").tabindex("0").role("region").aria_label("Problem report").text(text))
        .child(
            element("p")
                .child(choice(
                    "problem-name",
                    " Include the name of the file ",
                    details.has_name,
                    OpenCommand::ToggleName,
                ))
                .child(choice(
                    "problem-words",
                    " Include words of the report ",
                    details.has_words,
                    OpenCommand::ToggleWords,
                )),
        )
        .child(element("p").class("takes").child(button("copy-problem", "Copy", OpenCommand::CopyProblem)))
}

fn report_link(id: &ReportId, text: String) -> OpenNode {
    components::link(&Link::to(&State::for_view(View::Report(id.clone())), text))
}

fn button(id: &str, words: &str, command: OpenCommand) -> OpenNode {
    element("button")
        .type_("button")
        .class("take")
        .id(id.to_string())
        .text(words.to_string())
        .on("click", EventResponse::Always(command))
}

/// A button whose name says, to those who do not see its place, what it is of.
fn of(button: OpenNode, name: &str) -> OpenNode {
    button.child(fragment().child(element("span").class("unseen").text(format!(": {name}"))))
}

/// A size in the unit that people know from their files: "340 kB", "1.7 MB".
fn size_in_words(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
