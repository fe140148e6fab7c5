import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Fewer digits in a row come about by chance. */
const TELLING = 8;
/** Keys that lead to where an account is asked for stand before it. */
const WAY_THERE = 2;
/** Names that a key pressed would have in a line of a log. */
const NAMES_OF_KEYS = /"(?:key|keys|digit|digits|dtmf|pressed|password)":/i;

export interface LogFile {
  readonly name: string;
  readonly text: string;
}

/** What was keyed and stands in a log all the same (T1.4); `keyed` is what each caller pressed. */
export function keyedInLogs(logs: readonly LogFile[], keyed: readonly string[]): string[] {
  const telling = new Set(
    keyed
      .flatMap((keys) => keys.split(/[^0-9]/))
      .flatMap((digits) => [digits, digits.slice(WAY_THERE)])
      .filter(({ length }) => length >= TELLING),
  );
  const findings: string[] = [];
  for (const { name, text } of logs) {
    for (const digits of telling) if (text.includes(digits)) findings.push(`${name} has ${digits}`);
    const line = text.split('\n').find((each) => NAMES_OF_KEYS.test(each));
    if (line !== undefined) findings.push(`${name}: ${line.slice(0, 300)}`);
  }
  return findings;
}

/** Every log of a folder, not of those in it. */
export function logsIn(folder: string): LogFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}
