import type { InboundCall } from './inbound-call';
import { CallJournal } from './call-journal';

const call = (callId: string, phase: InboundCall['phase'] = 'menu') => ({ callId, phase }) as InboundCall;

class Store {
  readonly rounds: InboundCall[][] = [];
  failure: Error | undefined;
  poison: string | undefined;

  async save(calls: readonly InboundCall[]): Promise<void> {
    if (this.failure) throw this.failure;
    if (calls.some(({ callId }) => callId === this.poison)) throw new Error('violates check constraint');
    this.rounds.push([...calls]);
  }

  get saved(): Record<string, string> {
    return Object.fromEntries(this.rounds.flat().map(({ callId, phase }) => [callId, phase]));
  }
}

function setUp() {
  const store = new Store();
  const complaints: string[] = [];
  const journal = new CallJournal(store, { error: (message: string) => void complaints.push(message) });
  return { store, journal, complaints };
}

describe('the journal of calls', () => {
  it('stores the latest of each call, many with one statement', async () => {
    const { store, journal } = setUp();
    journal.note(call('c1'));
    journal.note(call('c2'));
    journal.note(call('c1', 'queue'));
    expect(await journal.stored('c1', 5_000)).toBe(true);
    expect(store.rounds).toEqual([[call('c1', 'queue'), call('c2')]]);
  });

  it('has stored what was never noted', async () => {
    expect(await setUp().journal.stored('c1', 1_000)).toBe(true);
  });

  it('tells when it takes too long, and stores it once the database is back', async () => {
    const { store, journal } = setUp();
    store.failure = Object.assign(new Error('no connection'), { code: 'ECONNREFUSED' });
    journal.note(call('c1'));
    expect(await journal.stored('c1', 300)).toBe(false);
    journal.note(call('c1', 'ended'));
    store.failure = undefined;
    await journal.close(5_000);
    expect(store.saved).toEqual({ c1: 'ended' });
  });

  it('writes no more of a node that belongs to another process', async () => {
    const { store, journal } = setUp();
    journal.note({ ...call('c1'), node: 'pbx-1' });
    journal.note({ ...call('c2'), node: 'pbx-2' });
    journal.dropAll('pbx-1');
    await journal.close(5_000);
    expect(store.saved).toEqual({ c2: 'menu' });
  });

  it('gives up a call that the database refuses, and stores the others', async () => {
    const { store, journal, complaints } = setUp();
    store.poison = 'bad';
    for (const id of ['c1', 'bad', 'c2']) journal.note(call(id));
    await journal.close(5_000);
    expect(store.saved).toEqual({ c1: 'menu', c2: 'menu' });
    expect(complaints).toEqual(['a call is refused by the database']);
  });
});
