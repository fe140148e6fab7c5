import type { LanguageName } from '@switchyard/contracts';

/** Where the callers of a dialled number are led (T1.1). */
export interface DialledNumber {
  /** As the PBX tells it; `*` for all that have no row of their own. */
  readonly dialled: string;
  readonly flow: string;
  /** The desk; null: the flow's first. */
  readonly entry: string | null;
  readonly language: LanguageName | null;
  readonly setBy: string;
  readonly setAt: Date;
}

/** Stands for every number that leads nowhere else. */
export const ANY_NUMBER = '*';

export abstract class DialledNumbers {
  abstract set(number: DialledNumber): Promise<void>;
  abstract remove(dialled: string): Promise<DialledNumber | undefined>;
  abstract all(): Promise<readonly DialledNumber[]>;
}
