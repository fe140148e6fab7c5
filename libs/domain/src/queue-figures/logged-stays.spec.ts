import { loggedStays, type QueueLogLine } from './logged-stays';

const START = Date.parse('2026-03-02T10:00:00Z');
const line = (second: number, event: string, more: Partial<QueueLogLine> = {}): QueueLogLine => ({
  at: START + second * 1000,
  node: 'pbx-2',
  callId: 'call-1',
  queue: 'general',
  event,
  data: [],
  ...more,
});

describe("a caller's stay, put together from the PBX's queue log", () => {
  it('goes from the first line to the end of the talk', () => {
    const lines = [
      line(0, 'ENTERQUEUE'),
      line(5, 'RINGNOANSWER', { sipUser: '1001' }),
      line(20, 'CONNECT', { sipUser: '1002', data: ['20', 'chan-9', '4'] }),
      line(80, 'COMPLETECALLER', { sipUser: '1002', data: ['20', '60', '1'] }),
    ];
    expect(loggedStays(lines)).toEqual([
      {
        node: 'pbx-2',
        callId: 'call-1',
        queue: 'general',
        enteredAt: START,
        connectedAt: START + 20_000,
        leftAt: START + 80_000,
        outcome: 'answered',
        sipUser: '1002',
        ringSeconds: 4,
        talkSeconds: 60,
        transferred: false,
        missedRings: 1,
      },
    ]);
    expect(loggedStays([...lines].reverse())).toEqual(loggedStays(lines));
  });

  it.each([
    ['ABANDON', 'abandoned'],
    ['EXITWITHTIMEOUT', 'timeout'],
    ['EXITWITHKEY', 'call-back'],
    ['EXITEMPTY', 'empty'],
  ])('ends without an agent by %s as %s', (event, outcome) => {
    expect(loggedStays([line(0, 'ENTERQUEUE'), line(9, event)])).toMatchObject([
      { outcome, leftAt: START + 9_000, transferred: false },
    ]);
  });

  it.each(['BLINDTRANSFER', 'ATTENDEDTRANSFER'])('knows a call handed on by %s', (event) => {
    const lines = [line(0, 'ENTERQUEUE'), line(3, 'CONNECT', { data: ['3', 'x', ''] }), line(30, event)];
    expect(loggedStays(lines)).toMatchObject([
      { transferred: true, talkSeconds: 27, ringSeconds: undefined },
    ]);
  });

  it.each(['full', 'empty', 'unavailable', 'call-back', 'abandoned'])(
    'knows who was turned away as %s without ever waiting',
    (outcome) => {
      expect(loggedStays([line(4, 'TURNEDAWAY', { data: [outcome] })])).toMatchObject([
        { outcome, enteredAt: START + 4_000, leftAt: START + 4_000 },
      ]);
    },
  );

  it('ends with the PBX: of who waited or talked when it died, the end is not known', () => {
    const other = { node: 'pbx-1', callId: 'call-2' };
    const lines = [
      line(0, 'ENTERQUEUE'),
      line(1, 'ENTERQUEUE', { callId: 'call-3' }),
      line(1, 'ENTERQUEUE', other),
      line(3, 'CONNECT', { sipUser: '1002', data: ['3', 'x', '2'] }),
      line(60, 'QUEUESTART', { callId: '', queue: '' }),
      line(70, 'ABANDON', other),
    ];
    expect(loggedStays(lines)).toMatchObject([
      { callId: 'call-1', outcome: 'answered', leftAt: START + 60_000 },
      { callId: 'call-3', leftAt: START + 60_000 },
      { callId: 'call-2', outcome: 'abandoned', leftAt: START + 70_000 },
    ]);
    expect(loggedStays(lines)[0]?.talkSeconds).toBeUndefined();
    expect(loggedStays(lines)[1]?.outcome).toBeUndefined();
  });

  it('leaves out an agent who dialled a queue', () => {
    const lines = [
      line(0, 'ENTERQUEUE', { data: ['', '2001', '1'] }),
      line(2, 'CONNECT', { sipUser: '1002', data: ['2', 'x', '2'] }),
      line(9, 'COMPLETECALLER'),
    ];
    expect(loggedStays(lines)).toEqual([]);
  });

  it('keeps two stays of one caller apart, and stays that still go on open', () => {
    const lines = [
      line(0, 'ENTERQUEUE'),
      line(9, 'EXITWITHTIMEOUT'),
      line(20, 'ENTERQUEUE'),
      line(21, 'ENTERQUEUE', { callId: 'call-2', queue: 'billing' }),
    ];
    expect(loggedStays(lines).map(({ callId, leftAt }) => [callId, leftAt])).toEqual([
      ['call-1', START + 9_000],
      ['call-1', undefined],
      ['call-2', undefined],
    ]);
  });

  it('leaves out a stay whose beginning it has not seen', () => {
    expect(loggedStays([line(9, 'COMPLETEAGENT')])).toEqual([]);
  });
});
