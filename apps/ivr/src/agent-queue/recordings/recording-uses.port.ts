import type { RecordingUses } from '@switchyard/domain';
import type { ExpiredRecording } from './recordings.port';

/** What recordings of talks are still needed for. */
export abstract class UsesOfRecordings {
  /**
   * By id, every one of them.
   * @throws DomainError while an owner of what may need them cannot be asked: then nothing may be removed
   */
  abstract of(recordings: readonly ExpiredRecording[]): Promise<ReadonlyMap<string, RecordingUses>>;
}
