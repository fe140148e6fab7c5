import { buffer } from 'node:stream/consumers';
import { systemContext, tableColumn } from '@switchyard/platform';
import { exportList, type Page } from './export-list';

interface Item {
  readonly name: string;
  readonly phone: string;
}

const PAGES: Readonly<Record<string, Page<Item>>> = {
  first: { items: [{ name: '王芳', phone: '+8613900010001' }], nextCursor: 'second' },
  second: { items: [{ name: '=1+1', phone: '+8613900010002' }] },
};
const COLUMNS = [
  tableColumn<Item>('text', '姓名', 'name', ({ name }) => name),
  tableColumn<Item>('own', '电话', 'phone', ({ phone }) => phone),
];

const list = (permissions: readonly string[], mostRows?: number) =>
  exportList({
    fileName: 'customers',
    sheetName: { 'zh-CN': '客户', en: 'Customers' },
    columns: COLUMNS,
    mostRows,
    page: async (cursor) => PAGES[cursor ?? 'first'] ?? { items: [] },
    now: new Date('2026-03-02T12:00:00Z'),
    context: { ...systemContext('test'), actor: { ...systemContext('test').actor, permissions } },
  });
const text = async (permissions: readonly string[], mostRows?: number) =>
  (await buffer((await list(permissions, mostRows)).getStream())).toString();

describe('the export of a list', () => {
  it('has every page, and no formula', async () => {
    expect(await text(['phone:read'])).toBe(
      "\uFEFF姓名,电话\r\n王芳,+8613900010001\r\n'=1+1,+8613900010002\r\n",
    );
  });

  it('shows no number to whoever may not see numbers', async () => {
    expect(await text([])).not.toMatch(/1390001000/);
  });

  it('breaks off when there are more rows than a file should have', async () => {
    await expect(text([], 1)).rejects.toMatchObject({ code: 'export.too-many-rows' });
  });

  it('is refused at once when the list refuses', async () => {
    const refused = exportList({
      fileName: 'x',
      sheetName: { 'zh-CN': 'x', en: 'x' },
      columns: COLUMNS,
      now: new Date(0),
      page: () => Promise.reject(new Error('no')),
      context: systemContext('test'),
    });
    await expect(refused).rejects.toThrow('no');
  });
});
