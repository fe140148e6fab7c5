import { operation } from '../../kernel/contract';
import { BatchChangeRequest } from './batch-reference';
import { BatchView } from './batch.view';
import { BATCH_ERRORS } from './errors';

/** running or paused → stopped: whoever was not told yet is cancelled; calls in progress end by themselves. */
export const StopBatch = operation({
  subject: 'ivr.command.stop-batch.v1',
  request: BatchChangeRequest,
  reply: BatchView,
  errors: [BATCH_ERRORS.notFound, BATCH_ERRORS.wrongState, BATCH_ERRORS.versionConflict],
});
