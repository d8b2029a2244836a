//! Rows that are sums of others, pivot tables, and tables turned over.

use super::{answers, figures, inferred, left, questions, read, rows, text};
use bilateral::import::Answers;
use rust_xlsxwriter::{Format, Workbook};

fn dollars() -> Answers {
    let mut told = answers();
    told.take("unit", "USD").unwrap();
    told.take("measure", "exports").unwrap();
    told
}

#[test]
fn a_row_without_a_partner_among_partners_is_left() {
    for (table, expected) in [
        ("Country,2019\nItaly,10\nTurkey,5\n,15\n", &["IT 10 2019", "TR 5 2019"][..]),
        ("Country,2019\n,15\nItaly,10\nTurkey,5\n", &["IT 10 2019", "TR 5 2019"]),
        ("Country,2019\nItaly,10\nTurkey,5\n–,15\n", &["IT 10 2019", "TR 5 2019"]),
        // Whoever names a partner in each row has no rows of it without a name.
        (
            "Country,Year,Value\nItaly,2019,10\nItaly,2020,11\nTurkey,2019,5\n,2021,15\n",
            &["IT 10 2019", "IT 11 2020", "TR 5 2019"],
        ),
        (
            "Country,Year,Value\nItaly,2019,10\n,2020,11\nTurkey,2019,5\n,2020,6\n,2019,15\n,2020,17\n,,32\n",
            &["IT 10 2019", "IT 11 2020", "TR 5 2019", "TR 6 2020"],
        ),
    ] {
        let mut told = dollars();
        for partner in [None, Some("GE")] {
            told.partner = partner.map(String::from);
            let imported = text(table, &told);
            assert_eq!(questions(&imported), [""; 0], "{table}");
            let found = rows(&imported, "figures", &["partner", "value", "period"]);
            assert_eq!(found, expected, "{table}");
            let left = left(&imported).join("\n");
            assert!(left.contains("\"15\": no partner stands in its row"), "{table}: {left}");
        }
    }
}

#[test]
fn a_label_of_a_total_is_no_partner() {
    for total in [
        "Total",
        "Total:",
        "Grand Total",
        "Subtotal",
        "Italy Total",
        "Total exports",
        "Gesamt",
        "Insgesamt:",
        "Gesamtergebnis",
        "Итого",
        "Итого по странам",
        "Общий итог",
        "Всего:",
        "Cəmi",
        "Yekun",
        "Барлығы",
        "Жиыны",
        "Ҷамъ",
        "Ҳамагӣ",
        "Genel toplam",
        "合計",
        "总计",
        "Total (all countries)",
    ] {
        let imported = text(&format!("Country;2019\nItaly;10\n{total};15\n"), &dollars());
        assert_eq!(questions(&imported), [""; 0], "{total}");
        assert_eq!(figures(&imported), ["IT exports 10 USD 2019"], "{total}");
        let left = left(&imported).join("\n");
        assert!(left.contains("\"15\": a total of other rows"), "{total}: {left}");
    }
    for world in ["World", "Total world", "World total", "Всего мир"] {
        let imported = text(&format!("Country;2019\nItaly;10\n{world};15\n"), &dollars());
        assert_eq!(figures(&imported)[1..], ["WLD exports 15 USD 2019"], "{world}");
    }
    // A name that has such a word in it is asked about.
    let asked = text("Country;2019\nItaly;10\nAll others;15\n", &dollars());
    assert_eq!(questions(&asked), ["which partner is \"All others\"?"]);
}

#[test]
fn a_pivot_table_in_its_compact_form_is_read() {
    let expected = [
        "KZ exports 100 USD 2020",
        "KZ exports 200 USD 2021",
        "RU exports 300 USD 2020",
        "RU exports 400 USD 2021",
    ];
    for table in [
        "Row Labels,Sum of Exports\nKazakhstan,300\n2020,100\n2021,200\nRussia,700\n2020,300\n2021,400\nGrand Total,1000\n",
        "Country / Year,Exports\nKazakhstan,\n2020,100\n2021,200\nRussia,\n2020,300\n2021,400\n",
        "Названия строк;Экспорт\nКазахстан;300\n2020;100\n2021;200\nРоссия;700\n2020;300\n2021;400\nОбщий итог;1000\n",
    ] {
        let imported = text(table, &dollars());
        assert_eq!(questions(&imported), [""; 0], "{table}");
        assert_eq!(figures(&imported), expected, "{table}");
        assert!(inferred(&imported).contains("as in a pivot table"), "{table}");
    }
    // Years may be the groups, and flows stand across.
    let years = "Row Labels,Export,Import\n2020,3,30\nKazakhstan,1,10\nRussia,2,20\n2021,7,70\nKazakhstan,3,30\nRussia,4,40\n";
    let imported = text(years, &dollars());
    assert_eq!(figures(&imported)[..2], ["KZ exports 1 USD 2020", "KZ imports 10 USD 2020"]);
    assert_eq!(figures(&imported).len(), 8);
    assert!(left(&imported).join("\n").contains("!B2: \"3\": a total of other rows"));
}

