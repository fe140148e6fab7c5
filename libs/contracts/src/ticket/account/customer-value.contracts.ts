import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { Instant, OptionalInstant, RequiredText } from '../fields';

export const VALUE_RUN_STATES = ['running', 'completed', 'interrupted', 'failed'] as const;
export type ValueRunState = (typeof VALUE_RUN_STATES)[number];

export const CUSTOMER_VALUE_ERRORS = {
  /** One is under way; `details.runId` names it. */
  alreadyRunning: 'customer-value.already-running',
  notFound: 'customer-value-run.not-found',
} as const;

/** Everybody's tier and stage reckoned anew, batch by batch. */
export class ValueRunView {
  @ApiProperty({ description: 'Id of the run', format: 'uuid' })
  @IsUUID()
  runId: string;

  @ApiProperty({ description: 'Where it stands', enum: VALUE_RUN_STATES })
  @IsIn(VALUE_RUN_STATES)
  state: ValueRunState;

  @RequiredText('Who began it', 200)
  startedBy: string;

  @Instant('When it was begun')
  startedAt: string;

  @OptionalInstant('When it ended')
  endedAt?: string;

  @ApiProperty({ description: 'Accounts that were reckoned', type: 'integer' })
  @IsInt()
  accounts: number;

  @ApiProperty({ description: 'Of these, whose tier or stage changed', type: 'integer' })
  @IsInt()
  changed: number;
}

export class RecomputeCustomerValuesRequest {}

/** Begins a run, which goes on by itself; one at a time. The service begins one every day. */
export const RecomputeCustomerValues = operation({
  subject: 'ticket.command.recompute-customer-values.v1',
  request: RecomputeCustomerValuesRequest,
  reply: ValueRunView,
  errors: [CUSTOMER_VALUE_ERRORS.alreadyRunning],
});

export class GetValueRunRequest {
  @ApiProperty({ description: 'Id of the run', format: 'uuid' })
  @IsUUID()
  runId: string;
}

export const GetValueRun = operation({
  subject: 'ticket.query.value-run.v1',
  request: GetValueRunRequest,
  reply: ValueRunView,
  errors: [CUSTOMER_VALUE_ERRORS.notFound],
});

export class ListValueRunsRequest extends PageRequest {}

export class ValueRunPage extends PageOf(ValueRunView, 'The latest first') {}

export const ListValueRuns = operation({
  subject: 'ticket.query.value-runs.v1',
  request: ListValueRunsRequest,
  reply: ValueRunPage,
});
