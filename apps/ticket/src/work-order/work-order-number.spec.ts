import { dayOf, workOrderNumber } from './work-order-number';

describe('the number of a work order', () => {
  it('carries the day in China, not the day in UTC', () => {
    expect(dayOf(new Date('2026-03-01T15:59:59Z'))).toBe('20260301');
    expect(dayOf(new Date('2026-03-01T16:00:00Z'))).toBe('20260302');
  });

  it('has six digits of serial, and more when a day has more', () => {
    expect(workOrderNumber('20260302', 117)).toBe('W20260302-000117');
    expect(workOrderNumber('20260302', 1_234_567)).toBe('W20260302-1234567');
  });
});
