//! Where a chart stands: in parents that fit their content, zoomed, scaled and turned, with larger text.

use crate::Bench;
use anyhow::{Context, Result, bail, ensure};
use browser::engine::Kind;
use browser::server::Made;
use serde_json::{Value, json};

/// A page with these tags and styles of its own; `C` is a chart.
async fn open(bench: &Bench, body: &str) -> Result<()> {
    let chart = "<bilateral-chart view=\"events\" partners=\"KZ\" controls=\"off\" lang=\"en\"></bilateral-chart>";
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Geometry</title>\
        <script src=\"/probe.js\"></script><script src=\"/pkg/bilateral.js\"></script><body>{}",
        body.replace("<C>", chart)
    );
    let kind = "text/html; charset=utf-8";
    bench.site.put("made/geometry.html", Made { body: page.into(), kind, policy: "" });
    bench.browser.open_page(&bench.site.url("made/geometry.html")).await?;
    bench.browser.run_async("await frames(3);").await?;
    Ok(())
}

pub(crate) async fn a_parent_that_fits_its_content_gives_all_its_room(bench: &Bench) -> Result<()> {
    // The outermost box of each is as wide as the window; what is given is its share of 900 pixels.
    for (parent, least) in [
        ("<C>", 900),
        ("<div style='display:flex'><C></div>", 900),
        ("<div style='display:flex;align-items:start;justify-content:center'><C></div>", 900),
        ("<div style='display:flex;flex-direction:column;align-items:center'><C></div>", 900),
        ("<div style='display:flex;flex-flow:row wrap'><p>Words</p><C></div>", 880),
        ("<div style='display:flex'><p style='width:200px;flex:none'>Aside</p><C></div>", 700),
        ("<div style='display:inline-flex'><C></div>", 900),
        ("<div style='display:grid;justify-items:center'><C></div>", 900),
        ("<div style='display:grid;justify-content:start;place-items:center'><C></div>", 900),
        ("<div style='display:grid;grid-template-columns:auto 200px'><C><p>Aside</p></div>", 700),
        ("<div style='float:left'><C></div>", 900),
        ("<div style='display:inline-block'><C></div>", 900),
        ("<table style='border-spacing:0'><tr><td style='padding:0'><C></table>", 900),
        ("<div style='display:table-cell'><C></div>", 900),
        ("<div style='width:fit-content'><C></div>", 900),
        ("<div style='width:max-content;max-width:100%'><C></div>", 900),
        ("<div style='position:absolute'><C></div>", 900),
        ("<div style='position:absolute;left:0'><div style='display:flex'><C></div></div>", 900),
        ("<div style='writing-mode:vertical-rl;width:890px;height:900px'><C></div>", 890),
        ("<div style='writing-mode:vertical-lr;height:900px;display:flex'><C></div>", 280),
        ("<fieldset style='margin:0;padding:0;border:0'><C></fieldset>", 900),
        ("<div style='width:min-content'><C></div>", 280),
        ("<div style='width:200px;display:flex'><C></div>", 280),
    ] {
        open(bench, &format!("<main style='width:900px;position:relative'>{parent}</main>"))
            .await?;
        let script = "const chart = document.querySelector('bilateral-chart');
            const root = chart.shadowRoot;
            const widths = () => [chart, root.querySelector('figure'), root.querySelector('canvas')]
              .map((node) => Math.round(node.getBoundingClientRect().width));
            const first = widths();
            await frames(10);
            return [first, widths()];";
        let found = bench.browser.run_async(script).await?;
        let [first, later]: [Vec<u64>; 2] = serde_json::from_value(found)?;
        ensure!(first == later, "{parent}: it does not come to rest: {first:?}, then {later:?}");
        let (low, high) = (least, if least == 280 { 1100 } else { 900 });
        ensure!(
            (low..=high).contains(&first[0])
                && first.iter().all(|width| width.abs_diff(first[0]) <= 1),
            "{parent}: element, figure and canvas are {first:?} wide"
        );
    }
    bench.browser.quiet().await
}

