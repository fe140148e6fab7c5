import { operation } from '../../kernel/contract';
import {
  Instant,
  ListOf,
  OneOf,
  OptionalFigure,
  OptionalInstant,
  OptionalText,
  OptionalWhole,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { STAFFING_ERRORS } from './errors';

export const CALL_HISTORY_SOURCES = ['ivr', 'import'] as const;

export class CallIntervalView {
  @RequiredText('Queue', 60)
  queue: string;

  @Instant('Start of the quarter hour')
  startAt: string;

  @Whole('Callers who entered the queue', 0, 1_000_000)
  offered: number;

  @OptionalWhole('Answered by a human', 0, 1_000_000)
  answered?: number;

  @OptionalFigure('Mean handling time, seconds')
  handlingSeconds?: number;

  @OneOf('Where it comes from: what ivr tells takes the place of what was imported', CALL_HISTORY_SOURCES)
  source: 'ivr' | 'import';
}

export class ListCallHistoryRequest extends PageRequest {
  @OptionalText('Only of this queue', 60)
  queue?: string;

  @OptionalInstant('From then on')
  from?: string;

  @OptionalInstant('Before then')
  before?: string;
}

export class CallHistoryPage extends PageOf(CallIntervalView, 'Quarter hours, by time then queue') {}

export const ListCallHistory = operation({
  subject: 'hr.query.call-history.v1',
  request: ListCallHistoryRequest,
  reply: CallHistoryPage,
});

export class TakeCallHistoryRequest {
  @Instant('From then on')
  from: string;

  @Instant('Before then, at most 100 days later')
  before: string;
}

export class TakenCallHistory {
  @Whole('Quarter hours of queues that were taken', 0, 100_000_000)
  taken: number;
}

/** Reads the queues' figures of ivr into the history; the last two days are read every hour by itself. */
export const TakeCallHistory = operation({
  subject: 'hr.command.take-call-history.v1',
  request: TakeCallHistoryRequest,
  reply: TakenCallHistory,
  errors: [STAFFING_ERRORS.spanInvalid],
});

export class ImportCallHistoryRequest {
  @RequiredText('Key of the uploaded file', 300)
  fileKey: string;
}

export class HistoryRowProblem {
  @Whole('Line of the file, the header being 1', 1, 10_000_000)
  line: number;

  @RequiredText('What is wrong, in Chinese', 500)
  textZh: string;

  @RequiredText('What is wrong, in English', 500)
  textEn: string;
}

export class ImportedCallHistory {
  @Whole('Rows that were taken', 0, 10_000_000)
  taken: number;

  @Whole('Rows that were not', 0, 10_000_000)
  refused: number;

  @ListOf('The first of those that were not', () => HistoryRowProblem, 200)
  problems: HistoryRowProblem[];
}

/** CSV or XLSX with the columns queue, startAt, offered and, if known, answered and handlingSeconds. */
export const ImportCallHistory = operation({
  subject: 'hr.command.import-call-history.v1',
  request: ImportCallHistoryRequest,
  reply: ImportedCallHistory,
  errors: [STAFFING_ERRORS.fileInvalid],
});
