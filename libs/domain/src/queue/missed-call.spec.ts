import { decideCallBack, type LostCaller } from './missed-call';

const lost: LostCaller = {
  outcome: 'abandoned',
  valueTier: 'mid',
  listFlag: 'normal',
  phone: '+8613900010001',
  leftAt: new Date('2026-03-02T02:00:00Z'),
};

test('a mid-tier caller who gives up is called back within 24 hours (L30)', () => {
  expect(decideCallBack(lost, 24)).toEqual({ due: true, by: new Date('2026-03-03T02:00:00Z') });
});

test.each(['timeout', 'full', 'empty', 'unavailable'] as const)(
  'and one whom the queue lost: %s',
  (outcome) => {
    expect(decideCallBack({ ...lost, outcome }, 24)).toMatchObject({ due: true });
  },
);

test('and one who waited when the PBX died', () => {
  expect(decideCallBack({ ...lost, outcome: null }, 24)).toMatchObject({ due: true });
});

test('the high tier is not treated worse, the black list does not take the call-back away (C29)', () => {
  expect(decideCallBack({ ...lost, valueTier: 'high' }, 24)).toMatchObject({ due: true });
  expect(decideCallBack({ ...lost, listFlag: 'black' }, 24)).toMatchObject({ due: true });
});

test.each([
  [{ outcome: 'answered' }, 'not-lost'],
  [{ outcome: 'call-back' }, 'not-lost'],
  [{ valueTier: 'ordinary' }, 'ordinary-tier'],
  [{ valueTier: 'ordinary', listFlag: 'red' }, 'ordinary-tier'],
  [{ phone: null }, 'no-number'],
] as const)('%j is not: %s', (change, why) => {
  expect(decideCallBack({ ...lost, ...change }, 24)).toEqual({ due: false, why });
});
