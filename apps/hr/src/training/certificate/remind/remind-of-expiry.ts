import { Inject, Injectable } from '@nestjs/common';
import { addDays, dueReminder, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, Logger, RegularWork } from '@switchyard/platform';
import { Policies } from '../../../policy/policies';
import { Certificates } from '../certificates.port';

const EVERY_MS = 600_000;

/** Reminds of certificates that expire, on the days of the policy `training`, each step once. */
@Injectable()
export class RemindOfExpiry extends RegularWork {
  constructor(
    private readonly certificates: Certificates,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('reminding of certificates', EVERY_MS, logger);
  }

  async round(): Promise<void> {
    const now = this.clock.now();
    const { reminderDays } = await this.policies.inForce('training', now);
    const today = localDateAt(now);
    const upTo = addDays(today, Math.max(0, ...reminderDays));
    for (const { certificateId, expiresOn, remindedDaysBefore } of await this.certificates.expiring(
      today,
      upTo,
    )) {
      const due = expiresOn && dueReminder(expiresOn, today, reminderDays);
      if (due !== undefined && due < (remindedDaysBefore ?? Infinity))
        await this.certificates.remind(certificateId, due, today);
    }
  }
}
