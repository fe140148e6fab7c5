import type { QueueFiguresRow } from '@switchyard/contracts';
import { figuresCsv } from './figures-csv';

const ROW: QueueFiguresRow = {
  from: '2026-03-02T01:00:00.000Z',
  to: '2026-03-02T01:15:00.000Z',
  group: 'billing',
  figures: {
    offered: 3,
    answered: 2,
    answeredInTime: 2,
    abandoned: 1,
    abandonedInTime: 0,
    callBacks: 0,
    timedOut: 0,
    turnedAway: 0,
    waiting: 0,
    transferred: 0,
    talks: 2,
    talksOver: 2,
    holdKnown: 2,
    afterCallsKnown: 1,
    ringsKnown: 0,
    serviceLevel: 2 / 3,
    answerRate: 2 / 3,
    abandonRate: 1 / 3,
    averageWaitSeconds: 7.5,
    averageHandlingSeconds: 100,
    averageTalkSeconds: 80,
    averageHoldSeconds: 0,
    averageAfterCallSeconds: 20,
    averageRingSeconds: null,
    rangTooLongShare: null,
    transferRate: 0,
  },
  tiers: [{ tier: 'high', offered: 1, serviceLevel: 1, target: 0.9 }],
  selfService: { inMenus: 3, served: 2, rate: 2 / 3 },
  missed: [],
};

describe('figures as CSV', () => {
  it('has a line for each row, for spreadsheets, and leaves empty what is not known', () => {
    const [header = '', line = '', end] = figuresCsv([ROW]).split('\r\n');
    const cells = Object.fromEntries(
      header
        .replace('\uFEFF', '')
        .split(',')
        .map((name, index) => [name, line.split(',')[index]]),
    );
    expect(header.startsWith('\uFEFFfrom,to,group,offered')).toBe(true);
    expect(cells).toMatchObject({
      group: 'billing',
      offered: '3',
      serviceLevel: '0.6667',
      averageHoldSeconds: '0',
      averageRingSeconds: '',
      'serviceLevel:high': '1',
      'serviceLevel:mid': '',
      inMenus: '3',
      servedByMenus: '2',
      selfServiceRate: '0.6667',
    });
    expect(end).toBe('');
  });
});
