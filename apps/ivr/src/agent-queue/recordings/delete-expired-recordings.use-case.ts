import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, FILE_STORE, type FileStore, UnitOfWork } from '@switchyard/platform';
import { Recordings } from './recordings.port';

const AT_ONCE = 50;

/** Deletes recordings whose time by policy is over; the row stays, and tells when. */
@Injectable()
export class DeleteExpiredRecordings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recordings: Recordings,
    @Inject(FILE_STORE) private readonly store: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many were deleted */
  async execute(): Promise<number> {
    let deleted = 0;
    for (let round = AT_ONCE; round === AT_ONCE; deleted += round) round = await this.round();
    return deleted;
  }

  /** The file goes first: a process that dies in between finds the row again, and removing twice is no error. */
  private round(): Promise<number> {
    return this.unitOfWork.inTransaction(async () => {
      const expired = await this.recordings.takeExpired(this.clock.now(), AT_ONCE);
      for (const { id, fileKey } of expired) {
        await this.store.remove(fileKey);
        await this.recordings.deleted(id, 'retention', this.clock.now());
      }
      return expired.length;
    });
  }
}
