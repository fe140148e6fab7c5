import { OmitType } from '@nestjs/swagger';
import {
  AdoptProposalRequest,
  CallForecastReference,
  ListCallHistoryRequest,
  ListNeededHeadsRequest,
  ListProposalUnmetRequest,
  ProposalReference,
  ProposeRosterRequest,
  RosterReference,
} from '@switchyard/contracts';
import { ExportOf } from '../http/export-of';

const PROPOSAL_ID = ['proposalId'] as const;

export class CallForecastPath extends CallForecastReference {}
export class RosterProposalPath extends ProposalReference {}
export class ProposedRosterPath extends RosterReference {}
export class RosterProposalBody extends OmitType(ProposeRosterRequest, ['rosterId'] as const) {}
export class ProposalUnmetQuery extends OmitType(ListProposalUnmetRequest, PROPOSAL_ID) {}
export class ProposalUnmetExportQuery extends ExportOf(ProposalUnmetQuery) {}
export class ProposalAdoptionBody extends OmitType(AdoptProposalRequest, PROPOSAL_ID) {}
export class CallHistoryExportQuery extends ExportOf(ListCallHistoryRequest) {}
export class NeededHeadsExportQuery extends ExportOf(ListNeededHeadsRequest) {}
