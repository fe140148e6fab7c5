// Writes China's holidays and make-up working days from the package chinese-days into the domain's data file.
// Usage: node tools/import-calendar.mjs [first year] [last year]
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [first, last] = [Number(process.argv[2] ?? 2024), Number(process.argv[3] ?? 2026)];
const packageFile = createRequire(import.meta.url).resolve('chinese-days/package.json');
const { version } = JSON.parse(readFileSync(packageFile, 'utf8'));
const overrides = [];

for (let year = first; year <= last; year++) {
  const yearFile = path.join(path.dirname(packageFile), 'dist', 'years', `${year}.json`);
  const { holidays, workdays, inLieuDays } = JSON.parse(readFileSync(yearFile, 'utf8'));
  const foreign = Object.keys({ ...holidays, ...workdays }).filter((date) => !date.startsWith(`${year}-`));
  if (foreign.length > 0) throw new Error(`${yearFile} has days of another year: ${foreign.join(', ')}`);
  if (Object.keys(holidays).length < 11) throw new Error(`${yearFile} has too few holidays to be complete`);
  // In chinese-days, "in lieu" is a rest day swapped in, never the make-up working day.
  for (const [date, names] of Object.entries(holidays)) {
    overrides.push({ ...override(date, 'holiday', names), ...(date in inLieuDays && { inLieu: true }) });
  }
  for (const [date, names] of Object.entries(workdays)) {
    overrides.push(override(date, 'extra-working-day', names));
  }
}

function override(date, kind, names) {
  const [nameEn, nameZh] = names.split(',');
  return { date, kind, nameZh, nameEn };
}

const target = path.join(root, 'libs', 'domain', 'src', 'calendar', 'data', `cn-${first}-${last}.json`);
const document = {
  id: 'cn',
  source: 'chinese-days',
  sourceVersion: version,
  coverage: { from: `${first}-01-01`, to: `${last}-12-31` },
  workingWeekdays: [1, 2, 3, 4, 5],
  overrides: overrides.sort((a, b) => a.date.localeCompare(b.date)),
};
const options = { ...(await resolveConfig(target)), filepath: target };
writeFileSync(target, await format(JSON.stringify(document), options));
console.log(`${overrides.length} dated overrides written to ${path.relative(root, target)}`);
