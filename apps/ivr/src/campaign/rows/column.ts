import type { PhoneNormaliser } from '@switchyard/domain';
import { type Bilingual, type ReadCell, type ReadJson, refuseCell } from './cell';
import { type AmountSign, readFen, readJsonQuantity, readQuantity, readYuan } from './read-number';
import { readPhone } from './read-phone';
import { readAccountNo, readText, readWord } from './read-text';

/** One column of a kind's table: how files and JSON name it, and how its cells are read. */
export interface Column {
  /** Its name in row errors about files. */
  readonly field: string;
  /** Its name in JSON rows: money carries its unit. */
  readonly jsonField: string;
  readonly title: Bilingual;
  /** Headers that mean it, beside its two titles and its field name. */
  readonly headers: readonly string[];
  readonly required: boolean;
  readonly read: ReadCell;
  readonly readJson: ReadJson;
}

export interface ColumnNames {
  readonly field: string;
  readonly chinese: string;
  readonly english: string;
  readonly headers?: readonly string[];
  readonly required?: boolean;
}

/** A column whose JSON value is the same text as in a file. */
export function textColumn(names: ColumnNames, read: ReadCell): Column {
  return column(names, names.field, read, (value) =>
    typeof value === 'string' ? read(value.trim()) : refuseCell('badText', '应为字符串', 'give a string'),
  );
}

/** Yuan in files, fen in JSON. */
export function moneyColumn(names: ColumnNames, sign: AmountSign): Column {
  return column(names, `${names.field}Fen`, readYuan(sign), readFen(sign));
}

export function quantityColumn(names: ColumnNames): Column {
  return column(names, names.field, readQuantity, readJsonQuantity);
}

function column(names: ColumnNames, jsonField: string, read: ReadCell, readJson: ReadJson): Column {
  return {
    field: names.field,
    jsonField,
    title: { 'zh-CN': names.chinese, en: names.english },
    headers: names.headers ?? [],
    required: names.required ?? true,
    read,
    readJson,
  };
}

/** What every kind's table begins with (T2.2): whom to call, and in which language. */
export function customerColumns(normalise: PhoneNormaliser): readonly Column[] {
  return [
    textColumn(
      {
        field: 'accountNo',
        chinese: '户号',
        english: 'account no',
        headers: ['用户编号', '客户编号', '用户号', '户编号', 'account number', 'account'],
      },
      readAccountNo,
    ),
    textColumn(
      {
        field: 'name',
        chinese: '户名',
        english: 'name',
        headers: [
          '用户名称',
          '客户名称',
          '用户姓名',
          '客户姓名',
          '姓名',
          '名称',
          'customer name',
          'customer',
        ],
      },
      readText(100),
    ),
    textColumn(
      {
        field: 'phone',
        chinese: '电话',
        english: 'phone',
        headers: [
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
        ],
      },
      readPhone(normalise),
    ),
    textColumn(
      {
        field: 'customerKind',
        chinese: '客户类型',
        english: 'customer kind',
        headers: ['客户类别', '用户类型', '用户类别', 'customer type', 'kind'],
        required: false,
      },
      readWord({
        resident: ['居民', '住宅', '个人', 'residential'],
        organisation: ['单位', '企业', '机构', '公司', 'organization', 'company'],
        'sole-trader': ['个体工商户', '个体户', '个体', '商户', 'sole trader'],
      }),
    ),
    textColumn(
      { field: 'language', chinese: '语言', english: 'language', headers: ['语种', 'lang'], required: false },
      readWord({ 'zh-CN': ['中文', '汉语', '普通话', 'zh', 'chinese'], en: ['英文', '英语', 'english'] }),
    ),
  ];
}
