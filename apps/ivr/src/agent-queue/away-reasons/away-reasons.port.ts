export interface AwayReasonRow {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly active: boolean;
}

export abstract class AwayReasons {
  /** By code. */
  abstract list(): Promise<readonly AwayReasonRow[]>;
  abstract put(reason: AwayReasonRow): Promise<void>;
}
