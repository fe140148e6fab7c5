import type { Page } from '../page';

export interface Trainer {
  readonly trainerId: string;
  readonly staffNumber?: string;
  readonly name: string;
  readonly courseCodes: readonly string[];
  readonly remark?: string;
  readonly active: boolean;
}

export interface TrainerFilter {
  readonly courseCode?: string;
  readonly active?: boolean;
}

/** The pool of trainers (§15). */
export abstract class Trainers {
  abstract find(trainerId: string): Promise<Trainer | undefined>;
  abstract list(filter: TrainerFilter, limit: number, cursor?: string): Promise<Page<Trainer>>;
  /** False when another trainer has this staff number. */
  abstract save(trainer: Trainer): Promise<boolean>;
}
