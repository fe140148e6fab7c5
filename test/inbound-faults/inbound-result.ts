import { percentile } from '../load/bench/percentile';
import type { Round } from './run-round';

/** What `--json` writes. */
export interface InboundFaultsResult {
  /** Callers in all rounds. */
  readonly callers: number;
  /** Faults injected. */
  readonly kills: number;
  /** Callers whose call ended though they wanted to stay, the restart of the PBX apart. */
  readonly droppedByFault: number;
  readonly silentForever: number;
  /** Rows that were not closed in time, or are missing. */
  readonly stuckRows: number;
  /** Channels, bridges, places in queues, members' calls and calls in a process's memory that outlived their callers. */
  readonly stuckChannels: number;
  /** From the process's return (its health endpoint says ready) to the first sound that a caller hears, within 250 ms. */
  readonly menuAgainMsP50: number | null;
  readonly menuAgainMsMax: number | null;
  readonly seed: number;
  readonly rounds: readonly RoundFigures[];
  readonly findings: readonly string[];
  /** What took longer than it may, on a machine with nothing else to do. */
  readonly late: readonly string[];
}

export interface RoundFigures {
  readonly fault: string;
  readonly callers: number;
  readonly awayMs: number;
  readonly menuAgainMsMax: number | null;
}

/** Issue and telephony rule: the menu is heard again within 3 s of the process's return. */
const MENU_AGAIN_MS = 3_000;

export function summariseRounds(seed: number, rounds: readonly Round[]): InboundFaultsResult {
  const all = <Item>(pick: (round: Round) => readonly Item[]) => rounds.flatMap((round) => [...pick(round)]);
  const dropped = all(({ dropped: each }) => each);
  const silent = all(({ silentForever }) => silentForever);
  const rows = all(({ fault, left, incompleteRows }) => [
    ...left.openCalls.map((row) => `${fault}: open call ${row}`),
    ...left.openQueueCalls.map((row) => `${fault}: open stay in a queue ${row}`),
    ...left.busyAgents.map((row) => `${fault}: an agent in no call ${row}`),
    ...incompleteRows.map((number) => `${fault}: no complete row of ${number}`),
  ]);
  const channels = all(({ fault, left }) =>
    [
      ...left.channels,
      ...left.bridges,
      ...left.waiting,
      ...left.strangers,
      ...left.engaged,
      ...left.inMemory,
    ].map((each) => `${fault}: left ${each}`),
  );
  const again = all(({ menuAgainMs }) => menuAgainMs);
  const late = again.filter((ms) => ms > MENU_AGAIN_MS).length;
  return {
    callers: rounds.reduce((sum, { callers }) => sum + callers, 0),
    kills: rounds.length,
    droppedByFault: dropped.length,
    silentForever: silent.length,
    stuckRows: rows.length,
    stuckChannels: channels.length,
    menuAgainMsP50: percentile(again, 50) ?? null,
    menuAgainMsMax: again.length > 0 ? Math.max(...again) : null,
    seed,
    rounds: rounds.map(({ fault, callers, awayMs, menuAgainMs }) => ({
      fault,
      callers,
      awayMs,
      menuAgainMsMax: menuAgainMs.length > 0 ? Math.max(...menuAgainMs) : null,
    })),
    findings: [...dropped, ...silent, ...rows, ...channels, ...all(({ findings }) => findings)],
    late: late > 0 ? [`${late} callers heard the menu again later than ${MENU_AGAIN_MS} ms`] : [],
  };
}

const SHOWN = 40;

/** For people. */
export function reportRounds(result: InboundFaultsResult): string {
  const { seed, kills, callers, rounds, findings, late } = result;
  return [
    '',
    `Seed ${seed}: ${kills} faults, ${callers} callers`,
    ...rounds.map(
      ({ fault, callers: many, awayMs, menuAgainMsMax }) =>
        `  ${fault.padEnd(18)} ${many} callers, away ${(awayMs / 1_000).toFixed(1)} s` +
        (menuAgainMsMax === null ? '' : `, menus again within ${menuAgainMsMax} ms of the return`),
    ),
    findings.length === 0 ? '  nobody was dropped, nothing is left' : '',
    ...late.map((each) => `  LATE    ${each}`),
    ...findings.slice(0, SHOWN).map((finding) => `  FAILED  ${finding}`),
    ...(findings.length > SHOWN ? [`          and ${findings.length - SHOWN} more`] : []),
    '',
  ].join('\n');
}
