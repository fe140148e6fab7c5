import { reportRounds, summariseRounds } from './inbound-result';
import type { Round } from './run-round';

const NOTHING = {
  channels: [],
  bridges: [],
  waiting: [],
  strangers: [],
  engaged: [],
  inMemory: [],
  openCalls: [],
  openQueueCalls: [],
  busyAgents: [],
};
const round = (more: Partial<Round> = {}): Round => ({
  fault: 'kill-ivr',
  callers: 30,
  awayMs: 9_000,
  left: NOTHING,
  incompleteRows: [],
  dropped: [],
  silentForever: [],
  menuAgainMs: [500, 900, 2_000],
  findings: [],
  ...more,
});

test('a round in which nobody is lost has no findings', () => {
  const result = summariseRounds(1, [round(), round({ fault: 'stop-ivr', menuAgainMs: [] })]);
  expect(result).toMatchObject({
    callers: 60,
    kills: 2,
    droppedByFault: 0,
    silentForever: 0,
    stuckRows: 0,
    stuckChannels: 0,
    menuAgainMsP50: 900,
    menuAgainMsMax: 2_000,
    findings: [],
    late: [],
  });
  expect(reportRounds(result)).not.toContain('FAILED');
});

test.each<[string, Partial<Round>, object]>([
  ['a dropped caller', { dropped: ['x'] }, { droppedByFault: 1 }],
  ['silence', { silentForever: ['x'] }, { silentForever: 1 }],
  ['an open row', { left: { ...NOTHING, openCalls: ['x'] } }, { stuckRows: 1 }],
  ['an open stay in a queue', { left: { ...NOTHING, openQueueCalls: ['x'] } }, { stuckRows: 1 }],
  ['an agent who talks with nobody', { left: { ...NOTHING, busyAgents: ['x'] } }, { stuckRows: 1 }],
  ['a row that is missing', { incompleteRows: ['x'] }, { stuckRows: 1 }],
  ['a channel', { left: { ...NOTHING, channels: ['x'] } }, { stuckChannels: 1 }],
  ['a stranger among the members', { left: { ...NOTHING, strangers: ['x'] } }, { stuckChannels: 1 }],
  ['a member in a call with nobody', { left: { ...NOTHING, engaged: ['x'] } }, { stuckChannels: 1 }],
  ['a call that lives in memory alone', { left: { ...NOTHING, inMemory: ['x'] } }, { stuckChannels: 1 }],
  ['anything else', { findings: ['x'] }, {}],
])('%s is a finding', (_, more, counted) => {
  const result = summariseRounds(1, [round(more)]);
  expect(result).toMatchObject(counted);
  expect(result.findings).toHaveLength(1);
  expect(reportRounds(result)).toContain('FAILED');
});

test('a menu that is heard again late is told apart from what is lost', () => {
  const result = summariseRounds(1, [round({ menuAgainMs: [3_100] })]);
  expect(result.findings).toEqual([]);
  expect(result.late).toHaveLength(1);
});
