import { WorkOrderNumber } from '@switchyard/contracts';

export class WorkOrderPath {
  @WorkOrderNumber('Number of the work order')
  number: string;
}
