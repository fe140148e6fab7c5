import { letterTemplate, noticeTemplate } from './built-in-templates';
import { NOTICE_KINDS } from './notice';
import { parseLetterTemplate, parseNoticeTemplate } from './parse-template';
import { letterDocument, spokenDocument } from './template-document';

const EACH = NOTICE_KINDS.flatMap((kind) => [
  { kind, language: 'zh-CN' as const },
  { kind, language: 'en' as const },
]);

describe('what comes with the product, written as people edit it', () => {
  it.each(EACH)('reads back as the spoken $kind in $language', ({ kind, language }) => {
    const template = noticeTemplate(kind, language);
    const { version } = template;
    expect(parseNoticeTemplate({ kind, language, version, ...spokenDocument(template) })).toEqual(template);
  });

  it.each(EACH)('reads back as the letter of $kind in $language', ({ kind, language }) => {
    const template = letterTemplate(kind, language);
    const { version } = template;
    expect(parseLetterTemplate({ kind, language, version, ...letterDocument(template) })).toEqual(template);
  });
});
