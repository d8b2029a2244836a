//! Downloads of one commodity, or of several, are never told as the whole trade.

use super::{answers, figures, inferred, left, questions, rows, text};

#[test]
fn one_commodity_is_a_measure_of_its_own() {
    for (table, measure, label) in [
        (
            "flowCode,partnerISO,period,cmdCode,cmdDesc,primaryValue\n\
             X,ITA,2021,27,Mineral fuels,500\nX,ITA,2022,27,Mineral fuels,600\n",
            "exports-27",
            "Exports: Mineral fuels",
        ),
        (
            "Trade Flow,Partner,Year,Commodity Code,Commodity,Trade Value (US$)\n\
             Export,Italy,2021,0901,Coffee,500\nExport,Italy,2022,0901,Coffee,600\n",
            "exports-0901",
            "Exports: Coffee",
        ),
        (
            "Reporter,Partner,Product categories,Indicator,2021,2022\n\
             Azerbaijan,Italy,Fuels,Export (US$),500,600\n",
            "exports-fuels",
            "Exports: Fuels",
        ),
        (
            "freq,reporter,partner,product,flow,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\n\
             A,AZ,IT,27,2,2021,500,USD\nA,AZ,IT,27,2,2022,600,USD\n",
            "exports-27",
            "Exports: 27",
        ),
        (
            "Country;Year;Commodity;Exports, USD\nItaly;2021;Cotton;500\nItaly;2022;Cotton;600\n",
            "exports-cotton",
            "Exports: Cotton",
        ),
        (
            "Страна;Год;Товар;Экспорт, USD\nИталия;2021;Хлопок;500\nИталия;2022;Хлопок;600\n",
            "measure-1",
            "Экспорт: Хлопок",
        ),
    ] {
        let mut told = answers();
        let russian = label.starts_with('Э');
        told.lang = russian.then(|| "ru".to_owned());
        let imported = text(table, &told);
        assert_eq!(questions(&imported), [""; 0], "{table}");
        let expected = [(500, 2021), (600, 2022)]
            .map(|(value, year)| format!("IT {measure} {value} USD {year}"));
        assert_eq!(figures(&imported), expected, "{table}");
        let column = if russian { "label_ru" } else { "label_en" };
        let terms = rows(&imported, "terms", &["key", column]);
        assert_eq!(terms, [format!("{measure} {label}")], "{table}");
        assert!(!left(&imported).join("\n").contains("ommodit"), "{:?}", left(&imported));
        assert!(inferred(&imported).contains(&format!("\"{label}\"")), "{}", inferred(&imported));
    }
}

#[test]
fn a_commodity_is_no_part_of_a_growth_or_an_event() {
    let growth = "Country;Year;Product;\"Growth of exports, %\"\nItaly;2021;Cotton;-5\n";
    assert_eq!(figures(&text(growth, &answers())), [""; 0]);
    let events = "Country;Date;Product;Event\nItaly;2021-05-01;Cotton;A fair\n";
    let imported = text(events, &answers());
    assert_eq!(rows(&imported, "events", &["title_en", "measure"]), ["A fair ?"]);
}

#[test]
fn several_commodities_are_several_measures() {
    let table = "flowCode,partnerISO,period,cmdCode,cmdDesc,primaryValue\n\
                 X,ITA,2021,27,Mineral fuels,500\nX,ITA,2021,52,Cotton,500\nM,ITA,2021,52,Cotton,9\n";
    let imported = text(table, &answers());
    assert_eq!(questions(&imported), [""; 0]);
    assert_eq!(
        figures(&imported),
        ["IT exports-27 500 USD 2021", "IT exports-52 500 USD 2021", "IT imports-52 9 USD 2021"]
    );
    // Where the whole is there too, it alone is read; a commodity is chosen by an answer.
    let whole = table.replace("X,ITA,2021,52,Cotton,500", "X,ITA,2021,TOTAL,All Commodities,800");
    let imported = text(&whole.replace("M,ITA,2021,52,Cotton,9\n", ""), &answers());
    assert_eq!(figures(&imported), ["IT exports 800 USD 2021"]);
    assert!(left(&imported).join("\n").contains("a part (27) of a whole that is there too"));
    let mut told = answers();
    told.take("only", "cmdCode=27").unwrap();
    assert_eq!(figures(&text(&whole, &told)), ["IT exports-27 500 USD 2021"]);
}
