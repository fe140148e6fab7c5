import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsUUID, ValidateNested } from 'class-validator';
import { Day, Instant, OptionalInstant, OptionalText, RequiredText } from '../../kernel/fields';
import { StaffNumber } from '../staff/staff-fields';

export const SWAP_KINDS = ['single', 'pair'] as const;
export type SwapKind = (typeof SWAP_KINDS)[number];

/** `consented` by the partner, and waits for the head; shifts change hands when it is approved. */
export const SWAP_STATES = ['proposed', 'consented', 'approved', 'declined', 'refused', 'withdrawn'] as const;
export type SwapState = (typeof SWAP_STATES)[number];

/** Whether the requester has worked in return; `proposed`: shifts are named and wait for the other's consent. */
export const REPAYMENT_STATES = ['none', 'owed', 'proposed', 'done'] as const;
export type RepaymentState = (typeof REPAYMENT_STATES)[number];

export const SWAP_ERRORS = {
  notFound: 'swap.not-found',
  samePerson: 'swap.same-person',
  /** The partner has left, is suspended, or has not begun. */
  partnerUnavailable: 'swap.partner-unavailable',
  otherPost: 'swap.other-post',
  notYours: 'swap.not-your-shift',
  notPartners: 'swap.not-partners-shift',
  /** A shift that is not there, not published, or was changed meanwhile. */
  shiftGone: 'swap-shift.not-found',
  begun: 'swap.shift-begun',
  countsDiffer: 'swap.counts-differ',
  notConsecutive: 'swap.not-consecutive',
  /** One shift a month (L348). */
  monthUsed: 'swap.month-used',
  /** Pairs twice a year (L348). */
  yearUsed: 'swap.year-used',
  noticeTooShort: 'swap.notice-too-short',
  repaidTooLate: 'swap.repaid-too-late',
  overlaps: 'swap.shifts-overlap',
  restTooShort: 'swap.rest-too-short',
  onLeave: 'swap.on-leave',
  /** One of the shifts is in another swap that is asked for. */
  shiftTaken: 'swap-shift.already-in-swap',
  reference: 'swap.reference-reused',
  notInState: 'swap.not-allowed-in-state',
  /** Neither the one nor the other of the two, or not whose turn it is. */
  notParty: 'swap.not-your-turn',
  /** Only the head decides, and nobody about their own swap. */
  notHead: 'swap.not-yours-to-decide',
  noteMissing: 'swap.note-missing',
} as const;

export class SwapReference {
  @ApiProperty({ description: 'Id of the swap', format: 'uuid' })
  @IsUUID()
  swapId: string;
}

export class SwapShiftView {
  @ApiProperty({ description: 'The shift in the roster', format: 'uuid' })
  @IsUUID()
  entryId: string;

  @Day('Day on which it begins')
  workDate: string;

  @Instant('Start')
  startAt: string;

  @Instant('End')
  endAt: string;
}

const Shifts =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ description, type: [SwapShiftView] })(target, key);
    IsArray()(target, key);
    ValidateNested({ each: true })(target, key);
    Type(() => SwapShiftView)(target, key);
  };

export class SwapView extends SwapReference {
  @ApiProperty({ description: 'One shift, or two consecutive ones', enum: SWAP_KINDS })
  @IsIn(SWAP_KINDS)
  kind: SwapKind;

  @StaffNumber('Who gives shifts away')
  requester: string;

  @RequiredText('Name', 200)
  requesterName: string;

  @StaffNumber('Who works them')
  partner: string;

  @RequiredText('Name', 200)
  partnerName: string;

  @ApiProperty({ description: 'Where it stands', enum: SWAP_STATES })
  @IsIn(SWAP_STATES)
  state: SwapState;

  @RequiredText('Why', 500)
  reason: string;

  @Shifts('Shifts that are given away')
  given: SwapShiftView[];

  @Shifts('Shifts that are worked in return; none while they are not named')
  taken: SwapShiftView[];

  @Instant('When it was proposed')
  proposedAt: string;

  @OptionalInstant('When the head decided')
  decidedAt?: string;

  @OptionalText('Staff number of the head who decided', 20)
  decidedBy?: string;

  @OptionalText('What is to be known about it', 500)
  note?: string;

  @ApiProperty({ description: 'Whether shifts were worked in return', enum: REPAYMENT_STATES })
  @IsIn(REPAYMENT_STATES)
  repayment: RepaymentState;

  @Day('By when they are to be (L348)')
  repaymentDue: string;

  @ApiProperty({ description: 'Owed beyond that day' })
  @IsBoolean()
  repaymentOverdue: boolean;

  @OptionalText('Staff number of who named the shifts in return that wait for consent', 20)
  returnProposedBy?: string;
}
