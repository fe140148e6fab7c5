import { operation } from '../../kernel/contract';
import { BatchChangeRequest } from './batch-reference';
import { BatchView } from './batch.view';
import { BATCH_ERRORS } from './errors';

/** paused → running (T2.13). */
export const ResumeBatch = operation({
  subject: 'ivr.command.resume-batch.v1',
  request: BatchChangeRequest,
  reply: BatchView,
  errors: [BATCH_ERRORS.notFound, BATCH_ERRORS.wrongState, BATCH_ERRORS.versionConflict],
});
