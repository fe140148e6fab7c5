import { Controller, Inject } from '@nestjs/common';
import {
  AcknowledgeEscalation,
  AcknowledgeEscalationRequest,
  type RequestContext,
  SERVICE_CLOCK_ERRORS,
  type ServiceClockDetails,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { clockNotFound } from '../clock-errors';
import { ClockRules } from '../clock-rules';
import { LimitNames, toClockDetails } from '../clock-view';
import { StoredClocks } from '../stored-clocks.port';
import { assertClockWithin } from '../within-scope';

@Controller()
export class AcknowledgeEscalationHandler {
  constructor(
    private readonly clocks: StoredClocks,
    private readonly rules: ClockRules,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(AcknowledgeEscalation)
  async handle(request: AcknowledgeEscalationRequest, context: RequestContext): Promise<ServiceClockDetails> {
    const { clockId, level, note } = request;
    const known = await this.clocks.find(clockId);
    if (!known) throw clockNotFound({ clockId });
    assertClockWithin(known, context);
    await this.clocks.acknowledge(clockId, level, context.actor.id, this.clock.now(), note);
    const clock = (await this.clocks.find(clockId)) ?? known;
    if (!clock.alarms.some((alarm) => alarm.level === level && alarm.firedAt)) {
      throw new DomainError(
        SERVICE_CLOCK_ERRORS.notEscalated,
        `Level ${level} of this time limit was not told to anybody; there is nothing to take note of.`,
        { field: 'level', clockId, level },
      );
    }
    return toClockDetails(clock, new LimitNames((await this.rules.current()).policies));
  }
}
