import { isPartPaid } from './compose-notice';
import type { Notice } from './notice';
import { DEFAULT_HOTLINE, type NoticeContext } from './spoken-values';
import type { LetterTemplate, Token } from './template';
import { writeDate, writtenValues } from './written-values';

export interface LetterContext extends NoticeContext {
  readonly customerName: string;
  /** Date of the letter, YYYY-MM-DD. */
  readonly dated: string;
}

export interface Letter {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** A paper notice's text (T2.11), the same contents as the call's. @throws RangeError for another kind's template. */
export function letterText(template: LetterTemplate, notice: Notice, context: LetterContext): Letter {
  const { language } = template;
  if (notice.kind !== template.kind)
    throw new RangeError(`a ${notice.kind} does not fit the letter of ${template.kind}`);
  const values: Readonly<Record<string, string>> = {
    ...writtenValues(notice, language),
    unit: context.unit,
    hotline: context.hotline ?? DEFAULT_HOTLINE,
    customerName: context.customerName,
    dated: writeDate(context.dated, language),
  };
  const write = (tokens: readonly Token[]) =>
    tokens
      .map((token) =>
        token.type === 'words' ? token.text : token.type === 'variable' ? (values[token.name] ?? '') : '',
      )
      .join('');
  const told = template.paragraphs.filter(({ when }) => when === 'always' || isPartPaid(notice));
  return { title: write(template.title), paragraphs: told.map(({ tokens }) => write(tokens)) };
}
