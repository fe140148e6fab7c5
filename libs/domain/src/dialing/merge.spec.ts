import fc from 'fast-check';
import { type DueContact, mergeByNumber } from './merge';

const contact = (id: string, number: string, change: Partial<DueContact> = {}): DueContact => ({
  id,
  number,
  template: 'bill-notice zh-CN',
  ...change,
});
const ids = (contacts: DueContact[], max = 5) =>
  mergeByNumber(contacts, max).map((g) => g.contacts.map((c) => c.id));

test.each<[string, DueContact[], string[][]]>([
  ['nobody', [], []],
  ['two meters on one number', [contact('1', '+861'), contact('2', '+861')], [['1', '2']]],
  ['two numbers', [contact('1', '+861'), contact('2', '+862')], [['1'], ['2']]],
  [
    'order of the first of each',
    [contact('1', '+862'), contact('2', '+861'), contact('3', '+862')],
    [['1', '3'], ['2']],
  ],
  [
    'two extensions of a switchboard',
    [contact('1', '+861', { extension: '1' }), contact('2', '+861', { extension: '2' })],
    [['1'], ['2']],
  ],
  [
    'bill and arrears',
    [contact('1', '+861'), contact('2', '+861', { template: 'arrears-reminder zh-CN' })],
    [['1'], ['2']],
  ],
])('%s', (_, contacts, expected) => {
  expect(ids(contacts)).toEqual(expected);
});

test('seven meters on one number are five and two', () => {
  const seven = ['1', '2', '3', '4', '5', '6', '7'].map((id) => contact(id, '+861'));
  expect(ids(seven)).toEqual([
    ['1', '2', '3', '4', '5'],
    ['6', '7'],
  ]);
});

test.each([0, -1, Number.NaN])('%d notices per call is refused', (max) => {
  expect(() => mergeByNumber([], max)).toThrow(RangeError);
});

test('everybody is in exactly one call, to their own number', () => {
  const contacts = fc.array(
    fc.record({
      number: fc.constantFrom('+861', '+862'),
      extension: fc.constantFrom(undefined, '1'),
      template: fc.constantFrom('bill', 'arrears'),
    }),
  );
  fc.assert(
    fc.property(contacts, fc.integer({ min: 1, max: 5 }), (all, max) => {
      const due = all.map((of, index) => ({ ...of, id: String(index) }));
      const groups = mergeByNumber(due, max);
      expect(groups.flatMap((g) => g.contacts).sort((a, b) => Number(a.id) - Number(b.id))).toEqual(due);
      for (const group of groups) {
        expect(group.contacts.length).toBeLessThanOrEqual(max);
        for (const of of group.contacts) {
          expect([of.number, of.extension, of.template]).toEqual([
            group.number,
            group.extension,
            group.contacts[0]!.template,
          ]);
        }
      }
    }),
  );
});
