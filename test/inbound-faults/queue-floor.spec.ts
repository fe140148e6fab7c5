import { parseQueueFloor } from './queue-floor';

const SHOWN = `q-general has 2 calls (max 200) in 'leastrecent' strategy (0s holdtime, 0s talktime), W:0, C:0, A:2, SL:0.0%, SL2:0.0% within 20s
   Members:
      agent-1000 (PJSIP/agent-1000) (ringinuse disabled) (dynamic) (paused:ready was 5 secs ago) (Not in use) has taken no calls yet
      agent-1001 (PJSIP/agent-1001) (ringinuse disabled) (dynamic) (in call) (In use) has taken 3 calls (last was 9 secs ago)
   Callers:
      1. PJSIP/trunk-00000004 (wait: 0:07, prio: 20)
      2. PJSIP/trunk-00000002 (wait: 0:12, prio: 10)

q-vip has 0 calls (max 200) in 'leastrecent' strategy (0s holdtime, 0s talktime), W:10, C:0, A:0, SL:0.0%, SL2:0.0% within 20s
   No Members
   No Callers
`;

test('the floor of a queue is read as Asterisk shows it', () => {
  expect(parseQueueFloor(SHOWN)).toEqual([
    {
      queue: 'general',
      waiting: ['PJSIP/trunk-00000004', 'PJSIP/trunk-00000002'],
      members: ['1000', '1001'],
      engaged: ['1001'],
    },
    { queue: 'vip', waiting: [], members: [], engaged: [] },
  ]);
});
