import type { PunchSource, PunchState } from '@switchyard/contracts';
import type { PunchDirection } from '@switchyard/domain';
import type { PeopleFilter } from './people/people';

export interface NewPunch {
  readonly id: string;
  readonly staffNumber: string;
  readonly direction: PunchDirection;
  readonly at: Date;
  readonly zone: string;
  readonly source: PunchSource;
  readonly state: PunchState;
  readonly reason?: string;
  readonly place?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly replaces?: string;
  readonly reference: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

export interface Punch extends NewPunch {
  readonly name: string;
}

export interface PunchEvent {
  readonly kind: 'recorded' | 'approved' | 'refused' | 'voided';
  readonly note?: string;
  readonly at: Date;
  readonly by: string;
}

export interface PunchFilter extends PeopleFilter {
  readonly from?: Date;
  readonly before?: Date;
  readonly state?: PunchState;
  readonly source?: PunchSource;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

/** Who came and went when; no punch is ever changed but in whether it counts. */
export abstract class Punches {
  /** False when the reference is taken. Writes its first event too. */
  abstract add(punch: NewPunch): Promise<boolean>;
  abstract find(id: string): Promise<Punch | undefined>;
  abstract ofReference(reference: string): Promise<Punch | undefined>;
  /** Nobody else settles it until the transaction ends. */
  abstract lock(id: string): Promise<Punch | undefined>;
  abstract settle(id: string, state: PunchState, event: PunchEvent): Promise<void>;
  abstract history(id: string): Promise<readonly PunchEvent[]>;
  /** The newest first. */
  abstract list(filter: PunchFilter, limit: number, cursor?: string): Promise<Page<Punch>>;
  /** How many wait for a decision in a period. */
  abstract undecided(from: Date, before: Date): Promise<number>;
}
