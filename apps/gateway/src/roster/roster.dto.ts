import { OmitType, PickType } from '@nestjs/swagger';
import {
  AnswerRosterChangeRequest,
  AssignPatternRequest,
  ChangeRosterRequest,
  CheckRosterRequest,
  ImportRosterRequest,
  ListRosterChangesRequest,
  ListRosterEntriesRequest,
  ListRosterRowsRequest,
  ListRosterWishesRequest,
  PublishRosterRequest,
  RosterChangeReference,
  RosterReference,
  RosterWishReference,
  SaveRosterRequest,
  ShiftTemplateFields,
  WorkPatternFields,
} from '@switchyard/contracts';
import { ExportOf } from '../http/export-of';

const ROSTER_ID = ['rosterId'] as const;
const CODE = ['code'] as const;
const OWN = ['own'] as const;

export class RosterPath extends RosterReference {}
export class RosterChangePath extends RosterChangeReference {}
export class RosterWishPath extends RosterWishReference {}
export class ShiftTemplatePath extends PickType(ShiftTemplateFields, CODE) {}
export class ShiftTemplateBody extends OmitType(ShiftTemplateFields, CODE) {}
export class WorkPatternPath extends PickType(WorkPatternFields, CODE) {}
export class WorkPatternBody extends OmitType(WorkPatternFields, CODE) {}
export class RosterEntriesBody extends OmitType(SaveRosterRequest, ROSTER_ID) {}
export class RosterImportQuery extends PickType(ImportRosterRequest, ['revision'] as const) {}
export class RosterEntriesQuery extends OmitType(ListRosterEntriesRequest, ROSTER_ID) {}
export class RosterEntriesExportQuery extends ExportOf(RosterEntriesQuery) {}
export class RosterRowsQuery extends OmitType(ListRosterRowsRequest, ROSTER_ID) {}
export class RosterRowsExportQuery extends ExportOf(RosterRowsQuery) {}
export class RosterViolationsQuery extends OmitType(CheckRosterRequest, ROSTER_ID) {}
export class RosterViolationsExportQuery extends ExportOf(RosterViolationsQuery) {}
export class RosterPublicationBody extends OmitType(PublishRosterRequest, ROSTER_ID) {}
export class RosterPatternBody extends OmitType(AssignPatternRequest, ROSTER_ID) {}
export class RosterChangeBody extends OmitType(ChangeRosterRequest, ROSTER_ID) {}
export class RosterChangesQuery extends OmitType(ListRosterChangesRequest, OWN) {}
export class OwnRosterChangesQuery extends OmitType(ListRosterChangesRequest, ['own', 'rosterId'] as const) {}
export class RosterConsentBody extends PickType(AnswerRosterChangeRequest, ['answer'] as const) {}
export class RosterWishesQuery extends OmitType(ListRosterWishesRequest, OWN) {}
export class RosterWishesExportQuery extends ExportOf(RosterWishesQuery) {}
export class OwnRosterWishesQuery extends OmitType(ListRosterWishesRequest, [
  'own',
  'staffNumber',
] as const) {}
