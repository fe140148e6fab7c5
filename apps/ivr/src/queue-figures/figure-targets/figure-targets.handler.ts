import { Controller, Inject } from '@nestjs/common';
import {
  FIGURE_ERRORS,
  type FigureTargetsList,
  type FigureTargetsView,
  ListFigureTargets,
  PutFigureTargets,
  type PutFigureTargetsRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { type DatedFigureTargets, FigureTargetsStore } from './figure-targets.port';

@Controller()
export class FigureTargetsHandler {
  constructor(
    private readonly store: FigureTargetsStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListFigureTargets)
  async list(): Promise<FigureTargetsList> {
    return { items: (await this.store.list()).map(toView) };
  }

  @Handles(PutFigureTargets)
  async put(
    { validFrom, ...targets }: PutFigureTargetsRequest,
    { actor }: RequestContext,
  ): Promise<FigureTargetsView> {
    const dated = { validFrom: new Date(validFrom), targets, createdBy: actor.name || actor.id };
    if (dated.validFrom < this.clock.now()) {
      throw new DomainError(
        FIGURE_ERRORS.targetsInvalid,
        'validFrom lies in the past, which is not rewritten; give a moment from now on.',
        { fields: [{ field: 'validFrom', problems: ['must not be in the past'] }] },
      );
    }
    await this.store.put(dated);
    return toView(dated);
  }
}

function toView({ validFrom, targets, createdBy }: DatedFigureTargets): FigureTargetsView {
  const { serviceLevel } = targets;
  return { ...targets, serviceLevel: { ...serviceLevel }, validFrom: validFrom.toISOString(), createdBy };
}
