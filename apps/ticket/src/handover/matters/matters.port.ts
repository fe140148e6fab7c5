import type { OpenMatter } from '@switchyard/domain';

export interface Matter extends OpenMatter {
  readonly result?: string;
  readonly settledBy?: string;
  readonly settledAt?: Date;
}

export interface MatterFilter {
  readonly recordedBy?: string;
  readonly settled?: boolean;
}

export interface MattersPage {
  readonly items: readonly Matter[];
  readonly nextCursor?: string;
}

/** What was to be passed on, until it was (§7). */
export abstract class Matters {
  abstract add(matter: Matter): Promise<void>;
  /** The matter after it; undefined when there is none. What was settled before stays as it was. */
  abstract settle(
    matterId: string,
    by: Required<Pick<Matter, 'result' | 'settledBy' | 'settledAt'>>,
  ): Promise<Matter | undefined>;
  /** Not settled, the oldest first. */
  abstract open(limit: number): Promise<readonly OpenMatter[]>;
  /** The latest first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract list(filter: MatterFilter, limit: number, cursor?: string): Promise<MattersPage>;
}
