import type { TransferTarget } from '../../queue-node.port';
import { extensionOf, targetOf } from './transfer-target';

const number = (digits: string): TransferTarget => ({ kind: 'number', number: digits, trunk: 'trunk' });

describe('whom a caller is transferred to', () => {
  it.each<[string, TransferTarget]>([
    ['1002', { kind: 'agent', sipUser: '1002' }],
    ['queue_english', { kind: 'queue', queue: 'english' }],
    ['+8613900010001', number('+8613900010001')],
  ])('is extension %s there and back', (extension, target) => {
    expect(extensionOf(target)).toBe(extension);
    expect(targetOf(extension, 'trunk')).toEqual(target);
  });

  it.each([
    ['13900010001', '+8613900010001'],
    ['075512345678', '+8675512345678'],
  ])('%s, as a phone dials it, is %s', (digits, e164) => {
    expect(targetOf(digits, 'trunk')).toEqual(number(e164));
  });

  it.each(['', 'h', '99', 'queue_', '1002&1003', '9001'])('is nobody for %j', (extension) => {
    expect(targetOf(extension, 'trunk')).toBeUndefined();
  });
});
