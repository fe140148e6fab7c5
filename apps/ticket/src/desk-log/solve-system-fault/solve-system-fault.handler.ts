import { Controller, Inject } from '@nestjs/common';
import { SolveSystemFault, SolveSystemFaultRequest, type SystemFaultView } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { toSystemFaultView } from '../desk-log-view';
import { type SystemFault, SystemFaults } from '../system-faults.port';

@Controller()
export class SolveSystemFaultHandler {
  constructor(
    private readonly faults: SystemFaults,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(SolveSystemFault)
  handle(request: SolveSystemFaultRequest): Promise<SystemFaultView> {
    const { faultId } = request;
    return this.work.inTransaction(async () => {
      const fault = await this.faults.lock(faultId);
      if (!fault)
        throw new DomainError('system-fault.not-found', `There is no system fault ${faultId}.`, { faultId });
      const solved = solvedBy(fault, request, this.clock.now());
      await this.faults.save(solved);
      return toSystemFaultView(solved);
    });
  }
}

function solvedBy(fault: SystemFault, request: SolveSystemFaultRequest, now: Date): SystemFault {
  const { cause, solution, solvedAt: told } = request;
  if (fault.status === 'solved')
    throw new DomainError(
      'system-fault.not-allowed-in-state',
      'This fault is solved already; record another if it came back.',
      { faultId: fault.faultId },
    );
  const solvedAt = told === undefined ? now : new Date(told);
  if (solvedAt < fault.since)
    throw new DomainError('system-fault.ends-before-start', 'solvedAt must not be before the fault began.', {
      field: 'solvedAt',
      since: fault.since.toISOString(),
    });
  return { ...fault, status: 'solved', cause, solution, solvedAt };
}