pub(crate) async fn beyond_the_widest_plot_and_words_end_together(bench: &Bench) -> Result<()> {
    open(bench, "<div style='width:2400px'><bilateral-chart view='trade'></bilateral-chart></div>")
        .await?;
    let script = "const root = document.querySelector('bilateral-chart').shadowRoot;
        return ['canvas', 'figure', '.controls', '.footer', '.panels']
          .map((name) => root.querySelector(name).getBoundingClientRect())
          .map(({ right }) => Math.round(right - root.querySelector('canvas').getBoundingClientRect().left));";
    let ends: Vec<i64> = serde_json::from_value(bench.browser.run(script).await?)?;
    ensure!(ends[..4].iter().all(|end| *end == 1600) && ends[4] <= 1600, "{ends:?}");
    Ok(())
}

/// The card's title, whether it stands within the plot, and how far it is from the mark.
const CARD: &str = "const card = document.querySelector('bilateral-chart').shadowRoot.querySelector('.card');
    if (!card) return null;
    const { offsetLeft: left, offsetTop: top, offsetWidth: width } = card;
    return [card.querySelector('.title').textContent, left >= -1 && left + width <= card.offsetParent.offsetWidth + 1,
      card.classList.contains('pinned')];";

/// Where a place of the plot is in the window, seen by what the browser finds there.
async fn place(bench: &Bench, x: f64, y: f64, zoom: f64) -> Result<(f64, f64)> {
    let script = format!(
        "const root = document.querySelector('bilateral-chart').shadowRoot;
        const plot = root.querySelector('.plot');
        const mark = document.createElement('i');
        mark.style.cssText = 'position:absolute;z-index:9;width:4px;height:4px;left:{}px;top:{}px';
        plot.append(mark);
        // Some engines tell rectangles in the zoomed page's pixels.
        const by = plot.currentCSSZoom ? 1 : {zoom};
        const box = mark.getBoundingClientRect();
        const at = [(box.left + box.right) / 2 * by, (box.top + box.bottom) / 2 * by];
        const found = root.elementFromPoint(...at) === mark;
        mark.remove();
        return [...at, found];",
        x - 2.0,
        y - 2.0
    );
    let (x, y, found): (f64, f64, bool) =
        serde_json::from_value(bench.browser.run(&script).await?)?;
    ensure!(found, "the test does not find its own place at {x}, {y}");
    // A mouse that stays where it was tells a new page nothing.
    bench.browser.point(1.0, 1.0).await?;
    Ok((x, y))
}

/// Marks of a plain page: where they are on the plot, and the titles of their cards.
async fn marks(bench: &Bench) -> Result<Vec<(f64, f64, Value)>> {
    open(bench, "<div style='width:500px'><C></div>").await?;
    let mut marks: Vec<(f64, f64, Value)> = Vec::new();
    for step in 0..50 {
        let x = 470.0 - 9.0 * f64::from(step);
        let (left, top) = place(bench, x, 90.0, 1.0).await?;
        bench.browser.point(left, top).await?;
        let card = bench.browser.run(CARD).await?;
        if !card.is_null() && marks.iter().all(|(_, _, title)| *title != card[0]) {
            // The middle of where it answers, and not its edge.
            let (left, top) = place(bench, x - 6.0, 90.0, 1.0).await?;
            bench.browser.point(left, top).await?;
            if bench.browser.run(CARD).await?[0] == card[0] {
                marks.push((x - 3.0, 90.0, card[0].clone()));
            }
        }
        if marks.len() == 3 {
            return Ok(marks);
        }
    }
    bail!("three marks along a lane: {marks:?}")
}

/// Styles around a chart 500 pixels wide, and the zoom in them.
const AROUND: [(&str, f64); 16] = [
    ("zoom:.5", 0.5),
    ("zoom:.6", 0.6),
    ("zoom:1.25", 1.25),
    ("zoom:1.5", 1.5),
    ("zoom:2", 2.0),
    ("transform:scale(.5)", 1.0),
    ("transform:scale(.6)", 1.0),
    ("transform:scale(1.25)", 1.0),
    ("transform:scale(1.5)", 1.0),
    ("transform:scale(2)", 1.0),
    ("transform:rotate(9deg)", 1.0),
    ("transform:translateX(500px) scaleX(-1)", 1.0),
    ("transform:matrix(1,.1,.2,.9,30,0)", 1.0),
    ("scale:1.5;rotate:5deg;translate:20px", 1.0),
    ("zoom:1.25;transform:scale(.8) rotate(-3deg)", 1.25),
    ("zoom:1.5\'><div style=\'width:500px;zoom:.8;transform:scale(1.2)", 1.2),
];

