import { SPOKEN_LANGUAGES, type SpokenLanguage } from '../speech';
import { NOTICE_KINDS, type NoticeKind } from './notice';
import { parseTokens } from './parse-tokens';
import { type Problem, TemplateInvalid } from './problems';
import {
  type LetterParagraph,
  type LetterTemplate,
  type NoticeTemplate,
  TEMPLATE_PARTS,
  type TemplatePart,
  type Token,
} from './template';
import { CONTENTS, requiredInPart, variablesOfLetter, variablesOfPart } from './variables';

type Document = Readonly<Record<string, unknown>>;

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function asDocument(value: unknown): Document {
  if (isDocument(value)) return value;
  throw new TemplateInvalid([{ field: '', code: 'not-an-object', message: 'give a JSON object' }]);
}

function unknownFields(document: Document, known: readonly string[], prefix = ''): Problem[] {
  return Object.keys(document)
    .filter((field) => !known.includes(field))
    .map((field) => ({
      field: `${prefix}${field}`,
      code: 'unknown-field',
      message: `leave it out; known are ${known.join(', ')}`,
    }));
}

interface Head {
  readonly kind: NoticeKind;
  readonly language: SpokenLanguage;
  readonly version: number;
}

/** @throws TemplateInvalid at once, since nothing else can be judged without it. */
function readHead(document: Document): Head {
  const { kind, language, version } = document;
  const problems: Problem[] = [];
  const oneOf = (field: string, words: readonly string[]) => {
    if (!words.includes(document[field] as string))
      problems.push({ field, code: 'unknown-word', message: `must be one of ${words.join(', ')}` });
  };
  oneOf('kind', NOTICE_KINDS);
  oneOf('language', SPOKEN_LANGUAGES);
  if (!Number.isSafeInteger(version) || (version as number) < 1)
    problems.push({ field: 'version', code: 'not-a-version', message: 'must be a whole number from 1' });
  if (problems.length > 0) throw new TemplateInvalid(problems);
  return { kind: kind as NoticeKind, language: language as SpokenLanguage, version: version as number };
}

/**
 * Reads a spoken template from its JSON form: kind, language, version and a text for each part.
 * @throws TemplateInvalid naming everything that is wrong: unknown variables, missing parts, contents of
 * rules.md §6 that are not told, digits in the words, a missing or repeated mark of the essential's end.
 */
export function parseNoticeTemplate(input: unknown): NoticeTemplate {
  const document = asDocument(input);
  const head = readHead(document);
  const texts = isDocument(document['parts']) ? document['parts'] : {};
  const problems = [
    ...unknownFields(document, ['kind', 'language', 'version', 'parts']),
    ...unknownFields(texts, TEMPLATE_PARTS, 'parts.'),
  ];
  const parts = TEMPLATE_PARTS.map((part): [TemplatePart, readonly Token[]] => {
    const parsed = parseTokens(texts[part], `parts.${part}`, {
      variables: variablesOfPart(head.kind, part),
      required: requiredInPart(head.kind, part),
      spoken: true,
      essential: part === 'body' || part === 'part-paid',
    });
    problems.push(...parsed.problems);
    return [part, parsed.tokens];
  });
  if (problems.length > 0) throw new TemplateInvalid(problems);
  return { ...head, parts: Object.fromEntries(parts) as Record<TemplatePart, readonly Token[]> };
}

/**
 * Reads a letter's template: kind, language, version, title and paragraphs, each a text or
 * `{ "when": "part-paid", "text": … }`.
 * @throws TemplateInvalid naming everything that is wrong; the kind's contents (§6) must all be told.
 */
export function parseLetterTemplate(input: unknown): LetterTemplate {
  const document = asDocument(input);
  const head = readHead(document);
  const rules = { variables: variablesOfLetter(head.kind), required: [], spoken: false, essential: false };
  const problems = unknownFields(document, ['kind', 'language', 'version', 'title', 'paragraphs']);
  const title = parseTokens(document['title'], 'title', rules);
  problems.push(...title.problems);
  const written: unknown[] = Array.isArray(document['paragraphs']) ? document['paragraphs'] : [];
  const paragraphs = written.map((entry, index): LetterParagraph => {
    const conditional = isDocument(entry);
    const field = `paragraphs.${index}`;
    if (conditional && entry['when'] !== 'part-paid')
      problems.push({ field: `${field}.when`, code: 'unknown-word', message: 'must be part-paid' });
    const parsed = parseTokens(conditional ? entry['text'] : entry, field, rules);
    problems.push(...parsed.problems);
    return { when: conditional ? 'part-paid' : 'always', tokens: parsed.tokens };
  });
  const told = paragraphs.flatMap(({ when, tokens }) => (when === 'always' ? tokens : []));
  for (const name of CONTENTS[head.kind])
    if (!told.some((token) => token.type === 'variable' && token.name === name))
      problems.push({ field: 'paragraphs', code: 'missing-variable', message: `{${name}} must be told` });
  if (problems.length > 0) throw new TemplateInvalid(problems);
  return { ...head, title: title.tokens, paragraphs };
}
