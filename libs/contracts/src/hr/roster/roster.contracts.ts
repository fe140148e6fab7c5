import { operation } from '../../kernel/contract';
import {
  Day,
  Id,
  ListOf,
  Month,
  Nested,
  OptionalDay,
  OptionalFlag,
  OptionalMonth,
  OptionalOneOf,
  OptionalText,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import {
  OptionalOrganisationCode,
  OptionalStaffNumber,
  STAFF_ERRORS,
  StaffNumber,
} from '../staff/staff-fields';
import { ROSTER_ERRORS } from './errors';
import { OptionalRosterCode } from './roster-fields';
import {
  RosterEntryView,
  RosterRowView,
  RosterVersionView,
  RosterView,
  RosterViolationView,
} from './roster.view';
import {
  ROSTER_STATES,
  type RosterState,
  SEVERITIES,
  SHIFT_DUTY_WORDS,
  type ShiftDutyWord,
  type ViolationSeverity,
} from './words';

export class RosterReference {
  @Id('Id of the roster')
  rosterId: string;
}

export class DraftRosterRequest {
  @Month('Month of the roster')
  month: string;

  @OptionalOrganisationCode('Of one department; the whole centre unless given', 'operations')
  departmentCode?: string;

  @OptionalText('Name; month and department unless given', 100)
  name?: string;
}

/** The shift leader begins a month (C28). */
export const DraftRoster = operation({
  subject: 'hr.command.draft-roster.v1',
  request: DraftRosterRequest,
  reply: RosterView,
  errors: [ROSTER_ERRORS.alreadyDrafted, STAFF_ERRORS.unknownPlace],
});

export class ListRostersRequest extends PageRequest {
  @OptionalMonth('Only of this month')
  month?: string;

  @OptionalOrganisationCode('Only of this department', 'operations')
  departmentCode?: string;

  @OptionalOneOf('Only in this state', ROSTER_STATES)
  state?: RosterState;
}

export class RosterPage extends PageOf(RosterView, 'Rosters, the latest month first') {}

export const ListRosters = operation({
  subject: 'hr.query.rosters.v1',
  request: ListRostersRequest,
  reply: RosterPage,
});

export const GetRoster = operation({
  subject: 'hr.query.roster.v1',
  request: RosterReference,
  reply: RosterView,
  errors: [ROSTER_ERRORS.notFound],
});

/** What somebody has on a day; without a template they are off. */
export class RosterCell {
  @StaffNumber()
  staffNumber: string;

  @Day('Day on which the shift starts')
  date: string;

  @OptionalRosterCode('Template; absent: off', 'day-8')
  templateCode?: string;

  @OptionalOneOf('What it is for; `regular` unless given', SHIFT_DUTY_WORDS)
  duty?: ShiftDutyWord;
}

export class SaveRosterRequest extends RosterReference {
  @Whole('Revision that you have seen', 1, 2_000_000_000)
  revision: number;

  @ListOf('Days of people; what is not named stays as it is', () => RosterCell, 20_000)
  cells: RosterCell[];

  @OptionalFlag('Everything that is not named is taken out')
  replaceAll?: boolean;
}

/** A draft may have violations; they are told, not refused. */
export const SaveRoster = operation({
  subject: 'hr.command.save-roster.v1',
  request: SaveRosterRequest,
  reply: RosterView,
  errors: [ROSTER_ERRORS.notFound, ROSTER_ERRORS.state, ROSTER_ERRORS.conflict, ROSTER_ERRORS.entriesInvalid],
});

export class ImportRosterRequest extends RosterReference {
  @Whole('Revision that you have seen', 1, 2_000_000_000)
  revision: number;

  @RequiredText('Key of the uploaded file', 300)
  fileKey: string;
}

export class RosterRowProblem {
  @Whole('Line of the file, the header being 1', 1, 1_000_000)
  line: number;

  @OptionalText('Column', 100)
  column?: string;

  @RequiredText('What is wrong, in Chinese', 500)
  textZh: string;

  @RequiredText('What is wrong, in English', 500)
  textEn: string;
}

export class ImportedRoster {
  @Nested('The roster as it is now', () => RosterView)
  roster: RosterView;

  @Whole('Lines that were taken', 0, 1_000_000)
  taken: number;

  @ListOf('Cells and lines that were not; the others are', () => RosterRowProblem, 1000)
  problems: RosterRowProblem[];
}

/** The grid as it is exported: people down, days across; whoever is in it gets exactly what it says. */
export const ImportRoster = operation({
  subject: 'hr.command.import-roster.v1',
  request: ImportRosterRequest,
  reply: ImportedRoster,
  errors: [ROSTER_ERRORS.notFound, ROSTER_ERRORS.state, ROSTER_ERRORS.conflict, ROSTER_ERRORS.fileInvalid],
});

export class ListRosterRowsRequest extends PageRequest {
  @Id('Id of the roster')
  rosterId: string;

  @OptionalOrganisationCode('Only of this group', 'telephone')
  groupCode?: string;
}

export class RosterRowPage extends PageOf(RosterRowView, 'People, by staff number') {}

export const ListRosterRows = operation({
  subject: 'hr.query.roster-rows.v1',
  request: ListRosterRowsRequest,
  reply: RosterRowPage,
  errors: [ROSTER_ERRORS.notFound],
});

export class ListRosterEntriesRequest extends PageRequest {
  @Id('Id of the roster')
  rosterId: string;

  @OptionalStaffNumber('Only of this person')
  staffNumber?: string;

  @OptionalDay('From this day on')
  from?: string;

  @OptionalDay('Up to this day')
  to?: string;
}

export class RosterEntryPage extends PageOf(RosterEntryView, 'Shifts by day, then staff number') {}

export const ListRosterEntries = operation({
  subject: 'hr.query.roster-entries.v1',
  request: ListRosterEntriesRequest,
  reply: RosterEntryPage,
  errors: [ROSTER_ERRORS.notFound],
});

export class ListOwnEntriesRequest {
  @Day('First day')
  from: string;

  @Day('Last day, at most 92 days later')
  to: string;
}

export class OwnEntries {
  @ListOf('Published shifts, by start', () => RosterEntryView, 1000)
  items: RosterEntryView[];
}

/** One's own published shifts, by the account that asks. */
export const ListOwnEntries = operation({
  subject: 'hr.query.own-roster-entries.v1',
  request: ListOwnEntriesRequest,
  reply: OwnEntries,
  errors: [ROSTER_ERRORS.noStaff],
});

export class CheckRosterRequest extends PageRequest {
  @Id('Id of the roster')
  rosterId: string;

  @OptionalOneOf('Only these', SEVERITIES)
  severity?: ViolationSeverity;

  @OptionalText('Only this code', 40)
  code?: string;
}

export class RosterViolationPage extends PageOf(RosterViolationView, 'The hard first, then by day') {}

export const CheckRoster = operation({
  subject: 'hr.query.roster-violations.v1',
  request: CheckRosterRequest,
  reply: RosterViolationPage,
  errors: [ROSTER_ERRORS.notFound],
});

export class PublishRosterRequest extends RosterReference {
  @Whole('Revision that you have seen', 1, 2_000_000_000)
  revision: number;

  @OptionalText('Why it is published as it is; needed where soft violations are left', 1000)
  reason?: string;
}

/** The head publishes (C28). */
export const PublishRoster = operation({
  subject: 'hr.command.publish-roster.v1',
  request: PublishRosterRequest,
  reply: RosterView,
  errors: [
    ROSTER_ERRORS.notFound,
    ROSTER_ERRORS.state,
    ROSTER_ERRORS.conflict,
    ROSTER_ERRORS.violated,
    ROSTER_ERRORS.reasonNeeded,
  ],
});

export const DiscardRoster = operation({
  subject: 'hr.command.discard-roster.v1',
  request: RosterReference,
  reply: RosterView,
  errors: [ROSTER_ERRORS.notFound, ROSTER_ERRORS.state],
});

export class RosterVersionList {
  @ListOf('The latest first, at most 100', () => RosterVersionView, 100)
  items: RosterVersionView[];
}

export const ListRosterVersions = operation({
  subject: 'hr.query.roster-versions.v1',
  request: RosterReference,
  reply: RosterVersionList,
  errors: [ROSTER_ERRORS.notFound],
});

export class WorkPatternAssignment {
  @StaffNumber()
  staffNumber: string;

  @Day('First day of the cycle; any of its repetitions')
  anchor: string;
}

export class AssignPatternRequest extends RosterReference {
  @Whole('Revision that you have seen', 1, 2_000_000_000)
  revision: number;

  @OptionalRosterCode('Pattern; absent: these people work by none', 'two-on-two-off')
  patternCode?: string;

  @ListOf('Who works by it, and from which day', () => WorkPatternAssignment, 5000)
  people: WorkPatternAssignment[];
}

/** Who works by which pattern in a roster: off against it counts among the five (L264). */
export const AssignWorkPattern = operation({
  subject: 'hr.command.assign-work-pattern.v1',
  request: AssignPatternRequest,
  reply: RosterView,
  errors: [ROSTER_ERRORS.notFound, ROSTER_ERRORS.state, ROSTER_ERRORS.conflict, ROSTER_ERRORS.patternInvalid],
});
