import { decideRecording, type RecordingUses } from './recording-retention';

const NOW = new Date('2026-09-01T00:00:00Z');
const DAY_MS = 86_400_000;
const before = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const tomorrow = new Date(NOW.getTime() + DAY_MS);
const decide = (uses: Partial<RecordingUses>) =>
  decideRecording({ workOrders: [], inJudgement: false, ...uses }, { evidenceDays: 1095 }, NOW);

describe('a recording whose days are over', () => {
  it('is deleted when nobody needs it', () => {
    expect(decide({})).toEqual({ keep: false });
    expect(decide({ workOrders: [{ kind: 'fault', closedAt: before(3) }] })).toEqual({ keep: false });
  });

  it('stays while one of its work orders is open, whatever it is', () => {
    const workOrders = [{ kind: 'complaint', closedAt: before(2000) }, { kind: 'consultation' }];
    expect(decide({ workOrders })).toEqual({ keep: true, why: 'work-order', until: tomorrow });
  });

  it('stays as evidence for its days after the last complaint or report was closed (art. 15(13))', () => {
    const workOrders = [
      { kind: 'complaint', closedAt: before(1095) },
      { kind: 'misconduct-report', closedAt: before(1094) },
      { kind: 'fault', closedAt: before(1) },
    ];
    expect(decide({ workOrders })).toEqual({ keep: true, why: 'evidence', until: tomorrow });
    expect(decide({ workOrders: workOrders.slice(0, 1) })).toEqual({ keep: false });
  });

  it('stays while it is to be judged or the judgement can be disputed', () => {
    expect(decide({ inJudgement: true })).toEqual({ keep: true, why: 'judgement', until: tomorrow });
  });
});