#[test]
fn a_pivot_table_of_more_than_partners_and_periods_is_asked() {
    for table in [
        "Row Labels,Export\nKazakhstan,\n2020,60\nQ1,10\nQ2,50\nRussia,\n2020,6\n2021,4\n",
        // What a group without rows has for values is not known.
        "Row Labels,Export\nKazakhstan,60\nItaly,7\n2020,7\nRussia,6\n2020,6\n",
    ] {
        let imported = text(table, &dollars());
        assert_eq!(figures(&imported), [""; 0], "{table}");
        assert_eq!(questions(&imported).len(), 1, "{table}");
        assert!(questions(&imported)[0].contains("in tabular form"), "{table}");
    }
    // A year is like no name of a country.
    let stray = text("Country,Exports,Year\nItaly,7,2020\n2020,6,2021\n", &dollars());
    assert!(!stray.questions.iter().any(|one| one.answers.concat().contains("=EU")), "{stray:?}");
}

#[test]
fn years_down_and_countries_across_have_any_corner() {
    let expected = ["IT exports 1000000 USD 2019", "TR exports 2000000 USD 2019"];
    let million = Answers { unit: Some("USD million".into()), ..dollars() };
    for table in [
        "Year,Italy,Turkey\n2019,1,2\n2020,3,4\n",
        ",Italy,Turkey\n2019,1,2\n2020,3,4\n",
        "Italy,Turkey\n2019,1,2\n2020,3,4\n",
        "Exports (USD mln),Italy,Turkey\n2019,1,2\n2020,3,4\n",
        "Country,Italy,Turkey\nYear,,\n2019,1,2\n2020,3,4\n",
        "Exports,Italy,Turkey\nUnit,USD mln,USD mln\n2019,1,2\n2020,3,4\n",
    ] {
        let imported = text(table, &million);
        assert_eq!(questions(&imported), [""; 0], "{table}");
        assert_eq!(figures(&imported)[..2], expected, "{table}");
        assert_eq!(figures(&imported).len(), 4, "{table}");
    }
    // What the corner says goes for partners down as well, and needs no answer.
    for table in [
        "Exports (USD mln),Italy,Turkey\n2019,1,2\n2020,3,4\n",
        "Exports (USD mln),2019,2020\nItaly,1,3\nTurkey,2,4\n",
    ] {
        let mut found = figures(&text(table, &answers()));
        found.sort();
        assert_eq!([&found[0], &found[2]], [expected[0], expected[1]], "{table}");
    }
    // Where the header lacks its last cell and not its first, nothing is moved.
    let notes = text("Country,2019,2020\nItaly,1,2,*\nTurkey,3,4,*\n", &dollars());
    assert_eq!(figures(&notes)[0], "IT exports 1 USD 2019");
}

#[test]
fn parts_of_a_partner_that_is_named_once_have_its_whole() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in ["Partner", "Product", "2020"].iter().enumerate() {
        sheet.write(0, column as u16, *head).unwrap();
    }
    sheet.merge_range(1, 0, 3, 0, "Italy", &Format::new()).unwrap();
    sheet.merge_range(4, 0, 5, 0, "Turkey", &Format::new()).unwrap();
    for (row, (product, value)) in
        [("Oil", 1), ("Gas", 2), ("Total", 3), ("Oil", 4), ("Gas", 5)].into_iter().enumerate()
    {
        sheet.write(row as u32 + 1, 1, product).unwrap();
        sheet.write(row as u32 + 1, 2, value).unwrap();
    }
    let imported = read("b.xlsx", &book.save_to_buffer().unwrap(), &dollars()).unwrap();
    assert_eq!(
        figures(&imported),
        ["IT exports 3 USD 2020", "TR exports-oil 4 USD 2020", "TR exports-gas 5 USD 2020"]
    );
    // A total that names nobody is no whole of the partner above it.
    let blank = "Partner,Product,2020\nItaly,Oil,1\n,Gas,2\nTurkey,Oil,4\n,Gas,5\n,Total,12\n";
    assert_eq!(
        figures(&text(blank, &dollars())),
        [
            "IT exports-oil 1 USD 2020",
            "IT exports-gas 2 USD 2020",
            "TR exports-oil 4 USD 2020",
            "TR exports-gas 5 USD 2020"
        ]
    );
}
