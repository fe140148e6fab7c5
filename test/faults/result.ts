import type { ReceivedCall } from '@switchyard/testing';
import type { FaultName } from './fault-names';
import { type CallFinding, isDoubleDial } from './judge-calls';
import { type Check, type FinalContact, lostContacts } from './judge-records';

export interface Injection {
  readonly fault: FaultName;
  /** Since the start of the run. */
  readonly second: number;
  /** Calls in progress at that moment. */
  readonly calls: number;
}

/** What `--json` writes. */
export interface FaultsResult {
  /** Faults injected. */
  readonly kills: number;
  /** INVITEs that the subscribers received. */
  readonly calls: number;
  readonly contacts: number;
  readonly doubleDialled: number;
  readonly overAttempts: number;
  /** Contacts without a disposition. */
  readonly lost: number;
  readonly seed: number;
  readonly injections: readonly Injection[];
  readonly dispositions: Readonly<Record<string, number>>;
  /** Attempts by outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Calls by who told of their end: we ourselves, the PBX's records, nobody. */
  readonly evidence: Readonly<Record<string, number>>;
  readonly checks: readonly Check[];
  readonly elapsedSeconds: number;
}

export interface JudgedRun {
  readonly seed: number;
  readonly injections: readonly Injection[];
  readonly calls: readonly ReceivedCall[];
  readonly contacts: readonly FinalContact[];
  readonly findings: readonly CallFinding[];
  readonly checks: readonly Check[];
  readonly outcomes: Readonly<Record<string, number>>;
  readonly evidence: Readonly<Record<string, number>>;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
}

const OVER_COUNTED = 'no contact has too many counted attempts';

export function summarise(run: JudgedRun): FaultsResult {
  const { findings, checks, contacts, calls } = run;
  const doubles = findings.filter(isDoubleDial);
  const overCap = findings.filter(({ kind }) => kind === 'over-cap');
  const hanging = findings.filter(({ kind }) => kind === 'never-ended');
  const overCounted = checks.find(({ name }) => name === OVER_COUNTED)?.findings ?? [];
  const inLog = (list: readonly CallFinding[]) => list.map((finding) => tell(finding, run.startedAt));
  return {
    kills: run.injections.length,
    calls: calls.length,
    contacts: contacts.length,
    doubleDialled: doubles.length,
    overAttempts: Math.max(overCap.length, overCounted.length),
    lost: lostContacts({ contacts }).length,
    seed: run.seed,
    injections: run.injections,
    dispositions: counted(contacts.map(({ disposition }) => disposition ?? 'none')),
    outcomes: run.outcomes,
    evidence: run.evidence,
    checks: [
      { name: 'nobody was dialled twice, too soon or after the end', findings: inLog(doubles) },
      { name: 'no customer decided more calls than the cap', findings: inLog(overCap) },
      { name: 'every call was ended', findings: inLog(hanging) },
      ...checks,
    ],
    elapsedSeconds: Math.round((run.endedAt - run.startedAt) / 1000),
  };
}

export function passed({ checks }: FaultsResult): boolean {
  return checks.every(({ findings }) => findings.length === 0);
}

const SHOWN = 20;

/** For people. */
export function report(result: FaultsResult): string {
  const list = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  return [
    '',
    `Seed ${result.seed}: ${result.kills} faults, ${result.calls} calls to ${result.contacts} contacts in ${result.elapsedSeconds} s`,
    `  faults        ${result.injections.map(({ fault, second, calls }) => `${fault} at ${second} s (${calls} calls)`).join(', ')}`,
    `  dispositions  ${list(result.dispositions)}`,
    `  outcomes      ${list(result.outcomes)}`,
    `  evidence      ${list(result.evidence)}`,
    '',
    ...result.checks.flatMap(({ name, findings }) => [
      `  ${findings.length === 0 ? 'ok    ' : 'FAILED'}  ${name}`,
      ...findings.slice(0, SHOWN).map((finding) => `            ${finding}`),
      ...(findings.length > SHOWN ? [`            and ${findings.length - SHOWN} more`] : []),
    ]),
    '',
  ].join('\n');
}

function tell({ kind, number, at, detail }: CallFinding, startedAt: number): string {
  return `${kind}: ${number} at ${((at - startedAt) / 1000).toFixed(1)} s, ${detail}`;
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
