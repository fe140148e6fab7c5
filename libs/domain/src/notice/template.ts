import type { SpokenLanguage } from '../speech';
import type { NoticeKind } from './notice';

/** A piece of a template: fixed words, a variable, or the mark after which the notice counts as heard. */
export type Token =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'variable'; readonly name: string }
  | { readonly type: 'essential-end' };

/**
 * The written parts of a spoken template. `several` announces how many notices follow and `account` whose
 * each is, in a merged call; `part-paid` follows a body when some of it has been paid meanwhile.
 */
export const TEMPLATE_PARTS = [
  'opening',
  'several',
  'account',
  'body',
  'part-paid',
  'menu',
  'thanks',
  'later',
  'human',
  'opted-out',
  'closing',
] as const;
export type TemplatePart = (typeof TEMPLATE_PARTS)[number];

/** What a customer is told by: a call, or paper. */
export const NOTICE_MEDIA = ['spoken', 'letter'] as const;
export type NoticeMedium = (typeof NOTICE_MEDIA)[number];

interface TemplateHead {
  readonly kind: NoticeKind;
  readonly language: SpokenLanguage;
  /** From 1; raised with every change. */
  readonly version: number;
}

/** A spoken notice template (T5.1, rules.md §13b): data, checked by `parseNoticeTemplate`. */
export interface NoticeTemplate extends TemplateHead {
  readonly parts: Readonly<Record<TemplatePart, readonly Token[]>>;
}

export interface LetterParagraph {
  /** `part-paid`: only when some of the sum has been paid meanwhile. */
  readonly when: 'always' | 'part-paid';
  readonly tokens: readonly Token[];
}

/** The same notice as a letter, for whoever gets it on paper (T2.11); checked by `parseLetterTemplate`. */
export interface LetterTemplate extends TemplateHead {
  readonly title: readonly Token[];
  readonly paragraphs: readonly LetterParagraph[];
}
