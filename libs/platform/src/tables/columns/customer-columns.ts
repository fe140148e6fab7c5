import { type Column, type ColumnNames, textColumn } from '../rows/column';
import { readText, readWord } from '../rows/read-text';
import type { ReadCell } from '../rows/cell';

/** How files of every billing system name what tells a customer. Whose table it is says how its cells are read. */

/** `read` knows how account numbers look there. */
export function accountNoColumn(read: ReadCell): Column {
  return textColumn(
    {
      field: 'accountNo',
      chinese: '户号',
      english: 'account no',
      headers: ['用户编号', '客户编号', '用户号', '户编号', 'account number', 'account'],
    },
    read,
  );
}

/** `max`: characters. */
export function customerNameColumn(max: number): Column {
  return textColumn(
    {
      field: 'name',
      chinese: '户名',
      english: 'name',
      headers: ['用户名称', '客户名称', '用户姓名', '客户姓名', '姓名', '名称', 'customer name', 'customer'],
    },
    readText(max),
  );
}

/** May be absent. */
export function customerKindColumn(names: Pick<ColumnNames, 'field' | 'english' | 'headers'>): Column {
  return textColumn(
    {
      chinese: '客户类型',
      ...names,
      headers: ['客户类别', '用户类型', '用户类别', 'customer type', ...(names.headers ?? [])],
      required: false,
    },
    readWord({
      resident: ['居民', '住宅', '个人', 'residential'],
      organisation: ['单位', '企业', '机构', '公司', 'organization', 'company'],
      'sole-trader': ['个体工商户', '个体户', '个体', '商户', 'sole trader'],
    }),
  );
}

/** Other headers of a column of telephone numbers. */
export const PHONE_HEADERS: readonly string[] = [
  '联系电话',
  '电话号码',
  '手机',
  '手机号',
  '手机号码',
  '联系方式',
  'phone number',
  'telephone',
  'mobile',
  'tel',
];
