import { operation } from '../../kernel/contract';
import {
  Day,
  Flag,
  Instant,
  OneOf,
  OptionalDay,
  OptionalFlag,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  OptionalWhole,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OrderedPageRequest } from './workplace-fields';
import { OptionalStaffNumber, OrganisationCode, StaffNumber } from '../staff/staff-fields';
import { AudienceFields } from './audience';
import { WORKPLACE_ERRORS } from './members';

export const RULE_KINDS = ['rule', 'workbook'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** `superseded`: a later version is in force; `coming`: approved for a day that is still to come. */
export const RULE_STANDINGS = ['draft', 'rejected', 'coming', 'in-force', 'superseded'] as const;
export type RuleStanding = (typeof RULE_STANDINGS)[number];

export const RULE_BOOK_ERRORS = {
  notFound: 'rule-book.not-found',
  alreadyThere: 'rule-book.already-exists',
  /** A draft is there and is decided first. */
  alreadyDrafted: 'rule-book.already-drafted',
  /** Only a draft is decided. */
  alreadyDecided: 'rule-book.already-decided',
  /** Who drafted a version does not approve it. */
  ownDraft: 'rule-book.own-draft',
  /** It comes into force today or later, and not before the version that it replaces. */
  badDay: 'rule-book.bad-day',
  /** It was not handed out to who asks. */
  notHandedOut: 'rule-book.not-handed-out',
} as const;

export class RuleText {
  @RequiredText('Heading', 200)
  title: string;

  @RequiredText('Text', 100_000)
  body: string;

  @RequiredText('What is new in it', 2000)
  changeNote: string;
}

export class RuleVersionView extends RuleText {
  @OrganisationCode('Code of the rule', 'service-conduct')
  code: string;

  @OneOf('A rule, or a workbook', RULE_KINDS)
  kind: RuleKind;

  @Whole('Version, from 1', 1, 100_000)
  version: number;

  @OneOf('Where it stands today', RULE_STANDINGS)
  standing: RuleStanding;

  @Instant('When it was drafted')
  draftedAt: string;

  @RequiredText('Who drafted it', 200)
  draftedBy: string;

  @OptionalInstant('When it was decided')
  decidedAt?: string;

  @OptionalText('Who decided', 200)
  decidedBy?: string;

  @OptionalText('Why so', 500)
  decisionReason?: string;

  @OptionalDay('In force from this day on')
  inForceFrom?: string;

  @Whole('To how many it was handed out', 0, 1_000_000)
  handedOut: number;

  @Whole('How many of them have acknowledged it', 0, 1_000_000)
  acknowledged: number;
}

export class NewRule extends AudienceFields {
  @OrganisationCode('Code of the rule', 'service-conduct')
  code: string;

  @OneOf('A rule, or a workbook', RULE_KINDS)
  kind: RuleKind;

  @RequiredText('Heading', 200)
  title: string;

  @RequiredText('Text', 100_000)
  body: string;

  @RequiredText('What is new in it', 2000)
  changeNote: string;
}

/** A new rule with its first draft; whom it is for stays for later versions. */
export const DraftRule = operation({
  subject: 'hr.command.draft-rule.v1',
  request: NewRule,
  reply: RuleVersionView,
  errors: [RULE_BOOK_ERRORS.alreadyThere],
});

export class RuleReference {
  @OrganisationCode('Code of the rule', 'service-conduct')
  code: string;
}

export class DraftRuleChangeRequest extends RuleText {
  @OrganisationCode('Code of the rule', 'service-conduct')
  code: string;
}

/** A change: the next version, approved like the first. */
export const DraftRuleChange = operation({
  subject: 'hr.command.draft-rule-change.v1',
  request: DraftRuleChangeRequest,
  reply: RuleVersionView,
  errors: [RULE_BOOK_ERRORS.notFound, RULE_BOOK_ERRORS.alreadyDrafted],
});

export class RuleVersionReference extends RuleReference {
  @Whole('Version', 1, 100_000)
  version: number;
}

export class RuleDecision {
  @Flag('True to approve, false to reject')
  approve: boolean;

  @RequiredText('Why', 500)
  reason: string;

  @OptionalDay('Approved: in force from this day on; today unless given')
  inForceFrom?: string;
}

export class DecideRuleRequest extends RuleDecision {
  @OrganisationCode('Code of the rule', 'service-conduct')
  code: string;

  @Whole('Version', 1, 100_000)
  version: number;
}

export const DecideRule = operation({
  subject: 'hr.command.decide-rule.v1',
  request: DecideRuleRequest,
  reply: RuleVersionView,
  errors: [
    RULE_BOOK_ERRORS.notFound,
    RULE_BOOK_ERRORS.alreadyDecided,
    RULE_BOOK_ERRORS.ownDraft,
    RULE_BOOK_ERRORS.badDay,
  ],
});

export class ListRulesRequest extends OrderedPageRequest {
  @OptionalText('Only this rule', 40)
  code?: string;

  @OptionalOneOf('Only of this kind', RULE_KINDS)
  kind?: RuleKind;

  @OptionalOneOf('Only those that stand so', RULE_STANDINGS)
  standing?: RuleStanding;
}

export class RuleVersionPage extends PageOf(RuleVersionView) {}

export const ListRules = operation({
  subject: 'hr.query.rules.v1',
  request: ListRulesRequest,
  reply: RuleVersionPage,
});

export class ListRuleReceiptsRequest extends PageRequest {
  @OptionalText('Only of this rule', 40)
  code?: string;

  @OptionalWhole('Only of this version', 1, 100_000)
  version?: number;

  @OptionalStaffNumber('Only of this member of staff')
  staffNumber?: string;

  @OptionalFlag('Only those that are acknowledged, or are not')
  acknowledged?: boolean;
}

export class RuleReceipt {
  @OrganisationCode('Code of the rule', 'service-conduct')
  code: string;

  @Whole('Version', 1, 100_000)
  version: number;

  @StaffNumber('Whom it was handed out to')
  staffNumber: string;

  @Instant('When it was handed out')
  handedOutAt: string;

  @OptionalInstant('When it was acknowledged')
  acknowledgedAt?: string;
}

export class RuleReceiptPage extends PageOf(RuleReceipt) {}

/** By rule, version and staff number. */
export const ListRuleReceipts = operation({
  subject: 'hr.query.rule-receipts.v1',
  request: ListRuleReceiptsRequest,
  reply: RuleReceiptPage,
});

export class OwnRule extends RuleText {
  @OrganisationCode('Code of the rule', 'service-conduct')
  code: string;

  @OneOf('A rule, or a workbook', RULE_KINDS)
  kind: RuleKind;

  @Whole('Version', 1, 100_000)
  version: number;

  @Day('In force from this day on')
  inForceFrom: string;

  @OptionalInstant('When one acknowledged it')
  acknowledgedAt?: string;
}

export class OwnRulesRequest extends PageRequest {
  @OptionalFlag('Only those that one has still to acknowledge')
  outstanding?: boolean;
}

export class OwnRulePage extends PageOf(OwnRule) {}

/** The rules in force that were handed out to who asks, by code. */
export const ListOwnRules = operation({
  subject: 'hr.query.own-rules.v1',
  request: OwnRulesRequest,
  reply: OwnRulePage,
  errors: [WORKPLACE_ERRORS.notStaff],
});

export const AcknowledgeRule = operation({
  subject: 'hr.command.acknowledge-rule.v1',
  request: RuleVersionReference,
  reply: RuleReceipt,
  errors: [RULE_BOOK_ERRORS.notHandedOut, WORKPLACE_ERRORS.notStaff],
});
