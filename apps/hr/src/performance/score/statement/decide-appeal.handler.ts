import { Controller } from '@nestjs/common';
import {
  DecideScoreAppeal,
  type DecideScoreAppealRequest,
  type MonthlyScoreStatement,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { StaffNames } from '../../staff-names';
import { DecideAppeal } from './decide-appeal.use-case';
import { toStatement } from './score-views';

@Controller()
export class DecideAppealHandler {
  constructor(
    private readonly decide: DecideAppeal,
    private readonly names: StaffNames,
  ) {}

  @Handles(DecideScoreAppeal)
  async handle(request: DecideScoreAppealRequest, context: RequestContext): Promise<MonthlyScoreStatement> {
    const stored = await this.decide.execute(request, context);
    const nameOf = await this.names.of([stored.staffNumber]);
    return toStatement(stored, nameOf(stored.staffNumber));
  }
}
