import { operation } from '../../kernel/contract';
import { BatchChangeRequest } from './batch-reference';
import { BatchView } from './batch.view';
import { BATCH_ERRORS } from './errors';

/** running → paused; calls in progress end by themselves (T2.13). */
export const PauseBatch = operation({
  subject: 'ivr.command.pause-batch.v1',
  request: BatchChangeRequest,
  reply: BatchView,
  errors: [BATCH_ERRORS.notFound, BATCH_ERRORS.wrongState, BATCH_ERRORS.versionConflict],
});
