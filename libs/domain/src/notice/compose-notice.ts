import { type Segment, grammarOf, joinSegments, speakLiteral } from '../speech';
import { type Notice, sumAskedFor } from './notice';
import { type NoticeScript, SCRIPT_PARTS, type ScriptPart } from './notice-script';
import { NothingToNotify } from './problems';
import { type NoticeContext, type SpokenValues, inlineValues, spokenValues } from './spoken-values';
import { type NoticeTemplate, TEMPLATE_PARTS, type TemplatePart, type Token } from './template';

interface Spoken {
  readonly segments: readonly Segment[];
  /** Segments up to the mark of the essential's end, where there is one. */
  readonly essential?: number;
}

/** Makes one call's script of its notices. @throws as `composeNotice` */
export type NoticeComposer = (notices: readonly Notice[]) => NoticeScript;

/** A template's part with its fixed words spoken already. */
type PreparedPart = readonly (
  | { readonly type: 'segments'; readonly segments: readonly Segment[] }
  | Exclude<Token, { readonly type: 'words' }>
)[];

/**
 * One call's script (T2.6, T2.8): the opening, then each notice's body, in a merged call introduced by its
 * account's last four digits, then what was paid of it meanwhile.
 * @throws NothingToNotify when a notice has been paid in full; RangeError when there is no notice or one of another kind.
 */
export function composeNotice(
  template: NoticeTemplate,
  notices: readonly Notice[],
  context: NoticeContext,
): NoticeScript {
  return noticeComposer(template, context)(notices);
}

/** `composeNotice` for many calls: what they have in common is spoken once, and its lists are the same in each script. */
export function noticeComposer(template: NoticeTemplate, context: NoticeContext): NoticeComposer {
  const { language } = template;
  const inline = inlineValues(context, language);
  const prepared = recordOf(TEMPLATE_PARTS, (part) => prepare(template.parts[part], inline, language));
  const speak = (part: TemplatePart, values: SpokenValues = {}): Spoken => speakPart(prepared[part], values);
  const fixed = recordOf(SCRIPT_PARTS, (part) => (part === 'body' ? [] : speak(part).segments));

  return (notices) => {
    assertComposable(template, notices);
    const several = notices.length > 1;
    const body: Segment[] = several
      ? [...speak('several', { count: grammarOf(language).count(notices.length) }).segments]
      : [];
    const essentialSegmentsByNotice = notices.map((notice, index) => {
      const values = {
        ...spokenValues(notice, language),
        ordinal: grammarOf(language).ordinal(index + 1),
      };
      if (several) body.push(...speak('account', values).segments);
      let essential = 0;
      for (const part of isPartPaid(notice) ? (['body', 'part-paid'] as const) : (['body'] as const)) {
        const spoken = speak(part, values);
        essential = fixed.opening.length + body.length + (spoken.essential ?? spoken.segments.length);
        body.push(...spoken.segments);
      }
      return essential;
    });
    return {
      kind: template.kind,
      language,
      templateVersion: template.version,
      parts: { ...fixed, body },
      essentialSegments: Math.max(...essentialSegmentsByNotice),
      essentialSegmentsByNotice,
    };
  };
}

/** The exact text of a part (T5.3). */
export function partText(script: NoticeScript, part: ScriptPart): string {
  return joinSegments(script.parts[part], script.language);
}

/** The exact text of several parts, a line each: the notice itself, opening and body, unless told otherwise. */
export function scriptText(script: NoticeScript, parts: readonly ScriptPart[] = ['opening', 'body']): string {
  return parts.map((part) => partText(script, part)).join('\n');
}

/** Whether some of the notice's sum has been paid since it was made, but not all. */
export function isPartPaid(notice: Notice): boolean {
  return notice.balanceFen > 0 && notice.balanceFen < sumAskedFor(notice);
}

function assertComposable(template: NoticeTemplate, notices: readonly Notice[]): void {
  if (notices.length === 0) throw new RangeError('a call needs at least one notice');
  for (const notice of notices) {
    if (notice.kind !== template.kind)
      throw new RangeError(`a ${notice.kind} does not fit the template of ${template.kind}`);
    if (notice.balanceFen <= 0 && sumAskedFor(notice) > 0) throw new NothingToNotify(notice.accountNo);
  }
}

function prepare(
  tokens: readonly Token[],
  inline: Readonly<Record<string, string>>,
  language: NoticeTemplate['language'],
): PreparedPart {
  const prepared: PreparedPart[number][] = [];
  let words = '';
  const flush = () => {
    const segments = speakLiteral(words, language);
    if (segments.length > 0) prepared.push({ type: 'segments', segments });
    words = '';
  };
  for (const token of tokens) {
    if (token.type === 'words') words += token.text;
    else if (token.type === 'variable' && inline[token.name] !== undefined) words += inline[token.name];
    else {
      flush();
      prepared.push(token);
    }
  }
  flush();
  return prepared;
}

function speakPart(part: PreparedPart, values: SpokenValues): Spoken {
  const segments: Segment[] = [];
  let essential: number | undefined;
  for (const piece of part) {
    if (piece.type === 'segments') segments.push(...piece.segments);
    else if (piece.type === 'essential-end') essential = segments.length;
    else segments.push(...(values[piece.name] ?? []));
  }
  return { segments, ...(essential === undefined ? {} : { essential }) };
}

function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
}
