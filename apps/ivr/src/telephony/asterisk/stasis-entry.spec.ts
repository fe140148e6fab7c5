import { stasisEntry } from './stasis-entry';

describe('how a channel enters the application', () => {
  it('is by the line when it comes in, with the extension as the number called', () => {
    expect(stasisEntry(['incoming'], '95598')).toEqual({ entry: 'line', dialled: '95598' });
  });

  it('is by the queue that let it go, and tells who served', () => {
    expect(stasisEntry(['queue-left', 'fault', 'served', '1001', '4001'], 'over')).toEqual({
      entry: 'queue-left',
      dialled: '4001',
      queue: 'fault',
      reason: 'served',
      agent: '1001',
    });
    expect(stasisEntry(['queue-left', 'general', 'timeout', '', ''], 'over')).not.toHaveProperty('agent');
  });

  it('takes a reason that it does not know for unavailable', () => {
    expect(stasisEntry(['queue-left', 'general', 'abducted'], 'over')).toMatchObject({
      reason: 'unavailable',
    });
  });

  it('is ours when we placed it', () => {
    expect(stasisEntry(['outbound'], 's')).toEqual({ entry: 'outbound', dialled: '' });
  });
});
