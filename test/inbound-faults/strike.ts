import { type Crowd, type ServiceProcess, waitFor } from '@switchyard/testing';
import { killPostgres } from '../faults/kill-postgres';
import { Scene } from '../faults/scene';
import { IN_QUERY_CODE } from './guests';
import { becomes, type House, pause, until, waitingChannels } from './house';
import type { InboundFault } from './inbound-faults';
import type { FaultTimes } from './judge-round';

/** A call in Stasis is granted 45 s at most; some more for a busy machine. Milliseconds. */
const STASIS_ENDS_MS = 52_000;
/** Longer than a node's lease; shorter than what a call in Stasis is granted after its last renewal (30 s). */
const STOPPED_MS = 20_000;
const NATS_AWAY_MS = 8_000;
const TICKET_AWAY_MS = 8_000;
const POSTGRES_AWAY_MS = 4_000;
/** The lease, until it is missed, and then as for a process that is gone. */
const LEASE_AND_STASIS_END_MS = 20_000 + STASIS_ENDS_MS;
const ASTERISK_AWAY_MS = 2_000;
const NEWCOMERS_MS = 15_000;
const BEGINNERS_MS = 15_000;
/** The first words are short: the fault comes in the middle of them. */
const BEGINNERS_POLL_MS = 20;

export interface Struck extends FaultTimes {
  readonly findings: readonly string[];
  readonly beginners?: Crowd;
  readonly newcomers?: Crowd;
}

export interface Guests {
  readonly others: Crowd;
  /** How many callers are in menus, and in the queue. */
  readonly inMenus: number;
  readonly inQueue: number;
  /** Callers who begin: the fault strikes as the last of them calls. Undefined where a fault has none. */
  begin(): Crowd | undefined;
  /** New callers; they call while the process is away. */
  call(): Crowd;
  readonly newcomers: number;
}

/** Does it, and brings back what was taken away. */
export async function strike(fault: InboundFault, house: House, guests: Guests): Promise<Struck> {
  const { lab, platform } = house;
  switch (fault) {
    case 'kill-ivr':
      return whileAway(house, guests, (queued) =>
        becomes(
          house,
          'newcomers are queued',
          async () => (await queueLength(house)) >= queued,
          NEWCOMERS_MS,
        ),
      );
    case 'kill-ivr-for-long':
      return whileAway(house, guests, (queued) =>
        becomes(
          house,
          'everybody is queued',
          async () => (await queueLength(house)) >= queued + guests.inMenus,
          STASIS_ENDS_MS,
        ),
      );
    case 'stop-ivr':
      return stopAndContinue(house);
    case 'restart-nats':
      await untilKeyingQueryCodes(house, guests);
      return times(
        () => lab.nats.kill(),
        async () => {
          await pause(house, NATS_AWAY_MS);
          await lab.nats.start();
        },
      );
    case 'kill-ticket': {
      const ticket = platform.services.find(({ name }) => name === 'ticket');
      if (!ticket) throw new Error('the platform has no process of ticket');
      await untilKeyingQueryCodes(house, guests);
      return times(
        () => ticket.kill(),
        async () => {
          await pause(house, TICKET_AWAY_MS);
          await ticket.start();
        },
      );
    }
    case 'restart-postgres':
      return times(
        () => killPostgres(platform.postgres?.pid ?? Number.NaN),
        async () => {
          await pause(house, POSTGRES_AWAY_MS);
          await platform.postgres?.restart();
        },
      );
    case 'postgres-for-long': {
      let came = false;
      const struck = await times(
        () => killPostgres(platform.postgres?.pid ?? Number.NaN),
        async () => {
          came = await everybodyIsQueued(house, guests, LEASE_AND_STASIS_END_MS);
          await platform.postgres?.restart();
        },
      );
      return { ...struck, findings: came ? [] : ['callers were not led to the queue without the database'] };
    }
    case 'take-over':
      return takeOver(house, guests);
    case 'restart-asterisk':
      return times(
        () => lab.asterisk.kill(),
        async () => {
          await pause(house, ASTERISK_AWAY_MS);
          await lab.asterisk.start();
        },
      );
  }
}

function untilKeyingQueryCodes(house: House, { others }: Guests): Promise<void> {
  return until(house, 'callers key their query codes', () =>
    others.calls().some((call) => IN_QUERY_CODE.test(call?.keys ?? '')),
  );
}

function everybodyIsQueued(house: House, { inQueue, inMenus }: Guests, withinMs: number): Promise<boolean> {
  const all = async () => (await queueLength(house)) >= inQueue + inMenus;
  return becomes(house, 'everybody is queued', all, withinMs);
}

/** Waits until all of those who begin have called: they are in the middle of the first words, or not answered yet. */
async function beginning(guests: Guests): Promise<Crowd | undefined> {
  const crowd = guests.begin();
  if (crowd) {
    const called = () => crowd.calls().every((call) => call !== undefined);
    await waitFor('all who begin have called', called, BEGINNERS_MS, BEGINNERS_POLL_MS);
  }
  return crowd;
}

async function times(strikes: () => Promise<void>, mends: () => Promise<void>): Promise<Struck> {
  const struckAt = Date.now();
  await strikes();
  await mends();
  return { struckAt, returnedAt: Date.now(), findings: [] };
}

/** The only ivr process dies, new callers come, and it is started again when `awaited` holds. */
async function whileAway(
  house: House,
  guests: Guests,
  awaited: (queued: number) => Promise<boolean>,
): Promise<Struck> {
  const ivr = house.platform.ivr[0] as ServiceProcess;
  const beginners = await beginning(guests);
  const struckAt = Date.now();
  await ivr.kill();
  const newcomers = guests.call();
  const came = await awaited(guests.inQueue + guests.newcomers);
  house.say(`    ${await queueLength(house)} callers in the queue; ivr is started again`);
  await ivr.start();
  const returnedAt = Date.now();
  const findings = came ? [] : ['callers were not led to the queue while ivr was away'];
  return { struckAt, returnedAt, findings, beginners, newcomers };
}

async function stopAndContinue(house: House): Promise<Struck> {
  const ivr = house.platform.ivr[0] as ServiceProcess;
  const struckAt = Date.now();
  ivr.signal('SIGSTOP');
  try {
    await pause(house, STOPPED_MS);
  } finally {
    ivr.signal('SIGCONT');
  }
  return { struckAt, returnedAt: Date.now(), findings: [] };
}

async function takeOver(house: House, guests: Guests): Promise<Struck> {
  const scene = new Scene(house.lab, house.platform, house.random, house.say, house.signal);
  const holder = await scene.holder();
  const beginners = await beginning(guests);
  const struckAt = Date.now();
  await holder.kill();
  await scene.holder(holder);
  const returnedAt = Date.now();
  house.say(`    taken over after ${returnedAt - struckAt} ms`);
  await holder.start();
  return { struckAt, returnedAt, findings: [], beginners };
}

const queueLength = async (house: House) => (await waitingChannels(house.lab)).length;
