//! The words of every rule that a row can break.
//!
//! `#` stands for the column's name, `$` for the text in question.

use super::super::diagnostic::Severity;

/// What is wrong, and how to mend it.
pub(super) struct Rule {
    pub severity: Severity,
    pub what: &'static str,
    pub hint: &'static str,
}

macro_rules! rules {
    ($severity:ident: $($name:ident: $what:literal, $hint:literal;)+) => {$(
        pub(super) static $name: Rule =
            Rule { severity: Severity::$severity, what: $what, hint: $hint };
    )+};
}

rules! { Warning:
    NO_URL: "publication without a URL", "give its address";
    OTHER_VALUE: "another value than that of \"$",
        "mend one of them, or add a row to the table conflicts that says how they disagree";
    OWN_PARTNER: "# is the reporting party itself, $",
        "name the other side: no chart shows a party with itself";
}

rules! { Error:
    MISSING: "missing #", "fill it in";
    MISSING_PARTNER: "missing #", "name an ISO 3166-1 alpha-2 code";
    MISSING_LOCAL: "missing #", "give it in at least one language";
    MISSING_DATE: "missing #", "give it, or say that its basis is none";
    MISSING_VALUE: "missing value", "give the value, or use rose or fell where none is known";
    MISSING_PARAGRAPH: "missing paragraph",
        "count the document's paragraphs from 1, without blank lines";
    MISSING_EVIDENCE: "missing evidence",
        "give the numbers, dates or names as the paragraph spells them";

    UNKNOWN_WORD: "unknown # \"$\"", "use one of: ";
    UNKNOWN_PARTNER: "unknown partner \"$\"",
        "codes are ISO 3166-1 alpha-2; a group is declared in the table partners";
    UNKNOWN_REPORTER: "unknown reporter \"$\"",
        "codes are ISO 3166-1 alpha-2; a group is declared in the table partners";
    UNKNOWN_NOTE: "unknown # \"$\"", "add it to the table notes, or mend the id";
    UNKNOWN_SOURCE: "unknown source \"$\"", "add it to the table sources, or mend the id";
    UNKNOWN_RECORD: "unknown record \"$\"", "mend the id";
    UNKNOWN_UNIT: "unknown unit \"$\"",
        "use an ISO 4217 code such as USD, ratio, count, or a unit of the table terms";

    TEXT: "# is $", "write a text";
    FLAG: "# \"$\" is not true or false", "write true or false";
    NUMBER: "# \"$\" is not a plain decimal number", "write all its digits: 161000000 or 12.5";
    LIST: "# is $", "write a list of texts";
    NOT_FINITE: "# that is not finite", "leave it empty where no number is known";
    ID: "id \"$\" with capitals, spaces or signs", "use lowercase letters, digits and hyphens";
    CODE: "partner code \"$\" is not 2 to 8 capitals and digits",
        "use an ISO 3166-1 alpha-2 code, or one of your own for a group";
    EMPTY_ENTRY: "empty entry in #", "use one separator between two";
    TWICE: "\"$\" twice in #", "keep one";

    DUPLICATE: "duplicate # \"$\"", "every one stands once";
    DUPLICATE_ELSEWHERE: "duplicate id \"$\"", "another table has it too";
    KNOWN_TERM: "\"$\" is known already", "use it without a row of its own";
    TOO_MANY_TERMS: "more than 10000 terms", "keep those that are used";
    OF_KINDS: "# of something else than a kind of event", "leave it empty";
    UNITS_OF_MEASURES: "units of something else than a measure", "leave them empty";
    COLOR: "color \"$\" that is not one or two hexadecimal colors",
        "give one like #1f77b4, or one for the light and one for the dark theme";
    PALE: "color $ that is hard to read on its ground", "take a stronger one";
    UNUSED_NOTE: "unused note \"$\"", "point at it, or remove it";
    SAME_FACT: "the same as \"$\"", "keep one record, and give it the citations of both";
    SAME_PAGE: "the same as \"$\"", "keep one entry for one page, and cite that";

    NO_FILE: "document without a file", "name the document's file";
    FILE_PATH: "file \"$\" with a path", "give the name alone";
    URL: "URL \"$\" that is not http or https to a named host",
        "give a web address such as https://example.org/page, without a user before the host";
    PUBLISHED_LATER: "published after the dataset was made",
        "check the date of publication and the package's date";

    UNCITED: "record \"$\" without a citation",
        "cite at least one source in the table citations, or name it in the column source";
    CITED_TWICE: "the same citation twice", "put all evidence of one paragraph into one citation";
    PARAGRAPH: "impossible paragraph", "paragraphs are whole numbers from 1";
    PARAGRAPH_OF_PUBLICATION: "paragraph of a publication", "publications are cited as a whole";
    EVIDENCE_OF_PUBLICATION: "evidence of a publication",
        "evidence is checked against documents only; leave it empty";
    SENTENCE: "evidence of more than 8 words", "give numbers, dates and names, never a sentence";

    DOCUMENT_WITHOUT_PLACE: "document \"$\" cited without a paragraph",
        "cite it in the table citations, with paragraph and evidence";
    UNKNOWN_EVENT: "unknown event \"$\"", "name the id of the event that took place";
    NOT_PLANNED: "# of an event that is not planned", "leave it empty";
    NOT_DONE: "\"$\" is no done event", "name the event that took place";
    OTHER_PARTNERS: "\"$\" is an event of other partners", "name one with a partner in common";
    BACKWARDS: "# that lies before from", "write the earlier date as from";
    ONE_DATE: "# \"$\" is an interval", "write one date";

    NO_REASON: "$ without a reason", "point at a note that says why";
    NO_REASON_FOR_DATE: "inferred $ without a reason", "point at a note that says why";
    BASIS_NONE: "$ with the basis none", "say stated or inferred";
    SEVERAL_PARTNERS: "several partners in one record", "make one record for each partner";
    SEVERAL_REPORTERS: "several reporters \"$\"", "make one record for each reporter";

    NO_UNIT: "value without unit", "use an ISO 4217 code such as USD, ratio or count";
    UNIT_OF_MEASURE: "$ in another unit",
        "trade is in a currency, growth is a ratio, agreements and documents a count; a measure of \
         your own is in the units of its term";
    VALUE_BESIDE: "value beside $",
        "leave the value empty, or say exact, about, more-than, almost or up-to";
    NEGATIVE: "negative $", "values are zero or more";
    TOO_SMALL: "value below 0.000001", "check the unit; or write 0";
    TOO_LARGE: "value above 10^15", "check the unit; the trade of the world is smaller";
    ZERO_GROWTH: "growth of zero", "growth is the new value over the old: 1.4 for 40 percent more";
    BROKEN_COUNT: "count that is not whole", "count whole things";
    FUTURE_PERIOD: "period that lies in the future", "a figure is reported after its period began";
    FUTURE_EVENT: "done event in the future", "it is planned, or its date is wrong";
    PAST_PLAN: "planned event in the past", "say in a note what became of it, or change its status";

    FEW_RECORDS: "conflict of fewer than two records", "name the two or more records that disagree, parted by spaces";
    NO_CONFLICT_NOTE: "conflict without a note", "say how the records disagree";
}

/// Fills a rule's words in.
pub(super) fn say(what: &str, column: &str, text: &str) -> String {
    let mut said = String::new();
    for char in what.chars() {
        match char {
            '#' => said.push_str(column),
            '$' => said.push_str(text),
            _ => said.push(char),
        }
    }
    said
}
