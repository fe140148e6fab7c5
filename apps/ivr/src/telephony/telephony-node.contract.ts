import { itServesCallers } from './contract/callers.contract';
import { Contract, type TelephonyHarness } from './contract/harness';
import { itKeepsTrackOfCalls } from './contract/living-calls.contract';
import { itPlaysMedia } from './contract/media.contract';
import { itDialsEveryFate } from './contract/outbound-fates.contract';
import { itQueuesCallers } from './contract/queue.contract';
import { itRecordsCallers } from './contract/recording.contract';

/** The spec that every implementation of TelephonyNode passes. */
export function itBehavesLikeATelephonyNode(open: () => Promise<TelephonyHarness>): void {
  const contract = new Contract();

  beforeAll(() => contract.open(open));

  afterAll(() => contract.harness.close());

  afterEach(async () => {
    for (const call of await contract.node.liveCalls()) await contract.node.hangUp(call.callId);
  });

  itDialsEveryFate(contract);
  itPlaysMedia(contract);
  itKeepsTrackOfCalls(contract);
  describe('callers', () => {
    itServesCallers(contract);
    itRecordsCallers(contract);
    itQueuesCallers(contract);
  });
}
