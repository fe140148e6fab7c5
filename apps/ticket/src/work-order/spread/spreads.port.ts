import type { RequestContext } from '@switchyard/contracts';

/** What one act does to many work orders, as far as it has got. */
export interface Spread {
  readonly id: string;
  /** Name of the step that does it to one of them. */
  readonly step: string;
  /** The work order, or whatever else, that was acted on. */
  readonly number: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Who acted. */
  readonly context: RequestContext;
  /** The last work order of this pass; absent at its beginning. */
  readonly after?: string;
}

export abstract class Spreads {
  /** To be called in the transaction of the act. */
  abstract add(spread: Spread, at: Date): Promise<void>;
  /** The one that has waited longest; nobody else gets it before `until`. */
  abstract claim(now: Date, until: Date): Promise<Spread | undefined>;
  /** Goes on behind `after` from `at` on; without `after` from the beginning. */
  abstract goOn(id: string, at: Date, after?: string): Promise<void>;
  abstract remove(id: string): Promise<void>;
}
