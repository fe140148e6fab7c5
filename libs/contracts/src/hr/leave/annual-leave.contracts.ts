import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsNumber, Max, Min } from 'class-validator';
import { operation } from '../../kernel/contract';
import { RequiredText } from '../../kernel/fields';
import { OfStaff, PeopleListRequest } from '../attendance/people-list';
import { ATTENDANCE_ERRORS } from '../attendance/words';
import { StaffNumber } from '../staff/staff-fields';
import { PageOf } from '../../kernel/paging';

export class AnnualBalanceView extends OfStaff {
  @ApiProperty({ description: 'The year', type: 'integer' })
  @IsInt()
  year: number;

  @ApiProperty({ description: 'Days of the year itself' })
  @IsNumber()
  entitledDays: number;

  @ApiProperty({ description: 'Days that came over from the year before' })
  @IsNumber()
  carriedDays: number;

  @ApiProperty({ description: 'Days approved' })
  @IsNumber()
  takenDays: number;

  @ApiProperty({ description: 'Days asked for and not decided' })
  @IsNumber()
  reservedDays: number;

  @ApiProperty({ description: 'Days left' })
  @IsNumber()
  leftDays: number;
}

const Year = (): PropertyDecorator => (target, key) => {
  ApiProperty({ description: 'The year', type: 'integer', minimum: 2000, maximum: 2099, example: 2026 })(
    target,
    key,
  );
  Type(() => Number)(target, key);
  IsInt()(target, key);
  Min(2000)(target, key);
  Max(2099)(target, key);
};

export class ListAnnualBalancesRequest extends PeopleListRequest {
  @Year()
  year: number;
}

export class AnnualBalancePage extends PageOf(AnnualBalanceView, 'By staff number') {}

export const ListAnnualBalances = operation({
  subject: 'hr.query.annual-balances.v1',
  request: ListAnnualBalancesRequest,
  reply: AnnualBalancePage,
  errors: [ATTENDANCE_ERRORS.noStaff],
});

export class SetAnnualEntitlementRequest {
  @StaffNumber()
  staffNumber: string;

  @Year()
  year: number;

  @ApiProperty({ description: 'Days of annual leave of that year, in halves', minimum: 0, maximum: 60 })
  @IsNumber({ maxDecimalPlaces: 1 })
  @Min(0)
  @Max(60)
  days: number;

  @RequiredText('Why it differs from the years of service here', 500)
  reason: string;
}

export const SetAnnualEntitlement = operation({
  subject: 'hr.command.set-annual-entitlement.v1',
  request: SetAnnualEntitlementRequest,
  reply: AnnualBalanceView,
  errors: [ATTENDANCE_ERRORS.staffNotFound, ATTENDANCE_ERRORS.ownMatter],
});
