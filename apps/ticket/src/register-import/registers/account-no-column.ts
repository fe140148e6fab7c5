import { accountNoColumn } from '@switchyard/platform';
import { readAccountNo } from './read-cells';

export const ACCOUNT_NO_COLUMN = accountNoColumn(readAccountNo);
