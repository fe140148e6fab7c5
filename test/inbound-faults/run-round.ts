import type { Crowd, CrowdCall } from '@switchyard/testing';
import { type Guest, type Party, party, STAY_SECONDS } from './guests';
import { type House, untilAnswered, untilQueued, untilServed, untilTalking, waitingChannels } from './house';
import type { InboundFault } from './inbound-faults';
import { type JudgedGuest, judgeRound, keptPlaces, type RoundVerdict } from './judge-round';
import { type LeftBehind, leftBehind } from './left-behind';
import { queueLogDifferences } from './queue-log-differences';
import { strike } from './strike';

const PER_SECOND = 15;
/** All of them within the first words. */
const BEGINNERS_PER_SECOND = 50;
/** Callers end by themselves; this is for the machine. */
const LATE_MS = 60_000;
const CLEAN_MS = 90_000;
/** What the live events missed is filled in from the queue log every half minute, 20 s behind it. */
const FILLED_MS = 75_000;
/** The PBX holds callers for a process that is away for so long at least: 45 s, granted every 15 s. */
const GRANTED_MS = 28_000;

export interface Round extends RoundVerdict {
  readonly fault: InboundFault;
  readonly callers: number;
  readonly left: LeftBehind;
  /** Callers of menus without a complete row. */
  readonly incompleteRows: readonly string[];
  readonly awayMs: number;
}

/** Fills menus, queue and agents with callers, breaks one thing, and judges what came of everybody. */
export async function runRound(
  fault: InboundFault,
  house: House,
  callers: number,
  series: number,
): Promise<Round> {
  const crowds: Crowd[] = [];
  const gather = (guests: readonly Guest[], perSecond = PER_SECOND): Crowd => {
    const calls = guests.map(({ call }) => call);
    const crowd = house.lab.crowd({ callers: calls, perSecond, attentive: true });
    crowds.push(crowd);
    return crowd;
  };
  const guests = party(fault, callers, house.agents.length, series, house.random);
  const sendHome = () => Promise.all(crowds.map((crowd) => crowd.kill()));
  const { signal } = house;
  const onAbort = () => void sendHome();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await playRound(fault, house, guests, gather);
  } finally {
    signal.removeEventListener('abort', onAbort);
    await sendHome();
  }
}

async function playRound(
  fault: InboundFault,
  house: House,
  { talkers, others, beginners, newcomers }: Party,
  gather: (guests: readonly Guest[], perSecond?: number) => Crowd,
): Promise<Round> {
  const { lab, agents, say } = house;
  await untilServed(house);
  const begunAt = new Date();
  await Promise.all(agents.map((agent) => agent.ready()));
  const talking = gather(talkers);
  await untilTalking(house, talkers.length);
  const crowd = gather(others);
  const inQueue = others.filter(({ where }) => where === 'in-queue').length;
  const inMenus = others.length - inQueue + beginners.length;
  await untilAnswered(house, crowd);
  await untilQueued(house, inQueue);
  const before = await waitingChannels(lab);
  say(`  ${fault}: ${talkers.length} with agents, ${before.length} in the queue, ${inMenus} in menus`);
  const { struckAt, returnedAt, ...struck } = await strike(fault, house, {
    others: crowd,
    inQueue,
    inMenus,
    newcomers: newcomers.length,
    begin: () => (beginners.length > 0 ? gather(beginners, BEGINNERS_PER_SECOND) : undefined),
    call: () => gather(newcomers),
  });
  const after = await waitingChannels(lab);
  const patience = STAY_SECONDS[fault] * 1_000 + LATE_MS;
  const judged: JudgedGuest[] = [
    ...guestsOf(talkers, await talking.finish(patience)),
    ...guestsOf(others, await crowd.finish(patience)),
    ...(struck.beginners ? guestsOf(beginners, await struck.beginners.finish(patience)) : []),
    ...(struck.newcomers ? guestsOf(newcomers, await struck.newcomers.finish(patience)) : []),
  ];
  house.signal.throwIfAborted();
  const verdict = judgeRound(fault, judged, { struckAt, returnedAt });
  const findings = struck.findings.map((finding) => `${fault}: ${finding}`);
  if (fault !== 'restart-asterisk' && !keptPlaces(before, after)) {
    findings.push(`${fault}: places in the queue changed from ${before.join()} to ${after.join()}`);
  }
  const left = await leftBehind(
    { ...house, agents: agents.map(({ sipUser }) => sipUser), ivr: house.platform.ivr },
    CLEAN_MS,
  );
  // A PBX that dies logs no end of those who waited.
  const figures = { ends: fault !== 'restart-asterisk', timeoutMs: FILLED_MS };
  for (const difference of await queueLogDifferences(house.database, begunAt, figures)) {
    findings.push(`${fault}: ${difference}`);
  }
  // Of those who began, some may have come after all to a process that was gone.
  const incomplete = await incompleteRows(house, [...talkers, ...others]);
  const inMenu = [...others, ...beginners].filter(({ where }) => where === 'in-menu');
  for (const number of returnedAt - struckAt < GRANTED_MS ? await queued(house, inMenu) : []) {
    findings.push(`${fault}: ${number} was led from a menu to the queue`);
  }
  const lookingUp = others.filter(({ where }) => where === 'in-look-up');
  for (const number of await withoutHuman(house, lookingUp)) {
    findings.push(`${fault}: ${number} was not led to a human when data could not be had`);
  }
  return {
    ...verdict,
    fault,
    left,
    callers: judged.length,
    awayMs: returnedAt - struckAt,
    incompleteRows: incomplete,
    findings: [...findings, ...verdict.findings],
  };
}

function guestsOf(guests: readonly Guest[], calls: readonly CrowdCall[]): JudgedGuest[] {
  return calls.map((call, index) => ({ call, where: guests[index]?.where ?? 'newcomer' }));
}

/** Every caller of a menu has one row, with its end and its reason. */
async function incompleteRows({ database }: House, guests: readonly Guest[]): Promise<string[]> {
  const numbers = guests.map(({ call }) => call.from);
  const { rows } = await database.query<{ from_number: string }>(
    `select from_number from ivr.inbound_calls
     where from_number = any($1) and phase = 'ended' and ended_at >= started_at and end_reason is not null`,
    [numbers],
  );
  const complete = new Set(rows.map((row) => row.from_number));
  return numbers.filter((number) => !complete.has(number));
}

/** Those whom the platform knows to have been in a queue. */
async function queued({ database }: House, guests: readonly Guest[]): Promise<string[]> {
  const { rows } = await database.query<{ from_number: string }>(
    'select from_number from ivr.inbound_calls where from_number = any($1) and queue is not null',
    [guests.map(({ call }) => call.from)],
  );
  return rows.map((row) => row.from_number);
}

/** Those who asked for data and then for a human, and did not come into the queue. */
async function withoutHuman({ database }: House, guests: readonly Guest[]): Promise<string[]> {
  const numbers = guests.map(({ call }) => call.from);
  const { rows } = await database.query<{ from_number: string }>(
    `select from_number from ivr.inbound_calls
     where from_number = any($1) and queue is not null
       and asked @> '[{"what": "case-progress"}]' and asked @> '[{"what": "human"}]'`,
    [numbers],
  );
  const led = new Set(rows.map((row) => row.from_number));
  return numbers.filter((number) => !led.has(number));
}
