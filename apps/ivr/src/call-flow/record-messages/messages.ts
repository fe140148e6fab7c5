import { createHash, randomUUID } from 'node:crypto';
import type { FileStore, Logger } from '@switchyard/platform';
import type { RecordingFolder } from './recording-folder';

export type RecordingFiles = Pick<RecordingFolder, 'open' | 'remove' | 'seconds'>;

/** Spoken messages of callers: taken over from the PBX into the file store under names that hold no number. */
export class Messages {
  constructor(
    private readonly folder: RecordingFiles,
    private readonly files: FileStore,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  /** The name of a call's recording, the same in every process: a UUID that only who knows the call can compute. */
  nameOf(callId: string, ordinal: number): string {
    const hex = createHash('sha256').update(`message ${ordinal} of ${callId}`).digest('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-');
  }

  keyOf(name: string): string {
    return `messages/${name}.wav`;
  }

  /** Seconds that the PBX has recorded; 0 when there is no recording. */
  lengthOf(name: string): Promise<number> {
    return this.folder.seconds(name);
  }

  /** True when it is in the file store; the PBX's own file is gone then. */
  async keep(name: string): Promise<boolean> {
    try {
      await this.files.put(this.keyOf(name), await this.folder.open(name));
    } catch (error) {
      this.logger.warn('a message could not be kept', { name, err: error });
      return false;
    }
    await this.discard(name);
    return true;
  }

  async discard(name: string): Promise<void> {
    try {
      await this.folder.remove(name);
    } catch (error) {
      this.logger.warn('a recording could not be removed from the pbx', { name, err: error });
    }
  }

  /** A key that leads to no call. */
  newKey(): string {
    return this.keyOf(randomUUID());
  }

  /** Moves a message to another key; what was moved before stays there. @throws FileMissing when it is nowhere */
  async move(name: string, key: string): Promise<void> {
    const from = this.keyOf(name);
    if (!(await this.files.has(from)) && (await this.files.has(key))) return;
    await this.files.put(key, await this.files.get(from));
    await this.files.remove(from);
  }
}
