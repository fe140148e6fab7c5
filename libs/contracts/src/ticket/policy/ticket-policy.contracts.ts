import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { Instant } from '../fields';

/** Rules that an operator may change; each version holds from its date on. */
export const TICKET_POLICIES = [
  'work-order-routing',
  'application-papers',
  'complaint-programme',
  'penalty',
  'telephone-access',
  'follow-up',
  'outage',
  'identity-reading',
  'correctness',
  'handover',
  'customer-value',
  'service-hours',
  'calendar-warning',
  'notification',
] as const;
export type TicketPolicyName = (typeof TICKET_POLICIES)[number];

export class TicketPolicyRequest {
  @ApiProperty({ description: 'Name of the policy', enum: TICKET_POLICIES })
  @IsIn(TICKET_POLICIES)
  name: TicketPolicyName;
}

export class TicketPolicyView extends TicketPolicyRequest {
  @Instant('From when this version holds')
  validFrom: string;

  @ApiProperty({
    description:
      'penalty: { perMillePerDay: { resident|organisation|sole-trader: { sameYear, laterYears } }, minimumFen, payPlace: { zh-CN, en } }; ' +
      'telephone-access: { maxFailures, lockMinutes, forgetAfterMinutes }; ' +
      'follow-up: { sharePercent: { <kind of work order>: per cent }, faultAtLeast, dueWorkingDays, hours: { <kind of customer>: ' +
      '{ workingDays: [{ from, to }], restDays } }, latest, maxTries, satisfiedFrom, dissatisfiedAtMost }; ' +
      'outage: { announcementDays, maintenanceCopyWorkingDays, escalation: { planned|urgent: [{ afterMinutes, recipient }] }, ' +
      'startsItself: { important, others } }; ' +
      'work-order-routing: { categories: [{ code, names: { zh-CN, en }, kinds, integrity }], rules: [{ kind?, category?, areaCode?, department }], ' +
      'integrityDepartment }; application-papers: { papers: [{ code, names }], everybody: { <kind of customer>: [codes] }, more: [{ application, applicants, papers }] }; ' +
      'complaint-programme: { schemes: [{ code, names, mostFen }], rules: [{ category?, department, handler, authorityFen, periodDays, schemes, callBackDays, script }] }; ' +
      'identity-reading: { approvalMinutes, pendingHours, reasonLength }; ' +
      'correctness: { samplePercent: { work-orders, enquiries, outage-notices }, atLeast, targetPercent: { the same } }; ' +
      'handover: { urgeWithinHours, outagesWithinHours, mostItems, casesInHand: tell|refuse }; ' +
      'customer-value: { months, dailyAtHour, creditPerOverdueMonth, weights: { arpu, tenure, credit }, arpuFen: { high, mid }, ' +
      'tenureMonths: { high, mid }, credit: { high, mid }, score: { high, mid }, stages: { identificationMonths, ' +
      'stabilityMonths, warningArpuFen, warningDropPercent, warningOverdueMonths } }; ' +
      'service-hours: { days: working-days|every-day, segments: [{ from, to }], weekdays: [{ weekday, segments }] }; ' +
      'calendar-warning: { days }; notification: { keepReadDays, keepUnreadDays }',
    type: 'object',
    additionalProperties: true,
  })
  @IsObject()
  document: Record<string, unknown>;

  @ApiProperty({ description: 'Who set it', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  setBy: string;
}

export class TicketPolicyVersions {
  @ApiProperty({
    description: 'All versions, the latest first; the first whose date has come holds',
    type: [TicketPolicyView],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TicketPolicyView)
  items: TicketPolicyView[];
}

export const ListTicketPolicyVersions = operation({
  subject: 'ticket.query.policy-versions.v1',
  request: TicketPolicyRequest,
  reply: TicketPolicyVersions,
});

export class SetTicketPolicyRequest extends TicketPolicyRequest {
  @Instant('From when it holds; not in the past')
  validFrom: string;

  @ApiProperty({ description: 'The whole document', type: 'object', additionalProperties: true })
  @IsObject()
  document: Record<string, unknown>;
}

/** Adds a version; nothing that held is rewritten. */
export const SetTicketPolicy = operation({
  subject: 'ticket.command.set-policy.v1',
  request: SetTicketPolicyRequest,
  reply: TicketPolicyView,
  errors: ['policy.invalid', 'policy.in-past', 'policy.already-set'],
});
