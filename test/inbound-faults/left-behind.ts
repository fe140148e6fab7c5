import { type Lab, type ServiceProcess, waitFor } from '@switchyard/testing';
import type { Pool } from 'pg';
import { callsInMemory } from './calls-in-memory';
import { queueFloor } from './queue-floor';

/** What callers must not leave behind; everything empty is well. */
export interface LeftBehind {
  readonly channels: readonly string[];
  readonly bridges: readonly string[];
  /** Channels that wait in a queue. */
  readonly waiting: readonly string[];
  /** Members that no agent of ours is, as `queue: agent`. */
  readonly strangers: readonly string[];
  /** Members who are taken to be in a call, as `queue: agent`. */
  readonly engaged: readonly string[];
  /** Calls that a process believes to have, as `process: metric calls`. */
  readonly inMemory: readonly string[];
  readonly openCalls: readonly string[];
  readonly openQueueCalls: readonly string[];
  /** Agents who are said to ring or talk. */
  readonly busyAgents: readonly string[];
}

const PAUSE_MS = 500;

export interface Premises {
  readonly lab: Lab;
  readonly database: Pool;
  /** SIP users of the agents who are signed in. */
  readonly agents: readonly string[];
  readonly ivr: readonly ServiceProcess[];
}

/** Waits until nothing is left, and tells what is left if that takes longer. Playbacks live on channels only. */
export async function leftBehind(premises: Premises, timeoutMs: number): Promise<LeftBehind> {
  let left = await look(premises);
  try {
    await waitFor(
      'nothing is left behind',
      async () => isNothing((left = await look(premises))),
      timeoutMs,
      PAUSE_MS,
    );
  } catch (error) {
    if (isNothing(left)) throw error;
  }
  return left;
}

export function isNothing(left: LeftBehind): boolean {
  return Object.values(left as unknown as Record<string, readonly string[]>).every(
    ({ length }) => length === 0,
  );
}

async function look({ lab, database, agents, ivr }: Premises): Promise<LeftBehind> {
  const [channels, bridges, floor, inMemory, calls, queueCalls, busy] = await Promise.all([
    list(lab, 'channels'),
    list(lab, 'bridges'),
    queueFloor(lab),
    callsInMemory(ivr),
    database.query<{ told: string }>(
      `select concat_ws(' ', call_id, phase, flow_state->>'node') as told
       from ivr.inbound_calls where phase <> 'ended' or ended_at is null or end_reason is null`,
    ),
    database.query<{ told: string }>(
      `select concat_ws(' ', call_id, queue, entered_at, connected_at) as told
       from ivr.queue_calls where left_at is null`,
    ),
    database.query<{ told: string }>(
      `select concat_ws(' ', a.sip_user, p.state, p.call_id) as told
       from ivr.agent_presence p join ivr.agents a on a.id = p.agent_id where p.state in ('ringing', 'talking')`,
    ),
  ]);
  return {
    channels,
    bridges,
    waiting: floor.flatMap(({ waiting }) => waiting),
    strangers: floor.flatMap(({ queue, members }) =>
      members.filter((member) => !agents.includes(member)).map((member) => `${queue}: ${member}`),
    ),
    engaged: floor.flatMap(({ queue, engaged }) => engaged.map((member) => `${queue}: ${member}`)),
    inMemory,
    openCalls: calls.rows.map(({ told }) => told),
    openQueueCalls: queueCalls.rows.map(({ told }) => told),
    busyAgents: busy.rows.map(({ told }) => told),
  };
}

async function list(lab: Lab, what: 'channels' | 'bridges'): Promise<string[]> {
  const authorization = `Basic ${Buffer.from(`${lab.ari.user}:${lab.ari.password}`).toString('base64')}`;
  const answer = await fetch(`${lab.ari.url}/${what}`, {
    headers: { authorization },
    signal: AbortSignal.timeout(10_000),
  });
  const found = (await answer.json()) as { id: string; name?: string; state?: string }[];
  return found.map(({ id, name, state }) => [id, name, state].filter(Boolean).join(' '));
}
