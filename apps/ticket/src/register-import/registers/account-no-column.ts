import { type Column, textColumn } from '@switchyard/platform';
import { readAccountNo } from './read-cells';

export const ACCOUNT_NO_COLUMN: Column = textColumn(
  {
    field: 'accountNo',
    chinese: '户号',
    english: 'account no',
    headers: ['用户编号', '客户编号', '用户号', '户编号', 'account number', 'account'],
  },
  readAccountNo,
);
