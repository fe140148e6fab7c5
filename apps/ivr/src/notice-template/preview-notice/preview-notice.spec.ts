import { LANGUAGES, type PreviewNoticeRequest } from '@switchyard/contracts';
import { NOTICE_KINDS, noticeTemplate, spokenDocument } from '@switchyard/domain';
import { builtIn } from '../read-template';
import { previewNotice } from './preview-notice';

const BILL: PreviewNoticeRequest = { medium: 'spoken', kind: 'bill-notice', language: 'zh-CN' };
const preview = (change: Partial<PreviewNoticeRequest>) => {
  const request = { ...BILL, ...change };
  const document = request.document ?? builtIn(request).document;
  return previewNotice({ ...request, document }, 2, {
    unit: '江城',
    customerName: '王先生',
    dated: '2026-03-02',
  });
};
const partOf = (request: Partial<PreviewNoticeRequest>, part: string) =>
  preview(request).parts.find((each) => each.part === part)?.text;
const { parts: PARTS } = spokenDocument(noticeTemplate('bill-notice', 'zh-CN'));

describe('a notice tried with sample data', () => {
  it.each(NOTICE_KINDS)('can be heard of the kind %s in both languages', (kind) => {
    for (const language of LANGUAGES) {
      expect(preview({ kind, language })).toMatchObject({ valid: true, problems: [] });
      expect(partOf({ kind, language }, 'body')).not.toBe('');
    }
  });

  it.each(['bill-notice', 'arrears-reminder'] as const)('tells the sums of %s', (kind) => {
    expect(partOf({ kind }, 'opening')).toContain('江城');
    expect(partOf({ kind }, 'body')).toMatch(/元/);
    expect(partOf({ kind, language: 'en' }, 'body')).toMatch(/yuan/);
  });

  it('tells the data given, and the sample’s for the rest', () => {
    expect(partOf({ data: { payableFen: 6_850 } }, 'body')).toContain('六十八元五角');
  });

  it('tells what is left when some has been paid', () => {
    expect(partOf({ paidFen: 1_020 }, 'body')).toContain('一百元');
    expect(preview({ paidFen: 11_020 })).toMatchObject({
      valid: false,
      problems: [{ field: 'paidFen', code: 'nothing-to-notify' }],
    });
  });

  it('is spoken by another template before anybody uses it', () => {
    const document = { parts: { ...PARTS, closing: '祝您生活愉快。' } };
    expect(partOf({ document }, 'closing')).toBe('祝您生活愉快。');
  });

  it('is read on paper too', () => {
    for (const kind of NOTICE_KINDS) {
      const { valid, parts } = preview({ medium: 'letter', kind });
      expect(valid).toBe(true);
      expect(parts[0]).toMatchObject({ part: 'title' });
      expect(parts.map(({ text }) => text).join()).toContain('王先生');
    }
    const silent = { title: '电费通知', paragraphs: ['{customerName}：'] };
    expect(preview({ medium: 'letter', document: silent }).problems.map(({ code }) => code)).toContain(
      'missing-variable',
    );
  });

  it('names everything that is wrong with template and data by its field', () => {
    const wrong = preview({
      document: { parts: { ...PARTS, opening: '您好，{unit}，请按1。', menu: '{nobody}' } },
      data: { payableFen: 1.5, readingDate: '2026-02-30' },
    });
    expect(wrong.valid).toBe(false);
    expect(wrong.parts).toEqual([]);
    expect(wrong.problems.map(({ field }) => field)).toEqual([
      'document.parts.opening',
      'document.parts.menu',
      'data.readingDate',
      'data.payableFen',
    ]);
  });
});
