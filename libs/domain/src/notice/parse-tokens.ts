import { splitBraces } from '../speech';
import type { Problem } from './problems';
import type { Token } from './template';

const ESSENTIAL_END = 'essential-end';

export interface TokenRules {
  readonly variables: readonly string[];
  /** Variables without which the text would not do. */
  readonly required: readonly string[];
  /** `spoken` text has no digits: they are said by variables or written in words. */
  readonly spoken: boolean;
  /** Whether the mark `{essential-end}` must stand in it, once; elsewhere it may not. */
  readonly essential: boolean;
}

export function tokensOf(text: string): Token[] {
  return splitBraces(text).map((piece) =>
    piece.type === 'variable' && piece.name === ESSENTIAL_END ? { type: ESSENTIAL_END } : piece,
  );
}

function problemsOf(tokens: readonly Token[], rules: TokenRules): Omit<Problem, 'field'>[] {
  const used = tokens.flatMap((token) => (token.type === 'variable' ? [token.name] : []));
  const words = tokens.flatMap((token) => (token.type === 'words' ? [token.text] : [])).join(' ');
  const marks = tokens.filter((token) => token.type === 'essential-end').length;
  const problems: Omit<Problem, 'field'>[] = [];
  for (const name of used.filter((name) => !rules.variables.includes(name)))
    problems.push({
      code: 'unknown-variable',
      message: `{${name}} is not known here; use one of ${rules.variables.map((known) => `{${known}}`).join(', ')}`,
    });
  for (const name of rules.required.filter((name) => !used.includes(name)))
    problems.push({ code: 'missing-variable', message: `{${name}} must be told` });
  if (/[{}]/.test(words)) problems.push({ code: 'stray-brace', message: 'a brace has no partner' });
  if (rules.spoken && /\d/.test(words))
    problems.push({
      code: 'digits-in-words',
      message: 'write figures in words, they are spoken as they stand',
    });
  if (rules.essential && marks !== 1)
    problems.push({
      code: 'essential-end',
      message: `mark the end of the essential once with {${ESSENTIAL_END}}`,
    });
  if (!rules.essential && marks > 0)
    problems.push({
      code: 'essential-end',
      message: `{${ESSENTIAL_END}} belongs in body and part-paid only`,
    });
  return problems;
}

/** Takes a template's text apart and says everything that is wrong with it under the field's name. */
export function parseTokens(
  text: unknown,
  field: string,
  rules: TokenRules,
): { readonly tokens: readonly Token[]; readonly problems: readonly Problem[] } {
  if (typeof text !== 'string' || text.trim() === '')
    return { tokens: [], problems: [{ field, code: 'missing-part', message: 'must be a text' }] };
  const tokens = tokensOf(text);
  return { tokens, problems: problemsOf(tokens, rules).map((problem) => ({ field, ...problem })) };
}
