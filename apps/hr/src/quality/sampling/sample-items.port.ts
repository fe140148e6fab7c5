import type { AssignableCall, InspectorLoad } from '@switchyard/domain';
import type { Page } from '../scorecard/scorecards.port';
import type { NewItem } from './samples.port';

export interface SampleItem extends NewItem {
  readonly place: number;
  readonly inspector?: string;
  readonly assignedAt?: Date;
  readonly state: 'open' | 'evaluated' | 'gone';
  readonly goneReason?: string;
  readonly closedAt?: Date;
  readonly evaluationId?: string;
}

export interface ItemFilter {
  readonly from?: string;
  readonly to?: string;
  readonly staffNumber?: string;
  readonly groupCode?: string;
  readonly groups?: readonly string[];
  readonly inspector?: string;
  readonly state?: string;
  readonly reason?: string;
  readonly assigned?: boolean;
  readonly overdue?: boolean;
}

/** Drawn calls, and who judges them. */
export abstract class SampleItems {
  abstract list(filter: ItemFilter, now: Date, limit: number, cursor?: string): Promise<Page<SampleItem>>;
  abstract find(id: string): Promise<SampleItem | undefined>;
  /** The same, locked until the transaction ends. */
  abstract lock(id: string): Promise<SampleItem | undefined>;
  /** Nobody else assigns until the transaction ends. */
  abstract lockAssignment(): Promise<void>;
  /** Open calls without an inspector, or with one who is not among these, the oldest first, at most 5000. */
  abstract unassigned(inspectors: readonly string[]): Promise<readonly AssignableCall[]>;
  abstract loads(inspectors: readonly string[]): Promise<readonly InspectorLoad[]>;
  abstract assign(inspectorOf: ReadonlyMap<string, string>, at: Date): Promise<void>;
  abstract close(id: string, state: 'evaluated' | 'gone', at: Date, reason?: string): Promise<void>;
}
