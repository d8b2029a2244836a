//! What a dataset from a stranger cannot make a reader believe.

use crate::Bench;
use anyhow::{Result, ensure};
use serde_json::json;

/// A source may be called anything; a reader sees the host that its link leads to.
pub async fn a_link_says_where_it_leads(bench: &Bench) -> Result<()> {
    let source = |id: &str, publisher: &str, url: &str| {
        json!({ "id": id, "kind": "publication", "publisher": publisher, "title": "Trade",
            "published": "2024", "published_basis": "stated", "url": url })
    };
    let event = |day: u32, source: &str| {
        json!({ "id": format!("e{day}"), "partners": ["KZ"], "kind": "visit",
            "date": format!("2021-03-0{day}"), "date_basis": "stated", "status": "done",
            "title": { "en": "https://apa.az/visit" }, "url": "https://evil.example/visit",
            "certainty": "stated", "citations": [{ "source": source }] })
    };
    let data = json!({
        "format": "bilateral/1", "meta": { "name": "links", "reporting": "AZ" },
        "sources": [
            source("s1", "apa.az", "https://a.az/x"),
            source("s2", "аpple.com", "https://xn--pple-43d.com/"),
            source("s3", "stat.gov.az", "https://www.stat.gov.az/trade"),
        ],
        "events": [event(1, "s1"), event(2, "s2"), event(3, "s3")],
    });
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = format!(
        "const chart = document.querySelector('bilateral-chart');
        await chart.load({data});
        await chart.restore('view=events');
        await chart.select('e1');
        await frames(3);
        const root = chart.shadowRoot;
        const card = root.querySelector('.card');
        root.querySelector('[aria-controls=sources]').click();
        await frames(3);
        const own = (item) => [...item.childNodes].filter(({{ localName }}) => localName !== 'details')
          .map(({{ textContent }}) => textContent).join('');
        return [own(card.querySelector('.title')), card.querySelector('.sources li').textContent,
          [...root.querySelectorAll('#sources .references > li')].map(own)];"
    );
    let found = bench.browser.run_async(&script).await?;
    let wanted = json!([
        "https://apa.az/visit (evil.example)",
        "apa.az, Trade, 2024 (a.az)",
        [
            "apa.az, Trade (a.az), 2024",
            "аpple.com, Trade (xn--pple-43d.com), 2024",
            "stat.gov.az, Trade, 2024",
        ]
    ]);
    ensure!(found == wanted, "{found}");
    bench.browser.quiet().await
}
