import { Injectable } from '@nestjs/common';
import { WORK_ORDER_ERRORS } from '@switchyard/contracts';
import { isIntegrityMatter, routeOf } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { Departments } from '../department/departments.port';
import type { WorkOrder } from '../work-orders.port';

export interface Route {
  readonly department: string;
  /** A matter of integrity: discipline inspection has it (C3). */
  readonly integrity: boolean;
}

/** Where work orders go, by the rules in force. */
@Injectable()
export class RouteWorkOrder {
  constructor(
    private readonly policies: Policies,
    private readonly departments: Departments,
  ) {}

  async routeOf(
    workOrder: Pick<WorkOrder, 'kind' | 'contentCategory' | 'areaCode'>,
    at: Date,
  ): Promise<Route> {
    const policy = await this.policies.routing(at);
    return { department: routeOf(policy, workOrder), integrity: isIntegrityMatter(policy, workOrder) };
  }

  /** @throws DomainError `department.not-found`, `department.inactive` */
  async assertTakesWork(code: string): Promise<void> {
    const department = await this.departments.find(code);
    if (!department)
      throw new DomainError(
        WORK_ORDER_ERRORS.departmentUnknown,
        `There is no department ${code}; GET /departments lists them.`,
        { field: 'department', department: code },
      );
    if (!department.active)
      throw new DomainError(
        WORK_ORDER_ERRORS.departmentInactive,
        `${department.name} takes no work orders any more; choose another department.`,
        { field: 'department', department: code },
      );
  }
}
