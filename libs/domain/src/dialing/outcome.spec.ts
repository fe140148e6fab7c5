import fc from 'fast-check';
import { meaningOf } from './cause';
import { type CallFacts, classify, unansweredEndedBy } from './outcome';
import { OUTCOMES } from './vocabulary';

const unanswered: CallFacts = {
  cause: 19,
  answered: false,
  heardMs: 0,
  essentialMs: 8000,
  keys: [],
  hungUpBy: 'customer',
  evidence: 'reported',
};
const answered: CallFacts = { ...unanswered, cause: 16, answered: true };
const outcome = (facts: CallFacts) => classify(facts).outcome;

describe('a call that nobody answered, by its Q.850 cause', () => {
  test.each([
    [0, 'unknown'],
    [1, 'invalid-number'],
    [2, 'technical'],
    [3, 'technical'],
    [5, 'technical'],
    [6, 'technical'],
    [8, 'technical'],
    [16, 'no-answer'],
    [17, 'busy'],
    [18, 'no-answer'],
    [19, 'no-answer'],
    [20, 'switched-off'],
    [21, 'rejected'],
    [22, 'invalid-number'],
    [25, 'technical'],
    [26, 'no-answer'],
    [27, 'switched-off'],
    [28, 'invalid-number'],
    [29, 'technical'],
    [30, 'unknown'],
    [31, 'no-answer'],
    [32, 'technical'],
    [34, 'technical'],
    [38, 'technical'],
    [41, 'technical'],
    [42, 'technical'],
    [43, 'technical'],
    [44, 'technical'],
    [47, 'technical'],
    [50, 'technical'],
    [58, 'technical'],
    [63, 'technical'],
    [66, 'technical'],
    [79, 'technical'],
    [88, 'technical'],
    [102, 'technical'],
    [111, 'technical'],
    [112, 'unknown'],
    [127, 'unknown'],
  ])('cause %i → %s', (cause, expected) => {
    expect(outcome({ ...unanswered, cause })).toBe(expected);
    expect(meaningOf(cause)).toBe(expected);
  });
});

describe('what Asterisk reports of each fate of the lab', () => {
  test.each([
    ['486 busy', { cause: 17 }, 'busy'],
    ['rings until our time is over', { cause: 19, rang: true, hungUpBy: 'us' }, 'no-answer'],
    ['480 without ringing', { cause: 19, rang: false, hungUpBy: 'customer' }, 'switched-off'],
    ['480 after ringing', { cause: 19, rang: true, hungUpBy: 'customer' }, 'no-answer'],
    ['603 after ringing', { cause: 21, rang: true }, 'rejected'],
    ['404', { cause: 1, rang: false }, 'invalid-number'],
    ['503', { cause: 34, rang: false }, 'technical'],
    ['183, announcement, 480', { cause: 19, rang: false, earlyMedia: true }, 'switched-off'],
    [
      '183, announcement until our time is over',
      { cause: 19, rang: false, earlyMedia: true, hungUpBy: 'us' },
      'switched-off',
    ],
    ['410', { cause: 22, rang: false }, 'invalid-number'],
    ['408', { cause: 18, rang: false }, 'no-answer'],
    ['nobody at the trunk until our time is over', { cause: 19, rang: false, hungUpBy: 'us' }, 'technical'],
    ['19 from call records, which know no ringing', { cause: 19, hungUpBy: 'unknown' }, 'no-answer'],
    [
      '19 without ringing, not known who ended it',
      { cause: 19, rang: false, hungUpBy: 'unknown' },
      'switched-off',
    ],
    ['no cause, it had rung', { cause: 0, rang: true, hungUpBy: 'us' }, 'no-answer'],
    ['no cause, nothing rang', { cause: 0, rang: false }, 'unknown'],
    ['originate refused', { cause: 0, evidence: 'not-placed' }, 'technical'],
    ['evidence lost', { cause: 0, evidence: 'lost' }, 'unknown'],
    ['evidence lost, whatever the cause says', { cause: 34, evidence: 'lost' }, 'unknown'],
  ] satisfies [string, Partial<CallFacts>, string][])('%s', (_, facts, expected) => {
    expect(outcome({ ...unanswered, ...facts })).toBe(expected);
  });
});

