import { Controller, Inject } from '@nestjs/common';
import {
  ListQualityEscalations,
  ListQualityEscalationsRequest,
  QUALITY_ERRORS,
  type QualityEscalationPage,
  type QualityEscalationView,
  type RequestContext,
  SettleQualityEscalation,
  SettleQualityEscalationRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { QualityScope } from '../quality-scope';
import { toEscalationView } from './escalation-view';
import { type Escalation, Escalations } from './escalations.port';

@Controller()
export class EscalationsHandler {
  constructor(
    private readonly escalations: Escalations,
    private readonly scope: QualityScope,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListQualityEscalations)
  async list(
    request: ListQualityEscalationsRequest,
    { actor }: RequestContext,
  ): Promise<QualityEscalationPage> {
    const { limit = 50, cursor, ...filter } = request;
    const groups = await this.scope.groupsOf(actor);
    const page = await this.escalations.list({ ...filter, groups }, limit, cursor);
    return { ...page, items: page.items.map(toEscalationView) };
  }

  @Handles(SettleQualityEscalation)
  async settle(
    request: SettleQualityEscalationRequest,
    { actor }: RequestContext,
  ): Promise<QualityEscalationView> {
    const { escalationId, settlement } = request;
    const { groupCode } = await this.known(escalationId);
    await this.scope.assertSees(actor, groupCode);
    await this.escalations.settle(escalationId, this.clock.now(), actor.id, settlement);
    return toEscalationView(await this.known(escalationId));
  }

  private async known(escalationId: string): Promise<Escalation> {
    const escalation = await this.escalations.find(escalationId);
    if (escalation) return escalation;
    throw new DomainError(
      QUALITY_ERRORS.escalationNotFound,
      `There is no escalation ${escalationId}; GET /quality/escalations lists them.`,
      { escalationId },
    );
  }
}
