import type { BatchDetail, NamedCount } from '@switchyard/contracts';

/** What `--json` writes. `delivered`, `handedOff` and `cancelled` sum to `contacts`. */
export interface DemoSummary {
  readonly pbx: 'asterisk' | 'simulator';
  readonly contacts: number;
  readonly delivered: number;
  readonly handedOff: number;
  readonly cancelled: number;
  readonly attempts: number;
  readonly maxAttemptsPerContact: number;
  /** Attempts by outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly elapsedSeconds: number;
}

export interface SummaryFacts {
  readonly pbx: DemoSummary['pbx'];
  readonly batches: readonly BatchDetail[];
  readonly maxAttemptsPerContact: number;
  readonly elapsedSeconds: number;
}

export function summarise({
  pbx,
  batches,
  maxAttemptsPerContact,
  elapsedSeconds,
}: SummaryFacts): DemoSummary {
  const total = (of: (batch: BatchDetail) => number) => batches.reduce((sum, batch) => sum + of(batch), 0);
  return {
    pbx,
    contacts: total(({ batch }) => batch.contacts),
    delivered: total(({ dispositions }) => dispositions.delivered),
    handedOff: total(({ dispositions }) => dispositions.handedOff),
    cancelled: total(({ dispositions }) => dispositions.cancelled),
    attempts: total(({ attempts }) => attempts),
    maxAttemptsPerContact,
    outcomes: merged(batches.map(({ outcomes }) => outcomes)),
    elapsedSeconds: Math.round(elapsedSeconds),
  };
}

/** Sums counts of the same name; the most frequent first. */
export function merged(lists: readonly (readonly NamedCount[])[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { name, count } of lists.flat()) sums.set(name, (sums.get(name) ?? 0) + count);
  return Object.fromEntries([...sums].sort(([, a], [, b]) => b - a));
}

/** The table at the end. */
export function summaryTable(summary: DemoSummary, reasons: Readonly<Record<string, number>>): string {
  const rows: [string, string | number][] = [
    ['calls went through', summary.pbx === 'asterisk' ? 'a real Asterisk' : 'the simulator'],
    ['contacts', summary.contacts],
    ['  told by telephone', summary.delivered],
    ['  handed off for a paper notice', summary.handedOff],
    ['  cancelled (paid meanwhile)', summary.cancelled],
    ['attempts', summary.attempts],
    ['most attempts of one contact', summary.maxAttemptsPerContact],
    ['seconds', summary.elapsedSeconds],
  ];
  return [
    section('Summary', rows),
    section('Attempts by outcome', Object.entries(summary.outcomes)),
    section('Why contacts ended as they did', Object.entries(reasons)),
  ].join('\n');
}

function section(title: string, rows: readonly (readonly [string, string | number])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length), 32);
  const lines = rows.map(([name, value]) => `  ${name.padEnd(width)}  ${String(value)}`);
  return [`${title}`, ...lines, ''].join('\n');
}
