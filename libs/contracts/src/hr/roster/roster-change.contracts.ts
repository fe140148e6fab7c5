import { ArrayMinSize } from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalFlag,
  OptionalId,
  OptionalInstant,
  OptionalOneOf,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { StaffNumber } from '../staff/staff-fields';
import { ROSTER_ENTRY_ERRORS, ROSTER_ERRORS } from './errors';
import { RosterCell, RosterReference } from './roster.contracts';
import { RosterViolationView } from './roster.view';
import { ROSTER_CHANGE_STATES, type RosterChangeState } from './words';

export const CONSENT_ANSWERS = ['given', 'refused'] as const;
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number];

export class RosterConsentView {
  @StaffNumber('Whose consent is needed: fewer than four weeks are left')
  staffNumber: string;

  @OptionalOneOf('What they said; absent while they have not', CONSENT_ANSWERS)
  answer?: ConsentAnswer;

  @OptionalInstant('When')
  answeredAt?: string;
}

export class RosterChangeView {
  @Id('Id of the change')
  changeId: string;

  @Id('Roster that it changes')
  rosterId: string;

  @OneOf('State', ROSTER_CHANGE_STATES)
  state: RosterChangeState;

  @ListOf('What days of people become; without a template they are off', () => RosterCell, 1000)
  cells: RosterCell[];

  @RequiredText('Why', 1000)
  reason: string;

  @ListOf('Who must consent', () => RosterConsentView, 1000)
  consents: RosterConsentView[];

  @ListOf('What it brings against the rules, soft', () => RosterViolationView, 1000)
  violations: RosterViolationView[];

  @Instant('When it was asked for')
  askedAt: string;

  @RequiredText('Who asked for it', 200)
  askedBy: string;

  @OptionalInstant('When it was applied, refused or withdrawn')
  settledAt?: string;
}

export class ChangeRosterRequest extends RosterReference {
  @ListOf('Days of people', () => RosterCell, 1000)
  @ArrayMinSize(1)
  cells: RosterCell[];

  @RequiredText('Why', 1000)
  reason: string;
}

/**
 * Changes what is published (L266): at once where everybody has four weeks (policy), else when all whom it touches earlier
 * have consented. Refused where it brings a hard violation that was not there.
 */
export const ChangeRoster = operation({
  subject: 'hr.command.change-roster.v1',
  request: ChangeRosterRequest,
  reply: RosterChangeView,
  errors: [
    ROSTER_ERRORS.notFound,
    ROSTER_ERRORS.state,
    ROSTER_ERRORS.violated,
    ROSTER_ERRORS.entriesInvalid,
    ROSTER_ENTRY_ERRORS.ended,
    ROSTER_ENTRY_ERRORS.overlap,
  ],
});

export class RosterChangeReference {
  @Id('Id of the change')
  changeId: string;
}

export class AnswerRosterChangeRequest extends RosterChangeReference {
  @OneOf('What you say', CONSENT_ANSWERS)
  answer: ConsentAnswer;
}

/** Somebody whom a change touches consents or refuses, by their own account. */
export const AnswerRosterChange = operation({
  subject: 'hr.command.answer-roster-change.v1',
  request: AnswerRosterChangeRequest,
  reply: RosterChangeView,
  errors: [
    ROSTER_ERRORS.noStaff,
    ROSTER_ERRORS.changeNotFound,
    ROSTER_ERRORS.changeSettled,
    ROSTER_ERRORS.notAsked,
    ROSTER_ERRORS.violated,
    ROSTER_ENTRY_ERRORS.ended,
    ROSTER_ENTRY_ERRORS.overlap,
  ],
});

export const WithdrawRosterChange = operation({
  subject: 'hr.command.withdraw-roster-change.v1',
  request: RosterChangeReference,
  reply: RosterChangeView,
  errors: [ROSTER_ERRORS.changeNotFound, ROSTER_ERRORS.changeSettled],
});

export class ListRosterChangesRequest extends PageRequest {
  @OptionalId('Only of this roster')
  rosterId?: string;

  @OptionalOneOf('Only in this state', ROSTER_CHANGE_STATES)
  state?: RosterChangeState;

  @OptionalFlag('Only those that ask the caller')
  own?: boolean;
}

export class RosterChangePage extends PageOf(RosterChangeView, 'Changes, the newest first') {}

export const ListRosterChanges = operation({
  subject: 'hr.query.roster-changes.v1',
  request: ListRosterChangesRequest,
  reply: RosterChangePage,
  errors: [ROSTER_ERRORS.noStaff],
});
