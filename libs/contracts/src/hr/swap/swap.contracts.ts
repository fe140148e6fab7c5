import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Instant,
  OptionalFlag,
  OptionalMonth,
  OptionalText,
  Reference,
  RequiredText,
} from '../../kernel/fields';
import { PeopleListRequest } from '../attendance/people-list';
import { ATTENDANCE_ERRORS } from '../attendance/words';
import { StaffNumber } from '../staff/staff-fields';
import { PageOf } from '../../kernel/paging';
import {
  SWAP_ERRORS,
  SwapView,
  SwapReference,
  SWAP_STATES,
  type SwapState,
  REPAYMENT_STATES,
  type RepaymentState,
} from './swap.view';

const EntryIds =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ description, type: [String] })(target, key);
    IsArray()(target, key);
    ArrayMinSize(1)(target, key);
    ArrayMaxSize(2)(target, key);
    ArrayUnique()(target, key);
    IsUUID(undefined, { each: true })(target, key);
  };

export class ProposeSwapRequest {
  @StaffNumber('Who is to work the shifts')
  partner: string;

  @EntryIds('Shifts to give away: one, or two consecutive ones')
  given: string[];

  @ApiPropertyOptional({
    description: 'As many shifts of the partner to work in return; named later unless given',
    type: [String],
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  taken?: string[];

  @RequiredText('Why', 500)
  reason: string;

  @Reference('Said twice under one reference, it is one swap')
  reference: string;
}

const RULES = [
  SWAP_ERRORS.samePerson,
  SWAP_ERRORS.partnerUnavailable,
  SWAP_ERRORS.otherPost,
  SWAP_ERRORS.notYours,
  SWAP_ERRORS.notPartners,
  SWAP_ERRORS.shiftGone,
  SWAP_ERRORS.begun,
  SWAP_ERRORS.countsDiffer,
  SWAP_ERRORS.notConsecutive,
  SWAP_ERRORS.monthUsed,
  SWAP_ERRORS.yearUsed,
  SWAP_ERRORS.noticeTooShort,
  SWAP_ERRORS.repaidTooLate,
  SWAP_ERRORS.overlaps,
  SWAP_ERRORS.restTooShort,
  SWAP_ERRORS.onLeave,
  SWAP_ERRORS.shiftTaken,
];
const TURN = [SWAP_ERRORS.notFound, SWAP_ERRORS.notInState, SWAP_ERRORS.notParty, ATTENDANCE_ERRORS.noStaff];

/** One's own shifts to somebody else (替换班); the partner consents, then the head approves. */
export const ProposeSwap = operation({
  subject: 'hr.command.propose-swap.v1',
  request: ProposeSwapRequest,
  reply: SwapView,
  errors: [...RULES, SWAP_ERRORS.reference, ATTENDANCE_ERRORS.noStaff],
});

export const CONSENTS = ['consent', 'decline'] as const;

export class AnswerSwapRequest extends SwapReference {
  @ApiProperty({ description: 'The answer', enum: CONSENTS })
  @IsIn(CONSENTS)
  answer: (typeof CONSENTS)[number];

  @OptionalText('What is to be known about it', 500)
  note?: string;
}

/** The partner's answer. */
export const AnswerSwap = operation({
  subject: 'hr.command.answer-swap.v1',
  request: AnswerSwapRequest,
  reply: SwapView,
  errors: TURN,
});

export const WithdrawSwap = operation({
  subject: 'hr.command.withdraw-swap.v1',
  request: SwapReference,
  reply: SwapView,
  errors: TURN,
});

export const SWAP_DECISIONS = ['approve', 'refuse'] as const;

export class DecideSwapRequest extends SwapReference {
  @ApiProperty({ description: 'What is decided', enum: SWAP_DECISIONS })
  @IsIn(SWAP_DECISIONS)
  decision: (typeof SWAP_DECISIONS)[number];

  @OptionalText('What is to be known about it; a refusal needs it', 500)
  note?: string;
}

/** The head's decision; with an approval the shifts change hands at once, all or none. */
export const DecideSwap = operation({
  subject: 'hr.command.decide-swap.v1',
  request: DecideSwapRequest,
  reply: SwapView,
  errors: [...RULES, ...TURN, SWAP_ERRORS.notHead, SWAP_ERRORS.noteMissing],
});

export class ProposeReturnRequest extends SwapReference {
  @EntryIds('As many shifts of the partner as were given away')
  taken: string[];
}

/** Names the shifts that the requester works in return; by either of the two, the other consents. */
export const ProposeReturn = operation({
  subject: 'hr.command.propose-swap-return.v1',
  request: ProposeReturnRequest,
  reply: SwapView,
  errors: [...RULES, ...TURN],
});

/** The other's answer; with consent the shifts change hands, and nothing is owed any more. */
export const AnswerReturn = operation({
  subject: 'hr.command.answer-swap-return.v1',
  request: AnswerSwapRequest,
  reply: SwapView,
  errors: [...RULES, ...TURN],
});

export class ListSwapsRequest extends PeopleListRequest {
  @ApiPropertyOptional({ description: 'Only in this state', enum: SWAP_STATES })
  @IsOptional()
  @IsIn(SWAP_STATES)
  state?: SwapState;

  @ApiPropertyOptional({ description: 'Only with this repayment', enum: REPAYMENT_STATES })
  @IsOptional()
  @IsIn(REPAYMENT_STATES)
  repayment?: RepaymentState;

  @OptionalFlag('Only owed beyond the day that they were due')
  overdue?: boolean;

  @OptionalMonth('Only those that count in this month')
  month?: string;
}

export class SwapPage extends PageOf(SwapView, 'Swaps of either side, the newest first') {}

export const ListSwaps = operation({
  subject: 'hr.query.swaps.v1',
  request: ListSwapsRequest,
  reply: SwapPage,
  errors: [ATTENDANCE_ERRORS.noStaff],
});

export class SwapEventView {
  @RequiredText('What was done', 40)
  kind: string;

  @OptionalText('Why', 500)
  note?: string;

  @Instant('When')
  at: string;

  @RequiredText('Who', 200)
  by: string;
}

export class SwapDetails extends SwapView {
  @ApiProperty({ description: 'What happened, in order', type: [SwapEventView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SwapEventView)
  history: SwapEventView[];
}

export class GetSwapRequest extends SwapReference {
  @ApiPropertyOptional({ description: 'Of mine only' })
  @IsOptional()
  @IsBoolean()
  own?: boolean;
}

export const GetSwap = operation({
  subject: 'hr.query.swap.v1',
  request: GetSwapRequest,
  reply: SwapDetails,
  errors: [SWAP_ERRORS.notFound, ATTENDANCE_ERRORS.noStaff],
});
