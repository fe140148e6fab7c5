import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** Where the summary goes as JSON. */
  readonly json?: string;
  /** Leave everything running afterwards. */
  readonly keep: boolean;
  /** Use the simulator even where the lab could run. */
  readonly simulator: boolean;
}

export const USAGE = `npm run demo -- [--json FILE] [--keep] [--simulator]

  --json FILE   writes the summary as JSON
  --keep        leaves the platform running afterwards, and prints its address and a sign-in
  --simulator   does without Asterisk, even where it could run`;

/** @throws TypeError naming the option that is not known. */
export function parseDemoOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'string' },
      keep: { type: 'boolean', default: false },
      simulator: { type: 'boolean', default: false },
    },
  });
  return values;
}
