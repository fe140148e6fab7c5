import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import type { Spread } from './spreads.port';

/** Does to one work order after another what an act on the first of them began. */
export abstract class SpreadStep {
  /** Lower case letters and dashes; never another once it was stored. */
  abstract readonly name: string;
  /** Numbers of those still to be done, ascending, behind `after`. */
  abstract pending(spread: Spread, after: string | undefined, limit: number): Promise<readonly string[]>;
  /** In a transaction of its own; again for one that failed. One that is done already is left alone. */
  abstract apply(number: string, spread: Spread, context: RequestContext): Promise<void>;
  /** Once none is pending, in a transaction. */
  abstract finish(spread: Spread, context: RequestContext): Promise<void>;
}

/** The steps of all features. */
@Injectable()
export class SpreadSteps {
  private readonly steps = new Map<string, SpreadStep>();

  /** To be called in `onModuleInit`. */
  register(step: SpreadStep): void {
    this.steps.set(step.name, step);
  }

  /** @throws Error for a step that no feature has */
  get(name: string): SpreadStep {
    const step = this.steps.get(name);
    if (!step) throw new Error(`no feature has the step ${name}`);
    return step;
  }
}
