import { operation } from '../../kernel/contract';
import { LiveQueueFigures } from './live-queue-figures.view';

export class GetLiveQueueFiguresRequest {}

/** Callers and agents as they are now, and today's figures. */
export const GetLiveQueueFigures = operation({
  subject: 'ivr.query.get-live-queue-figures.v1',
  request: GetLiveQueueFiguresRequest,
  reply: LiveQueueFigures,
  errors: [],
});
