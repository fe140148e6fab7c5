import { type LetterTemplate, type NoticeTemplate, TEMPLATE_PARTS } from './template';
import { templateText } from './template-text';

/** What a spoken notice's text is, as people write it; `parseNoticeTemplate` reads it back with its head. */
export function spokenDocument({ parts }: NoticeTemplate): {
  readonly parts: Readonly<Record<string, string>>;
} {
  return { parts: Object.fromEntries(TEMPLATE_PARTS.map((part) => [part, templateText(parts[part])])) };
}

export type LetterParagraphText = string | { readonly when: 'part-paid'; readonly text: string };

/** The same of a letter, for `parseLetterTemplate`. */
export function letterDocument({ title, paragraphs }: LetterTemplate): {
  readonly title: string;
  readonly paragraphs: readonly LetterParagraphText[];
} {
  return {
    title: templateText(title),
    paragraphs: paragraphs.map(({ when, tokens }) =>
      when === 'always' ? templateText(tokens) : { when, text: templateText(tokens) },
    ),
  };
}
