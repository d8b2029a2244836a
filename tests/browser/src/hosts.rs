//! The pages that a chart is put into, the ways to put it there, and what is to be seen in each.

use crate::engine::{Kind, Lacks};

/// How a chart comes into a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Element,
    Div,
    Iframe,
    Image,
}

impl Way {
    pub const ALL: [Way; 4] = [Way::Element, Way::Div, Way::Iframe, Way::Image];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Way::Element => "script and element",
            Way::Div => "script and div",
            Way::Iframe => "iframe",
            Way::Image => "image",
        }
    }

    /// What an author pastes; `data` are a chart's further attributes, each with a space before it.
    #[must_use]
    pub fn markup(self, base: &str, data: &[(&str, &str)]) -> String {
        let figure = format!(
            "<a href=\"{base}pkg/static/trade.en.html\"><img class=\"fallback\" \
             src=\"{base}pkg/static/trade.en.png\" alt=\"Trade by partner and reporter\"></a>"
        );
        let attributes = |prefix: &str| -> String {
            data.iter().map(|(name, value)| format!(" {prefix}{name}=\"{value}\"")).collect()
        };
        match self {
            Way::Element => format!(
                "<bilateral-chart view=\"trade\"{}>{figure}</bilateral-chart>",
                attributes("")
            ),
            Way::Div => format!(
                "<div class=\"bilateral-chart\" data-view=\"trade\"{}>{figure}</div>",
                attributes("data-")
            ),
            Way::Iframe => {
                let query: String =
                    data.iter().map(|(name, value)| format!("&amp;{name}={value}")).collect();
                format!(
                    "<iframe src=\"{base}pkg/bilateral.html?view=trade{query}\" width=\"640\" \
                     height=\"480\" title=\"Trade by partner and reporter\"></iframe>"
                )
            }
            Way::Image => figure,
        }
    }

    #[must_use]
    pub fn needs_script(self) -> bool {
        matches!(self, Way::Element | Way::Div)
    }
}

/// What a reader sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    Drawn,
    /// The static figure.
    Figure,
    Impossible(&'static str),
}

/// Where the page with the chart stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Window,
    /// Read from disk.
    Disk,
    /// In an iframe with these attributes, its address among them.
    Frame(&'static str),
    /// In an iframe that carries it in an attribute.
    Srcdoc,
}

pub struct Host {
    pub name: &'static str,
    /// The header of the page and, of a framed one, of the page around it.
    pub policy: &'static str,
    pub place: Place,
    /// The page, with `{{script}}` and `{{chart}}` in it.
    pub page: &'static str,
    /// What happens once it is loaded.
    pub then: &'static str,
    /// A chart's further attributes.
    pub data: &'static [(&'static str, &'static str)],
    /// What is switched off in the browser.
    pub lacks: Lacks,
    pub seen: fn(Way, Kind) -> Seen,
}

const PAGE: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    {{script}}</head><body><h1>An article</h1>{{chart}}<p>And so on.</p></body></html>";
const SCRIPT: &str = "<script async src=\"pkg/bilateral.js\"></script>";

const PLAIN: Host = Host {
    name: "plain page",
    policy: "",
    place: Place::Window,
    page: PAGE,
    then: "",
    data: &[],
    lacks: Lacks::Nothing,
    seen: drawn,
};

fn drawn(way: Way, _: Kind) -> Seen {
    if way == Way::Image { Seen::Figure } else { Seen::Drawn }
}

/// The page of an iframe is free of its host's policy, and takes no dataset from its address.
fn framed_only(way: Way, _: Kind) -> Seen {
    if way == Way::Iframe { Seen::Drawn } else { Seen::Figure }
}

/// One script serves a page with `{{script}}` twice, or a page that takes it late.
const TWICE: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    {{script}}{{script}}</head><body>{{chart}}{{script}}</body></html>";
const VERSIONS: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    <script src=\"pkg/bilateral.js\"></script></head><body>{{chart}}<script src=\"hosts/older.js\"></script></body></html>";
const AFTER: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    </head><body>{{chart}}<script src=\"pkg/bilateral.js\"></script></body></html>";
const BEFORE: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    <script src=\"pkg/bilateral.js\"></script></head><body>{{chart}}</body></html>";
const LATE: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    </head><body>{{chart}}<script type=\"1f0c-text/javascript\" src=\"pkg/bilateral.js\"></script>\
    </body></html>";
