import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { Instant, OptionalInstant, OptionalText, RequiredText } from '../fields';
import { HandoverSummary, HandoverView } from './handover.view';
import {
  HANDOVER_ERRORS,
  HANDOVER_SECTIONS,
  HANDOVER_STATE_NAMES,
  type HandoverSection,
  type HandoverStateName,
} from './words';

export class HandoverReference {
  @ApiProperty({ description: 'Id of the handover', format: 'uuid' })
  @IsUUID()
  handoverId: string;
}

export class BeginHandoverRequest {
  @RequiredText('The shift that ends, e.g. 早班 2026-03-02', 100)
  shift: string;

  @RequiredText('Sign-in account (name) of the leader who takes over', 200)
  relief: string;
}

/** Begins the handover of who asks; one of a leader at a time. */
export const BeginHandover = operation({
  subject: 'ticket.command.begin-handover.v1',
  request: BeginHandoverRequest,
  reply: HandoverView,
  errors: [HANDOVER_ERRORS.alreadyOpen, HANDOVER_ERRORS.reliefIsSelf, HANDOVER_ERRORS.reliefUnknown],
});

export class NoteInHandoverRequest extends HandoverReference {
  @ApiProperty({ description: 'What it belongs to', enum: HANDOVER_SECTIONS })
  @IsIn(HANDOVER_SECTIONS)
  section: HandoverSection;

  @RequiredText('The note', 2000)
  text: string;
}

const PARTY_ERRORS = [HANDOVER_ERRORS.notFound, HANDOVER_ERRORS.wrongState, HANDOVER_ERRORS.notOutgoing];

/** Adds to what the system found; the two leaders write. */
export const NoteInHandover = operation({
  subject: 'ticket.command.note-in-handover.v1',
  request: NoteInHandoverRequest,
  reply: HandoverView,
  errors: PARTY_ERRORS,
});

/** What is open now is kept as what is handed over, and waits for the relief. */
export const SubmitHandover = operation({
  subject: 'ticket.command.submit-handover.v1',
  request: HandoverReference,
  reply: HandoverView,
  errors: PARTY_ERRORS,
});

export class ReasonedHandoverRequest extends HandoverReference {
  @RequiredText('Why', 500)
  reason: string;
}

/** The relief sends it back: something is missing. */
export const SendBackHandover = operation({
  subject: 'ticket.command.send-back-handover.v1',
  request: ReasonedHandoverRequest,
  reply: HandoverView,
  errors: [HANDOVER_ERRORS.notFound, HANDOVER_ERRORS.wrongState, HANDOVER_ERRORS.notRelief],
});

/** Who began it takes it back, e.g. because another leader comes. */
export const CancelHandover = operation({
  subject: 'ticket.command.cancel-handover.v1',
  request: ReasonedHandoverRequest,
  reply: HandoverView,
  errors: PARTY_ERRORS,
});

export class HandoverAssignment {
  @RequiredText('Number of an unfinished work order', 40)
  number: string;

  @RequiredText('Id of the sign-in account that becomes responsible', 200)
  to: string;
}

export class AcceptHandoverRequest extends HandoverReference {
  @OptionalText('What the incoming leader tells the shift', 2000)
  briefing?: string;

  @ApiPropertyOptional({
    description: 'Work orders that go to others than the relief',
    type: [HandoverAssignment],
    maxItems: 500,
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => HandoverAssignment)
  assignments?: HandoverAssignment[];
}

/**
 * The relief takes over (§7): leads the shift from now on, and is responsible for every unfinished work order that the
 * outgoing leader was responsible for, but for those assigned to others.
 */
export const AcceptHandover = operation({
  subject: 'ticket.command.accept-handover.v1',
  request: AcceptHandoverRequest,
  reply: HandoverView,
  errors: [
    HANDOVER_ERRORS.notFound,
    HANDOVER_ERRORS.wrongState,
    HANDOVER_ERRORS.notRelief,
    HANDOVER_ERRORS.assignmentUnknown,
  ],
});

/** One handover; the content of a draft is what is open now. */
export const GetHandover = operation({
  subject: 'ticket.query.handover.v1',
  request: HandoverReference,
  reply: HandoverView,
  errors: [HANDOVER_ERRORS.notFound],
});

export class ListHandoversRequest extends PageRequest {
  @ApiPropertyOptional({ description: 'Only with this state', enum: HANDOVER_STATE_NAMES })
  @IsOptional()
  @IsIn(HANDOVER_STATE_NAMES)
  state?: HandoverStateName;

  @OptionalText('Only by this leader, who leaves', 200)
  outgoing?: string;

  @OptionalText('Only to this leader, who takes over', 200)
  relief?: string;

  @OptionalInstant('Begun at this time or later')
  from?: string;

  @OptionalInstant('Begun before this time')
  to?: string;
}

export class HandoverPage extends PageOf(HandoverSummary, 'The latest first') {}

export const ListHandovers = operation({
  subject: 'ticket.query.handovers.v1',
  request: ListHandoversRequest,
  reply: HandoverPage,
});

export class HandoverEventRow {
  @Instant('When')
  at: string;

  @RequiredText('Who', 200)
  actor: string;

  @RequiredText('What was done', 40)
  change: string;

  @OptionalText('Why', 500)
  reason?: string;
}

export class HandoverHistory {
  @ApiProperty({ description: 'In order', type: [HandoverEventRow] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HandoverEventRow)
  items: HandoverEventRow[];
}

export const GetHandoverHistory = operation({
  subject: 'ticket.query.handover-history.v1',
  request: HandoverReference,
  reply: HandoverHistory,
  errors: [HANDOVER_ERRORS.notFound],
});
