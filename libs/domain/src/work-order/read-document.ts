import type { DocumentReader } from '../shared';
import type { TwoLanguages } from './kinds/kind-definition';

const CODE = /^[a-z][a-z0-9-]{0,39}$/;

export const readCode = (reader: DocumentReader, field: string): string =>
  reader.text(
    field,
    '1 to 40 small letters, digits or dashes, the first a letter',
    (text) => (CODE.test(text) ? text : undefined),
    'x',
  );

export const readText = (reader: DocumentReader, field: string, max: number): string =>
  reader.text(
    field,
    `a text of 1 to ${max} characters`,
    (text) => (text.length >= 1 && text.length <= max ? text : undefined),
    '',
  );

export function readNames(reader: DocumentReader): TwoLanguages {
  const names = { 'zh-CN': readText(reader, 'zh-CN', 500), en: readText(reader, 'en', 500) };
  reader.refuseUnknownFields();
  return names;
}
