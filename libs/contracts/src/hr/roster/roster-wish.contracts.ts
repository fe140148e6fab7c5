import { operation } from '../../kernel/contract';
import { Day, Id, Instant, OneOf, OptionalDay, OptionalFlag, OptionalText } from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { ROSTER_ERRORS } from './errors';
import { OptionalRosterCode } from './roster-fields';
import { ROSTER_WISH_KINDS, type RosterWishKind } from './words';

export class RosterWishFields {
  @Day('Day that the wish is for')
  day: string;

  @OneOf('To be off, to have a shift, or not to have it', ROSTER_WISH_KINDS)
  kind: RosterWishKind;

  @OptionalRosterCode('Template, of `shift` and `not-shift`', 'night-8')
  templateCode?: string;

  @OptionalText('Why', 500)
  note?: string;
}

export class RosterWishView extends RosterWishFields {
  @Id('Id of the wish')
  wishId: string;

  @StaffNumber()
  staffNumber: string;

  @Instant('When it was stated')
  statedAt: string;
}

/** Somebody's own wish; until the month is published. */
export const StateRosterWish = operation({
  subject: 'hr.command.state-roster-wish.v1',
  request: RosterWishFields,
  reply: RosterWishView,
  errors: [
    ROSTER_ERRORS.noStaff,
    ROSTER_ERRORS.wishTooLate,
    ROSTER_ERRORS.wishAlreadyStated,
    ROSTER_ERRORS.templateInvalid,
  ],
});

export class RosterWishReference {
  @Id('Id of the wish')
  wishId: string;
}

export const WithdrawRosterWish = operation({
  subject: 'hr.command.withdraw-roster-wish.v1',
  request: RosterWishReference,
  reply: RosterWishView,
  errors: [ROSTER_ERRORS.noStaff, ROSTER_ERRORS.wishNotFound, ROSTER_ERRORS.wishTooLate],
});

export class ListRosterWishesRequest extends PageRequest {
  @OptionalStaffNumber('Only of this person')
  staffNumber?: string;

  @OptionalDay('From this day on')
  from?: string;

  @OptionalDay('Up to this day')
  to?: string;

  @OptionalFlag("Only the caller's own")
  own?: boolean;
}

export class RosterWishPage extends PageOf(RosterWishView, 'Wishes that stand, by day') {}

export const ListRosterWishes = operation({
  subject: 'hr.query.roster-wishes.v1',
  request: ListRosterWishesRequest,
  reply: RosterWishPage,
  errors: [ROSTER_ERRORS.noStaff],
});
