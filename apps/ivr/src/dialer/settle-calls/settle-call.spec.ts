import { callingHours, CHINESE_CALENDAR, TEST_POLICY } from '@switchyard/domain';
import type { EndedCall } from '../conduct-call/call-in-hand';
import type { SpokenNotice } from '../conduct-call/spoken-notice';
import type { DueContact, HeldCall } from '../dialing.types';
import { settleCall, type SettlementRules } from './settle-call';

const ENDED_AT = new Date('2026-03-02T02:00:00Z');

const contact = (id: string, overrides: Partial<DueContact> = {}) =>
  ({
    id,
    customerKind: 'resident',
    countedAttempts: 0,
    technicalFailures: 0,
    earlierAttempts: [],
    dueAt: new Date('2026-03-02T01:00:00Z'),
    waitReason: 'no-answer',
    ...overrides,
  }) as unknown as DueContact;

interface Given {
  readonly heardMs?: number;
  readonly keys?: readonly string[];
  readonly answered?: boolean;
  readonly cause?: number;
  readonly direction?: 'out' | 'in';
  readonly contacts?: readonly DueContact[];
}

function ended({
  heardMs = 0,
  keys = [],
  answered = true,
  cause = 16,
  direction = 'out',
  contacts = [contact('1')],
}: Given): EndedCall {
  return {
    held: {
      id: 'c1',
      direction,
      batch: {
        id: 'b1',
        kind: 'bill-notice',
        attemptCap: 3,
        policyName: 'test',
        successRule: 'key-or-essential-part',
      },
      contacts: contacts.map((each, index) => ({ contact: each, ordinal: 1, balanceFen: 100 * index })),
    } as unknown as HeldCall,
    // The first notice is told after 5 s, the second after 9 s.
    notice: { essentialMs: 9_000, essentialMsByContact: [5_000, 9_000] } as unknown as SpokenNotice,
    facts: { answered, heardMs, keys, hungUpBy: 'customer' },
    answeredAt: answered ? ENDED_AT : null,
    endedAt: ENDED_AT,
    cause,
    rang: true,
    spokenText: 'words',
    audioHash: 'hash',
  };
}

const rules = (deadline: Date | null = null): SettlementRules => ({
  policy: TEST_POLICY,
  hoursOf: () => callingHours(TEST_POLICY, 'resident', CHINESE_CALENDAR),
  deadline,
});

const settled = (given: Given, deadline: Date | null = null) =>
  settleCall({ ended: ended(given), evidence: 'reported', source: 'live' }, rules(deadline));

describe('settleCall', () => {
  it('delivers what was heard to the essential part', () => {
    expect(settled({ heardMs: 6_000 }).settlement.contacts).toMatchObject([
      { outcome: 'heard', counts: 'attempt', next: { type: 'dispose', disposition: 'delivered' } },
    ]);
  });

  it('tells merged notices apart: the first was heard, the second was not', () => {
    const { settlement } = settled({ heardMs: 6_000, contacts: [contact('1'), contact('2')] });
    expect(settlement.contacts).toMatchObject([
      { contactId: '1', outcome: 'heard', next: { disposition: 'delivered' } },
      { contactId: '2', outcome: 'hung-up-early', next: { type: 'retry' } },
    ]);
  });

  it('confirms every notice of a merged call by one key', () => {
    const { settlement } = settled({ heardMs: 500, keys: ['1'], contacts: [contact('1'), contact('2')] });
    expect(settlement.contacts.map(({ next }) => next)).toMatchObject([
      { disposition: 'delivered' },
      { disposition: 'delivered' },
    ]);
    expect(settlement.keys).toBe('1');
  });

  it('spaces a busy number by the end of the call', () => {
    expect(settled({ answered: false, cause: 17 }).settlement.contacts).toMatchObject([
      {
        counts: 'attempt',
        next: {
          type: 'retry',
          reason: 'busy',
          dueAt: new Date(
            ENDED_AT.getTime() + TEST_POLICY.attempts['bill-notice'].spacingSeconds.busy * 1000,
          ),
        },
      },
    ]);
  });

  it('hands off after the third counted attempt', () => {
    const third = [contact('1', { countedAttempts: 2 })];
    expect(settled({ answered: false, cause: 17, contacts: third }).settlement.contacts).toMatchObject([
      { next: { disposition: 'handed-off', reason: 'exhausted' } },
    ]);
  });

  it('takes no attempt for a failure on our side', () => {
    const third = [contact('1', { countedAttempts: 2 })];
    expect(settled({ answered: false, cause: 34, contacts: third }).settlement.contacts).toMatchObject([
      { counts: 'technical', next: { type: 'retry', reason: 'technical' } },
    ]);
  });

  it('hands off at once what could be tried again only after the deadline', () => {
    const deadline = new Date(ENDED_AT.getTime() + 1_000);
    expect(settled({ answered: false, cause: 17 }, deadline).settlement.contacts).toMatchObject([
      { next: { disposition: 'handed-off', reason: 'deadline' } },
    ]);
  });

  it('remembers the wishes: never again, and a human', () => {
    expect(settled({ keys: ['9'] })).toMatchObject({ optOut: true, humanRequested: false });
    expect(settled({ keys: ['0'] })).toMatchObject({ optOut: false, humanRequested: true });
  });

  it('counts nothing when the customer called: told, or waiting as before', () => {
    expect(settled({ direction: 'in', heardMs: 6_000 }).settlement.contacts).toMatchObject([
      { counts: 'nothing', next: { type: 'dispose', disposition: 'delivered' } },
    ]);
    expect(settled({ direction: 'in', heardMs: 100 }).settlement.contacts).toMatchObject([
      {
        counts: 'nothing',
        next: { type: 'retry', dueAt: new Date('2026-03-02T01:00:00Z'), reason: 'no-answer' },
      },
    ]);
  });
});