const BLOCKED: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    <script async src=\"pkg/not-there.js\"></script></head><body>{{chart}}</body></html>";
const TAB: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    {{script}}</head><body><div id=\"tab\" hidden>{{chart}}</div></body></html>";
const FIFTY: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    {{script}}</head><body id=\"fifty\">{{chart}}</body></html>";
const RESET: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    <link rel=\"stylesheet\" href=\"hosts/reset.css\">{{script}}</head><body>{{chart}}</body></html>";
const CAPITALS: &str = "<!doctype html><html lang=\"az\"><head><meta charset=\"utf-8\"><title>A host</title>\
    <link rel=\"stylesheet\" href=\"hosts/capitals.css\">{{script}}</head><body>{{chart}}</body></html>";
const RIGHT_TO_LEFT: &str = "<!doctype html><html lang=\"fa\" dir=\"rtl\"><head><meta charset=\"utf-8\">\
    <title>A host</title>{{script}}</head><body>{{chart}}</body></html>";
const INJECTED: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    {{script}}</head><body><template>{{chart}}</template></body></html>";
const COLUMN: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    {{script}}</head><body><div style=\"display:flex;flex-direction:column;align-items:center\">{{chart}}</div></body></html>";
const GRID: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    {{script}}</head><body><div style=\"display:grid;place-items:center\">{{chart}}</div></body></html>";
const CELL: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    {{script}}</head><body><table><tr><td>{{chart}}</table></body></html>";
const FLOATED: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    {{script}}</head><body><div style=\"float:left\">{{chart}}</div></body></html>";
const ZOOMED: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    {{script}}</head><body><div style=\"width:600px;zoom:1.5\">{{chart}}</div></body></html>";
const TURNED: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    {{script}}</head><body><div style=\"width:600px;transform-origin:0 0;transform:rotate(5deg) scale(.8)\">{{chart}}</div></body></html>";
const LARGE_TEXT: &str = "<!doctype html><html lang=\"en\" style=\"font-size:200%\"><head><meta charset=\"utf-8\"><title>A host</title>\
    {{script}}</head><body>{{chart}}</body></html>";
const UNSEEN: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    {{script}}</head><body><div style=\"content-visibility:auto\">{{chart}}</div></body></html>";
/// What amp-iframe makes of its tag: a sandbox of another origin under a placeholder.
const AMP: &str = "<!doctype html><html amp lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title>\
    </head><body>{{chart}}</body></html>";

