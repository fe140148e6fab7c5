import {
  letterDocument,
  type LetterTemplate,
  letterTemplate,
  type NoticeTemplate,
  noticeTemplate,
  parseLetterTemplate,
  parseNoticeTemplate,
  spokenDocument,
} from '@switchyard/domain';
import type { StoredTemplate, TemplateKey } from './notice-template-store.port';

type Document = Readonly<Record<string, unknown>>;

/** @throws TemplateInvalid naming everything that is wrong with the document */
export function readSpoken(
  { kind, language }: TemplateKey,
  version: number,
  document: Document,
): NoticeTemplate {
  return parseNoticeTemplate({ ...document, kind, language, version });
}

/** @throws TemplateInvalid naming everything that is wrong with the document */
export function readLetter(
  { kind, language }: TemplateKey,
  version: number,
  document: Document,
): LetterTemplate {
  return parseLetterTemplate({ ...document, kind, language, version });
}

/** What comes with the product: version 1 and what follows until somebody sets one. */
export function builtIn(key: TemplateKey): Omit<StoredTemplate, 'setAt'> {
  const { medium, kind, language } = key;
  const setBy = 'system:ivr';
  if (medium === 'spoken') {
    const template = noticeTemplate(kind, language);
    return { ...key, version: template.version, document: spokenDocument(template), setBy };
  }
  const template = letterTemplate(kind, language);
  return { ...key, version: template.version, document: { ...letterDocument(template) }, setBy };
}
