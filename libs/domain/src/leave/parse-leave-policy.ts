import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';
import { LEAVE_KINDS, type LeaveKind } from './leave-kinds';
import {
  APPROVER_KINDS,
  type ApprovalRule,
  type ApproverKind,
  LEAVE_PAPERS,
  type LeaveKindRule,
  type LeavePolicy,
} from './leave-policy';

/**
 * A policy out of JSON, with every problem named by its path. Each kind needs a last rule without a condition but its
 * length of one half day, so that no leave is without an approver.
 */
export function parseLeavePolicy(document: unknown): Result<LeavePolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const kinds = reader.object('kinds');
  const alternates = reader.object('alternates');
  const caps = reader.object('caps');
  const annual = reader.object('annual');
  const policy: LeavePolicy = {
    kinds: recordOf(LEAVE_KINDS, (kind) => kindRule(kinds.object(kind))),
    approval: reader.objects('approval').map(approvalRule),
    alternates: recordOf(APPROVER_KINDS, (kind) => alternates.words(kind, APPROVER_KINDS)),
    caps: {
      offPerDay: caps.integer('offPerDay', 1, 10_000),
      annualAtOnce: caps.integer('annualAtOnce', 1, 10_000),
    },
    papersDueDays: reader.integer('papersDueDays', 0, 60),
    longestDays: reader.integer('longestDays', 1, 366),
    annual: {
      bands: annual.objects('bands').map((band) => {
        const read = { fromYears: band.integer('fromYears', 0, 60), days: band.integer('days', 0, 60) };
        band.refuseUnknownFields();
        return read;
      }),
      carryDays: annual.integer('carryDays', 0, 60),
    },
  };
  for (const kind of LEAVE_KINDS) {
    if (!policy.approval.some((rule) => isForAll(rule, kind)))
      reader.complain(
        'approval',
        `must have a rule for every leave of the kind ${kind}: from 1 half day, no other condition`,
      );
  }
  for (const part of [reader, kinds, alternates, caps, annual]) part.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}

function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
}

function kindRule(reader: DocumentReader): LeaveKindRule {
  const rule: LeaveKindRule = {
    noticeDays: reader.integer('noticeDays', 0, 366),
    noticeMonths: reader.integer('noticeMonths', 0, 12),
    papers: reader.words('papers', LEAVE_PAPERS),
    papersBy: reader.oneOf('papersBy', ['decision', 'return']),
    inOnePiece: reader.boolean('inOnePiece'),
    everyDayCounts: reader.boolean('everyDayCounts'),
    capped: reader.boolean('capped'),
  };
  reader.refuseUnknownFields();
  return rule;
}

function approvalRule(reader: DocumentReader): ApprovalRule {
  const rule: ApprovalRule = {
    kinds: reader.words('kinds', LEAVE_KINDS),
    fromHalves: reader.integer('fromHalves', 1, 800),
    ...(reader.has('belowHalves') && { belowHalves: reader.integer('belowHalves', 2, 800) }),
    ...(reader.has('extension') && { extension: reader.boolean('extension') }),
    ...(reader.has('exception') && { exception: reader.boolean('exception') }),
    steps: stepsOf(reader),
  };
  reader.refuseUnknownFields();
  return rule;
}

function stepsOf(reader: DocumentReader): readonly ApproverKind[] {
  const steps = reader.words('steps', APPROVER_KINDS);
  if (steps.length === 0) reader.complain('steps', 'must name at least one approver');
  return steps;
}

function isForAll(
  { kinds, fromHalves, belowHalves, extension, exception }: ApprovalRule,
  kind: LeaveKind,
): boolean {
  const unconditional = belowHalves === undefined && extension === undefined && exception === undefined;
  return unconditional && fromHalves === 1 && kinds.includes(kind);
}
