import { OmitType, PickType } from '@nestjs/swagger';
import {
  AnswerSwapRequest,
  DecideSwapRequest,
  ListSwapsRequest,
  ProposeReturnRequest,
  SwapReference,
} from '@switchyard/contracts';
import { OfOneself, OfPeople } from '../attendance/of-people';
import { ExportOf } from '../http/export-of';

export class SwapPath extends PickType(SwapReference, ['swapId'] as const) {}
export class SwapsQuery extends OfPeople(ListSwapsRequest) {}
export class SwapsExportQuery extends ExportOf(SwapsQuery) {}
export class OwnSwapsQuery extends OfOneself(ListSwapsRequest) {}
export class SwapAnswerBody extends OmitType(AnswerSwapRequest, ['swapId'] as const) {}
export class SwapDecisionBody extends OmitType(DecideSwapRequest, ['swapId'] as const) {}
export class SwapReturnBody extends OmitType(ProposeReturnRequest, ['swapId'] as const) {}
