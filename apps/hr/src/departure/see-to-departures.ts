import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Logger, Repeat } from '@switchyard/platform';
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
export class SeeToDepartures implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds: Repeat;
  private readonly log: Logger;

  constructor(
    private readonly swaps: SettleSwapsOfFormerStaff,
    private readonly shifts: EndShiftsOfFormerStaff,
    private readonly transfers: TellOfTransfers,
    private readonly leave: EndLeaveOfFormerStaff,
    private readonly seats: FreeSeatsOfFormerStaff,
    private readonly plans: ClosePlansOfFormerStaff,
    logger: Logger,
  ) {
    this.log = logger.named('FormerStaff');
    this.rounds = new Repeat('what waits for people who left', EVERY_MS, () => this.round(), this.log);
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
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
