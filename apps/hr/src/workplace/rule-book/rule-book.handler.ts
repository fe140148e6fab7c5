import { Controller, Inject } from '@nestjs/common';
import {
  AcknowledgeRule,
  DecideRule,
  DecideRuleRequest,
  DraftRule,
  DraftRuleChange,
  DraftRuleChangeRequest,
  ListOwnRules,
  ListRuleReceipts,
  ListRuleReceiptsRequest,
  ListRules,
  ListRulesRequest,
  NewRule,
  type OwnRulePage,
  OwnRulesRequest,
  type RequestContext,
  RULE_BOOK_ERRORS,
  type RuleReceipt,
  type RuleReceiptPage,
  type RuleVersionPage,
  RuleVersionReference,
  type RuleVersionView,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { Members } from '../common/members';
import { pageOfArray } from '../common/page-of-array';
import { RuleBook } from './rule-book.port';
import { toOwnRule, toReceipt, toRuleView } from './rule-views';
import { WriteRules } from './write-rules';

@Controller()
export class RuleBookHandler {
  constructor(
    private readonly book: RuleBook,
    private readonly rules: WriteRules,
    private readonly members: Members,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(DraftRule)
  async draft(request: NewRule, context: RequestContext): Promise<RuleVersionView> {
    return toRuleView(await this.rules.draft(request, context));
  }

  @Handles(DraftRuleChange)
  async change(request: DraftRuleChangeRequest, context: RequestContext): Promise<RuleVersionView> {
    return toRuleView(await this.rules.change(request, context));
  }

  @Handles(DecideRule)
  async decide(request: DecideRuleRequest, context: RequestContext): Promise<RuleVersionView> {
    return toRuleView(await this.rules.decide(request, context));
  }

  @Handles(ListRules)
  async list({ limit, cursor, order, ...filter }: ListRulesRequest): Promise<RuleVersionPage> {
    const today = localDateAt(this.clock.now());
    const page = await this.book.list(filter, today, { limit, cursor, order });
    return { ...page, items: page.items.map(toRuleView) };
  }

  @Handles(ListRuleReceipts)
  async receipts({ limit = 50, cursor, ...filter }: ListRuleReceiptsRequest): Promise<RuleReceiptPage> {
    const page = await this.book.receipts(filter, limit, cursor);
    return { ...page, items: page.items.map(toReceipt) };
  }

  @Handles(ListOwnRules)
  async own({ limit, cursor, outstanding }: OwnRulesRequest, context: RequestContext): Promise<OwnRulePage> {
    const { staffNumber } = await this.members.acting(context);
    const rules = await this.book.own(staffNumber, localDateAt(this.clock.now()));
    const wanted = rules.filter(
      ({ acknowledgedAt }) => outstanding === undefined || (acknowledgedAt === undefined) === outstanding,
    );
    return pageOfArray(wanted.map(toOwnRule), ({ code }) => code, limit, cursor);
  }

  @Handles(AcknowledgeRule)
  async acknowledge({ code, version }: RuleVersionReference, context: RequestContext): Promise<RuleReceipt> {
    const { staffNumber } = await this.members.acting(context);
    const receipt = await this.book.acknowledge(code, version, staffNumber, this.clock.now());
    if (receipt) return toReceipt(receipt);
    throw new DomainError(
      RULE_BOOK_ERRORS.notHandedOut,
      `Version ${version} of ${code} was not handed out to you; GET /me/rules tells what was.`,
      { code, version },
    );
  }
}
