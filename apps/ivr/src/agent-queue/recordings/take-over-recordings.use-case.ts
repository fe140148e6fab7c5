import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, FILE_STORE, type FileStore, Logger } from '@switchyard/platform';
import { AgentPolicies } from '../policy/agent-policies.port';
import { RecordedFiles } from './recorded-files';
import { type ExpectedRecording, type RecordedFile, Recordings } from './recordings.port';

/** Milliseconds without a change after which a file is thought to be whole. */
const QUIET = 5_000;
/** Bytes of a WAV head; 8 kHz, 16 bit, one channel after it. */
const HEAD = 44;
const BYTES_PER_SECOND = 16_000;
const DAY_MS = 86_400_000;

/**
 * Moves recordings of human calls from the PBX's folder into the file store, under a name of their own. At each point
 * a process may die: the row is made first, the file is taken away last.
 */
@Injectable()
export class TakeOverRecordings {
  private readonly logger: Logger;

  constructor(
    private readonly files: RecordedFiles,
    private readonly recordings: Recordings,
    private readonly policies: AgentPolicies,
    @Inject(FILE_STORE) private readonly store: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.named('Recordings');
  }

  /** One file's trouble does not stop the others. @returns how many were stored */
  async execute(): Promise<number> {
    let stored = 0;
    for (const file of await this.files.quietSince(new Date(this.clock.now().getTime() - QUIET))) {
      try {
        if (await this.takeOver(file)) stored += 1;
      } catch (error) {
        this.logger.error('a recording could not be taken over; it will be tried again', {
          file: file.name,
          err: error,
        });
      }
    }
    return stored;
  }

  private async takeOver(file: RecordedFile & { readonly bytes: number }): Promise<boolean> {
    const claim = await this.recordings.claim(file);
    switch (claim.kind) {
      case 'stranger':
      case 'wait':
        return false;
      case 'taken':
        await this.files.remove(file.name);
        return false;
      case 'take':
        if (file.bytes <= HEAD) {
          await this.recordings.missing(claim.recording.id, file.changedAt);
        } else {
          await this.keep(claim.recording, file);
        }
        await this.files.remove(file.name);
        return file.bytes > HEAD;
    }
  }

  private async keep({ id, startedAt }: ExpectedRecording, file: RecordedFile & { readonly bytes: number }) {
    const fileKey = `recordings/${startedAt.toISOString().slice(0, 7).replace('-', '/')}/${id}.wav`;
    await this.store.put(fileKey, this.files.read(file.name));
    const { recordingDays } = await this.policies.inForce(startedAt);
    await this.recordings.stored(id, {
      fileKey,
      bytes: file.bytes,
      endedAt: file.changedAt,
      storedAt: this.clock.now(),
      seconds: (file.bytes - HEAD) / BYTES_PER_SECOND,
      deleteAfter: new Date(file.changedAt.getTime() + recordingDays * DAY_MS),
    });
  }
}
