import { describeWithLab, type Lab } from '@switchyard/testing';
import { itBehavesLikeATelephonyNode } from '../telephony-node.contract';
import type { CallEvent } from '../telephony.port';
import { createAsteriskNode } from './create-asterisk-node';
import { keptLog } from './testing/kept-log';
import { layTestPrompts } from './testing/tone-prompts';
import { waitUntil } from './testing/wait-until';

function openNode(lab: Lab) {
  const log = keptLog();
  const node = createAsteriskNode({ name: lab.node, ari: lab.ari, log });
  const events: CallEvent[] = [];
  node.onEvent((event) => events.push(event));
  return { node, events, log };
}

describeWithLab('an Asterisk node', (lab) => {
  itBehavesLikeATelephonyNode(async () => {
    const { node, events } = openNode(lab());
    const media = layTestPrompts(lab().prompts);
    return { node, events, trunk: lab().trunk, media, until: waitUntil, close: () => node.close() };
  });
});
