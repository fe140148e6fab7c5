import type { SpokenLanguage } from '@switchyard/domain';
import type { EnqueueOrder } from '../../telephony/telephony.port';

/** The queue for everybody whom no flow can serve, or serve any longer. */
export function withoutFlow(language: SpokenLanguage): EnqueueOrder {
  return { queue: 'general', priority: 10, language, maxWaitSeconds: 900, announceRecording: false };
}
