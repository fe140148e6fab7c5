import { STANDARD_FOLLOW_UP_POLICY } from '@switchyard/domain';
import type { FollowUp } from '../follow-up';
import { type CallResult, recordCall, type RecordedCall } from './record-call';

const AT = new Date('2026-03-02T02:00:00Z');
const ITEM: FollowUp = {
  id: 'i1',
  workOrderNumber: 'W20260302-000001',
  kind: 'complaint',
  purpose: 'call-back',
  basis: 'each',
  cycle: 1,
  customerKind: 'resident',
  arisesAt: AT,
  callFrom: AT,
  dueAt: AT,
  provisional: false,
  status: 'assigned',
  tries: 0,
};

const record = (
  outcome: RecordedCall['outcome'],
  result: CallResult = {},
  item: Partial<FollowUp> = {},
  channel: RecordedCall['channel'] = 'phone',
) => recordCall({ ...ITEM, ...item }, { at: AT, outcome, channel }, result, STANDARD_FOLLOW_UP_POLICY);

describe('a call for a follow-up', () => {
  it('that reached the customer is done, with the words and what the scale says', () => {
    expect(record('reached', { opinion: '很好', satisfaction: 4 })).toMatchObject({
      status: 'done',
      tries: 1,
      endedAt: AT,
      opinion: '很好',
      judgement: 'satisfied',
    });
    expect(record('reached', { opinion: '一般', satisfaction: 3 })).toMatchObject({ judgement: 'neutral' });
    expect(record('reached', { opinion: '不想打分' }).judgement).toBeUndefined();
  });

  it('needs the words of whoever was asked, not of whoever was only told, or written to', () => {
    expect(() => record('reached')).toThrow('word for word');
    expect(record('reached', {}, { purpose: 'decision-reply' }).status).toBe('done');
    expect(record('reached', {}, {}, 'fax').status).toBe('done');
  });

  it('of a dissatisfied customer asks for what the kind needs, or for what was chosen', () => {
    const result = { opinion: '没解决', satisfaction: 1 };
    expect(record('reached', result).action).toBe('reopen');
    expect(record('reached', result, { kind: 'fault' }).action).toBe('open-complaint');
    expect(record('reached', { ...result, action: 'reopen' }, { kind: 'fault' }).action).toBe('reopen');
    expect(record('reached', { ...result, satisfaction: 3, action: 'reopen' }).action).toBeUndefined();
    expect(record('reached', result, { purpose: 'decision-reply' }).action).toBeUndefined();
  });

  it('that the customer refused is done without words', () => {
    expect(record('refused')).toMatchObject({ status: 'done', tries: 1 });
  });

  it.each(['no-answer', 'busy', 'wrong-number', 'call-later'] as const)(
    'that ended %s is tried again, three times at most',
    (outcome) => {
      expect(record(outcome)).toMatchObject({ status: 'assigned', tries: 1 });
      expect(record(outcome, {}, { tries: 2 })).toMatchObject({
        status: 'not-reached',
        tries: 3,
        endedAt: AT,
      });
    },
  );

  it.each(['done', 'not-reached', 'excluded', 'withdrawn'] as const)(
    'changes nothing that is %s',
    (status) => {
      expect(() => record('busy', {}, { status })).toThrow(status);
    },
  );
});
