import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { repositoryRoot } from '../root/repository';

export type AsteriskValues = Readonly<Record<string, string>>;

const sources = () => path.join(repositoryRoot(), 'deploy', 'asterisk');

/** Name → default from deploy/asterisk/placeholders.conf; undefined where a value must be given. */
export function asteriskPlaceholders(): ReadonlyMap<string, string | undefined> {
  const lines = readFileSync(path.join(sources(), 'placeholders.conf'), 'utf8').split('\n');
  return new Map(
    lines
      .map((line) => /^([A-Z_]+)=(.*)$/.exec(line))
      .filter((match) => match !== null)
      .map(([, name = '', value = '']) => [name, value === '?' ? undefined : value]),
  );
}

/** Nothing that Asterisk's files (; or a line's end) or libpq (a space, a quote) would take for syntax. */
const SAFE = /^[A-Za-z0-9._:/+~-]*$/;

/** Fills the values in, as render.sh does. @throws Error naming every value that is missing, unknown or unsafe. */
export function fillIn(template: string, values: AsteriskValues): string {
  const defaults = asteriskPlaceholders();
  const unknown = Object.keys(values).filter((name) => !defaults.has(name));
  if (unknown.length > 0) throw new Error(`not in placeholders.conf: ${unknown.join(', ')}`);
  const missing = [...defaults].filter(([name, value]) => (values[name] ?? value) === undefined);
  if (missing.length > 0) throw new Error(`give a value to: ${missing.map(([name]) => name).join(', ')}`);
  const unsafe = Object.keys(values).filter((name) => !SAFE.test(values[name] ?? ''));
  if (unsafe.length > 0) {
    throw new Error(`use letters, digits and . _ : / + ~ - only in: ${unsafe.join(', ')}`);
  }
  return template.replace(
    /@([A-Z_]+)@/g,
    (whole, name: string) => values[name] ?? defaults.get(name) ?? whole,
  );
}

/** Writes the project's Asterisk configuration with these values into `target`, and `site` files, filled in alike. */
export function renderAsteriskConfig(
  target: string,
  values: AsteriskValues,
  site: Readonly<Record<string, string>> = {},
): void {
  mkdirSync(path.join(target, 'site'), { recursive: true });
  const folder = path.join(sources(), 'conf');
  for (const file of readdirSync(folder)) {
    writeFileSync(path.join(target, file), fillIn(readFileSync(path.join(folder, file), 'utf8'), values));
  }
  for (const [file, text] of Object.entries(site)) {
    writeFileSync(path.join(target, 'site', file), fillIn(text, values));
  }
}
