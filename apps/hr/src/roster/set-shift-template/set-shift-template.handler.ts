import { Controller, Inject } from '@nestjs/common';
import {
  ListShiftTemplates,
  ListShiftTemplatesRequest,
  type RequestContext,
  ROSTER_ERRORS,
  SetShiftTemplate,
  ShiftTemplateFields,
  type ShiftTemplatePage,
  type ShiftTemplateView,
} from '@switchyard/contracts';
import { shiftProblems } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { toTemplateView } from '../roster-views';
import { ShiftTemplates, type StoredTemplate } from '../shift-templates.port';

/** Shift templates, version by version. */
@Controller()
export class ShiftTemplateHandler {
  constructor(
    private readonly templates: ShiftTemplates,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListShiftTemplates)
  async list({ limit = 50, cursor, ...filter }: ListShiftTemplatesRequest): Promise<ShiftTemplatePage> {
    const page = await this.templates.list(filter, limit, cursor);
    return { ...page, items: page.items.map(toTemplateView) };
  }

  /** @throws DomainError `shift-template.invalid` */
  @Handles(SetShiftTemplate)
  async set(fields: ShiftTemplateFields, { actor }: RequestContext): Promise<ShiftTemplateView> {
    const problems = shiftProblems(fields);
    if (problems.length > 0) {
      throw new DomainError(
        ROSTER_ERRORS.templateInvalid,
        `These hours make no shift: ${problems.map(({ path, problem }) => `${path} ${problem}`).join('; ')}.`,
        { fields: problems.map(({ path, problem }) => ({ field: path, problems: [problem] })) },
      );
    }
    const stamp = { setAt: this.clock.now(), setBy: actor.id };
    return toTemplateView(
      await this.work.inTransaction(() => this.store({ ...fields, ...stamp, version: 1 })),
    );
  }

  /** The latest version where nothing differs; two who set at once make two versions, one after the other. */
  private async store(template: StoredTemplate): Promise<StoredTemplate> {
    for (;;) {
      const last = (await this.templates.latest()).find(({ code }) => code === template.code);
      if (last && contentOf(last) === contentOf(template)) return last;
      const next = { ...template, version: (last?.version ?? 0) + 1 };
      if (await this.templates.add(next)) return next;
    }
  }
}

function contentOf({
  nameZh,
  nameEn,
  startMinute,
  endMinute,
  breaks,
  enabled,
  note,
}: StoredTemplate): string {
  const hours = breaks.map(({ fromMinute, toMinute }) => [fromMinute, toMinute]);
  return JSON.stringify([nameZh, nameEn, startMinute, endMinute, hours, enabled, note ?? null]);
}
