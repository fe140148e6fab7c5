import type { PhoneNormaliser } from '@switchyard/domain';
import {
  accountNoColumn,
  type Column,
  customerKindColumn,
  customerNameColumn,
  PHONE_HEADERS,
  readAccountNo,
  readPhone,
  readWord,
  textColumn,
} from '@switchyard/platform';

/** What every kind's table begins with (T2.2): whom to call, and in which language. */
export function customerColumns(normalise: PhoneNormaliser): readonly Column[] {
  return [
    accountNoColumn(readAccountNo),
    customerNameColumn(100),
    textColumn(
      { field: 'phone', chinese: '电话', english: 'phone', headers: PHONE_HEADERS },
      readPhone(normalise),
    ),
    customerKindColumn({ field: 'customerKind', english: 'customer kind', headers: ['kind'] }),
    textColumn(
      { field: 'language', chinese: '语言', english: 'language', headers: ['语种', 'lang'], required: false },
      readWord({ 'zh-CN': ['中文', '汉语', '普通话', 'zh', 'chinese'], en: ['英文', '英语', 'english'] }),
    ),
  ];
}
