//! Texts that the import makes itself are no reason to tell a package in another language.

use super::{answers, inferred, questions, rows, text};
use bilateral::import::Answers;

const TEXTS: [&str; 2] = ["text_en", "text_ru"];

#[test]
fn notes_of_figures_alone_are_in_every_language() {
    let marks = "Страна;Год;Экспорт, млн долл. США\nИталия;2020;5*\nИспания;2021p;6\n";
    let imported = text(marks, &answers());
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        rows(&imported, "notes", &TEXTS),
        ["marked * с пометкой *", "marked p с пометкой p"]
    );
    assert!(!inferred(&imported).contains("English"), "{}", inferred(&imported));
    let flags = "freq,reporter,partner,flow,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_FLAG\n\
                 A,AZ,FR,1,2021,11,EUR,p\nA,AZ,FR,1,2022,12,EUR,x\n";
    let notes = rows(&text(flags, &answers()), "notes", &["text_en", "text_ru", "text_de"]);
    assert_eq!(notes[0], "provisional предварительно vorläufig");
    let codes = ["en", "az", "ru", "kk", "tg", "de", "tr"].map(|code| format!("text_{code}"));
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    for note in rows(&text(flags, &answers()), "notes", &codes) {
        assert!(!note.contains('?') && note.split(' ').count() >= 7, "{note}");
    }
    let comtrade = "flowCode,partnerISO,period,qty,cifvalue,fobvalue,primaryValue\n\
                    X,ITA,2021,7,,500,500\nM,ITA,2021,,600,,600\n";
    assert_eq!(
        rows(&text(comtrade, &answers()), "notes", &TEXTS),
        ["Quantity: 7; FOB Количество: 7; ФОБ", "CIF СИФ"]
    );
}

#[test]
fn texts_of_the_table_say_in_which_language_the_others_are() {
    let told = Answers { lang: Some("ru".into()), ..answers() };
    let events = "Страна;Дата;Событие\nИталия;2020-05-01;Форум\n";
    let terms = rows(&text(events, &told), "terms", &["key", "label_en", "label_ru"]);
    assert_eq!(terms, ["event ? Событие"]);
    let foot = "Экспорт, USD;;\nСтрана;2020;2021\nИталия;5*;6p\n* Без газа.;;\n";
    let imported = text(foot, &told);
    assert_eq!(rows(&imported, "notes", &["text_ru"]), ["Без газа.", "с пометкой p"]);
    assert_eq!(rows(&imported, "notes", &["text_en"]), ["?", "?"]);
    // As the letters say it, without being told.
    let azeri = "Ölkə;Tarix;Hadisə\nİtaliya;2021-06-15;Müttəfiqlik bəyannaməsi imzalanıb\n";
    let imported = text(azeri, &answers());
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(rows(&imported, "terms", &["label_az", "label_en"]), ["Hadisə ?"]);
    // A language that the program does not speak has the English words.
    let finnish = Answers { lang: Some("fi".into()), ..answers() };
    let events = "Country;Date;Event\nItaly;2020-05-01;Vierailu\n";
    assert_eq!(rows(&text(events, &finnish), "terms", &["label_fi"]), ["Event"]);
}

#[test]
fn measures_and_units_that_are_made_are_in_every_language() {
    let table = "Страна,Год,\"Экспорт, тонн\"\nИталия,2020,5000\n";
    let imported = text(table, &answers());
    let terms = rows(&imported, "terms", &["list", "key", "label_ru", "label_en"]);
    assert_eq!(terms, ["unit t т t", "measure exports-t Экспорт, т Exports, t"]);
}
