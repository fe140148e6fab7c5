import { itConsultsBeforeItTransfers } from './queue-contract/consultations.contract';
import { itKeepsMembers } from './queue-contract/members.contract';
import { QueueStage, type QueueHarness } from './queue-contract/queue-stage';
import { itRingsAgents } from './queue-contract/ringing.contract';
import { itTellsOfTalks } from './queue-contract/talks.contract';
import { itTransfersCallers } from './queue-contract/transfers.contract';
import { itServesWaitingCallers } from './queue-contract/waiting.contract';

export type { AgentPlan, QueueHarness } from './queue-contract/queue-stage';

/** The spec that every implementation of QueueNode passes. Real seconds: phones ring and agents talk. */
export function itBehavesLikeAQueueNode(open: () => Promise<QueueHarness>): void {
  const stage = new QueueStage();

  beforeAll(() => stage.open(open), 60_000);
  afterEach(() => stage.clear(), 60_000);
  afterAll(() => stage.close(), 30_000);

  itServesWaitingCallers(stage);
  itRingsAgents(stage);
  itTellsOfTalks(stage);
  itTransfersCallers(stage);
  itConsultsBeforeItTransfers(stage);
  itKeepsMembers(stage);
}
