import { noticeDataEvents } from './notice-data-events';

it('only bills and arrears have a time limit for their data (L24, L25)', () => {
  const at = new Date('2026-03-02T01:00:00Z');
  const batch = (id: string, kind: string) => ({ id, kind, name: kind, change: 'received' as const });
  const events = noticeDataEvents(
    [batch('1', 'bill-notice'), batch('2', 'outage-notice'), batch('3', 'arrears-reminder')],
    at,
  );
  expect(events).toEqual([
    { batchId: '1', kind: 'bill-notice', name: 'bill-notice', change: 'received', at: at.toISOString() },
    {
      batchId: '3',
      kind: 'arrears-reminder',
      name: 'arrears-reminder',
      change: 'received',
      at: at.toISOString(),
    },
  ]);
});
