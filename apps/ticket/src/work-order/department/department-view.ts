import type { DepartmentView } from '@switchyard/contracts';
import type { Department } from './departments.port';

export function toDepartmentView({ updatedAt, ...department }: Department): DepartmentView {
  return { ...department, updatedAt: updatedAt.toISOString() };
}
