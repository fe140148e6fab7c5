import type { SpokenLanguage } from '../speech';
import type { NoticeKind } from './notice';
import { parseLetterTemplate, parseNoticeTemplate } from './parse-template';
import type { LetterTemplate, NoticeTemplate } from './template';
import arrearsEn from './templates/arrears-reminder.en.json';
import arrearsLetterEn from './templates/arrears-reminder.letter.en.json';
import arrearsLetterZh from './templates/arrears-reminder.letter.zh-CN.json';
import arrearsZh from './templates/arrears-reminder.zh-CN.json';
import billEn from './templates/bill-notice.en.json';
import billLetterEn from './templates/bill-notice.letter.en.json';
import billLetterZh from './templates/bill-notice.letter.zh-CN.json';
import billZh from './templates/bill-notice.zh-CN.json';
import outageEn from './templates/outage-notice.en.json';
import outageLetterEn from './templates/outage-notice.letter.en.json';
import outageLetterZh from './templates/outage-notice.letter.zh-CN.json';
import outageZh from './templates/outage-notice.zh-CN.json';

const SPOKEN = [billZh, billEn, arrearsZh, arrearsEn, outageZh, outageEn].map(parseNoticeTemplate);
const LETTERS = [
  billLetterZh,
  billLetterEn,
  arrearsLetterZh,
  arrearsLetterEn,
  outageLetterZh,
  outageLetterEn,
].map(parseLetterTemplate);

function find<T extends { readonly kind: NoticeKind; readonly language: SpokenLanguage }>(
  templates: readonly T[],
  kind: NoticeKind,
  language: SpokenLanguage,
): T {
  const template = templates.find((one) => one.kind === kind && one.language === language);
  if (!template) throw new RangeError(`there is no template of ${kind} in ${language}`);
  return template;
}

/** The template that comes with the product. */
export function noticeTemplate(kind: NoticeKind, language: SpokenLanguage): NoticeTemplate {
  return find(SPOKEN, kind, language);
}

/** The letter that comes with the product. */
export function letterTemplate(kind: NoticeKind, language: SpokenLanguage): LetterTemplate {
  return find(LETTERS, kind, language);
}
