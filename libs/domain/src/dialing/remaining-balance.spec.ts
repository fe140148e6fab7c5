import fc from 'fast-check';
import { type DebtItem, type Payment, remainingBalances } from './remaining-balance';

const asOf = new Date('2026-11-20T16:00:00Z');
const after = (hours: number) => new Date(asOf.getTime() + hours * 3_600_000);
const owes = (ref: string, period: string, owedFen: number, at = asOf): DebtItem => ({
  ref,
  period,
  owedFen,
  asOf: at,
});
const paid = (amountFen: number, hours: number): Payment => ({ amountFen, paidAt: after(hours) });
const left = (items: DebtItem[], payments: Payment[]) =>
  remainingBalances(items, payments).map(({ ref, balanceFen }) => [ref, balanceFen]);

const october = owes('oct', '2026-10', 10_000);
const november = owes('nov', '2026-11', 5000);

test.each<[string, DebtItem[], Payment[], [string, number][]]>([
  ['nothing paid', [october], [], [['oct', 10_000]]],
  ['all paid', [october], [paid(10_000, 1)], [['oct', 0]]],
  ['part paid', [october], [paid(4000, 1)], [['oct', 6000]]],
  ['paid in parts', [october], [paid(4000, 1), paid(6000, 2)], [['oct', 0]]],
  ['paid too much', [october], [paid(99_999, 1)], [['oct', 0]]],
  ['paid before the data were drawn', [october], [paid(10_000, -1)], [['oct', 10_000]]],
  ['paid in the very instant: in the data already', [october], [paid(10_000, 0)], [['oct', 10_000]]],
  [
    'oldest first',
    [november, october],
    [paid(12_000, 1)],
    [
      ['nov', 3000],
      ['oct', 0],
    ],
  ],
  [
    'oldest first, not enough for it',
    [november, october],
    [paid(7000, 1)],
    [
      ['nov', 5000],
      ['oct', 3000],
    ],
  ],
  ['a reversal takes it back', [october], [paid(10_000, 1), paid(-10_000, 2)], [['oct', 10_000]]],
  ['part of it reversed', [october], [paid(10_000, 1), paid(-2500, 2)], [['oct', 2500]]],
  ['a reversal of older money raises no debt', [october], [paid(-3000, 1)], [['oct', 10_000]]],
  [
    'a later payment is not eaten by an earlier reversal',
    [october],
    [paid(-3000, 1), paid(10_000, 2)],
    [['oct', 0]],
  ],
  ['payments told out of order', [october], [paid(-3000, 2), paid(10_000, 3), paid(3000, 1)], [['oct', 0]]],
  ['a credit stays', [owes('oct', '2026-10', -200)], [paid(1000, 1)], [['oct', -200]]],
  [
    'a credit takes no payment from others',
    [owes('oct', '2026-10', -200), november],
    [paid(5000, 1)],
    [
      ['oct', -200],
      ['nov', 0],
    ],
  ],
  [
    'periods of equal age in the order given',
    [owes('a', '2026-10', 100), owes('b', '2026-10', 100)],
    [paid(150, 1)],
    [
      ['a', 0],
      ['b', 50],
    ],
  ],
  [
    'newer data contain the payment, older ones do not',
    [owes('new', '2026-09', 700, after(5)), october],
    [paid(10_000, 1)],
    [
      ['new', 700],
      ['oct', 0],
    ],
  ],
])('%s', (_, items, payments, expected) => {
  expect(left(items, payments)).toEqual(expected);
});

test('what to do with each: cancel, read out the rest, or go on', () => {
  const [all, part, none] = remainingBalances(
    [owes('1', '2026-08', 100), owes('2', '2026-09', 100), owes('3', '2026-10', 100)],
    [paid(150, 1)],
  );
  expect(all).toMatchObject({ paid: true, partPaid: false, balanceFen: 0 });
  expect(part).toMatchObject({ paid: false, partPaid: true, balanceFen: 50 });
  expect(none).toMatchObject({ paid: false, partPaid: false, balanceFen: 100 });
});

test('a bill of nothing is not "paid meanwhile": its notice is still due', () => {
  expect(remainingBalances([owes('a', '2026-10', 0)], [paid(50, 1)])).toEqual([
    { ref: 'a', balanceFen: 0, paid: false, partPaid: false },
  ]);
});

test('money is neither lost nor made: debts fall by exactly what was paid, as far as there are debts', () => {
  const amount = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 6 }),
      fc.array(amount, { maxLength: 6 }),
      (debts, payments) => {
        const items = debts.map((fen, i) => owes(String(i), `2026-${String(12 - i).padStart(2, '0')}`, fen));
        const balances = remainingBalances(
          items,
          payments.map((fen, i) => paid(fen, i + 1)),
        );
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(balances.map((b) => b.balanceFen))).toBe(Math.max(0, sum(debts) - sum(payments)));
        const firstOpen = balances.findLastIndex((b) => b.balanceFen > 0);
        for (const newer of balances.slice(0, Math.max(0, firstOpen))) {
          expect(newer).toMatchObject({ paid: false, partPaid: false });
        }
      },
    ),
  );
});
