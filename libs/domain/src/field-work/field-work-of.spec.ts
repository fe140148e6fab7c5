import { type FieldEvent, fieldWorkOf } from './field-work-of';

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);
const event = (type: string, time: string, data: FieldEvent['data'] = {}): FieldEvent => ({
  type,
  at: at(time),
  actorId: 'u1',
  data,
});
const sent = (leader: string, time: string) =>
  event('dispatched', time, { leader, phone: '+8613900010001', departedAt: at(time).toISOString() });

describe('field work, told from the history (§2.1)', () => {
  it('knows the crew, when it came, what it found, the estimates and the restoration', () => {
    const work = fieldWorkOf([
      event('opened', '01:00'),
      sent('王工', '01:10'),
      event('arrived', '01:52', { arrivedAt: at('01:50').toISOString() }),
      event('site-reported', '02:10', {
        symptom: '断线',
        estimatedRestorationAt: at('04:00').toISOString(),
        crewLocation: '中山路',
      }),
      event('estimate-changed', '03:30', {
        estimatedRestorationAt: at('05:00').toISOString(),
        reason: '缺料',
      }),
      event('restored', '04:55', {
        mainFault: '断线',
        result: '已接通',
        restoredAt: at('04:50').toISOString(),
      }),
    ]);
    expect(work).toEqual({
      crews: [
        {
          leader: '王工',
          phone: '+8613900010001',
          departedAt: at('01:10').toISOString(),
          arrivedAt: at('01:50').toISOString(),
          minutesOnTheWay: 40,
        },
      ],
      reports: [
        {
          reportedAt: at('02:10').toISOString(),
          symptom: '断线',
          crewLocation: '中山路',
          cause: undefined,
          estimatedRestorationAt: at('04:00').toISOString(),
        },
      ],
      estimates: [
        {
          changedAt: at('03:30').toISOString(),
          reason: '缺料',
          estimatedRestorationAt: at('05:00').toISOString(),
        },
      ],
      estimatedRestorationAt: at('05:00').toISOString(),
      restoration: { mainFault: '断线', result: '已接通', restoredAt: at('04:50').toISOString() },
    });
  });

  it('knows every crew that was sent, and counts an arrival for the last', () => {
    const { crews } = fieldWorkOf([sent('王工', '01:10'), sent('李工', '02:00'), event('arrived', '02:30')]);
    expect(crews).toMatchObject([{ leader: '王工' }, { leader: '李工', minutesOnTheWay: 30 }]);
    expect(crews[0]?.arrivedAt).toBeUndefined();
  });

  it('has no restoration any more once the case goes on', () => {
    const restored = event('restored', '04:55', { mainFault: '断线', result: '已接通' });
    expect(fieldWorkOf([restored]).restoration?.restoredAt).toBe(at('04:55').toISOString());
    expect(fieldWorkOf([restored, event('reopened', '06:00')]).restoration).toBeUndefined();
    const owned = event('customer-owned', '04:55', { explanation: '表后线', electrician: '社区电工 张师傅' });
    expect(fieldWorkOf([owned]).customerOwned).toMatchObject({ electrician: '社区电工 张师傅' });
    expect(fieldWorkOf([owned, event('sent-back', '06:00')]).customerOwned).toBeUndefined();
  });

  it('bears an arrival without a crew', () => {
    expect(fieldWorkOf([event('arrived', '02:30')])).toEqual({ crews: [], reports: [], estimates: [] });
  });
});
