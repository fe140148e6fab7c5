import type {
  NoticePartText,
  NoticePreview,
  NoticeProblem,
  PreviewNoticeRequest,
} from '@switchyard/contracts';
import {
  composeNotice,
  type LetterContext,
  letterText,
  type Notice,
  NoticeInvalid,
  partText,
  type Problem,
  readNotice,
  SCRIPT_PARTS,
  sumAskedFor,
  TemplateInvalid,
} from '@switchyard/domain';
import { readLetter, readSpoken } from '../read-template';
import { SAMPLE_NOTICES } from '../sample-notices';

type Tried = PreviewNoticeRequest & Required<Pick<PreviewNoticeRequest, 'document'>>;
type TellNotice = (notice: Notice) => NoticePartText[];

/** What a customer would hear or read, or everything that is wrong with the document and the data. */
export function previewNotice(request: Tried, version: number, context: LetterContext): NoticePreview {
  const problems: NoticeProblem[] = [];
  const tell = gather(problems, 'document', () => tellerOf(request, version, context));
  const notice = gather(problems, 'data', () => noticeOf(request));
  if (notice && sumAskedFor(notice) > 0 && notice.balanceFen <= 0)
    problems.push({
      field: 'paidFen',
      code: 'nothing-to-notify',
      message: `must be less than the sum asked for, ${sumAskedFor(notice)}: who has paid all is not called`,
    });
  if (!tell || !notice || problems.length > 0) return { valid: false, problems, parts: [] };
  return { valid: true, problems, parts: tell(notice) };
}

function tellerOf(request: Tried, version: number, context: LetterContext): TellNotice {
  if (request.medium === 'spoken') {
    const template = readSpoken(request, version, request.document);
    return (notice) => {
      const script = composeNotice(template, [notice], context);
      return SCRIPT_PARTS.map((part) => ({ part, text: partText(script, part) }));
    };
  }
  const template = readLetter(request, version, request.document);
  return (notice) => {
    const { title, paragraphs } = letterText(template, notice, context);
    return [{ part: 'title', text: title }, ...paragraphs.map((text) => ({ part: 'paragraph', text }))];
  };
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
