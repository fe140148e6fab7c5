import { Injectable } from '@nestjs/common';
import { AttendanceExemptions } from '../../../attendance/attendance-exemptions.port';
import type { Session } from '../sessions.port';

/** Who attended was not expected at the desk meanwhile: neither late nor absent there (§12, 2). */
@Injectable()
export class ExcuseFromDesk {
  constructor(private readonly exemptions: AttendanceExemptions) {}

  /** To be called in a transaction. */
  async execute(
    { sessionId, startsAt, endsAt, titleZh }: Session,
    said: readonly { readonly staffNumber: string; readonly attended: boolean }[],
    by: string,
  ): Promise<void> {
    const referenceOf = (staffNumber: string) => `training-session:${sessionId}:${staffNumber}`;
    await this.exemptions.put(
      said
        .filter(({ attended }) => attended)
        .map(({ staffNumber }) => ({
          staffNumber,
          kind: 'training' as const,
          from: startsAt,
          to: endsAt,
          reason: titleZh,
          by,
          reference: referenceOf(staffNumber),
        })),
    );
    for (const { staffNumber, attended } of said)
      if (!attended) await this.exemptions.withdraw(referenceOf(staffNumber), by);
  }
}
