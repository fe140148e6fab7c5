/** How the calls of one fault were drawn. */
export interface DrawnSample {
  readonly faultKey: string;
  readonly seed: string;
  readonly calls: number;
  readonly withoutContact: number;
  readonly required: number;
  /** Numbers of work orders, in the order of drawing. */
  readonly picked: readonly string[];
  readonly drawnAt: Date;
}

export abstract class FaultSamples {
  abstract find(faultKey: string): Promise<DrawnSample | undefined>;
  /** The sample, which nobody else can draw until the transaction ends; an empty one with `seed` when there was none. */
  abstract lock(faultKey: string, seed: string, now: Date): Promise<DrawnSample>;
  abstract save(sample: DrawnSample): Promise<void>;
}
