import { describeWithLab } from '@switchyard/testing';
import { itBehavesLikeAQueueNode } from '../../queue-node.contract';
import { queueHarness } from '../testing/queue-lab';

describeWithLab(
  'the queues of a real Asterisk',
  (lab) => {
    describe('under the contract of every queue node', () => {
      itBehavesLikeAQueueNode(async () => queueHarness(lab()));
    });
  },
  { name: 'queues-contract' },
);
