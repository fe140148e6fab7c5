import { messageKeptUntil } from './message-retention';

const PERIODS = { messageDays: 30, evidenceDays: 90 };
const LEFT = new Date('2026-03-01T00:00:00Z');
const CLOSED = new Date('2026-03-11T00:00:00Z');

test.each([
  ['of no work order: from when it was left', [], '2026-03-31', 30],
  ['of a suggestion: from its closing', [{ kind: 'suggestion', closedAt: CLOSED }], '2026-04-10', 30],
  ['of a complaint: longer', [{ kind: 'complaint', closedAt: CLOSED }], '2026-06-09', 90],
  ['of a report of misconduct: longer', [{ kind: 'misconduct-report', closedAt: CLOSED }], '2026-06-09', 90],
  [
    'of two: from the closing of the last',
    [
      { kind: 'suggestion', closedAt: CLOSED },
      { kind: 'query', closedAt: new Date('2026-03-21T00:00:00Z') },
    ],
    '2026-04-20',
    30,
  ],
])('a message %s', (_of, uses, day, days) => {
  expect(messageKeptUntil(LEFT, uses, PERIODS)).toEqual({ until: new Date(`${day}T00:00:00Z`), days });
});

test('a message of an open work order is kept, however old it is', () => {
  expect(messageKeptUntil(LEFT, [{ kind: 'fault' }], PERIODS)).toBeUndefined();
  const closedAndOpen = [{ kind: 'fault', closedAt: CLOSED }, { kind: 'complaint' }];
  expect(messageKeptUntil(LEFT, closedAndOpen, PERIODS)).toBeUndefined();
});

test('evidence is never kept shorter than other messages', () => {
  const uses = [{ kind: 'complaint', closedAt: CLOSED }];
  expect(messageKeptUntil(LEFT, uses, { messageDays: 30, evidenceDays: 1 })?.days).toBe(30);
});
