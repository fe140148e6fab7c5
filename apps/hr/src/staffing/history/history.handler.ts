import { Controller, Inject } from '@nestjs/common';
import {
  type CallHistoryPage,
  ImportCallHistory,
  ImportCallHistoryRequest,
  type ImportedCallHistory,
  ListCallHistory,
  ListCallHistoryRequest,
  type RequestContext,
  STAFFING_ERRORS,
  TakeCallHistory,
  TakeCallHistoryRequest,
  type TakenCallHistory,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, FILE_STORE, type FileStore, Handles } from '@switchyard/platform';
import { readTable } from '../../roster/import-roster/read-table';
import { CallHistory } from '../call-history.port';
import { spanInvalid } from '../spans';
import { readHistory } from './read-history';
import { TakeHistory } from './take-history';

const MOST_TOLD = 200;
const MOST_MS = 100 * 86_400_000;

@Controller()
export class HistoryHandler {
  constructor(
    private readonly history: CallHistory,
    private readonly takeHistory: TakeHistory,
    @Inject(FILE_STORE) private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListCallHistory)
  async list({ queue, from, before, limit = 50, cursor }: ListCallHistoryRequest): Promise<CallHistoryPage> {
    const filter = {
      ...(queue !== undefined && { queue }),
      ...(from && { from: new Date(from) }),
      ...(before && { before: new Date(before) }),
    };
    const page = await this.history.list(filter, limit, cursor);
    return { ...page, items: page.items.map((row) => ({ ...row, startAt: row.startAt.toISOString() })) };
  }

  @Handles(TakeCallHistory)
  async take(request: TakeCallHistoryRequest, context: RequestContext): Promise<TakenCallHistory> {
    const [from, before] = [new Date(request.from), new Date(request.before)];
    const length = before.getTime() - from.getTime();
    if (length <= 0 || length > MOST_MS) throw spanInvalid('before', 'from by at most 100 days');
    return { taken: await this.takeHistory.take(from, before, context) };
  }

  /** @throws DomainError `call-history.file-invalid` */
  @Handles(ImportCallHistory)
  async import({ fileKey }: ImportCallHistoryRequest): Promise<ImportedCallHistory> {
    const read = readHistory(await readTable(this.files, fileKey, fileInvalid));
    if (!read || read.quarters.length === 0) {
      throw fileInvalid('it lacks the columns queue, startAt and offered, or has no row that can be used');
    }
    const taken = await this.history.put(read.quarters, this.clock.now());
    return { taken, refused: read.problems.length, problems: read.problems.slice(0, MOST_TOLD) };
  }
}

function fileInvalid(why: string, cause?: unknown): DomainError {
  const message = `The file is no call history: ${why}.`;
  return new DomainError(STAFFING_ERRORS.fileInvalid, message, { field: 'file' }, { cause });
}
