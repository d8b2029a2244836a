// The style sheet of the shadow tree; colours come from the widget's theme as custom properties.

import { viewOf } from './geometry.js';
import { PANELS } from './panels-style.js';

/** As in the plot. */
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';

/** A thumb of the slider, which both engines' selectors need for themselves. */
const thumb = () => `
  width: 24px; height: 24px; box-sizing: border-box; border: 6px solid transparent; border-radius: 50%;
  background: var(--ink) padding-box; cursor: ew-resize;
`;

/**
 * A background along an edge.
 * @param {'top' | 'bottom'} edge
 * @param {'local' | 'scroll'} hold
 * @param {string} to which colour
 */
const shade = (edge, hold, to) => {
  const [from, height] = hold === 'local' ? [to, 24] : ['var(--rule)', 8];
  return `linear-gradient(to ${edge === 'top' ? 'bottom' : 'top'}, ${from}, ${to}) ${edge} / 100% ${height}px no-repeat ${hold}`;
};

/** Of the period but its reset. @param {string} within */
const alone = (within) => `${within} .period > :not(.chosen), ${within} .period .text`;

const CSS = `
/* The least that a chart is drawn in: where there is less, the page scrolls. */
:host { display: block; min-width: 280px; writing-mode: horizontal-tb; }
/* Two words far apart: a chart asks for all the room there is and is content with less, so that a
   parent that fits its content does not shrink it. As high as the page's text, and takes no height. */
.strut { height: 1rem; margin-bottom: -1rem; font: 0/0 ${FONT}; text-align: left; overflow: hidden; visibility: hidden; }
.strut::before { content: "- -"; word-spacing: min(1600px, 100vw); }
[hidden] { display: none !important; }
figure {
  /* Nothing of the page's is inherited: its capitals, its spacing, its direction. */
  all: initial; display: block; direction: ltr;
  contain: inline-size layout style;
  position: relative; box-sizing: border-box; font: 14px/20px var(--bilateral-font, ${FONT}); font-variant-numeric: tabular-nums;
  color: var(--ink); background: var(--ground); text-align: start;
  /* A rim of the ground, for pages of another colour; beside the figure it takes no room. */
  padding-block: 8px; box-shadow: -8px 0 var(--ground), 8px 0 var(--ground);
  overflow-wrap: break-word; -webkit-text-size-adjust: 100%; max-width: 1600px;
}
.failure { margin: 0; padding: 8px; font: 14px/20px ${FONT}; border: 1px solid; overflow-wrap: break-word; }
p, ol, ul { margin: 0; padding: 0; list-style: none; }
#headline { unicode-bidi: plaintext; font-size: 18px; line-height: 24px; font-weight: 600; text-wrap: balance; }
#subtitle { color: var(--muted); margin-top: 2px; }
.linked { font-size: 13px; margin-top: 2px; }
.linked button { text-decoration: underline; text-underline-offset: 3px; }
.regions { display: flow-root; }
/* Not the figure: a browser would lay the page out for each font that is set on the canvas. */
.controls, #table { container-type: inline-size; }
.controls { display: flex; flex-wrap: wrap; gap: 8px 24px; margin: 12px 0 8px; align-items: center; }
/* Of a chart without controls a range that hands have chosen can be taken back. */
.controls[data-off] > :not(.more), .controls[data-off] .more > :not(.period), ${alone('.controls[data-off]')} { display: none; }
.chips, .choices { display: flex; flex-wrap: wrap; gap: 8px; min-width: 0; }
.choices { gap: 4px 16px; }
.chips { flex: 1 1 auto; }
.more { display: flex; flex-wrap: wrap; gap: 4px 24px; align-items: center; flex: 1 1 100%; min-width: 0; font-size: 13px; }
.options { display: none; }
.compares .choice::before {
  content: ""; display: inline-block; width: 10px; height: 10px; margin-right: 8px; vertical-align: -1px;
  border: 1.5px solid; border-radius: 2px;
}
.compares .choice[aria-pressed="true"] { border-color: transparent; }
.compares .choice[aria-pressed="true"]::before { background: currentColor; }
.reset, .all { text-decoration: underline; text-underline-offset: 3px; }
.all[aria-pressed="true"] { text-decoration: none; cursor: default; }
.measure { min-width: 0; }
select {
  font: inherit; color: var(--ink); background: var(--ground); min-height: 28px; max-width: 100%;
  border: 1px solid var(--rule); border-radius: 4px; padding: 2px 4px; margin: 0;
}
.discloser::after { content: " ▾"; }
.discloser[aria-expanded="true"]::after { content: " ▴"; }
.kinds, .partners { flex: 1 1 100%; min-width: 0; }
.boxes { display: grid; grid-template-columns: repeat(auto-fill, minmax(136px, 1fr)); gap: 0 16px; }
.partners .boxes { grid-template-columns: repeat(auto-fill, minmax(168px, 1fr)); max-height: 290px; overflow: auto; padding: 4px; margin-top: 4px; }
.partners .known { color: var(--muted); margin-inline-start: auto; flex: none; }
.search {
  font: inherit; color: var(--ink); background: var(--ground); box-sizing: border-box; width: 100%; max-width: 320px;
  min-height: 32px; padding: 2px 8px; margin: 0; border: 1px solid var(--rule); border-radius: 4px; appearance: none;
}
.boxes label span { min-width: 0; overflow-wrap: anywhere; }
.boxes label { display: flex; gap: 8px; align-items: center; min-height: 28px; }
.boxes input { width: 18px; height: 18px; margin: 3px; flex: none; accent-color: var(--ink); }
.period {
  display: grid; grid-template-columns: auto minmax(80px, 1fr); gap: 0 12px; align-items: center;
  flex: 1 1 240px; min-width: 0; color: var(--muted);
}
.chosen { grid-column: 2; display: flex; flex-wrap: wrap; gap: 0 16px; justify-content: space-between; min-height: 24px; color: var(--ink); }
/* Its line is as long as the way of a thumb's centre. */
.track { position: relative; isolation: isolate; height: 28px; touch-action: pan-y; cursor: pointer; }
.track::before, .track::after {
  content: ""; position: absolute; top: 13px; height: 2px; left: 12px; right: 12px; background: var(--rule);
}
.track::after {
  height: 4px; top: 12px; background: var(--ink);
  left: calc(12px + (100% - 24px) * var(--from)); right: calc(12px + (100% - 24px) * (1 - var(--to)));
}
/* An input is a thumb, which is moved along the track. */
.track input {
  appearance: none; position: absolute; z-index: 1; top: 2px; left: calc((100% - 24px) * var(--from));
  width: 24px; height: 24px; margin: 0; background: none; touch-action: none; cursor: ew-resize;
}
.track input + input { left: calc((100% - 24px) * var(--to)); }
.track ::-webkit-slider-runnable-track { appearance: none; height: 24px; background: none; }
.track ::-webkit-slider-thumb { ${thumb()} appearance: none; }
.track ::-moz-range-track { background: none; }
.track ::-moz-range-thumb { ${thumb()} }
.track input:focus-visible { outline-offset: -2px; border-radius: 50%; }
button {
  font: inherit; color: inherit; background: none; border: 0; padding: 0; margin: 0;
  min-height: 24px; min-width: 24px; text-align: start; cursor: pointer;
}
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.chip {
  display: inline-flex; align-items: center; gap: 6px; min-height: 32px; padding: 0 12px;
  border: 1.5px solid var(--partner); border-radius: 16px;
  color: var(--partner); font-weight: 600;
}
.chip:focus-visible { border-radius: 16px; }
.chip[aria-pressed="true"] { background: var(--partner); color: var(--ground); }
.marker { width: 10px; height: 10px; background: currentColor; flex: none; }
.marker[data-shape="circle"] { border-radius: 50%; }
.marker[data-shape="square"] { width: 9px; height: 9px; }
.marker[data-shape="triangle"] { clip-path: polygon(50% 0, 100% 100%, 0 100%); }
.marker[data-shape="wedge"] { clip-path: polygon(0 0, 100% 0, 50% 100%); }
.marker[data-shape="diamond"] { clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%); }
.choice { min-height: 32px; border-bottom: 2px solid transparent; color: var(--muted); }
.choice:hover { color: var(--ink); }
.choice[aria-pressed="true"] { border-color: var(--ink); color: var(--ink); }
.plot { position: relative; }
.sheet { overflow: clip; }
.spot { position: absolute; width: 1px; height: 1px; scroll-margin: 32px; }
canvas { display: block; touch-action: pan-x pan-y pinch-zoom; }
.layer { position: absolute; inset: 0 auto auto 0; pointer-events: none; }
/* Sideways and with two fingers the time axis moves; up and down the page. A page that is enlarged
   by two fingers moves all ways. */
.plot[data-range]:not([data-enlarged]) canvas { touch-action: pan-y; }
.list { margin: 0 0 8px; }
/* Long words of a narrow column; a browser that knows no limit parts others too. */
.list .title, .card p, .card li, td, th { hyphens: auto; hyphenate-limit-chars: 12 4 4; }
.list button { display: flex; flex-wrap: wrap; gap: 0 8px; width: 100%; padding: 4px 0; align-items: baseline; }
.list .number { min-width: 20px; font-weight: 600; }
/* A date that would break the words of its title goes below. */
.list .title { flex: 1 1 160px; min-width: 0; max-width: calc(100% - 28px); }
.list .date { color: var(--muted); margin-inline-start: auto; }
.asides { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-top: 8px; color: var(--muted); font-size: 12px; }
.asides li { display: flex; align-items: center; min-height: 24px; }
.asides button { text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: 3px; }
.footer { color: var(--muted); font-size: 12px; line-height: 18px; margin-top: 8px; }
.footer button { min-height: 24px; text-decoration: underline; text-underline-offset: 3px; }
.foot { display: flex; flex-wrap: wrap; gap: 8px 24px; margin-top: 4px; }
.panels { display: flex; flex-wrap: wrap; gap: 4px 16px; }
.panels button, .sound button { text-decoration: underline; text-underline-offset: 3px; }
.region { border-top: 1px solid var(--rule); margin-top: 8px; padding-top: 8px; }
/* Said, not shown. */
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.card {
  position: absolute; z-index: 1; box-sizing: border-box; display: flex; max-width: 320px; scroll-margin: 8px;
  background: var(--ground); color: var(--ink); border: 1px solid var(--rule); border-radius: 6px;
  box-shadow: 0 2px 12px rgb(0 0 0 / 18%); pointer-events: none;
}
.card .content {
  flex: 1; min-width: 0; padding: 12px; overflow: auto; border-radius: inherit;
  /* Where more of it is hidden, a shade at that edge; what scrolls along covers the shade at an end. */
  background: ${shade('top', 'local', 'var(--ground)')}, ${shade('bottom', 'local', 'var(--ground)')},
    ${shade('top', 'scroll', 'transparent')}, ${shade('bottom', 'scroll', 'transparent')};
}
.card.under { top: 100%; left: 0; right: 0; max-width: 480px; max-height: 280px; margin-top: 8px; }
.card.under.pinned { position: relative; top: 0; max-height: none; margin-bottom: 16px; box-shadow: none; }
.card.pinned { pointer-events: auto; }
/* One that the pointer only passes cannot be scrolled: it tells the first list, and a click the rest. */
.card:not(.pinned) .related ~ .related { display: none; }
.card .title { font-weight: 600; }
.card.pinned .title { padding-right: 28px; }
.card .context, .card .date, .card .locator, .card .remark, .host { color: var(--muted); }
.card .value { font-weight: 600; font-size: 16px; line-height: 24px; }
.card .remark, .card .sources, .card .related { font-size: 13px; line-height: 18px; margin-top: 6px; }
.card .sources { border-top: 1px solid var(--grid); padding-top: 6px; }
.card .sources li + li { margin-top: 4px; }
.card a { color: inherit; text-underline-offset: 2px; }
.card .close { position: absolute; top: 4px; right: 4px; width: 32px; height: 32px; text-align: center; font-size: 18px; background: var(--ground); }
.card .line { text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: 3px; padding: 2px 0; }
${PANELS}
@container (max-width: 479px) {
  .chips { gap: 6px; }
  .chip { padding: 0 8px; gap: 5px; }
  .options { display: inline-block; }
  .more:not([data-open], [data-changed]), .more:not([data-open]) > :not(.period), ${alone('.more:not([data-open])')} { display: none; }
  .more:not([data-open]), .more:not([data-open]) .period { flex: none; }
}
@media (prefers-contrast: more) {
  .chip { border-width: 2px; }
  .card, .region { border-color: var(--ink); }
}
@media (forced-colors: active) {
  .chip { border-color: ButtonBorder; }
  /* What is transparent elsewhere takes the ink here. */
  .choice, .compares .choice[aria-pressed] { border-color: Canvas; }
  .choice[aria-pressed="true"] { border-color: Highlight; }
  .chip[aria-pressed="true"] {
    forced-color-adjust: none; background: Highlight; color: HighlightText;
  }
  .marker, .track, .choice::before { forced-color-adjust: none; }
}
@media print {
  .controls, .card, .foot, .footer button, #download { display: none; }
  .asides button { text-decoration: none; }
  .plot { margin-top: 8px; }
  /* As high as the part of the canvas above its key, whatever stands in it. */
  .sheet { position: relative; max-width: 100%; height: auto !important; min-height: 0; }
  .sheet > canvas { width: 100% !important; height: auto !important; }
  .key { max-width: 100%; height: auto !important; }
  #headline, #subtitle { break-after: avoid; }
  .list li { break-inside: avoid; }
  /* Where nothing is drawn on it, paper has it white. */
  .sheet > .layer { mix-blend-mode: multiply; }
  .region[data-printed] { display: block !important; }
}
`;

/** @type {WeakMap<Window, CSSStyleSheet>} */
const sheets = new WeakMap();

/** The sheet, one for all elements of a page. @param {Element} element */
export function sheet(element) {
  const view = viewOf(element);
  let shared = sheets.get(view);
  if (!shared) {
    sheets.set(view, (shared = new view.CSSStyleSheet()));
    shared.replaceSync(CSS);
  }
  return shared;
}
