// The style sheet of the shadow tree; colours come from the widget's theme as custom properties.

import { viewOf } from './geometry.js';
import { PANELS } from './panels-style.js';

/** As in the plot. */
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';

/** A thumb of the slider, which both engines' selectors need for themselves. */
const thumb = () => `
  width: 24px; height: 24px; box-sizing: border-box; border: 6px solid transparent; border-radius: 50%;
  background: var(--ink) padding-box; pointer-events: auto; cursor: ew-resize;
`;

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
.controls[data-off] > :not(.reset) { display: none; }
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
.measure { min-width: 0; }
select {
  font: inherit; color: var(--ink); background: var(--ground); min-height: 28px; max-width: 100%;
  border: 1px solid var(--rule); border-radius: 4px; padding: 2px 4px; margin: 0;
}
.discloser::after { content: " ▾"; }
.discloser[aria-expanded="true"]::after { content: " ▴"; }
.kinds { flex: 1 1 100%; }
.boxes { columns: 136px auto; column-gap: 16px; }
.boxes label { display: flex; gap: 8px; align-items: center; min-height: 28px; break-inside: avoid; }
.boxes input { width: 18px; height: 18px; margin: 3px; flex: none; accent-color: var(--ink); }
.period { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; flex: 1 1 240px; min-width: 0; color: var(--muted); }
.period .text { min-width: 80px; color: var(--ink); }
.track { position: relative; flex: 1 1 80px; height: 28px; }
.track::before, .track::after {
  content: ""; position: absolute; top: 13px; height: 2px; left: 12px; right: 12px; background: var(--rule);
}
.track::after {
  height: 4px; top: 12px; background: var(--ink);
  left: calc(12px + (100% - 24px) * var(--from)); right: calc(12px + (100% - 24px) * (1 - var(--to)));
}
.track input {
  appearance: none; position: absolute; inset: 0; width: 100%; height: 28px; margin: 0;
  background: none; pointer-events: none;
}
.track ::-webkit-slider-runnable-track { appearance: none; height: 28px; background: none; }
.track ::-webkit-slider-thumb { ${thumb()} appearance: none; margin-top: 2px; }
.track ::-moz-range-track { background: none; }
.track ::-moz-range-thumb { ${thumb()} }
.track input:focus-visible { outline: 0; }
.track input:focus-visible::-webkit-slider-thumb { outline: 2px solid var(--focus); }
.track input:focus-visible::-moz-range-thumb { outline: 2px solid var(--focus); }
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
canvas { display: block; touch-action: pan-x pan-y pinch-zoom; }
.layer { position: absolute; inset: 0 auto auto 0; pointer-events: none; }
/* Sideways and with two fingers the time axis moves; up and down the page. A page that is enlarged
   by two fingers moves all ways. */
.plot[data-range]:not([data-enlarged]) canvas { touch-action: pan-y; }
.list { margin: 0 0 8px; }
.list button { display: flex; gap: 8px; width: 100%; padding: 4px 0; align-items: baseline; }
.list .number { min-width: 20px; font-weight: 600; }
.list .title { flex: 1; min-width: 0; }
.list .date { color: var(--muted); text-align: end; max-width: 45%; }
.asides { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-top: 8px; color: var(--muted); font-size: 12px; }
.asides li { display: flex; align-items: center; min-height: 24px; }
.asides button { text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: 3px; }
.footer { color: var(--muted); font-size: 12px; line-height: 18px; margin-top: 8px; }
.foot { display: flex; flex-wrap: wrap; gap: 8px 24px; margin-top: 4px; }
.panels { display: flex; flex-wrap: wrap; gap: 4px 16px; }
.panels button, .sound button { text-decoration: underline; text-underline-offset: 3px; }
.region { border-top: 1px solid var(--rule); margin-top: 8px; padding-top: 8px; }
/* Said, not shown. */
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.card {
  position: absolute; z-index: 1; box-sizing: border-box; max-width: 320px; overflow: auto;
  padding: 12px; background: var(--ground); color: var(--ink);
  border: 1px solid var(--rule); border-radius: 6px;
  box-shadow: 0 2px 12px rgb(0 0 0 / 18%); pointer-events: none;
}
.card.pinned { pointer-events: auto; }
/* One that the pointer only passes cannot be scrolled: it tells the first list, and a click the rest. */
.card:not(.pinned) .related ~ .related { display: none; }
.card > .title { font-weight: 600; }
.card.pinned > .title { padding-right: 28px; }
.card .context, .card .date, .card .locator, .card .remark { color: var(--muted); }
.card .value { font-weight: 600; font-size: 16px; line-height: 24px; }
.card .remark, .card .sources, .card .related { font-size: 13px; line-height: 18px; margin-top: 6px; }
.card .sources { border-top: 1px solid var(--grid); padding-top: 6px; }
.card .sources li + li { margin-top: 4px; }
.card a { color: inherit; text-underline-offset: 2px; }
.card .close { position: absolute; top: 4px; right: 4px; width: 32px; height: 32px; text-align: center; font-size: 18px; }
.card .line { text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: 3px; padding: 2px 0; }
${PANELS}
@container (max-width: 479px) {
  .chips { gap: 6px; }
  .chip { padding: 0 8px; gap: 5px; }
  .options { display: inline-block; }
  .more:not([data-open]) { display: none; }
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
  .controls, .card, .foot, #download { display: none; }
  .plot { margin-top: 8px; }
  canvas { max-width: 100%; height: auto !important; }
  #sources, #table { display: block !important; }
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
