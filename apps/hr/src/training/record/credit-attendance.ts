import { Injectable } from '@nestjs/common';
import { localDateAt } from '@switchyard/domain';
import type { Session } from '../session/sessions.port';
import { type Recorded, Records } from './records.port';
import { SettleCompletions } from './settle-completions';

/** Credits the minutes of a session once per person, and settles whether the course is completed. */
@Injectable()
export class CreditAttendance {
  constructor(
    private readonly records: Records,
    private readonly settle: SettleCompletions,
  ) {}

  /** Numbers of the certificates that were issued. To be called in a transaction. */
  async execute(
    { sessionId, courseCode, startsAt }: Session,
    said: readonly { readonly staffNumber: string; readonly minutes: number }[],
    recorded: Recorded,
  ): Promise<readonly string[]> {
    const heldOn = localDateAt(startsAt);
    const credits = said.map(({ staffNumber, minutes }) => ({
      sessionId,
      courseCode,
      staffNumber,
      minutes,
      heldOn,
    }));
    return this.settle.execute(courseCode, await this.records.credit(credits, recorded), recorded);
  }
}
