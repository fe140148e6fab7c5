import { Controller } from '@nestjs/common';
import {
  ListTrainingRecords,
  ListTrainingRecordsRequest,
  type RequestContext,
  type TrainingRecordPage,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { viewsOf } from '../page';
import { TrainedStaff } from '../people/trained-staff';
import { Records } from './records.port';

@Controller()
export class ListRecordsHandler {
  constructor(
    private readonly records: Records,
    private readonly staff: TrainedStaff,
  ) {}

  @Handles(ListTrainingRecords)
  async handle(request: ListTrainingRecordsRequest, context: RequestContext): Promise<TrainingRecordPage> {
    const { limit = 50, cursor, ...filter } = request;
    const staffNumbers = await this.staff.seenBy(context);
    const page = await this.records.list({ ...filter, ...(staffNumbers && { staffNumbers }) }, limit, cursor);
    const names = await this.staff.names(page.items.map(({ staffNumber }) => staffNumber));
    return viewsOf(page, (record) => {
      const name = names.get(record.staffNumber);
      return { ...record, ...(name !== undefined && { name }) };
    });
  }
}
