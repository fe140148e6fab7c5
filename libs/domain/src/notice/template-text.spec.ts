import { noticeTemplate } from './built-in-templates';
import { NOTICE_KINDS } from './notice';
import { parseNoticeTemplate } from './parse-template';
import { TEMPLATE_PARTS } from './template';
import { templateText } from './template-text';

const TEMPLATES = NOTICE_KINDS.flatMap((kind) => [noticeTemplate(kind, 'zh-CN'), noticeTemplate(kind, 'en')]);

test.each(TEMPLATES)('the text of $kind in $language reads back as the template', (template) => {
  const parts = Object.fromEntries(TEMPLATE_PARTS.map((part) => [part, templateText(template.parts[part])]));
  expect(parseNoticeTemplate({ ...template, parts })).toEqual(template);
});
