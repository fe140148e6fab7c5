import fc from 'fast-check';
import { canonicalJson } from './canonical-json';
import { CHAIN_START, type ChainedEvent, hashOf, verifyChain } from './event-chain';

/** Short, but different for different texts of a test. */
const digest = (text: string): string => {
  let hash = 7;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 2_147_483_647;
  return String(hash);
};

function chainOf(count: number): ChainedEvent[] {
  const events: ChainedEvent[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const event = {
      number: 'W20260302-000001',
      seq,
      type: 'noted',
      at: new Date(1_000_000 + seq),
      actorId: 'li',
      owner: 'centre',
      data: { text: `note ${seq}` },
      prevHash: events.at(-1)?.hash ?? CHAIN_START,
    };
    events.push({ ...event, hash: hashOf(event, digest) });
  }
  return events;
}

const verdictOf = (events: readonly ChainedEvent[], written: readonly ChainedEvent[]) =>
  verifyChain(events, { seq: written.length, hash: written.at(-1)?.hash ?? CHAIN_START }, digest);

describe('the chain of a history', () => {
  it('is intact as it was written', () => {
    const written = chainOf(5);
    expect(verdictOf(written, written)).toEqual({ intact: true, events: 5 });
  });

  it.each([
    ['data', { data: { text: 'nothing' } }],
    ['time', { at: new Date(0) }],
    ['author', { actorId: 'wang' }],
    ['owner', { owner: 'business' }],
    ['type', { type: 'closed' }],
  ])('tells the event whose %s was changed', (_, change) => {
    const written = chainOf(5);
    const changed = written.map((event) => (event.seq === 3 ? { ...event, ...change } : event));
    expect(verdictOf(changed, written)).toMatchObject({ intact: false, seq: 3, problem: 'changed' });
  });

  it('tells what was written anew, with hashes that fit', () => {
    const written = chainOf(5);
    const forged = { ...(written[4] as ChainedEvent), data: { text: 'forged' } };
    const renewed = [...written.slice(0, 4), { ...forged, hash: hashOf(forged, digest) }];
    expect(verdictOf(renewed, written)).toMatchObject({ intact: false, seq: 5, problem: 'changed' });
    const other = written.map((event) => (event.seq === 2 ? { ...event, prevHash: 'other' } : event));
    expect(verdictOf(other, written)).toMatchObject({ intact: false, seq: 2, problem: 'unlinked' });
  });

  it.each([
    ['the first', 0, 1],
    ['one in between', 2, 3],
    ['the newest', 4, 5],
  ])('misses %s', (_, index, seq) => {
    const written = chainOf(5);
    const left = written.filter((_event, at) => at !== index);
    expect(verdictOf(left, written)).toMatchObject({ intact: false, seq, problem: 'missing' });
  });
});

it('a value is the same text however it was stored and read again', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const stored = JSON.parse(JSON.stringify(value)) as unknown;
      const turned = JSON.parse(canonicalJson(value)) as unknown;
      expect(canonicalJson(stored)).toBe(canonicalJson(value));
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
    }),
    { numRuns: 200 },
  );
  expect(canonicalJson({ b: undefined, a: [1, { d: 'x', c: null }] })).toBe('{"a":[1,{"c":null,"d":"x"}]}');
});
