import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { Instant, OptionalInstant, OptionalText, RequiredText } from '../fields';

export class FaultReference {
  @RequiredText('Number of the fault', 40)
  number: string;
}

export class CrewView {
  @RequiredText('Leader of the crew', 100)
  leader: string;

  @RequiredText("The leader's number", 20)
  phone: string;

  @Instant('When it departed')
  departedAt: string;

  @OptionalInstant('When it came to the site')
  arrivedAt?: string;

  @ApiPropertyOptional({ description: 'Minutes on the way', type: 'integer' })
  @IsOptional()
  @IsInt()
  minutesOnTheWay?: number;
}

export class SiteReportView {
  @Instant('When it was reported')
  reportedAt: string;

  @RequiredText('What the crew found', 2000)
  symptom: string;

  @OptionalText('Cause, where it is known', 1000)
  cause?: string;

  @OptionalText('Where the crew is', 500)
  crewLocation?: string;

  @OptionalInstant('When supply is expected back')
  estimatedRestorationAt?: string;
}

export class EstimateChangeView {
  @Instant('When it was changed')
  changedAt: string;

  @Instant('When supply is expected back from then on')
  estimatedRestorationAt: string;

  @OptionalText('Why', 500)
  reason?: string;
}

export class RestorationView {
  @RequiredText('The main fault', 1000)
  mainFault: string;

  @RequiredText('What was done', 2000)
  result: string;

  @Instant('When power was back')
  restoredAt: string;
}

export class CustomerOwnedView {
  @RequiredText('What was explained to the customer', 1000)
  explanation: string;

  @OptionalText('The community electrician who was named', 200)
  electrician?: string;

  @OptionalText('The approved tariff of a paid repair', 200)
  tariff?: string;
}

export class FieldWorkView extends FaultReference {
  @RequiredText('Where the case stands', 40)
  stage: string;

  @ApiPropertyOptional({ description: 'The outage that it belongs to', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  outageId?: string;

  @OptionalText('The report that it belongs to', 40)
  parent?: string;

  @ApiProperty({ description: 'Crews that were sent, the first first', type: [CrewView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CrewView)
  crews: CrewView[];

  @ApiProperty({ description: 'Reports from the site, the first first', type: [SiteReportView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SiteReportView)
  reports: SiteReportView[];

  @ApiProperty({ description: 'Changes of the estimate', type: [EstimateChangeView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => EstimateChangeView)
  estimates: EstimateChangeView[];

  @OptionalInstant('When supply is expected back, as it stands now')
  estimatedRestorationAt?: string;

  @ApiPropertyOptional({ description: 'How it was restored', type: RestorationView })
  @IsOptional()
  @ValidateNested()
  @Type(() => RestorationView)
  restoration?: RestorationView;

  @ApiPropertyOptional({ description: "The customer's own equipment", type: CustomerOwnedView })
  @IsOptional()
  @ValidateNested()
  @Type(() => CustomerOwnedView)
  customerOwned?: CustomerOwnedView;
}
