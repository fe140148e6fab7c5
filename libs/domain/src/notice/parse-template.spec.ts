import { parseLetterTemplate, parseNoticeTemplate } from './parse-template';
import { TemplateInvalid } from './problems';
import billLetter from './templates/bill-notice.letter.zh-CN.json';
import bill from './templates/bill-notice.zh-CN.json';

function problemsOf(parse: () => unknown): string[] {
  try {
    parse();
  } catch (error) {
    if (error instanceof TemplateInvalid) return error.problems.map(({ field, code }) => `${field} ${code}`);
    throw error;
  }
  return [];
}

const withParts = (parts: Record<string, unknown>) =>
  problemsOf(() => parseNoticeTemplate({ ...bill, parts: { ...bill.parts, ...parts } }));

describe('a spoken template', () => {
  it('is accepted as it ships', () => {
    expect(withParts({})).toEqual([]);
  });

  it.each([
    ['a variable nobody knows', { menu: '请按{key}' }, ['parts.menu unknown-variable']],
    [
      'a variable of another part',
      { opening: '{unit}供电，应交{payable}' },
      ['parts.opening unknown-variable'],
    ],
    ['a part left out', { human: undefined }, ['parts.human missing-part']],
    ['an empty part', { closing: '  ' }, ['parts.closing missing-part']],
    ['a part nobody plays', { intermezzo: '啦' }, ['parts.intermezzo unknown-field']],
    ['an opening that does not say who calls', { opening: '您好！' }, ['parts.opening missing-variable']],
    ['digits, which would be read wrong', { menu: '确认请按1' }, ['parts.menu digits-in-words']],
    ['a brace without its partner', { menu: '请按{一' }, ['parts.menu stray-brace']],
    [
      'a part-paid text without mark',
      { 'part-paid': '还应交{balance}。' },
      ['parts.part-paid essential-end'],
    ],
    ['a mark where nothing is judged', { thanks: '谢谢{essential-end}' }, ['parts.thanks essential-end']],
  ])('is refused for %s', (_, parts, problems) => {
    expect(withParts(parts)).toEqual(problems);
  });

  it('is refused when a content that the regulation asks for is not told, each named', () => {
    expect(withParts({ body: '应交电费{payable}。{essential-end}' })).toEqual(
      Array.from({ length: 5 }, () => 'parts.body missing-variable'),
    );
  });

  it('is told everything that is wrong with it at once', () => {
    expect(withParts({ menu: '按{x}2', closing: undefined })).toEqual([
      'parts.menu unknown-variable',
      'parts.menu digits-in-words',
      'parts.closing missing-part',
    ]);
  });

  it.each([
    [null, [' not-an-object']],
    [{ ...bill, kind: 'bill', version: 0 }, ['kind unknown-word', 'version not-a-version']],
    [{ ...bill, language: 'de' }, ['language unknown-word']],
    [{ ...bill, owner: 'me' }, ['owner unknown-field']],
  ])('is refused when its head is wrong', (document, problems) => {
    expect(problemsOf(() => parseNoticeTemplate(document))).toEqual(problems);
  });
});

describe('a letter template', () => {
  it('is accepted as it ships', () => {
    expect(problemsOf(() => parseLetterTemplate(billLetter))).toEqual([]);
  });

  it('is refused when it leaves a content out, or tells it only to who paid in part', () => {
    const paragraphs = billLetter.paragraphs.filter(
      (paragraph) => typeof paragraph !== 'string' || !paragraph.includes('{payable}'),
    );
    expect(
      problemsOf(() =>
        parseLetterTemplate({
          ...billLetter,
          paragraphs: [...paragraphs, { when: 'part-paid', text: '{payable}' }],
        }),
      ),
    ).toEqual(['paragraphs missing-variable']);
  });

  it('is refused for a condition that it does not know', () => {
    const paragraphs = [...billLetter.paragraphs, { when: 'monday', text: '好' }];
    expect(problemsOf(() => parseLetterTemplate({ ...billLetter, paragraphs }))).toEqual([
      'paragraphs.12.when unknown-word',
    ]);
  });
});
