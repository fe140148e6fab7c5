import { Controller, Inject } from '@nestjs/common';
import {
  ListWorkPatterns,
  ListWorkPatternsRequest,
  type RequestContext,
  ROSTER_ERRORS,
  SetWorkPattern,
  WorkPatternFields,
  type WorkPatternPage,
  type WorkPatternView,
} from '@switchyard/contracts';
import { cycleProblem } from '@switchyard/domain';
import {
  CLOCK,
  type Clock,
  CURSOR_PARTS,
  decodeCursor,
  DomainError,
  Handles,
  pageOf,
} from '@switchyard/platform';
import { ShiftTemplates, type StoredPattern } from '../shift-templates.port';

/** Work patterns as data: two on, two off and whatever else. */
@Controller()
export class WorkPatternHandler {
  constructor(
    private readonly templates: ShiftTemplates,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListWorkPatterns)
  async list({ limit = 50, cursor }: ListWorkPatternsRequest): Promise<WorkPatternPage> {
    const [after = ''] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.text);
    const patterns = (await this.templates.patterns()).filter(({ code }) => code > after);
    const page = pageOf(patterns.slice(0, limit + 1), limit, ({ code }) => [code]);
    return { ...page, items: page.items.map(toView) };
  }

  /** @throws DomainError `work-pattern.invalid` */
  @Handles(SetWorkPattern)
  async set(fields: WorkPatternFields, { actor }: RequestContext): Promise<WorkPatternView> {
    const problem = cycleProblem(fields.cycle);
    if (problem !== undefined) {
      throw new DomainError(ROSTER_ERRORS.patternInvalid, `The cycle ${problem}.`, {
        fields: [{ field: 'cycle', problems: [problem] }],
      });
    }
    for (;;) {
      const last = (await this.templates.patterns()).find(({ code }) => code === fields.code);
      const next = {
        ...fields,
        version: (last?.version ?? 0) + 1,
        setAt: this.clock.now(),
        setBy: actor.id,
      };
      if (last && contentOf(last) === contentOf(next)) return toView(last);
      if (await this.templates.addPattern(next)) return toView(next);
    }
  }
}

const contentOf = ({ nameZh, nameEn, cycle }: StoredPattern): string =>
  JSON.stringify([nameZh, nameEn, cycle]);

const toView = ({ setAt, cycle, ...pattern }: StoredPattern): WorkPatternView => ({
  ...pattern,
  cycle: [...cycle],
  setAt: setAt.toISOString(),
});
