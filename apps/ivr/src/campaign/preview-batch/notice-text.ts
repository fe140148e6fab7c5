import { composeNotice, type NoticeTemplate, partText, readNotice } from '@switchyard/domain';
import type { Contact } from '../contacts/contact';

/** What the customer of this contact would hear if nobody had paid meanwhile (T5.1). */
export function noticeText(template: NoticeTemplate, contact: Contact, unit: string): string {
  const notice = readNotice(
    template.kind,
    { accountNo: contact.accountNo, balanceFen: contact.payableFen },
    contact.notice,
  );
  const script = composeNotice(template, [notice], { unit });
  return [partText(script, 'opening'), partText(script, 'body')].join('\n');
}

const CHARACTERS_PER_SECOND = { 'zh-CN': 4.5, en: 14 } as const;

/** Roughly how long a text takes to be said, in seconds. */
export function secondsToSay(text: string, language: 'zh-CN' | 'en'): number {
  return text.length / CHARACTERS_PER_SECOND[language];
}
