import { OmitType, PickType } from '@nestjs/swagger';
import {
  AcceptHandoverRequest,
  BeginHandoverRequest,
  HandoverReference,
  ListHandoversRequest,
  ListMattersRequest,
  MaySignOutRequest,
  NoteInHandoverRequest,
  ReasonedHandoverRequest,
  RecordMatterRequest,
  SettleMatterRequest,
} from '@switchyard/contracts';
import { ExportOf } from '../http/export-of';

export class HandoverPath extends HandoverReference {}

export class NewHandoverBody extends BeginHandoverRequest {}

export class HandoverNoteBody extends OmitType(NoteInHandoverRequest, ['handoverId'] as const) {}

export class HandoverReasonBody extends OmitType(ReasonedHandoverRequest, ['handoverId'] as const) {}

export class HandoverAcceptanceBody extends OmitType(AcceptHandoverRequest, ['handoverId'] as const) {}

export class HandoversExportQuery extends ExportOf(ListHandoversRequest) {}

export class MatterBody extends RecordMatterRequest {}

export class MatterPath extends PickType(SettleMatterRequest, ['matterId'] as const) {}

export class MatterResultBody extends PickType(SettleMatterRequest, ['result'] as const) {}

export class MattersExportQuery extends ExportOf(ListMattersRequest) {}

export class SignOutQuery extends PickType(MaySignOutRequest, ['agent'] as const) {}
