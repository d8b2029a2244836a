//! What a dataset from a stranger cannot make a reader believe.

use crate::Bench;
use anyhow::{Result, ensure};
use serde_json::json;

/// A source may be called anything; a reader sees the host that its link leads to.
pub(crate) async fn a_link_says_where_it_leads(bench: &Bench) -> Result<()> {
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
        await opened(root, 'sources');
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

/// A frame may say anything at all: the page and its other charts stand, and the frame keeps its size.
pub(crate) async fn a_frame_may_say_anything(bench: &Bench) -> Result<()> {
    let seed: u32 =
        std::env::var("BILATERAL_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(1);
    bench.browser.open_page(&bench.site.url("host.html")).await?;
    let script = format!(
        "let state = {seed} * 2654435761 | 1;
        const below = (end) => {{
          state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
          return (state >>> 0) % end;
        }};
        const pick = (list) => list[below(list.length)];
        const frame = document.body.appendChild(document.createElement('iframe'));
        frame.style.height = '200px';
        await new Promise((done) => setTimeout(done, 50));
        const source = frame.contentWindow;
        const asked = [];
        source.addEventListener('message', ({{ data }}) => asked.push(data?.word));
        const long = 'x'.repeat(1e5);
        const cycle = {{}};
        cycle.own = cycle;
        const odd = () => pick([null, undefined, 0, -0, NaN, Infinity, -1, 1e9, 700, '700', long, '', true, [], [700], {{}},
          cycle, new Date(0), /x/, new Map([['height', 1]]), 10n, new Uint8Array(9), '__proto__', 'chart', 'height', 'w']);
        const names = ['bilateral', 'height', 'word', 'message', 'value', 'secret', 'sentinel', 'type', '__proto__', 'constructor'];
        const value = () => {{
          if (below(4) === 0) return odd();
          const made = {{ bilateral: pick(['height', 'chart', 'chart?', 'ready', odd()]), height: odd(), word: pick(['w', odd()]) }};
          for (let i = below(4); i > 0; i--) Object.defineProperty(made, pick(names), {{ value: odd(), enumerable: true, configurable: true, writable: true }});
          return made;
        }};
        for (let round = 0; round < 60; round++) {{
          for (let i = 0; i < 50; i++) {{
            const data = value();
            dispatchEvent(new MessageEvent('message', {{ data, source: pick([source, source, window, null]) }}));
          }}
          await frames(1);
        }}
        await new Promise((done) => setTimeout(done, 400));
        const height = frame.clientHeight;
        frame.remove();
        const chart = document.querySelector('bilateral-chart');
        const stands = !chart.shadowRoot.querySelector('figure').hidden;
        return [height === 200 || (height >= 100 && height <= 10000 && asked.includes('w')), stands, Object.keys(Object.prototype)];"
    );
    let found = bench.browser.run_async(&script).await?;
    ensure!(found == json!([true, true, []]), "seed {seed}: {found}");
    bench.browser.quiet().await
}
