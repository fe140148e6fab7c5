import { Injectable } from '@nestjs/common';
import { Logger, RegularWork } from '@switchyard/platform';
import { EndLeaveOfFormerStaff } from '../leave/former-staff/end-leave-of-former-staff';
import { ClosePlansOfFormerStaff } from '../quality/former-staff/close-plans-of-former-staff';
import { EndShiftsOfFormerStaff } from '../roster/former-staff/end-shifts-of-former-staff';
import { TellOfTransfers } from '../roster/former-staff/tell-of-transfers';
import { SettleSwapsOfFormerStaff } from '../swap/former-staff/settle-swaps-of-former-staff';
import { FreeSeatsOfFormerStaff } from '../training/session/former-staff/free-seats-of-former-staff';

const EVERY_MS = 60_000;

/**
 * Every minute: what still waits for people who have left. It looks at what is open, not at the leaving, so nothing is
 * forgotten by a process that was away, nor when something is opened for somebody who leaves at that moment.
 */
@Injectable()
export class SeeToDepartures extends RegularWork {
  constructor(
    private readonly swaps: SettleSwapsOfFormerStaff,
    private readonly shifts: EndShiftsOfFormerStaff,
    private readonly transfers: TellOfTransfers,
    private readonly leave: EndLeaveOfFormerStaff,
    private readonly seats: FreeSeatsOfFormerStaff,
    private readonly plans: ClosePlansOfFormerStaff,
    logger: Logger,
  ) {
    super('what waits for people who left', EVERY_MS, logger);
  }

  async round(): Promise<void> {
    for (const part of [this.swaps, this.shifts, this.transfers, this.leave, this.seats, this.plans]) {
      try {
        await part.execute();
      } catch (error) {
        this.log.error('what waits for people who left could not be seen to', { err: error });
      }
    }
  }
}
