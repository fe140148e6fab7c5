import { Injectable } from '@nestjs/common';
import { EXAM_ERRORS } from '@switchyard/contracts';
import { type BlueprintPart, drawPaper, type PaperItem } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { Questions } from '../question/questions.port';

/** Papers out of the bank as it is now. */
@Injectable()
export class DrawPaper {
  constructor(private readonly questions: Questions) {}

  /** @throws DomainError `exam.bank-too-small` naming each part that is short */
  async execute(blueprint: readonly BlueprintPart[], seed: string): Promise<readonly PaperItem[]> {
    const drawn = drawPaper(await this.questions.bankFor(blueprint), blueprint, seed);
    if (drawn.ok) return drawn.value;
    const parts = drawn.error.map(
      ({ part, wanted, found }) => `part ${part + 1} wants ${wanted} and finds ${found}`,
    );
    throw new DomainError(
      EXAM_ERRORS.bankTooSmall,
      `The bank has too few questions: ${parts.join('; ')}. Add questions or ask for fewer.`,
      { field: 'blueprint', shortfalls: drawn.error },
    );
  }
}
