import { Injectable } from '@nestjs/common';
import { type RequestContext, STAFFING_ERRORS } from '@switchyard/contracts';
import { DomainError, UnitOfWork } from '@switchyard/platform';
import { entryOf } from '../../roster/cells';
import { type Roster, Rosters } from '../../roster/rosters.port';
import { SaveDraft } from '../../roster/save-roster/save-draft';
import { ShiftTemplates, type StoredTemplate } from '../../roster/shift-templates.port';
import { Proposals, type StoredProposal } from '../proposals.port';
import { proposalNotFound } from './proposal-refusals';

/** Puts a proposal in the place of the draft's shifts and patterns. @throws DomainError `roster-proposal.not-allowed-in-state` */
@Injectable()
export class AdoptProposalUseCase {
  constructor(
    private readonly proposals: Proposals,
    private readonly rosters: Rosters,
    private readonly templates: ShiftTemplates,
    private readonly save: SaveDraft,
    private readonly work: UnitOfWork,
  ) {}

  async execute(proposalId: string, revision: number, { actor }: RequestContext): Promise<Roster> {
    const proposal = await this.proposals.find(proposalId);
    if (!proposal) throw proposalNotFound(proposalId);
    const { state, result, rosterId, order } = proposal;
    if (!result) {
      const message = `The proposal is ${state}; only one that is done can be taken over.`;
      throw new DomainError(STAFFING_ERRORS.proposalState, message, { state });
    }
    const templates = await this.templatesOf(proposal);
    const entries = result.shifts.flatMap(({ templateCode, templateVersion, ...cell }) => {
      const template = templates.get(`${templateCode} ${templateVersion}`);
      return template ? [entryOf(cell, template, rosterId)] : [];
    });
    const { patternVersion } = result;
    return this.work.inTransaction(async () => {
      const roster = await this.save.entries({ rosterId, revision, out: 'all', by: actor.id }, entries);
      const former = await this.rosters.membersOf(rosterId);
      await this.rosters.removeMembers(
        rosterId,
        former.map(({ staffNumber }) => staffNumber),
      );
      if (order.patternCode !== undefined && patternVersion !== undefined) {
        const pattern = { patternCode: order.patternCode, patternVersion };
        const members = Object.entries(result.anchors).map(([staffNumber, anchor]) => ({
          staffNumber,
          anchor,
          ...pattern,
        }));
        await this.rosters.putMembers(rosterId, members);
      }
      return roster;
    });
  }

  /** By code and version: those that the proposal was made with. */
  private async templatesOf({ order }: StoredProposal): Promise<ReadonlyMap<string, StoredTemplate>> {
    const versions = await Promise.all(
      order.templates.map((code) => this.templates.list({ code, allVersions: true }, 10_000)),
    );
    const all = versions.flatMap(({ items }) => items);
    return new Map(all.map((template) => [`${template.code} ${template.version}`, template]));
  }
}
