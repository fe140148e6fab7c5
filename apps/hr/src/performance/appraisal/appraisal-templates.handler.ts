import { Controller, Inject } from '@nestjs/common';
import {
  type AppraisalTemplatePage,
  type AppraisalTemplateReference,
  type AppraisalTemplateView,
  ListAppraisalTemplates,
  type ListAppraisalTemplatesRequest,
  PERFORMANCE_ERRORS,
  PublishAppraisalTemplate,
  type RequestContext,
  SaveAppraisalTemplate,
  type SaveAppraisalTemplateRequest,
} from '@switchyard/contracts';
import { type DocumentProblem, parseAppraisalTemplate, problemsOfTemplate } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { toTemplateView } from './appraisal-views';
import { Appraisals } from './appraisals.port';

@Controller()
export class AppraisalTemplatesHandler {
  constructor(
    private readonly appraisals: Appraisals,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(SaveAppraisalTemplate)
  async save(
    { code, document }: SaveAppraisalTemplateRequest,
    { actor }: RequestContext,
  ): Promise<AppraisalTemplateView> {
    const parsed = parseAppraisalTemplate(document);
    if (!parsed.ok) throw invalid(parsed.error);
    const at = this.clock.now();
    return this.work.inTransaction(async () =>
      toTemplateView(await this.appraisals.saveTemplate(code, parsed.value, actor.id, at)),
    );
  }

  @Handles(PublishAppraisalTemplate)
  publish({ code }: AppraisalTemplateReference, { actor }: RequestContext): Promise<AppraisalTemplateView> {
    const publishedAt = this.clock.now();
    return this.work.inTransaction(async () => {
      const newest = await this.appraisals.lockTemplate(code);
      if (!newest)
        throw new DomainError(PERFORMANCE_ERRORS.templateNotFound, `There is no template ${code}.`, { code });
      if (newest.state === 'published') return toTemplateView(newest);
      const problems = problemsOfTemplate(newest.document);
      if (problems.length > 0) throw invalid(problems);
      await this.appraisals.publishTemplate(code, newest.version, actor.id, publishedAt);
      return toTemplateView({ ...newest, state: 'published', publishedAt, publishedBy: actor.id });
    });
  }

  @Handles(ListAppraisalTemplates)
  async list({ state, limit = 50, cursor }: ListAppraisalTemplatesRequest): Promise<AppraisalTemplatePage> {
    const page = await this.appraisals.templates(state, limit, cursor);
    return { ...page, items: page.items.map(toTemplateView) };
  }
}

function invalid(problems: readonly DocumentProblem[]): DomainError {
  const summary = problems.map(({ path, problem }) => `${path} ${problem}`).join('; ');
  return new DomainError(PERFORMANCE_ERRORS.templateInvalid, `This is no template to publish: ${summary}.`, {
    fields: problems.map(({ path, problem }) => ({ field: `document.${path}`, problems: [problem] })),
  });
}
