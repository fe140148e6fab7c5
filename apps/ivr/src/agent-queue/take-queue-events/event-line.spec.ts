import { Logger } from '@switchyard/platform';
import type { QueueEvent } from '../../telephony/queue-node.port';
import { EventLine } from './event-line';

const event = (sipUser: string): QueueEvent => ({ type: 'phone-registered', sipUser, at: 0 });
const connectionLost = () => Object.assign(new Error('terminating connection'), { code: '57P01' });

function setUp(take: (sipUser: string) => Promise<void> | void) {
  const taken: string[] = [];
  const failed: QueueEvent[] = [];
  const line = new EventLine(
    async (each) => {
      if (each.type !== 'phone-registered') return;
      await take(each.sipUser);
      taken.push(each.sipUser);
    },
    Logger.silent(),
    (each) => failed.push(each),
    [1],
  );
  return { line, taken, failed };
}

describe('events of a node', () => {
  it('are taken one after another, in their order', async () => {
    let atWork = 0;
    const { line, taken } = setUp(async () => {
      atWork += 1;
      expect(atWork).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      atWork -= 1;
    });
    for (const user of ['1', '2', '3']) line.push(event(user));
    await line.idle();
    line.push(event('4'));
    await line.idle();
    expect(taken).toEqual(['1', '2', '3', '4']);
  });

  it('do not stop when one of them fails', async () => {
    const { line, taken, failed } = setUp((user) => {
      if (user === '2') throw new Error('our own defect');
    });
    for (const user of ['1', '2', '3']) line.push(event(user));
    await line.idle();
    expect(taken).toEqual(['1', '3']);
    expect(failed).toEqual([event('2')]);
  });

  it('wait while the database is away', async () => {
    let tries = 0;
    const { line, taken, failed } = setUp(() => {
      tries += 1;
      if (tries < 3) throw connectionLost();
    });
    line.push(event('1'));
    line.push(event('2'));
    await line.idle();
    expect(taken).toEqual(['1', '2']);
    expect(failed).toEqual([]);
  });

  it('are given up at the end of the process when the database stays away', async () => {
    const { line, failed } = setUp(() => {
      throw connectionLost();
    });
    line.push(event('1'));
    await line.stop();
    expect(failed).toEqual([event('1')]);
  });
});
