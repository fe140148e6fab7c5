import { INBOUND_FAULTS } from './inbound-faults';
import { parseInboundOptions } from './inbound-options';

const parse = (...args: string[]) => parseInboundOptions(args, () => 7);

test('the long form does every fault to a hundred callers', () => {
  expect(parse()).toMatchObject({ callers: 100, seed: 7, faults: INBOUND_FAULTS });
});

test('the short form is one kill', () => {
  expect(parse('--short')).toMatchObject({ callers: 30, faults: ['kill-ivr'] });
});

test('one fault can be had alone', () => {
  expect(parse('--only', 'restart-nats', '--seed', '3').faults).toEqual(['restart-nats']);
});

test.each([
  [['--callers', '5'], '--callers 5'],
  [['--only', 'fire'], '--only fire'],
  [['--seed', '-1'], '--seed'],
  [['--contacts', '3'], '--contacts'],
])('%j is refused by name', (args, named) => {
  expect(() => parse(...args)).toThrow(named);
});
