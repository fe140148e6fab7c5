import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { Instant, OptionalInstant, OptionalText, Reference, RequiredText } from '../fields';

export const SYSTEM_FAULT_STATUSES = ['open', 'solved'] as const;
export type SystemFaultStatus = (typeof SYSTEM_FAULT_STATUSES)[number];

export class SystemFaultFacts {
  @RequiredText('What failed: telephone, network, computer, software, power', 100)
  component: string;

  @RequiredText('What was seen', 2000)
  symptom: string;

  @Instant('Since when')
  since: string;

  @RequiredText('Who of the technical section was told', 200)
  toldTo: string;
}

export class RecordSystemFaultRequest extends SystemFaultFacts {
  @Reference("The sender's own name; the same reference is one entry")
  reference: string;
}

export class SystemFaultView extends SystemFaultFacts {
  @ApiProperty({ description: 'Id of the entry', format: 'uuid' })
  @IsUUID()
  faultId: string;

  @ApiProperty({ description: 'Where it stands', enum: SYSTEM_FAULT_STATUSES })
  @IsIn(SYSTEM_FAULT_STATUSES)
  status: SystemFaultStatus;

  @OptionalText('Cause', 2000)
  cause?: string;

  @OptionalText('What was done', 2000)
  solution?: string;

  @OptionalInstant('When it was over')
  solvedAt?: string;

  @RequiredText('Who recorded it', 200)
  recordedBy: string;

  @Instant('When it was recorded')
  recordedAt: string;
}

/** A fault of the centre's own systems goes to the technical section, with a record (§7). */
export const RecordSystemFault = operation({
  subject: 'ticket.command.record-system-fault.v1',
  request: RecordSystemFaultRequest,
  reply: SystemFaultView,
});

export class SystemFaultReference {
  @ApiProperty({ description: 'Id of the entry', format: 'uuid' })
  @IsUUID()
  faultId: string;
}

export class SolveSystemFaultRequest extends SystemFaultReference {
  @RequiredText('Cause', 2000)
  cause: string;

  @RequiredText('What was done', 2000)
  solution: string;

  @OptionalInstant('When it was over; now unless told')
  solvedAt?: string;
}

export const SolveSystemFault = operation({
  subject: 'ticket.command.solve-system-fault.v1',
  request: SolveSystemFaultRequest,
  reply: SystemFaultView,
  errors: ['system-fault.not-found', 'system-fault.not-allowed-in-state', 'system-fault.ends-before-start'],
});

export class ListSystemFaultsRequest extends PageRequest {
  @ApiPropertyOptional({ description: 'Only with this status', enum: SYSTEM_FAULT_STATUSES })
  @IsOptional()
  @IsIn(SYSTEM_FAULT_STATUSES)
  status?: SystemFaultStatus;

  @OptionalInstant('Only those that began at this time or later')
  from?: string;

  @OptionalInstant('Only those that began before this time')
  before?: string;
}

export class SystemFaultPage extends PageOf(SystemFaultView, 'Entries, the latest first') {}

export const ListSystemFaults = operation({
  subject: 'ticket.query.system-faults.v1',
  request: ListSystemFaultsRequest,
  reply: SystemFaultPage,
});
