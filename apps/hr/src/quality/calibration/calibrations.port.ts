import type { CalibrationOutcome, CallScore, ItemMark } from '@switchyard/domain';
import type { Page } from '../scorecard/scorecards.port';

export interface Calibration {
  readonly id: string;
  readonly title: string;
  readonly recordingId: string;
  readonly staffNumber?: string;
  readonly scorecardCode: string;
  readonly scorecardVersion: number;
  readonly inspectors: readonly string[];
  /** Which of them have scored. */
  readonly entered: readonly string[];
  readonly state: 'open' | 'closed';
  readonly outcome?: CalibrationOutcome;
  readonly openedAt: Date;
  readonly openedBy: string;
  readonly closedAt?: Date;
  readonly closedBy?: string;
}

export interface EnteredCalibration {
  readonly inspector: string;
  readonly marks: readonly ItemMark[];
  readonly result: CallScore;
  readonly madeAt: Date;
}

/** Sessions in which inspectors score the same call blind. */
export abstract class Calibrations {
  abstract open(calibration: Omit<Calibration, 'entered' | 'state'>): Promise<void>;
  abstract find(id: string): Promise<Calibration | undefined>;
  /** The same, locked until the transaction ends. */
  abstract lock(id: string): Promise<Calibration | undefined>;
  abstract entries(id: string): Promise<readonly EnteredCalibration[]>;
  /** In the place of the inspector's entry before. */
  abstract enter(id: string, entry: EnteredCalibration): Promise<void>;
  abstract close(id: string, outcome: CalibrationOutcome, at: Date, by: string): Promise<void>;
  abstract list(state: string | undefined, limit: number, cursor?: string): Promise<Page<Calibration>>;
}
