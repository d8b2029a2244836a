// The style of what stands in the panels: the table, the sources, the downloads.

export const PANELS = `
table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 18px; }
caption { text-align: start; font-weight: 600; padding-bottom: 8px; }
th, td { text-align: start; vertical-align: top; padding: 6px 8px 6px 0; }
tr { border-bottom: 1px solid var(--grid); }
thead tr { border-color: var(--rule); }
tbody th { font-weight: inherit; min-width: 10em; }
th.number, td.number { text-align: end; }
th[scope="col"] { vertical-align: bottom; }
tr > :last-child { padding-right: 0; }
th button { font-weight: 600; overflow-wrap: normal; }
th[aria-sort="ascending"] button::after { content: " ↑"; }
th[aria-sort="descending"] button::after { content: " ↓"; }
.cited { display: block; }
.cited button, .rest button:not(.discloser), .region li button, .files button {
  text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: 3px;
}
.rest { margin: 8px 0; color: var(--muted); }
.kind th { padding: 4px 0; }
.kind button { min-height: 32px; font-weight: 600; }
.kind .count { color: var(--muted); font-weight: 400; }
#table .search { margin-bottom: 12px; }
.references { list-style: decimal; padding-inline-start: 28px; }
.references > li { padding: 4px 0; }
.region .heading { font: inherit; font-weight: 600; margin: 12px 0 4px; }
.region ul { padding-inline-start: 16px; }
.region a { color: inherit; text-underline-offset: 2px; }
.region .certainty, .region .locator, summary { color: var(--muted); }
summary { min-height: 24px; cursor: pointer; }
.files { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; padding: 2px 0; }
.files > span { color: var(--muted); min-width: 7em; }
.shown > * { display: block; width: 100%; height: auto; box-sizing: border-box; margin-top: 8px; }
.told { min-height: 20px; color: var(--muted); }
@media screen { @container (max-width: 899px) {
  table, caption, thead, tbody, tr, th, td { display: block; }
  thead tr { display: flex; flex-wrap: wrap; gap: 0 16px; }
  thead th { padding: 0; }
  /* What is a row of headings elsewhere is a choice of orders here. */
  thead tr::before { content: "↕"; color: var(--muted); }
  tbody tr { padding: 8px 0; }
  tbody th, td { padding: 0; text-align: start !important; overflow-wrap: anywhere; }
  tbody th { font-weight: 600; }
  tbody .kind, tbody .rest { padding: 0; }
  td:empty { display: none; }
  td[data-name]::before { content: attr(data-name) ": "; color: var(--muted); }
  .cited { display: inline; }
} }
@media print {
  table { font-size: 10px; line-height: 13px; }
  .cited { display: inline; }
  th, td { padding: 3px 6px 3px 0; }
  tbody th { min-width: 0; }
  .region { font-size: 11px; line-height: 15px; }
  .references > li { padding: 1px 0; }
  th button, td button, .region li button { min-height: 0; }
  thead { display: table-header-group; break-inside: avoid; }
  tr, .references > li { break-inside: avoid; }
  .region button { text-decoration: none; }
  .rest button, details, .search { display: none; }
}
`;