describe('a call that was answered', () => {
  test.each([
    ['pressed 1 at once', { keys: ['1'], heardMs: 100 }, 'confirmed'],
    ['heard the essential part', { heardMs: 8000 }, 'heard'],
    ['heard it and hung up in the menu', { heardMs: 9500, hungUpBy: 'customer' }, 'heard'],
    ['hung up a moment before its end', { heardMs: 7999 }, 'hung-up-early'],
    ['hung up before a word', { heardMs: 0 }, 'hung-up-early'],
    ['BYE without a reason is cause 0', { cause: 0, heardMs: 1000 }, 'hung-up-early'],
    ['we broke off', { heardMs: 2000, hungUpBy: 'us' }, 'no-reaction'],
    ['the PBX went away in the middle', { cause: 38, heardMs: 2000, hungUpBy: 'unknown' }, 'no-reaction'],
    ['pressed 9', { keys: ['9'], heardMs: 9000 }, 'opted-out'],
    ['pressed 3', { keys: ['3'] }, 'call-later'],
    ['pressed 3 having heard it', { keys: ['3'], heardMs: 9000 }, 'call-later'],
    ['pressed 0', { keys: ['0'] }, 'human-requested'],
    ['pressed 0, then 9: paper', { keys: ['0', '9'] }, 'opted-out'],
    ['pressed 3, then 1', { keys: ['3', '1'] }, 'confirmed'],
    ['confirmed, then 9', { keys: ['1', '9'] }, 'confirmed'],
    ['pressed 3, then 0', { keys: ['3', '0'] }, 'human-requested'],
    ['only wrong keys', { keys: ['5', '#', '2'], heardMs: 500 }, 'hung-up-early'],
    ['a machine answered', { answeredBy: 'machine', heardMs: 9000 }, 'voicemail'],
    ['taken for a machine, but pressed 1', { answeredBy: 'machine', keys: ['1'] }, 'confirmed'],
    ['not sure whether a machine', { answeredBy: 'not-sure', heardMs: 9000 }, 'heard'],
    ['no essential part and nothing heard', { essentialMs: 0, heardMs: 0 }, 'hung-up-early'],
    ['evidence lost after the essential part', { evidence: 'lost', heardMs: 8000 }, 'heard'],
    ['evidence lost after 1 was pressed', { evidence: 'lost', keys: ['1'] }, 'confirmed'],
    ['evidence lost before that', { evidence: 'lost', heardMs: 3000 }, 'unknown'],
  ] satisfies [string, Partial<CallFacts>, string][])('%s', (_, facts, expected) => {
    expect(outcome({ ...answered, ...facts })).toBe(expected);
  });
});

describe('what follows from an outcome', () => {
  test('confirmed, heard and a wish for a human are delivered; nothing else is', () => {
    expect(classify({ ...answered, keys: ['1'] }).delivered).toBe(true);
    expect(classify({ ...answered, keys: ['0'] }).delivered).toBe(true);
    expect(classify({ ...answered, heardMs: 8000 }).delivered).toBe(true);
    expect(classify({ ...answered, keys: ['3'], heardMs: 8000 }).delivered).toBe(false);
    expect(classify({ ...answered, heardMs: 7999 }).delivered).toBe(false);
    expect(classify({ ...answered, answeredBy: 'machine', heardMs: 8000 }).delivered).toBe(false);
  });

  test('a batch that asks for a key is not satisfied by hearing', () => {
    const facts: CallFacts = { ...answered, heardMs: 9000, successRule: 'key-only' };
    expect(classify(facts)).toMatchObject({ outcome: 'heard', delivered: false, heardEssential: true });
    expect(classify({ ...facts, keys: ['1'] }).delivered).toBe(true);
  });

  test.each([
    [1, 'invalid'],
    [22, 'invalid'],
    [28, 'invalid'],
    [17, undefined],
    [34, undefined],
  ])('cause %i hands off as %s', (cause, handOff) => {
    expect(classify({ ...unanswered, cause }).handOff).toBe(handOff);
  });

  test('9 is registered even when the notice was confirmed, and 0 even when 9 wins', () => {
    expect(classify({ ...answered, keys: ['1', '9'] })).toMatchObject({ delivered: true, optOut: true });
    expect(classify({ ...answered, keys: ['1', '9'] }).handOff).toBeUndefined();
    expect(classify({ ...answered, keys: ['0', '9'] })).toMatchObject({
      handOff: 'opted-out',
      humanRequested: true,
    });
  });

  const facts = fc.record<CallFacts>({
    cause: fc.integer({ min: 0, max: 127 }),
    answered: fc.boolean(),
    heardMs: fc.nat(20_000),
    essentialMs: fc.nat(20_000),
    keys: fc.array(fc.constantFrom('0', '1', '2', '3', '5', '9', '*', '#'), { maxLength: 4 }),
    hungUpBy: fc.constantFrom('customer', 'us', 'unknown'),
    evidence: fc.constantFrom('reported', 'lost', 'not-placed'),
    rang: fc.option(fc.boolean(), { nil: undefined }),
    earlyMedia: fc.option(fc.boolean(), { nil: undefined }),
    answeredBy: fc.constantFrom(undefined, 'human', 'machine', 'not-sure'),
    successRule: fc.constantFrom(undefined, 'key-only', 'key-or-essential-part'),
  });

  test('whatever is known: exactly technical is uncounted, and nobody delivered is handed off', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const result = classify(of);
        expect(OUTCOMES).toContain(result.outcome);
        expect(result.counted).toBe(result.outcome !== 'technical');
        expect(result.delivered && result.handOff !== undefined).toBe(false);
        expect(result.handOff !== undefined).toBe(['invalid-number', 'opted-out'].includes(result.outcome));
      }),
    );
  });

  test('a customer who was disturbed is never called again for free', () => {
    fc.assert(
      fc.property(facts, (of) => {
        fc.pre(of.answered && of.evidence === 'reported');
        expect(classify(of).counted).toBe(true);
      }),
    );
  });
});

test.each([
  [29_600, 'us'],
  [30_000, 'us'],
  [29_400, 'customer'],
  [200, 'customer'],
])('a call of %i ms with 30 s to ring was ended by %s', (lasted, expected) => {
  expect(unansweredEndedBy(1000, 1000 + lasted, 30)).toBe(expected);
});
