import { type MessageUse, STANDARD_AGENT_POLICY } from '@switchyard/domain';
import { DomainError, FixedClock, type FileStore } from '@switchyard/platform';
import type { AgentPolicies } from '../policy/agent-policies.port';
import { DeleteExpiredMessages } from './delete-expired-messages.use-case';
import { type Removal, Removals } from './removals.port';

const NOW = new Date('2026-03-02T00:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

class MemoryRemovals extends Removals {
  readonly noted: Removal[] = [];
  alone = <T>(work: () => Promise<T>): Promise<T | undefined> => work();
  async remove(removal: Removal, _at: Date, work: () => Promise<void>): Promise<void> {
    await work();
    this.noted.push(removal);
  }
  list = async () => [];
}

/** Messages by age in days, and what each belongs to. */
function setUp(
  messages: Readonly<Record<string, number>>,
  uses: Readonly<Record<string, MessageUse[]>> = {},
) {
  const left = new Map(Object.entries(messages));
  const asked: string[][] = [];
  const ticket = { away: false };
  const store = {
    async *list() {
      for (const [key, age] of [...left]) yield { key, storedAt: daysAgo(age) };
      await Promise.resolve();
    },
    remove: async (key: string) => void left.delete(key),
  } as unknown as FileStore;
  const removals = new MemoryRemovals();
  const messageUses = {
    of: async (keys: readonly string[]) => {
      if (ticket.away) throw new DomainError('service.unavailable', 'away');
      asked.push([...keys]);
      return new Map(Object.entries(uses));
    },
  };
  const policies = { inForce: async () => STANDARD_AGENT_POLICY } as unknown as AgentPolicies;
  const sweep = new DeleteExpiredMessages(store, messageUses, removals, policies, new FixedClock(NOW));
  return { sweep, left, removals, asked, ticket };
}

describe('messages of callers', () => {
  it('go when their time is over, with an entry that tells by which rule', async () => {
    const { sweep, left, removals } = setUp({ 'messages/old.wav': 400, 'messages/new.wav': 364 });
    expect(await sweep.execute()).toBe(1);
    expect([...left.keys()]).toEqual(['messages/new.wav']);
    expect(removals.noted).toEqual([
      { what: 'message', item: 'messages/old.wav', keptSince: daysAgo(400), days: 365 },
    ]);
  });

  it('stay while their work order is open, or is evidence, or was closed not long ago', async () => {
    const { sweep, left } = setUp(
      { open: 3_000, evidence: 400, closed: 400, over: 800 },
      {
        open: [{ kind: 'suggestion' }],
        evidence: [{ kind: 'misconduct-report', closedAt: daysAgo(390) }],
        closed: [{ kind: 'fault', closedAt: daysAgo(10) }],
        over: [{ kind: 'fault', closedAt: daysAgo(366) }],
      },
    );
    await sweep.execute();
    expect([...left.keys()]).toEqual(['open', 'evidence', 'closed']);
  });

  it('stay while nobody can tell whether they are in use', async () => {
    const { sweep, left, ticket } = setUp({ old: 4_000 });
    ticket.away = true;
    await expect(sweep.execute()).rejects.toMatchObject({ code: 'service.unavailable' });
    expect(left.size).toBe(1);
  });

  it('are asked about many at a time, and the young ones not at all', async () => {
    const many = Object.fromEntries(Array.from({ length: 450 }, (_, index) => [`old-${index}`, 400]));
    const { sweep, left, asked } = setUp({ ...many, young: 1 });
    expect(await sweep.execute()).toBe(450);
    expect(asked.map(({ length }) => length)).toEqual([200, 200, 50]);
    expect([...left.keys()]).toEqual(['young']);
  });
});
