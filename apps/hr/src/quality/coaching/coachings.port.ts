import type { Page } from '../scorecard/scorecards.port';

export interface Coaching {
  readonly id: string;
  readonly staffNumber: string;
  readonly groupCode?: string;
  readonly heldAt: Date;
  /** Day in China. */
  readonly heldDay: string;
  readonly minutes: number;
  readonly recordingId?: string;
  readonly ownHeardFirst: boolean;
  readonly topics: string;
  readonly agreed?: string;
  readonly planId?: string;
  readonly coachedBy: string;
  readonly recordedAt: Date;
}

export interface CoachingFilter {
  readonly from?: string;
  readonly to?: string;
  readonly staffNumber?: string;
  readonly groupCode?: string;
  readonly groups?: readonly string[];
}

/** Coachings that were held. */
export abstract class Coachings {
  abstract add(coaching: Coaching): Promise<void>;
  /** The latest first. */
  abstract list(filter: CoachingFilter, limit: number, cursor?: string): Promise<Page<Coaching>>;
  /** Minutes of each person on these days, both included; who had none is absent. */
  abstract minutes(from: string, to: string): Promise<ReadonlyMap<string, number>>;
}
