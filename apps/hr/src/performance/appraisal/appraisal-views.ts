import type { AppraisalTemplateView, AppraisalView } from '@switchyard/contracts';
import { weightOf } from '@switchyard/domain';
import type { Appraisal, TemplateVersion } from './appraisals.port';

export function toTemplateView({
  madeAt,
  publishedAt,
  document,
  ...template
}: TemplateVersion): AppraisalTemplateView {
  return {
    ...template,
    document: { ...document },
    weight: weightOf(document),
    madeAt: madeAt.toISOString(),
    ...(publishedAt && { publishedAt: publishedAt.toISOString() }),
  };
}

export function toAppraisalView(appraisal: Appraisal, name: string): AppraisalView {
  const {
    id,
    judged: _judged,
    publishedBy: _by,
    result,
    draftedAt,
    publishedAt,
    acknowledgedAt,
    ...facts
  } = appraisal;
  const { total, ...explained } = result;
  return {
    ...facts,
    appraisalId: id,
    name,
    result: { ...explained },
    ...(total !== undefined && { total }),
    draftedAt: draftedAt.toISOString(),
    ...(publishedAt && { publishedAt: publishedAt.toISOString() }),
    ...(acknowledgedAt && { acknowledgedAt: acknowledgedAt.toISOString() }),
  };
}
