import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type DraftAppraisalRequest, PERFORMANCE_ERRORS, type RequestContext } from '@switchyard/contracts';
import { appraise, type AppraisalTemplate, type IndicatorCode } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import type { StaffMember } from '../../staff/staff-directory.port';
import { MonthIndicators } from '../indicators/month-indicators';
import { monthsOfAppraisal, monthSpan } from '../months';
import { PerformanceSight } from '../sight';
import { type Appraisal, Appraisals, type TemplateVersion } from './appraisals.port';

/**
 * Draws up an appraisal (S1 三(2)): indicators are the means of the period's months of which they are known, the rest is judged.
 * @throws DomainError `staff.not-found`, `appraisal-template.not-found`, `appraisal.period-invalid`,
 *   `appraisal.not-allowed-in-state`, `performance.own-matter`, `appraisal-template.invalid`
 */
@Injectable()
export class DraftAppraisalUseCase {
  constructor(
    private readonly appraisals: Appraisals,
    private readonly indicators: MonthIndicators,
    private readonly sight: PerformanceSight,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(
    request: DraftAppraisalRequest,
    context: RequestContext,
  ): Promise<{ readonly appraisal: Appraisal; readonly name: string }> {
    const { staffNumber, period, remark } = request;
    const now = this.clock.now();
    const person = await this.sight.member(staffNumber, context);
    await this.sight.assertAnother(staffNumber, context, 'Nobody appraises themselves.');
    const months = monthsOfAppraisal(period);
    if (!months) throw badPeriod('Appraisals are of a quarter (2026-Q3) or a year (2026).');
    const template = await this.template(
      person,
      months.length === 3 ? 'quarter' : 'year',
      request.templateCode,
    );
    const { code: templateCode, version: templateVersion, document } = template;
    const over = months.filter((month) => monthSpan(month).before <= now);
    const means = await this.means(person, over, document);
    return this.work.inTransaction(async () => {
      const there = await this.appraisals.ofPeriod(staffNumber, period, templateCode);
      const judged = { ...there?.judged, ...checked(request.judged ?? {}, document) };
      const appraisal: Appraisal = {
        id: there?.id ?? randomUUID(),
        staffNumber,
        period,
        templateCode,
        templateVersion,
        state: 'draft',
        judged,
        result: appraise(document, means, judged),
        ...((remark ?? there?.remark) !== undefined && { remark: remark ?? there?.remark ?? '' }),
        draftedAt: now,
        draftedBy: context.actor.id,
      };
      if (await this.appraisals.save(appraisal)) return { appraisal, name: person.name };
      throw new DomainError(
        PERFORMANCE_ERRORS.appraisalState,
        'The appraisal is told to the person; it stays.',
        {
          appraisalId: there?.id,
          state: there?.state,
        },
      );
    });
  }

  private async template(
    { roleKind }: StaffMember,
    period: 'quarter' | 'year',
    code: string | undefined,
  ): Promise<TemplateVersion> {
    const published = await this.appraisals.published();
    const template = published.find(({ code: own, document }) =>
      code === undefined ? document.period === period && document.roleKinds.includes(roleKind) : own === code,
    );
    if (!template) {
      throw new DomainError(
        PERFORMANCE_ERRORS.templateNotFound,
        code === undefined
          ? `No published template is for the post ${roleKind} and a ${period}; name one with templateCode.`
          : `There is no published template ${code}.`,
        { field: 'templateCode' },
      );
    }
    if (template.document.period === period) return template;
    throw badPeriod(`The template ${template.code} is for a ${template.document.period}.`);
  }

  private async means(
    person: StaffMember,
    months: readonly string[],
    { criteria }: AppraisalTemplate,
  ): Promise<Partial<Record<IndicatorCode, number>>> {
    const codes = new Set(criteria.flatMap(({ indicator }) => (indicator ? [indicator.code] : [])));
    const values = new Map<IndicatorCode, number[]>();
    for (const month of codes.size === 0 ? [] : months) {
      const indicators = (await this.indicators.of([person], month)).get(person.staffNumber) ?? [];
      for (const { code, value } of indicators) {
        if (value !== undefined && codes.has(code)) values.set(code, [...(values.get(code) ?? []), value]);
      }
    }
    const mean = (known: readonly number[]) => known.reduce((sum, value) => sum + value, 0) / known.length;
    return Object.fromEntries(
      [...values].map(([code, known]) => [code, Math.round(mean(known) * 100) / 100]),
    );
  }
}

const badPeriod = (message: string): DomainError =>
  new DomainError(PERFORMANCE_ERRORS.appraisalPeriod, message, { field: 'period' });

function checked(
  judged: Readonly<Record<string, unknown>>,
  { criteria }: AppraisalTemplate,
): Readonly<Record<string, number>> {
  const codes = criteria.flatMap(({ code, indicator }) => (indicator ? [] : [code]));
  const problems = Object.entries(judged).flatMap(([code, points]) => {
    if (!codes.includes(code))
      return [{ field: `judged.${code}`, problems: [`must be one of ${codes.join(', ')}`] }];
    const fits = typeof points === 'number' && points >= 0 && points <= 100;
    return fits ? [] : [{ field: `judged.${code}`, problems: ['must be a number from 0 to 100'] }];
  });
  if (problems.length === 0) return judged as Record<string, number>;
  const summary = problems.map(({ field, problems: [problem] }) => `${field} ${problem}`).join('; ');
  throw new DomainError(
    PERFORMANCE_ERRORS.templateInvalid,
    `These points do not fit the template: ${summary}.`,
    {
      fields: problems,
    },
  );
}
