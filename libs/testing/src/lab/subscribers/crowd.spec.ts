import { parseCrowdLog } from './crowd-log';
import { crowdScenario } from './crowd-scenario';

const LOG = `2026-03-02T02:00:00.000Z CALLS caller 1@a +8613600000001
2026-03-02T02:00:00.100Z CALLS caller 2@a +8613600000002
2026-03-02T02:00:00.200Z ANSWERED caller 1@a
2026-03-02T02:00:00.300Z REFUSED caller 2@a 503
2026-03-02T02:00:00.450Z HEARD caller 1@a 3.000000
2026-03-02T02:00:00.700Z HEARD caller 1@a 3.000000
2026-03-02T02:00:00.800Z PRESSED caller 1@a 7
2026-03-02T02:00:00.950Z HEARD caller 1@a 9.000000
2026-03-02T02:00:01.000Z BYE caller 1@a 9.000000
2026-03-02T02:00:01.500Z HUNG-UP cal`;

test('a crowd’s log tells each caller’s call, and when it heard something', () => {
  const start = Date.parse('2026-03-02T02:00:00.000Z');
  const calls = parseCrowdLog(LOG);
  expect([...calls.keys()]).toEqual(['+8613600000001', '+8613600000002']);
  expect(calls.get('+8613600000001')).toMatchObject({
    begunAt: start,
    answeredAt: start + 200,
    heardAt: [start + 450, start + 950],
    keys: '7',
    end: 'pbx-hung-up',
    endedAt: start + 1_000,
  });
  expect(calls.get('+8613600000002')).toMatchObject({ end: 'refused', status: 503, heardAt: [] });
});

describe('a crowd’s scenario', () => {
  const callers = [
    { from: '+8613600000001', to: '95598', keys: [{ key: '1', afterMs: 900 }] },
    { from: '+8613600000002', to: '95598', ringSeconds: 0.02 },
  ];

  it.each([true, false])('has every place that it jumps to, once (attentive: %j)', (attentive) => {
    const { xml } = crowdScenario(callers, attentive);
    const labels = [...xml.matchAll(/<label id="([^"]+)"/g)].map(([, id]) => id);
    const targets = [...xml.matchAll(/(?:next|ontimeout)="([^"]+)"/g)].map(([, id]) => id);
    expect(targets.filter((id) => !labels.includes(id))).toEqual([]);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('has the steps of those who do the same once', () => {
    const [first] = callers;
    const same = Array.from({ length: 50 }, (_, at) => ({ ...first, to: '95598', from: `+86136${at}` }));
    const { xml, list } = crowdScenario(same, true);
    expect(xml.match(/INVITE sip:/g)).toHaveLength(1);
    expect(list.split('\n')).toHaveLength(52);
  });

  it('needs callers who can be told apart', () => {
    expect(() => crowdScenario([...callers, ...callers], false)).toThrow(RangeError);
    expect(() => crowdScenario([{ from: '', to: '95598' }], false)).toThrow(RangeError);
  });

  it('refuses what would break out of it', () => {
    expect(() => crowdScenario([{ from: '1"/>', to: '2' }], false)).toThrow(RangeError);
  });
});
