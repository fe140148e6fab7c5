import { FAULT_NAMES } from './fault-names';
import { parseFaultsOptions } from './faults-options';
import { inParts } from './campaign';
import { contactsFor } from './contacts';
import { SeededRandom } from './seeded-random';

const parse = (...args: string[]) => parseFaultsOptions(args, () => 7);

test('the long form does every fault twice, on three hundred contacts and more', () => {
  const options = parse();
  expect([...options.faults].sort()).toEqual([...FAULT_NAMES, ...FAULT_NAMES].sort());
  expect(options.contacts).toBeGreaterThanOrEqual(300);
  expect(options.seed).toBe(7);
});

test('the short form does three', () => {
  expect(parse('--short').faults).toHaveLength(3);
  expect(parse('--short', '--contacts', '80', '--seed', '1', '--json', 'f')).toMatchObject({
    contacts: 80,
    seed: 1,
    json: 'f',
  });
});

test.each([
  [['--contacts', '5'], '--contacts 5'],
  [['--contacts', 'many'], '--contacts many'],
  [['--seed', '-1'], '--seed'],
  [['--fast'], '--fast'],
])('%j is refused by name', (args, named) => {
  expect(() => parse(...args)).toThrow(named);
});

test('the same seed makes the same order', () => {
  const order = (seed: number) => new SeededRandom(seed).shuffled(FAULT_NAMES).join();
  expect(order(4)).toBe(order(4));
  expect(new Set([1, 2, 3, 4, 5, 6].map(order)).size).toBeGreaterThan(1);
});

test('contacts are as many as asked for, with every fate and second meters among them', () => {
  const contacts = contactsFor(320, new SeededRandom(3));
  expect(contacts).toHaveLength(320);
  expect(new Set(contacts.map(({ fate }) => fate)).size).toBe(20);
  expect(new Set(contacts.map(({ accountNo }) => accountNo)).size).toBe(320);
  expect(new Set(contacts.map(({ number }) => number)).size).toBe(304);
});

test('two meters of one number stay in one batch', () => {
  const parts = inParts(contactsFor(320, new SeededRandom(3)), 12);
  expect(parts).toHaveLength(12);
  expect(parts.flat()).toHaveLength(320);
  const numbers = parts.flatMap((part) => [...new Set(part.map(({ number }) => number))]);
  expect(new Set(numbers).size).toBe(numbers.length);
});
