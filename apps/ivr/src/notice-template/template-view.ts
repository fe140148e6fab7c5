import type { NoticeTemplateView } from '@switchyard/contracts';
import type { TemplateInForce } from './notice-templates';

export function toTemplateView({ setAt, ...template }: TemplateInForce): NoticeTemplateView {
  return { ...template, ...(setAt && { setAt: setAt.toISOString() }) };
}
