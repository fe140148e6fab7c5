import { Controller, Inject } from '@nestjs/common';
import {
  type DepartmentView,
  PutDepartment,
  PutDepartmentRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { CENTRE } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { toDepartmentView } from '../department-view';
import { Departments } from '../departments.port';

@Controller()
export class PutDepartmentHandler {
  constructor(
    private readonly departments: Departments,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(PutDepartment)
  handle(request: PutDepartmentRequest, { actor }: RequestContext): Promise<DepartmentView> {
    const { active = true, ...facts } = request;
    return this.work.inTransaction(async () => {
      if (!active) await this.assertMayEnd(facts.code);
      const department = { ...facts, active, updatedAt: this.clock.now(), updatedBy: actor.id };
      await this.departments.put(department);
      return toDepartmentView(department);
    });
  }

  private async assertMayEnd(code: string): Promise<void> {
    if (code === CENTRE)
      throw new DomainError(
        'department.centre-stays',
        'The centre always takes work orders; leave it active.',
        {
          field: 'active',
        },
      );
    if (await this.departments.hasWork(code))
      throw new DomainError(
        'department.has-work',
        `Work orders that are not finished are with ${code}: forward them first.`,
        { field: 'active', owner: code },
      );
  }
}
