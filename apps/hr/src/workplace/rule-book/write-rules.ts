import { Inject, Injectable } from '@nestjs/common';
import {
  type DecideRuleRequest,
  type DraftRuleChangeRequest,
  type NewRule,
  type RequestContext,
  RULE_BOOK_ERRORS,
} from '@switchyard/contracts';
import { type LocalDate, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Members } from '../common/members';
import { HandOutRules } from './hand-out-rules';
import { RuleBook, type RuleVersion } from './rule-book.port';

/** Rules are drafted, approved by somebody else, come into force on their day, and change the same way (S2 L321, L365). */
@Injectable()
export class WriteRules {
  constructor(
    private readonly book: RuleBook,
    private readonly handOut: HandOutRules,
    private readonly members: Members,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `rule-book.already-exists` */
  async draft(request: NewRule, context: RequestContext): Promise<RuleVersion> {
    const { code, kind, departments = [], posts = [], groups = [], ...text } = request;
    const by = await this.members.nameOf(context);
    const now = this.clock.now();
    return this.work.inTransaction(async () => {
      const audience = { departments, posts, groups };
      if (!(await this.book.addEntry(code, kind, audience, now))) {
        throw new DomainError(
          RULE_BOOK_ERRORS.alreadyThere,
          `The rule ${code} is there; draft a change of it.`,
          { field: 'code' },
        );
      }
      await this.book.addDraft(code, 1, text, now, by);
      return this.version(code, 1);
    });
  }

  /** @throws DomainError `rule-book.not-found`, `rule-book.already-drafted` */
  async change({ code, ...text }: DraftRuleChangeRequest, context: RequestContext): Promise<RuleVersion> {
    const by = await this.members.nameOf(context);
    const now = this.clock.now();
    return this.work.inTransaction(async () => {
      const [latest] = await this.locked(code, localDateAt(now));
      if (latest?.standing === 'draft') {
        throw new DomainError(
          RULE_BOOK_ERRORS.alreadyDrafted,
          `Version ${latest.version} of ${code} is a draft; it is decided before the next is drafted.`,
          { code, version: latest.version },
        );
      }
      const version = (latest?.version ?? 0) + 1;
      await this.book.addDraft(code, version, text, now, by);
      return this.version(code, version);
    });
  }

  /** @throws DomainError `rule-book.not-found`, `rule-book.already-decided`, `rule-book.own-draft`, `rule-book.bad-day` */
  async decide(request: DecideRuleRequest, context: RequestContext): Promise<RuleVersion> {
    const { code, version, approve, reason } = request;
    const by = await this.members.nameOf(context);
    const at = this.clock.now();
    const today = localDateAt(at);
    return this.work.inTransaction(async () => {
      const versions = await this.locked(code, today);
      const draft = versions.find((known) => known.version === version);
      if (!draft) throw ruleNotFound(code, version);
      if (draft.standing !== 'draft') throw decided(draft);
      if (draft.draftedBy === by) {
        throw new DomainError(RULE_BOOK_ERRORS.ownDraft, 'Somebody else approves what you drafted.', {
          code,
        });
      }
      const inForceFrom = (request.inForceFrom ?? today) as LocalDate;
      if (approve) assertDay(inForceFrom, today, versions);
      await this.book.decide(code, version, {
        approved: approve,
        reason,
        ...(approve && { inForceFrom }),
        at,
        by,
      });
      await this.handOut.execute();
      return this.version(code, version);
    });
  }

  private async locked(code: string, today: LocalDate): Promise<readonly RuleVersion[]> {
    if (!(await this.book.lockEntry(code))) throw ruleNotFound(code);
    return this.book.versionsOf(code, today);
  }

  private async version(code: string, version: number): Promise<RuleVersion> {
    const versions = await this.book.versionsOf(code, localDateAt(this.clock.now()));
    const found = versions.find((known) => known.version === version);
    if (!found) throw new Error(`version ${version} of ${code} was not written`);
    return found;
  }
}

function assertDay(from: LocalDate, today: LocalDate, versions: readonly RuleVersion[]): void {
  const later = versions.find(({ inForceFrom }) => inForceFrom !== undefined && inForceFrom > from);
  if (from >= today && !later) return;
  throw new DomainError(
    RULE_BOOK_ERRORS.badDay,
    later
      ? `Version ${later.version} comes into force on ${later.inForceFrom}; this one cannot before it.`
      : `A rule comes into force today (${today}) or later.`,
    { field: 'inForceFrom' },
  );
}

export const ruleNotFound = (code: string, version?: number): DomainError =>
  new DomainError(
    RULE_BOOK_ERRORS.notFound,
    version === undefined ? `There is no rule ${code}.` : `The rule ${code} has no version ${version}.`,
    { code, ...(version !== undefined && { version }) },
  );

const decided = ({ code, version, standing }: RuleVersion): DomainError =>
  new DomainError(RULE_BOOK_ERRORS.alreadyDecided, `Version ${version} of ${code} is ${standing}.`, {
    code,
    version,
    standing,
  });
