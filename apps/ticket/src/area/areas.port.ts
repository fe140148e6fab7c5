import type { AreaClass } from '@switchyard/contracts';

export interface Area {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly class: AreaClass;
}

export abstract class Areas {
  abstract put(area: Area, now: Date): Promise<void>;
  abstract find(code: string): Promise<Area | undefined>;
  /** By code. */
  abstract all(): Promise<readonly Area[]>;
}
