import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { AssignOpenItems } from '../sampling/assign-open-items';
import { ImprovementPlans } from '../improvement/plans.port';

const OUTCOME = '已离职 has left';
const BY = 'system:hr';

/** Nobody improves after leaving, and nobody judges: open plans are cancelled, calls to judge go to other inspectors. */
@Injectable()
export class ClosePlansOfFormerStaff {
  constructor(
    private readonly plans: ImprovementPlans,
    private readonly assign: AssignOpenItems,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    for (const planId of await this.plans.ofFormerStaff()) {
      await this.work.inTransaction(async () => {
        const plan = await this.plans.lock(planId);
        if (plan?.state !== 'open') return;
        await this.plans.close(planId, 'cancelled', OUTCOME, this.clock.now(), BY);
      });
    }
    await this.assign.execute('former-staff');
  }
}
