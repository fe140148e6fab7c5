import { Logger, until } from '@switchyard/platform';
import { CallFlowService, type CallFlowServiceParts } from './call-flow-service';
import type { SeededFlow } from './published-flows/seed-default-flow';
import { FlowStores, storedFlow } from './testing/default-flow-stores';

const nothing = async () => undefined;
const seeded = (number: number): SeededFlow => ({ version: storedFlow({ number }), done: 'nothing' });

function serviceOf(stores: FlowStores, execute: () => Promise<SeededFlow>): CallFlowService {
  const parts: CallFlowServiceParts = {
    flows: stores.flows,
    seedDefaultFlow: { execute },
    warmPrompts: { begin: () => undefined },
    releaseHeldCases: { execute: nothing },
    forgetAnonymousCalls: { execute: nothing },
    queryCodes: { fill: nothing },
    readCalendar: nothing,
    logger: Logger.silent(),
  };
  return new CallFlowService(parts);
}

describe('the call flow that comes with the product', () => {
  it('is stored later when the database was away at the start, and callers are served by the one in force', async () => {
    const stores = new FlowStores();
    let tries = 0;
    const service = serviceOf(stores, async () => {
      tries += 1;
      if (tries === 1) throw new Error('the database is away');
      return seeded(1);
    });
    await service.start();
    try {
      expect(() => service.check()).not.toThrow();
      await until(() => tries === 2, 10_000, 'another try');
    } finally {
      await service.stop();
    }
  });

  it('is told to the operator while it is newer than the one in force', async () => {
    const stores = new FlowStores();
    const service = serviceOf(stores, async () => seeded(2));
    expect(service.newerFlow()).toBeUndefined();
    await service.start();
    try {
      expect(service.newerFlow()).toContain('POST /call-flows/hotline/versions/2/publish');
      stores.published = [storedFlow({ id: 'v3', number: 3 })];
      await stores.changed();
      expect(service.newerFlow()).toBeUndefined();
      stores.published = [storedFlow({ id: 'other', name: 'other', number: 1 })];
      await stores.changed();
      expect(service.newerFlow()).toBeUndefined();
    } finally {
      await service.stop();
    }
  });
});
