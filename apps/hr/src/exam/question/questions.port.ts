import type { BankQuestion, BlueprintPart, QuestionDifficulty, QuestionKind } from '@switchyard/domain';
import type { Page } from '../../training/page';

export interface Question extends BankQuestion {
  readonly active: boolean;
}

export interface QuestionVersion {
  readonly version: number;
  readonly document: Omit<Question, 'code' | 'version' | 'active'>;
  readonly madeAt: Date;
  readonly madeBy: string;
}

export interface QuestionFilter {
  readonly courseCode?: string;
  readonly topic?: string;
  readonly difficulty?: QuestionDifficulty;
  readonly kind?: QuestionKind;
  readonly active?: boolean;
  readonly search?: string;
}

export interface Made {
  readonly at: Date;
  readonly by: string;
}

/** The question bank (§15). */
export abstract class Questions {
  abstract find(code: string): Promise<Question | undefined>;
  abstract findAll(codes: readonly string[]): Promise<readonly Question[]>;
  abstract list(filter: QuestionFilter, limit: number, cursor?: string): Promise<Page<Question>>;
  /** The latest first, at most 200. */
  abstract versions(code: string): Promise<readonly QuestionVersion[]>;
  /** False when the question does not have the version before; version 1 is a new one. */
  abstract save(question: Question, made: Made): Promise<boolean>;
  /** Everything that the parts of a blueprint may draw. */
  abstract bankFor(blueprint: readonly BlueprintPart[]): Promise<readonly BankQuestion[]>;
}
