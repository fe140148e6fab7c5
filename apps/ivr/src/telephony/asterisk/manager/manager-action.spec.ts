import { harmlessAction } from './manager-action';

describe('an AMI action', () => {
  it.each([
    ['a\r\nAction: Originate', 'a Action: Originate'],
    ['a\nb', 'a b'],
    ['a\rb', 'a b'],
    ['a\u0000b', 'a b'],
    ['a\r\n\r\nAction: Command', 'a Action: Command'],
  ])('cannot carry a second header in %j', (value, sent) => {
    expect(harmlessAction({ action: 'QueuePause', reason: value })).toEqual({
      action: 'QueuePause',
      reason: sent,
    });
  });

  it.each(['Originate', 'originate', ' ORIGINATE\r\n'])('never places a call: %j', (action) => {
    expect(() => harmlessAction({ action })).toThrow('through ARI alone');
  });

  it.each(['a b', 'a:b', 'a\r\nb', ''])('has no header named %j', (header) => {
    expect(() => harmlessAction({ action: 'Ping', [header]: 'x' })).toThrow('is no header');
  });

  it('keeps Chinese names and numbers as they are', () => {
    expect(harmlessAction({ action: 'QueueAdd', membername: '张三', penalty: 2, paused: true })).toEqual({
      action: 'QueueAdd',
      membername: '张三',
      penalty: '2',
      paused: 'true',
    });
  });
});
