import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AgentPresencePayload } from '@switchyard/contracts';
import { addDays, localDateAt, type PunchDirection } from '@switchyard/domain';
import { type EventMeta, Logger } from '@switchyard/platform';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { AttendanceDue } from '../attendance-due.port';
import { CENTRE_ZONE } from '../punch-views';
import { Punches } from '../punches.port';

/** Who signs in to the queue has come, who signs out has gone: the agent's work number is the staff number (工号). */
@Injectable()
export class PunchAtTheDesk {
  private readonly log: Logger;

  constructor(
    private readonly staff: StaffDirectory,
    private readonly punches: Punches,
    private readonly due: AttendanceDue,
    logger: Logger,
  ) {
    this.log = logger.named('Attendance');
  }

  async execute(
    direction: PunchDirection,
    { workNo, at: text }: AgentPresencePayload,
    { id }: EventMeta,
  ): Promise<void> {
    const member = await this.staff.find(workNo);
    if (!member) {
      this.log.warn('an agent who is no member of staff signed in or out', { workNo });
      return;
    }
    const { staffNumber } = member;
    const at = new Date(text);
    await this.punches.add({
      id: randomUUID(),
      staffNumber,
      direction,
      at,
      zone: CENTRE_ZONE,
      source: 'sign-in',
      state: 'valid',
      reference: `desk:${id}`,
      recordedAt: at,
      recordedBy: 'system:ivr',
    });
    const day = localDateAt(at);
    await this.due.mark([{ staffNumber, from: addDays(day, -1), to: addDays(day, 1) }]);
  }
}
