import fc from 'fast-check';
import { allExits } from '../document/exits';
import type { CallFlowDocument } from '../document/flow-document';
import { parseCallFlow } from '../document/parse-call-flow';
import { garbledCaller, garbledWorld, seededRandom, simulateCall } from '../simulate';
import type { FlowFacts } from './flow-state';
import { randomDocument } from './testing/random-flow';

const FACTS: FlowFacts = {
  from: '+8613900010001',
  unit: { 'zh-CN': '城关', en: 'Chengguan' },
  workingDay: true,
  minuteOfDay: 600,
  sample: 0.1,
};

/** Whether the ways without a key go round: taking away, again and again, what no such way leads to, leaves something. */
function goesRound(document: CallFlowDocument): boolean {
  const left = new Map(
    Object.entries(document.nodes).map(([name, node]) => [
      name,
      allExits(node, document).flatMap(({ to, byKey }) => (byKey ? [] : [to])),
    ]),
  );
  for (;;) {
    const entered = new Set([...left.values()].flat());
    const free = [...left.keys()].filter((name) => !entered.has(name));
    if (free.length === 0) return left.size > 0;
    for (const name of free) left.delete(name);
  }
}

const seeds = Array.from({ length: 150 }, (_, seed) => seed);
const documents = seeds.map((seed) => randomDocument(seed, 2 + (seed % 7), 0.15));
const isLoop = ({ code }: { readonly code: string }) => code === 'loop-without-input';

describe('a document of any shape', () => {
  it('is refused when a call could go round in it without a key, and only then for that', () => {
    const round = documents.filter(goesRound);
    expect(round.length).toBeGreaterThan(20);
    expect(round.length).toBeLessThan(documents.length - 20);
    for (const document of documents) {
      const parsed = parseCallFlow(document);
      expect(!parsed.ok && parsed.error.some(isLoop)).toBe(goesRound(document));
    }
  });

  it('that is taken leads nobody through a node twice without a key, whoever calls and whatever fails', () => {
    const flows = documents.flatMap((document) => {
      const parsed = parseCallFlow(document);
      return parsed.ok ? [parsed.value] : [];
    });
    expect(flows.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.constantFrom(...flows), fc.integer(), fc.boolean(), (flow, seed, isSilent) => {
        const random = seededRandom(seed);
        const caller = isSilent ? () => undefined : garbledCaller(random);
        let most = 0;
        simulateCall({
          flow,
          facts: FACTS,
          // A line on which nothing can be said leads to a human by itself; that is another property's.
          world: { ...garbledWorld(random), plays: () => true },
          nextMove: (state) => {
            most = Math.max(most, state.visitsSinceKey);
            return caller();
          },
        });
        expect(most).toBeLessThanOrEqual(Object.keys(flow.document.nodes).length);
      }),
      { numRuns: 200 },
    );
  });
});
