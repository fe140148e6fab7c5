import { iCalendar } from './i-calendar';

test('an overnight shift is one event in UTC, the same whenever it is read', () => {
  const night = {
    entryId: '00000000-0000-4000-8000-000000000001',
    rosterId: '00000000-0000-4000-8000-000000000002',
    staffNumber: 'A1',
    workDate: '2026-12-01',
    breaks: [],
    templateCode: 'night-8',
    templateVersion: 1,
    duty: 'reserve' as const,
    startAt: '2026-12-01T15:00:00.000Z',
    endAt: '2026-12-01T23:00:00.000Z',
  };
  const lines = iCalendar([night], new Date('2026-11-22T01:02:03Z')).split('\r\n');
  expect(lines.slice(4, 10)).toEqual([
    'BEGIN:VEVENT',
    'UID:00000000-0000-4000-8000-000000000001@switchyard',
    'DTSTAMP:20261122T010203Z',
    'DTSTART:20261201T150000Z',
    'DTEND:20261201T230000Z',
    'SUMMARY:night-8 (reserve)',
  ]);
  expect(lines.at(-1)).toBe('');
});
