import { parseDemoOptions } from './demo-options';
import type { BatchDetail, BatchView } from '@switchyard/contracts';
import { progressLine } from './progress';
import { arrearsSample, billSample } from './sample-batches';
import { summarise, summaryTable } from './summary';

const batch = (): BatchDetail => ({
  batch: { contacts: 10 } as BatchView,
  states: { waiting: 4, calling: 1, done: 5 },
  dispositions: { delivered: 3, handedOff: 1, cancelled: 1 },
  dispositionReasons: [],
  outcomes: [
    { name: 'heard', count: 3 },
    { name: 'busy', count: 2 },
  ],
  waitReasons: [],
  attempts: 5,
  countedAttempts: 5,
  final: false,
});

describe('the sample', () => {
  const samples = [billSample('2026-11-22'), arrearsSample('2026-11')];

  it('has more than 200 contacts, some of whom pay, call back or have two meters', () => {
    expect(samples.reduce((sum, { contacts }) => sum + contacts, 0)).toBeGreaterThanOrEqual(200);
    for (const sample of samples) {
      expect(sample.payers.length).toBeGreaterThan(0);
      expect(sample.returning.length).toBeGreaterThan(0);
      expect(sample.csv.trim().split('\r\n')).toHaveLength(sample.contacts + 1);
    }
  });

  it('has no account twice in a batch and no number in both', () => {
    const columns = samples.map(({ csv }) =>
      csv
        .trim()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(',')),
    );
    const numbers = columns.map((rows) => new Set(rows.map((row) => row[2])));
    for (const rows of columns) expect(new Set(rows.map((row) => row[0])).size).toBe(rows.length);
    expect([...(numbers[0] ?? [])].filter((number) => numbers[1]?.has(number))).toEqual([]);
  });
});

describe('the summary', () => {
  it('adds the batches up and merges their outcomes', () => {
    const summary = summarise({
      pbx: 'asterisk',
      batches: [batch(), batch()],
      maxAttemptsPerContact: 3,
      elapsedSeconds: 12.4,
    });
    expect(summary).toEqual({
      pbx: 'asterisk',
      contacts: 20,
      delivered: 6,
      handedOff: 2,
      cancelled: 2,
      attempts: 10,
      maxAttemptsPerContact: 3,
      outcomes: { heard: 6, busy: 4 },
      elapsedSeconds: 12,
    });
    expect(summaryTable(summary, { 'cancelled:paid': 2 })).toContain('a real Asterisk');
  });
});

describe('the progress bar', () => {
  it('is filled as far as contacts have their disposition', () => {
    expect(progressLine([batch()], 3).text).toContain(`${'█'.repeat(20)}${'░'.repeat(20)} 5/10`);
  });

  it('says whether anything changed, whatever the time', () => {
    expect(progressLine([batch()], 3).state).toBe(progressLine([batch()], 4).state);
  });
});

describe('the options', () => {
  it('are few, and an unknown one is refused by name', () => {
    expect(parseDemoOptions(['--json', 'out.json'])).toEqual({
      json: 'out.json',
      keep: false,
      simulator: false,
    });
    expect(() => parseDemoOptions(['--jsn'])).toThrow('--jsn');
  });
});