/// Every host, in the order of the table.
pub const HOSTS: &[Host] = &[
    PLAIN,
    Host {
        name: "strict policy (`default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self'`)",
        policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self'",
        seen: |way, kind| match way {
            Way::Iframe => Seen::Impossible("this policy names no `frame-src`"),
            _ => drawn(way, kind),
        },
        ..PLAIN
    },
    Host {
        name: "Trusted Types enforced",
        policy: "require-trusted-types-for 'script'; trusted-types 'none'; script-src 'self' 'wasm-unsafe-eval'",
        ..PLAIN
    },
    Host {
        name: "policy without `'wasm-unsafe-eval'`",
        policy: "default-src 'none'; script-src 'self'; img-src 'self'; frame-src 'self'",
        seen: framed_only,
        ..PLAIN
    },
    Host {
        name: "policy without scripts",
        policy: "default-src 'none'; script-src 'none'; img-src 'self'; frame-src 'self'",
        seen: framed_only,
        ..PLAIN
    },
    Host {
        name: "no WebAssembly in the browser",
        lacks: Lacks::Wasm,
        seen: |_, kind| match kind {
            Kind::Webkit => Seen::Impossible("WebKitGTK has no such switch; the policy without it shows the same"),
            _ => Seen::Figure,
        },
        ..PLAIN
    },
    Host {
        name: "no scripts in the browser",
        lacks: Lacks::Script,
        seen: |_, kind| match kind {
            Kind::Webkit => Seen::Impossible("WebKitGTK's driver looks by script; the policy without scripts shows the same"),
            _ => Seen::Figure,
        },
        ..PLAIN
    },
    Host { name: "script not there", page: BLOCKED, seen: framed_only, ..PLAIN },
    Host { name: "dataset that is not one", data: &[("src", "/hosts/bad.json")], seen: framed_only, ..PLAIN },
    Host { name: "dataset not there", data: &[("src", "/hosts/none.json")], seen: framed_only, ..PLAIN },
    Host { name: "sandboxed iframe of no origin", place: Place::Frame("sandbox=\"allow-scripts\""), ..PLAIN },
    Host { name: "`srcdoc` iframe", place: Place::Srcdoc, ..PLAIN },
    Host { name: "page from disk", place: Place::Disk, ..PLAIN },
    Host { name: "script before the element", page: BEFORE, ..PLAIN },
    Host { name: "script after the element", page: AFTER, ..PLAIN },
    Host {
        name: "script put off by an optimiser",
        page: LATE,
        then: "const put = document.querySelector('script');
            const late = document.createElement('script');
            late.src = put.src;
            put.replaceWith(late);",
        ..PLAIN
    },
    Host { name: "script three times", page: TWICE, ..PLAIN },
    Host {
        name: "script in two versions",
        page: VERSIONS,
        then: "addEventListener('bilateral-other-ready', () => document.body.remove());",
        ..PLAIN
    },
    Host {
        name: "markup injected after load",
        page: INJECTED,
        then: "const { content } = document.querySelector('template');
            const holder = document.createElement('div');
            holder.append(content.cloneNode(true));
            const box = document.body.appendChild(document.createElement('section'));
            box.innerHTML = holder.innerHTML;",
        ..PLAIN
    },
    Host {
        name: "hidden tab, shown later",
        page: TAB,
        then: "setTimeout(() => { document.getElementById('tab').hidden = false; }, 300);",
        ..PLAIN
    },
    Host {
        name: "element moved in the page",
        then: "setTimeout(() => {
              const box = document.createElement('section');
              document.body.prepend(box);
              box.append(document.body.querySelector('bilateral-chart, .bilateral-chart, iframe, a'));
            }, 300);",
        ..PLAIN
    },
    Host {
        name: "fifty on one page",
        page: FIFTY,
        then: "const [first] = document.body.children;
            for (let i = 1; i < 50; i++) document.body.append(first.cloneNode(true));",
        ..PLAIN
    },
    Host { name: "page that resets every style", page: RESET, ..PLAIN },
    Host { name: "page in Azerbaijani, in capitals", page: CAPITALS, ..PLAIN },
    Host { name: "page from right to left", page: RIGHT_TO_LEFT, ..PLAIN },
    Host { name: "flex column that fits its content", page: COLUMN, ..PLAIN },
    Host { name: "grid that fits its content", page: GRID, ..PLAIN },
    Host { name: "table cell", page: CELL, ..PLAIN },
    Host { name: "float", page: FLOATED, ..PLAIN },
    Host { name: "parent under CSS `zoom`", page: ZOOMED, ..PLAIN },
    Host { name: "parent scaled and turned", page: TURNED, ..PLAIN },
    Host { name: "text at 200 %", page: LARGE_TEXT, ..PLAIN },
    Host { name: "`content-visibility: auto`", page: UNSEEN, ..PLAIN },
    Host {
        name: "hash router",
        then: "location.hash = '#/story/42';",
        ..PLAIN
    },
    Host {
        name: "canvas lost and restored",
        then: "setTimeout(() => {
              const charts = [...document.querySelectorAll('bilateral-chart, div')];
              for (const node of charts) {
                const canvas = (node.shadowRoot?.querySelector('bilateral-chart') ?? node).shadowRoot?.querySelector('canvas');
                canvas?.dispatchEvent(new Event('contextlost'));
                setTimeout(() => { canvas?.getContext('2d').reset(); canvas?.dispatchEvent(new Event('contextrestored')); }, 200);
              }
            }, 300);",
        ..PLAIN
    },
    Host {
        name: "AMP",
        policy: "default-src 'none'; script-src 'none'; img-src 'self'; frame-src 'self'",
        page: AMP,
        seen: |way, _| match way {
            Way::Element | Way::Div => Seen::Impossible("AMP allows no scripts and no elements of others"),
            Way::Iframe => Seen::Drawn,
            Way::Image => Seen::Figure,
        },
        ..PLAIN
    },
];

impl Host {
    /// The page with a chart in it, as it is served at the site's root.
    #[must_use]
    pub fn html(&self, way: Way) -> String {
        let count = if way.needs_script() { SCRIPT } else { "" };
        let chart = way.markup("", self.data);
        let chart = if self.page == AMP && way == Way::Iframe {
            chart.replace("<iframe", "<iframe sandbox=\"allow-scripts\"")
        } else {
            chart
        };
        self.page.replace("{{script}}", count).replace("{{chart}}", &chart)
    }
}
