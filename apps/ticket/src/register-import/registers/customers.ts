import type { CustomerKind, ListFlag, ValueTier } from '@switchyard/contracts';
import type { PhoneNormaliser } from '@switchyard/domain';
import {
  type Column,
  customerKindColumn,
  customerNameColumn,
  PHONE_HEADERS,
  readText,
  readWord,
  type RowValues,
  textColumn,
} from '@switchyard/platform';
import { ACCOUNT_NO_COLUMN } from './account-no-column';
import { duplicateError } from './duplicate-error';
import { flagColumn, phonesColumn, readAreaCode } from './read-cells';
import type { Register } from './register';
import { VALUE_COLUMNS } from './value-columns';

/** A customer as the billing system tells it; what is absent stays as it was. */
export interface CustomerRow {
  readonly line: number;
  readonly accountNo: string;
  readonly name: string;
  readonly kind?: CustomerKind;
  readonly phones?: readonly string[];
  readonly address?: string;
  readonly areaCode?: string;
  readonly valueTier?: ValueTier;
  readonly listFlag?: ListFlag;
  readonly important?: boolean;
  /** YYYY-MM-DD. */
  readonly customerSince?: string;
  /** 0 to 100. */
  readonly creditScore?: number;
}

export function customersRegister(normalise: PhoneNormaliser): Register<CustomerRow> {
  return {
    kind: 'customers',
    columns: columnsOf(normalise),
    assemble: (line, values) => ({ row: rowOf(line, values) }),
    keyOf: ({ accountNo }) => [accountNo, ''],
    duplicate: (row, first) => duplicateError(row, 'accountNo', row.accountNo, first),
    warningOf: (remark: never) => remark,
  };
}

function columnsOf(normalise: PhoneNormaliser): readonly Column[] {
  return [
    ACCOUNT_NO_COLUMN,
    customerNameColumn(200),
    customerKindColumn({ field: 'kind', english: 'kind', headers: ['customer kind'] }),
    phonesColumn(
      {
        field: 'phones',
        chinese: '绑定电话',
        english: 'phones',
        headers: ['电话', 'phone', ...PHONE_HEADERS],
        required: false,
      },
      normalise,
    ),
    textColumn(
      {
        field: 'address',
        chinese: '用电地址',
        english: 'address',
        headers: ['地址', '客户地址', '用户地址'],
        required: false,
      },
      readText(300),
    ),
    textColumn(
      {
        field: 'areaCode',
        chinese: '区域代码',
        english: 'area code',
        headers: ['区域', '供电区域', '台区代码', 'area'],
        required: false,
      },
      readAreaCode,
    ),
    textColumn(
      {
        field: 'valueTier',
        chinese: '价值等级',
        english: 'value tier',
        headers: ['客户等级', '客户级别', 'tier'],
        required: false,
      },
      readWord({
        high: ['高', '高端', '高价值'],
        mid: ['中', '中端', '中价值'],
        ordinary: ['普通', '一般', '低'],
      }),
    ),
    textColumn(
      {
        field: 'listFlag',
        chinese: '名单标识',
        english: 'list flag',
        headers: ['名单', '红黑名单', 'list'],
        required: false,
      },
      readWord({ red: ['红', '红名单'], normal: ['正常', '普通', '无'], black: ['黑', '黑名单'] }),
    ),
    flagColumn({
      field: 'important',
      chinese: '重要客户',
      english: 'important',
      headers: ['是否重要客户', '重要用户', 'important customer'],
      required: false,
    }),
    ...VALUE_COLUMNS,
  ];
}

function rowOf(line: number, values: RowValues): CustomerRow {
  const phones = values.phones as string | undefined;
  const important = values.important;
  return {
    line,
    accountNo: values.accountNo as string,
    name: values.name as string,
    kind: values.kind as CustomerKind | undefined,
    phones: phones?.split(' ').filter((phone) => phone !== ''),
    address: values.address as string | undefined,
    areaCode: values.areaCode as string | undefined,
    valueTier: values.valueTier as ValueTier | undefined,
    listFlag: values.listFlag as ListFlag | undefined,
    important: important === undefined ? undefined : important === 'yes',
    customerSince: values.customerSince as string | undefined,
    creditScore: values.creditScore as number | undefined,
  };
}
