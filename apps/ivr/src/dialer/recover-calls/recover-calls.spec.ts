import type { TelephonyNode } from '../../telephony/telephony.port';
import { RecoverCalls } from './recover-calls.use-case';

type Parts = ConstructorParameters<typeof RecoverCalls>;

const NODE = 'pbx-1';
const NOW = new Date('2026-03-02T01:00:00Z');

/** Recovery of one node, on which these calls were followed by a process that is no more. */
function recovery(lost: readonly { readonly id: string }[]) {
  const asked: string[] = [];
  const node = {
    name: NODE,
    liveCalls: async () => {
      asked.push('living calls');
      return [];
    },
  } as unknown as TelephonyNode;
  const records = {
    find: async (ids: readonly string[]) => {
      asked.push(`records of ${ids.join()}`);
      return new Map();
    },
  };
  const logger = { debug: () => undefined, error: (failure: string) => asked.push(failure) };
  const parts = [
    { holder: 'ivr-2' },
    { takeOver: async () => lost },
    records,
    { follows: () => false },
    {},
    {},
    { withdraw: async () => undefined },
    { on: () => [], add: () => undefined },
    { add: () => undefined },
    {},
    { now: () => NOW },
    logger,
  ] as unknown as Parts;
  return { asked, execute: () => new RecoverCalls(...parts).execute(node, { fence: 1 } as never) };
}

describe('recovering calls', () => {
  it('asks the PBX for its living calls only when some were lost: the list is the longer, the more it has to do', async () => {
    const { asked, execute } = recovery([]);
    await execute();
    expect(asked).toEqual([]);
  });

  it('looks at what lives, and then at the records, once some were lost', async () => {
    const { asked, execute } = recovery([{ id: 'call-7' }]);
    await execute();
    expect(asked).toEqual(['living calls', 'records of call-7']);
  });
});
