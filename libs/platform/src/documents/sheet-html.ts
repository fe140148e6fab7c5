import type { Sheet, SheetSection } from './sheet';

/** A whole page without script, style sheets of others or pictures; everything that was brought is text. */
export function sheetHtml({ title, facts, sections }: Sheet, language: string): string {
  return [
    `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
    `<body style="font-family:sans-serif"><h1>${escaped(title)}</h1><p>${facts.map(escaped).join(' · ')}</p>`,
    ...sections.map(section),
    '</body></html>\n',
  ].join('\n');
}

function section({ title, note, columns, rows }: SheetSection): string {
  const cells = (tag: 'th' | 'td', values: readonly string[]) =>
    `<tr>${values.map((value) => `<${tag} style="border:1px solid #9aa5b1;padding:3px;text-align:left">${escaped(value)}</${tag}>`).join('')}</tr>`;
  const table =
    rows.length === 0
      ? ''
      : `<table style="border-collapse:collapse">${cells('th', columns)}${rows.map((row) => cells('td', row)).join('')}</table>`;
  return `<h2>${escaped(title)}</h2>${note === undefined ? '' : `<p>${escaped(note)}</p>`}${table}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
