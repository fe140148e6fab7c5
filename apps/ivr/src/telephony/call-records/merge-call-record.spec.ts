import { mergeCallRecord, type RecordedCall } from './merge-call-record';

const at = (seconds: number): Date => new Date(1_700_000_000_000 + seconds * 1_000);
const rows = (over: Partial<RecordedCall> = {}): RecordedCall => ({
  callId: 'c',
  cdrStartedAt: null,
  cdrAnsweredAt: null,
  cdrEndedAt: null,
  disposition: null,
  celStartedAt: null,
  celAnsweredAt: null,
  celEndedAt: null,
  celCause: null,
  ...over,
});

describe('a call record', () => {
  it('is unknown when the PBX wrote nothing', () => {
    expect(mergeCallRecord(rows())).toBeUndefined();
  });

  it('is unknown while the call has not ended', () => {
    expect(mergeCallRecord(rows({ celStartedAt: at(0), celAnsweredAt: at(3) }))).toBeUndefined();
  });

  it('takes the cause from the hang-up event', () => {
    const cel = { celStartedAt: at(0), celEndedAt: at(1), celCause: 1 };
    expect(mergeCallRecord(rows({ ...cel, disposition: 'NO ANSWER' }))).toEqual({
      callId: 'c',
      startedAt: at(0),
      endedAt: at(1),
      cause: 1,
      billSeconds: 0,
    });
  });

  it('counts whole seconds from the answer', () => {
    const cel = { celStartedAt: at(0), celAnsweredAt: at(2), celEndedAt: at(9.9), celCause: 16 };
    expect(mergeCallRecord(rows(cel))).toMatchObject({ answeredAt: at(2), billSeconds: 7 });
  });

  it.each([
    ['BUSY', 17],
    ['CONGESTION', 34],
    ['NO ANSWER', 0],
    ['FAILED', 0],
  ])('of the detail record alone, %s means cause %i', (disposition, cause) => {
    const cdr = { cdrStartedAt: at(0), cdrEndedAt: at(5), disposition };
    expect(mergeCallRecord(rows(cdr))?.cause).toBe(cause);
  });
});
