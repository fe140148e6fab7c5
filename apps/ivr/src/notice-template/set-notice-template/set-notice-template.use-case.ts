import { Inject, Injectable } from '@nestjs/common';
import { NOTICE_TEMPLATE_ERRORS } from '@switchyard/contracts';
import { TemplateInvalid } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { NoticeTemplateStore, type StoredTemplate, type TemplateKey } from '../notice-template-store.port';
import { NoticeTemplates } from '../notice-templates';
import { readLetter, readSpoken } from '../read-template';

export interface SetNoticeTemplateCommand extends TemplateKey {
  /** The version that the change was made from. */
  readonly basedOn: number;
  readonly document: Record<string, unknown>;
  readonly setBy: string;
}

/**
 * Adds the next version of a template; it is said and written from now on, and lists that ended before keep their letters.
 * @throws DomainError `notice-template.invalid`, `notice-template.version-conflict`
 */
@Injectable()
export class SetNoticeTemplate {
  constructor(
    private readonly store: NoticeTemplateStore,
    private readonly templates: NoticeTemplates,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ basedOn, document, setBy, ...key }: SetNoticeTemplateCommand): Promise<StoredTemplate> {
    const version = basedOn + 1;
    check(key, version, document);
    const inForce = await this.templates.inForce(key);
    const next: StoredTemplate = { ...key, version, document, setBy, setAt: this.clock.now() };
    if (inForce.version !== basedOn || !(await this.store.add(next))) throw versionConflict(key, basedOn);
    this.templates.forget();
    return next;
  }
}

function check(key: TemplateKey, version: number, document: Record<string, unknown>): void {
  try {
    if (key.medium === 'spoken') readSpoken(key, version, document);
    else readLetter(key, version, document);
  } catch (error) {
    if (!(error instanceof TemplateInvalid)) throw error;
    const fields = error.problems.map(({ field, message }) => ({
      field: field === '' ? 'document' : `document.${field}`,
      problems: [message],
    }));
    const summary = fields.map(({ field, problems }) => `${field} ${problems.join(', ')}`).join('; ');
    throw new DomainError(NOTICE_TEMPLATE_ERRORS.invalid, `This is no template: ${summary}.`, { fields });
  }
}

function versionConflict({ medium, kind, language }: TemplateKey, basedOn: number): DomainError {
  return new DomainError(
    NOTICE_TEMPLATE_ERRORS.versionConflict,
    `Version ${basedOn} of the ${medium} ${kind} in ${language} is not the one in force; read it again and change that.`,
    { field: 'basedOn' },
  );
}
