import { Controller } from '@nestjs/common';
import { type DepartmentList, ListDepartments, ListDepartmentsRequest } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toDepartmentView } from '../department-view';
import { Departments } from '../departments.port';

@Controller()
export class ListDepartmentsHandler {
  constructor(private readonly departments: Departments) {}

  @Handles(ListDepartments)
  async handle({ active }: ListDepartmentsRequest): Promise<DepartmentList> {
    const all = await this.departments.list();
    const asked = all.filter((department) => active === undefined || department.active === active);
    return { items: asked.map(toDepartmentView) };
  }
}
