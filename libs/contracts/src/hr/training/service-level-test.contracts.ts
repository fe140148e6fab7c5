import { operation } from '../../kernel/contract';
import { Bounded, Day, Flag, Id, OptionalDay, OptionalText, RequiredText, Whole } from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';

export class ServiceLevelTestFields {
  @StaffNumber()
  staffNumber: string;

  @Day('Day of the test')
  takenOn: string;

  @Bounded('Written part, of 100', 0, 100)
  written: number;

  @Bounded('Telephone part, of 100', 0, 100)
  phone: number;
}

export class ServiceLevelTestView extends ServiceLevelTestFields {
  @Id('Id of the test')
  testId: string;

  @OptionalText('Name', 100)
  name?: string;

  @Whole('Weight of the written part, per cent', 0, 100)
  writtenPercent: number;

  @Whole('Weight of the telephone part, per cent', 0, 100)
  phonePercent: number;

  @Bounded('written × weight + phone × weight', 0, 100)
  result: number;

  @Flag('True: the weights are not confirmed, since the document says 40 % and 100 % (C13)')
  flagged: boolean;

  @RequiredText('Who recorded it', 200)
  recordedBy: string;
}

export class RecordServiceLevelTestRequest extends ServiceLevelTestFields {}

/** By the weights of the policy `service-level-test` on the day of the test. */
export const RecordServiceLevelTest = operation({
  subject: 'hr.command.record-service-level-test.v1',
  request: RecordServiceLevelTestRequest,
  reply: ServiceLevelTestView,
  errors: ['staff.not-found'],
});

export class ListServiceLevelTestsRequest extends PageRequest {
  @OptionalStaffNumber('Only of this person')
  staffNumber?: string;

  @OptionalDay('Only from this day on')
  from?: string;

  @OptionalDay('Only up to this day')
  to?: string;
}

export class ServiceLevelTestPage extends PageOf(ServiceLevelTestView, 'Tests, the latest first') {}

export const ListServiceLevelTests = operation({
  subject: 'hr.query.service-level-tests.v1',
  request: ListServiceLevelTestsRequest,
  reply: ServiceLevelTestPage,
});