pub(crate) async fn what_answers_is_under_the_pointer_however_zoomed_and_turned(
    bench: &Bench,
) -> Result<()> {
    let marks = marks(bench).await?;
    for (style, zoom) in AROUND {
        let body = format!(
            "<style>main, main div {{ transform-origin: 0 0 }}</style>
            <main><div style='width:500px;{style}'><C></div></main>"
        );
        open(bench, &body).await?;
        for (x, y, title) in &marks {
            let (left, top) = place(bench, *x, *y, zoom).await?;
            bench.browser.point(left, top).await?;
            let card = bench.browser.run(CARD).await?;
            ensure!(
                card == json!([title, true, false]),
                "{style}: at {x}, {y} of the plot stands {title}, and the card is {card}"
            );
        }
        bench.browser.quiet().await.with_context(|| style)?;
    }
    Ok(())
}

pub(crate) async fn a_drag_moves_as_far_as_the_hand(bench: &Bench) -> Result<()> {
    let mut ranges = Vec::new();
    for (style, zoom) in [
        ("", 1.0),
        ("zoom:1.5", 1.5),
        ("zoom:.6", 0.6),
        ("transform:scale(1.5)", 1.0),
        ("transform:scale(.6)", 1.0),
    ] {
        let chart = "<bilateral-chart view='events' partners='KZ' controls='off' from='2000' to='2010'></bilateral-chart>";
        open(
            bench,
            &format!("<div style='width:500px;transform-origin:0 0;{style}'>{chart}</div>"),
        )
        .await?;
        let from = place(bench, 60.0, 60.0, zoom).await?;
        let to = place(bench, 440.0, 60.0, zoom).await?;
        bench.browser.drag(from, to).await?;
        let days = "return Date.parse(document.querySelector('bilateral-chart').getAttribute('from')) / 86400000;";
        ranges.push(bench.browser.run(days).await?.as_f64().unwrap_or_default());
    }
    // 380 of 500 pixels are some eight of the ten years; a pixel of the window is a fortnight.
    let moved = 10957.0 - ranges[0];
    ensure!((2000.0..3650.0).contains(&moved), "{ranges:?}");
    ensure!(ranges.iter().all(|days| (days - ranges[0]).abs() <= 40.0), "{ranges:?}");
    Ok(())
}

pub(crate) async fn pixels_are_sharp_under_zoom(bench: &Bench) -> Result<()> {
    let script = "const chart = document.querySelector('bilateral-chart');
        return [chart.shadowRoot.querySelector('canvas').width / devicePixelRatio, chart.offsetWidth];";
    for zoom in [0.6, 1.5, 2.0] {
        open(bench, &format!("<div style='width:400px;zoom:{zoom}'><C></div>")).await?;
        let (pixels, width): (f64, f64) = serde_json::from_value(bench.browser.run(script).await?)?;
        ensure!(
            (pixels - 400.0 * zoom).abs() <= 2.0 && width == 400.0,
            "{zoom}: {pixels} in {width}"
        );
    }
    if bench.browser.engine.kind == Kind::Webkit {
        // It tells no one that only the device's pixels are others.
        return Ok(());
    }
    open(bench, "<div style='width:400px'><C></div>").await?;
    let zoom = format!("document.querySelector('div').style.zoom = 1.5; await frames(5); {script}");
    let (pixels, width): (f64, f64) =
        serde_json::from_value(bench.browser.run_async(&zoom).await?)?;
    ensure!((pixels - 600.0).abs() <= 2.0 && width == 400.0, "zoomed later: {pixels} in {width}");
    Ok(())
}

