import { Controller, Inject } from '@nestjs/common';
import {
  type EarlyWarningPage,
  type EarlyWarningView,
  ListEarlyWarnings,
  ListEarlyWarningsRequest,
} from '@switchyard/contracts';
import {
  addMonths,
  earlyWarning,
  type HiringPolicy,
  type LocalDate,
  localDate,
  localDateAt,
  monthsBetween,
} from '@switchyard/domain';
import { CLOCK, type Clock, CURSOR_PARTS, decodeCursor, Handles, pageOf } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { StaffDirectory, type StaffMember } from '../../staff/staff-directory.port';
import { type KnownFacts, WarningSources } from './warning-sources.port';

@Controller()
export class EarlyWarningsHandler {
  constructor(
    private readonly directory: StaffDirectory,
    private readonly sources: WarningSources,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of who is active; reckoned when asked, so that it is as true as what it rests on. */
  @Handles(ListEarlyWarnings)
  async list({ limit = 50, cursor, month, all, ...of }: ListEarlyWarningsRequest): Promise<EarlyWarningPage> {
    const now = this.clock.now();
    const { earlyWarning: policy } = await this.policies.inForce('hiring', now);
    const last = month ?? monthOf(addMonths(localDateAt(now), -1));
    const months = monthsUpTo(last, policy.months);
    const staff = await this.directory.list({ ...of, status: 'active' });
    const facts = await this.sources.of(
      staff.map(({ staffNumber }) => staffNumber),
      months,
    );
    const asOf = addMonths(localDate(`${last}-01`), 1);
    const warnings = staff
      .map((member) => viewOf(member, facts.get(member.staffNumber), { policy, last, asOf }))
      .filter(({ warned }) => warned || all === true)
      .sort(mostFirst);
    const after = cursor === undefined ? undefined : keyOf(cursor);
    const rest = after ? warnings.filter((warning) => mostFirst(after, warning) < 0) : warnings;
    return pageOf(rest.slice(0, limit + 1), limit, ({ points, staffNumber }) => [
      String(points),
      staffNumber,
    ]);
  }
}

interface Basis {
  readonly policy: HiringPolicy['earlyWarning'];
  readonly last: string;
  /** The day after the last month. */
  readonly asOf: LocalDate;
}

function viewOf(
  member: StaffMember,
  known: KnownFacts = {},
  { policy, last, asOf }: Basis,
): EarlyWarningView {
  const { staffNumber, name, departmentCode, groupCode, hiredOn } = member;
  const facts = { ...known, 'tenure-months': monthsBetween(hiredOn, asOf) };
  const { points, warned, signs } = earlyWarning(facts, policy);
  return {
    staffNumber,
    name,
    departmentCode,
    month: last,
    points,
    warned,
    ...(groupCode !== undefined && { groupCode }),
    signs: signs.map((sign) => ({ ...sign })),
  };
}

type Key = Pick<EarlyWarningView, 'points' | 'staffNumber'>;

function mostFirst(one: Key, other: Key): number {
  if (one.points !== other.points) return other.points - one.points;
  return one.staffNumber < other.staffNumber ? -1 : one.staffNumber > other.staffNumber ? 1 : 0;
}

function keyOf(cursor: string): Key {
  const [points = '', staffNumber = ''] = decodeCursor(cursor, CURSOR_PARTS.integer, CURSOR_PARTS.text);
  return { points: Number(points), staffNumber };
}

const monthOf = (day: LocalDate): string => day.slice(0, 7);

/** 'YYYY-MM' of so many months, the given one last. */
function monthsUpTo(last: string, count: number): string[] {
  const first = localDate(`${last}-01`);
  return Array.from({ length: count }, (_, index) => monthOf(addMonths(first, index - count + 1)));
}
