import type { NoticePreview, NoticeProblem, PreviewNoticeRequest } from '@switchyard/contracts';
import {
  composeNotice,
  type Notice,
  NoticeInvalid,
  type NoticeTemplate,
  noticeTemplate,
  parseNoticeTemplate,
  partText,
  type Problem,
  readNotice,
  SCRIPT_PARTS,
  sumAskedFor,
  TemplateInvalid,
} from '@switchyard/domain';
import { SAMPLE_NOTICES } from '../sample-notices';

/** What a customer would hear, or everything that is wrong with the template and the data. `unit`: who calls. */
export function previewNotice(request: PreviewNoticeRequest, unit: string): NoticePreview {
  const problems: NoticeProblem[] = [];
  const template = gather(problems, 'template', () => templateOf(request));
  const notice = gather(problems, 'data', () => noticeOf(request));
  if (notice && sumAskedFor(notice) > 0 && notice.balanceFen <= 0)
    problems.push({
      field: 'paidFen',
      code: 'nothing-to-notify',
      message: `must be less than the sum asked for, ${sumAskedFor(notice)}: who has paid all is not called`,
    });
  if (!template || !notice || problems.length > 0) return { valid: false, problems, parts: [] };
  const script = composeNotice(template, [notice], { unit });
  const parts = SCRIPT_PARTS.map((part) => ({ part, text: partText(script, part) }));
  return { valid: true, problems, parts };
}

function templateOf({ kind, language, template }: PreviewNoticeRequest): NoticeTemplate {
  const known = noticeTemplate(kind, language);
  if (template === undefined) return known;
  return parseNoticeTemplate({ version: known.version, ...template, kind, language });
}

function noticeOf({ kind, data, paidFen = 0 }: PreviewNoticeRequest): Notice {
  const told: Readonly<Record<string, unknown>> = { ...SAMPLE_NOTICES[kind], ...data };
  // Whether it is a number of an account is checked with the rest.
  const account = { accountNo: told.accountNo as string, balanceFen: 0 };
  const notice = readNotice(kind, account, told);
  return { ...notice, balanceFen: sumAskedFor(notice) - paidFen };
}

/** undefined when it is not valid; what is wrong is added under `field`. */
function gather<T>(problems: NoticeProblem[], field: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TemplateInvalid || error instanceof NoticeInvalid)) throw error;
    problems.push(...error.problems.map((problem) => within(field, problem)));
    return undefined;
  }
}

function within(field: string, { field: inner, code, message }: Problem): NoticeProblem {
  return { field: inner === '' ? field : `${field}.${inner}`, code, message };
}