pub(crate) async fn text_is_as_large_as_the_reader_sets_it(bench: &Bench) -> Result<()> {
    let marks = marks(bench).await?;
    for (percent, width, by) in
        [(100, 500, 1.0), (150, 750, 1.5), (200, 1000, 2.0), (300, 1000, 2.0), (62, 500, 1.0)]
    {
        let body = format!(
            "<style>html {{ font-size: {percent}% }}</style><div style='width:{width}px'><C></div>"
        );
        open(bench, &body).await?;
        let script = "const chart = document.querySelector('bilateral-chart');
            const root = chart.shadowRoot;
            const figure = root.querySelector('figure');
            const by = figure.currentCSSZoom ? 1 : Number(figure.style.zoom || 1);
            const high = root.querySelector('#subtitle').getBoundingClientRect().height * by;
            const edge = chart.getBoundingClientRect().right + 1;
            const cut = [...figure.querySelectorAll('*')].filter((node) => !node.matches('.unseen, .unseen *')
              && node.getBoundingClientRect().right * by > edge).map((node) => node.className || node.localName);
            return [high, cut, figure.getBoundingClientRect().width * by];";
        let found = bench.browser.run(script).await?;
        ensure!(
            found[0].as_f64() == Some(20.0 * by) && found[1] == json!([]),
            "{percent} %: {found}"
        );
        let (x, y, title) = &marks[0];
        let (left, top) = place(bench, *x, *y, by).await?;
        bench.browser.point(left, top).await?;
        let card = bench.browser.run(CARD).await?;
        ensure!(card == json!([title, true, false]), "{percent} %: {card}, not {title}");
    }
    // As a button of the page does it while the chart stands, also where there is little room.
    for (width, most) in [(900, 2.0), (360, 1.28)] {
        open(
            bench,
            &format!("<div style='width:{width}px'><bilateral-chart></bilateral-chart></div>"),
        )
        .await?;
        let script = "document.documentElement.style.fontSize = '200%';
            const figure = document.querySelector('bilateral-chart').shadowRoot.querySelector('figure');
            for (let i = 0; i < 40 && !figure.style.zoom; i++) await frames(1);
            await frames(4);
            return Number(figure.style.zoom || 1);";
        let zoom = bench.browser.run_async(script).await?.as_f64().unwrap_or_default();
        ensure!((zoom - most).abs() < 0.01, "at {width} pixels text is {zoom} times as large");
    }
    Ok(())
}

pub(crate) async fn a_height_is_that_of_all_or_said_to_be_too_small(bench: &Bench) -> Result<()> {
    let script = "await frames(6);
        const chart = document.querySelector('bilateral-chart');
        return [Math.round(chart.offsetHeight), chart.shadowRoot.querySelector('figure').offsetHeight - chart.offsetHeight, probe.problems];";
    for attributes in [
        "partners='KZ' height='700'",
        "view='trade' height='900'",
        "view='events' partners='KZ' height='760'",
        "view='trade' scale='log' height='640'",
        "view='trade' controls='off' height='840'",
    ] {
        open(
            bench,
            &format!(
                "<div style='width:800px'><bilateral-chart {attributes}></bilateral-chart></div>"
            ),
        )
        .await?;
        let found = bench.browser.run_async(script).await?;
        let asked: u64 = attributes.split('\'').rev().nth(1).context("a height")?.parse()?;
        let gap = found[1].as_i64().unwrap_or(-99);
        ensure!(
            found[0] == asked && (-2..=2).contains(&gap) && found[2] == json!([]),
            "{attributes}: {found}"
        );
    }
    open(bench, "<div style='width:800px'><bilateral-chart view='trade' height='150'></bilateral-chart></div>").await?;
    let found = bench.browser.run_async(script).await?;
    let needs = format!(
        "console.warn: bilateral-chart: height=\"150\" is too small: all of this chart takes {} pixels",
        found[0]
    );
    let needs = serde_json::json!([needs]);
    ensure!(found[0].as_u64() > Some(300) && found[2] == needs, "{found}, not {needs}");
    Ok(())
}
