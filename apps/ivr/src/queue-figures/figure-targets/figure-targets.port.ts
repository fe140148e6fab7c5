import type { FigureTargets } from '@switchyard/domain';

/** Targets and from when on they hold. */
export interface DatedFigureTargets {
  readonly validFrom: Date;
  readonly targets: FigureTargets;
  readonly createdBy: string;
}

export abstract class FigureTargetsStore {
  /** The latest first. */
  abstract list(): Promise<readonly DatedFigureTargets[]>;
  /** Replaces what was to begin at the same moment. */
  abstract put(targets: DatedFigureTargets): Promise<void>;
}
