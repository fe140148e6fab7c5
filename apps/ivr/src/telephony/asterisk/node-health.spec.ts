import { HEALTH_POLICY, nextRemedy, type Vitals } from './node-health';

const NOW = 1_000_000;
const vitals = (over: Partial<Vitals> = {}): Vitals => ({
  suspectSince: undefined,
  lastEventAt: NOW,
  lastPongAt: NOW,
  lastPingAt: NOW,
  lastCanaryAt: NOW - 60_000,
  doubted: false,
  busy: undefined,
  liveCalls: 0,
  ...over,
});

describe('the health of a node', () => {
  it.each<[string, Partial<Vitals>, string]>([
    ['is left alone while events come', { liveCalls: 5 }, 'wait'],
    [
      'is pinged when idle',
      { lastEventAt: NOW - 9e5, lastPongAt: NOW - 2_000, lastPingAt: NOW - 2_000 },
      'ping',
    ],
    [
      'is not pinged twice at once',
      { lastPongAt: NOW - 9_000, lastEventAt: 0, lastPingAt: 0, busy: 'ping' },
      'wait',
    ],
    ['is doubted when calls live and nothing is heard', { liveCalls: 1, lastEventAt: NOW - 4_000 }, 'canary'],
    ['is not doubted for silence without calls', { lastEventAt: NOW - 60_000 }, 'wait'],
    ['is asked by a canary when in doubt', { doubted: true }, 'canary'],
    ['is not flooded with canaries', { doubted: true, lastCanaryAt: NOW - 1_999 }, 'wait'],
    ['is asked again while suspect', { suspectSince: NOW - 3_000 }, 'canary'],
    [
      'is pinged between canaries while suspect',
      { suspectSince: NOW - 3_000, lastEventAt: 0, lastPongAt: NOW - 2_000, lastPingAt: NOW - 2_000 },
      'ping',
    ],
    [
      'is given up after 20 s without a sign of life',
      { suspectSince: NOW - 20_000, lastEventAt: NOW - 25_000, lastPongAt: NOW - 25_000 },
      'give-up',
    ],
    [
      'is given up even while a question is open',
      { suspectSince: NOW - 20_000, lastEventAt: 0, lastPongAt: 0, busy: 'canary' },
      'give-up',
    ],
    [
      'is kept while it answers pings but moves no calls',
      { suspectSince: NOW - 60_000, lastEventAt: NOW - 60_000, lastPongAt: NOW - 500 },
      'canary',
    ],
  ])('%s', (_what, over, remedy) => {
    expect(nextRemedy(NOW, vitals(over), HEALTH_POLICY)).toBe(remedy);
  });
});
