import { OmitType, PickType } from '@nestjs/swagger';
import {
  CreateFlowVersionRequest,
  DialledNumberReference,
  DialledNumberRoute,
  DiffFlowVersionsRequest,
  FlowReference,
  FlowVersionReference,
  InboundCallReference,
  ListFlowVersionsRequest,
} from '@switchyard/contracts';

export class FlowPath extends FlowReference {}

export class FlowVersionPath extends FlowVersionReference {}

export class FlowVersionsQuery extends OmitType(ListFlowVersionsRequest, ['name'] as const) {}

export class FlowDiffQuery extends OmitType(DiffFlowVersionsRequest, ['name'] as const) {}

export class NoteQuery extends PickType(CreateFlowVersionRequest, ['note'] as const) {}

export class DialledNumberPath extends DialledNumberReference {}

export class DialledNumberBody extends OmitType(DialledNumberRoute, ['dialled'] as const) {}

export class InboundCallPath extends InboundCallReference {}
