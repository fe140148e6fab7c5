import { FixedClock, tableColumn } from '@switchyard/platform';
import type { Users } from '../users/users.port';
import { AccountNames, withNames } from './account-names';

describe('people in files', () => {
  const columns = [
    tableColumn<{ by: string; text: string }>('own', '处理人', 'by', ({ by }) => by),
    tableColumn<{ by: string; text: string }>('text', '内容', 'text', ({ text }) => text),
  ];
  const cells = (by: string, names: ReadonlyMap<string, string>) =>
    withNames(columns, names).map(({ value }) => value({ by, text: 'u-1 来电' }, 'zh-CN'));

  it('are told by their names, and others as they are written', () => {
    const names = new Map([
      ['u-1', '李娜'],
      ['u-2', '=1+1'],
    ]);
    expect(cells('u-1', names)).toEqual(['李娜', 'u-1 来电']);
    expect(cells('system:ivr', names)).toEqual(['system:ivr', 'u-1 来电']);
    expect(cells('u-2', names)).toEqual(['u-2', 'u-1 来电']);
  });

  it('are read page by page, once a minute', async () => {
    const asked: (string | undefined)[] = [];
    const users = {
      list: async (_filter: object, _limit: number, cursor?: string) => {
        asked.push(cursor);
        return cursor === undefined
          ? { items: [{ id: 'u-1', displayName: '李娜' }], nextCursor: 'next' }
          : { items: [{ id: 'u-2', displayName: '王芳' }] };
      },
    } as unknown as Users;
    const clock = new FixedClock(new Date('2026-03-02T01:00:00Z'));
    const names = new AccountNames(users, clock);
    expect([...(await names.all()).values()]).toEqual(['李娜', '王芳']);
    await names.all();
    expect(asked).toEqual([undefined, 'next']);
    clock.advance(60_000);
    await names.all();
    expect(asked).toHaveLength(4);
  });
});
