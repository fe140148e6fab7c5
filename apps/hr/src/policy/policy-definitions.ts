import type { HrPolicyName } from '@switchyard/contracts';
import {
  parseExamPolicy,
  parseQualityPolicy,
  parseServiceLevelTestPolicy,
  parseTrainingPolicy,
  STANDARD_EXAM_POLICY,
  STANDARD_QUALITY_POLICY,
  STANDARD_SERVICE_LEVEL_TEST_POLICY,
  STANDARD_TRAINING_POLICY,
} from '@switchyard/domain';
import {
  parseAccountReviewPolicy,
  parseHiringPolicy,
  parseStaffGroupsPolicy,
  STANDARD_ACCOUNT_REVIEW_POLICY,
  STANDARD_HIRING_POLICY,
  STANDARD_STAFF_GROUPS_POLICY,
} from '@switchyard/domain';
import {
  attendancePolicyDocument,
  parseAttendancePolicy,
  parseLeavePolicy,
  parseSwapPolicy,
  STANDARD_ATTENDANCE_POLICY,
  STANDARD_LEAVE_POLICY,
  STANDARD_SWAP_POLICY,
} from '@switchyard/domain';
import {
  parseIndicatorPolicy,
  parseMonthlyScorePolicy,
  parsePerformanceProcedure,
  STANDARD_INDICATOR_POLICY,
  STANDARD_MONTHLY_SCORE_POLICY,
  STANDARD_PERFORMANCE_PROCEDURE,
} from '@switchyard/domain';
import {
  parseRosterPolicy,
  parseStaffingPolicy,
  STANDARD_ROSTER_POLICY,
  STANDARD_STAFFING_POLICY,
} from '@switchyard/domain';
import {
  dailyReportDocument,
  parseDailyReportPolicy,
  parseSupervisorsDayPolicy,
  parseWorkplacePolicy,
  STANDARD_DAILY_REPORT_POLICY,
  STANDARD_SUPERVISORS_DAY_POLICY,
  STANDARD_WORKPLACE_POLICY,
  supervisorsDayDocument,
} from '@switchyard/domain';
import { definePolicy } from '@switchyard/platform';

/** Every policy of the people side that an operator may set: the one place to add another. */
export const POLICY_DEFINITIONS = {
  'account-review': definePolicy(parseAccountReviewPolicy, STANDARD_ACCOUNT_REVIEW_POLICY),
  hiring: definePolicy(parseHiringPolicy, STANDARD_HIRING_POLICY),
  attendance: definePolicy(
    parseAttendancePolicy,
    STANDARD_ATTENDANCE_POLICY,
    attendancePolicyDocument(STANDARD_ATTENDANCE_POLICY),
  ),
  leave: definePolicy(parseLeavePolicy, STANDARD_LEAVE_POLICY),
  swap: definePolicy(parseSwapPolicy, STANDARD_SWAP_POLICY),
  exam: definePolicy(parseExamPolicy, STANDARD_EXAM_POLICY),
  quality: definePolicy(parseQualityPolicy, STANDARD_QUALITY_POLICY),
  'service-level-test': definePolicy(parseServiceLevelTestPolicy, STANDARD_SERVICE_LEVEL_TEST_POLICY),
  training: definePolicy(parseTrainingPolicy, STANDARD_TRAINING_POLICY),
  roster: definePolicy(parseRosterPolicy, STANDARD_ROSTER_POLICY),
  staffing: definePolicy(parseStaffingPolicy, STANDARD_STAFFING_POLICY),
  'staff-groups': definePolicy(parseStaffGroupsPolicy, STANDARD_STAFF_GROUPS_POLICY),
  'monthly-score': definePolicy(parseMonthlyScorePolicy, STANDARD_MONTHLY_SCORE_POLICY),
  'performance-indicators': definePolicy(parseIndicatorPolicy, STANDARD_INDICATOR_POLICY),
  'performance-procedure': definePolicy(parsePerformanceProcedure, STANDARD_PERFORMANCE_PROCEDURE),
  'supervisors-day': definePolicy(
    parseSupervisorsDayPolicy,
    STANDARD_SUPERVISORS_DAY_POLICY,
    supervisorsDayDocument(STANDARD_SUPERVISORS_DAY_POLICY),
  ),
  'daily-report': definePolicy(
    parseDailyReportPolicy,
    STANDARD_DAILY_REPORT_POLICY,
    dailyReportDocument(STANDARD_DAILY_REPORT_POLICY),
  ),
  workplace: definePolicy(parseWorkplacePolicy, STANDARD_WORKPLACE_POLICY),
} as const satisfies Readonly<Record<HrPolicyName, unknown>>;

export type PolicyOf<Name extends HrPolicyName> = (typeof POLICY_DEFINITIONS)[Name]['standard'];
