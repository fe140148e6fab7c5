import { Inject, Injectable } from '@nestjs/common';
import { type CourseEffectView, EFFECT_INDICATORS, type GetCourseEffectRequest } from '@switchyard/contracts';
import {
  addMonths,
  type BeforeAfter,
  courseEffect,
  type LocalDate,
  localDate,
  localDateAt,
} from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { courseNotFound } from '../course/course-views';
import { Courses } from '../course/courses.port';
import { BETTER, type EffectIndicator, Indicators, type MonthIndicators } from './indicators';
import { type Participant, Participants } from './participants.port';

const NOTES = [
  '同一批人培训前后的比较，没有对照组：变化不一定由培训引起。 The same people before and after, without a control group: what changed need not be due to the course.',
  '未知的不计入平均值；尚未结束的月份视为未知。 What is unknown is in no mean; a month that is not over counts as unknown.',
];

/** Indicators before and after a course (§15, effect evaluation), with the sample's size; the unknown stays unknown. */
@Injectable()
export class MeasureEffect {
  constructor(
    private readonly courses: Courses,
    private readonly participants: Participants,
    private readonly indicators: Indicators,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `course.not-found` */
  async execute({ code, ...span }: GetCourseEffectRequest): Promise<CourseEffectView> {
    if (!(await this.courses.find(code))) throw courseNotFound(code);
    const now = this.clock.now();
    const today = localDateAt(now);
    const to = span.to === undefined ? today : localDate(span.to);
    const from = span.from === undefined ? addMonths(to, -12) : localDate(span.from);
    const { effectMonths: months } = await this.policies.inForce('training', now);
    const people = await this.participants.of(code, from, to);
    const known = await this.monthsOf(people, months, today.slice(0, 7));
    const effects = EFFECT_INDICATORS.map((indicator) => {
      const better = BETTER[indicator];
      const pairs = people.map((person) => beforeAfter(person, indicator, months, known));
      return { indicator, better, ...courseEffect(pairs, better) };
    });
    return { code, from, to, months, participants: people.length, effects, notes: [...NOTES] };
  }

  /** Indicators of every month that is needed and over, by 'month staff'. */
  private async monthsOf(
    people: readonly Participant[],
    months: number,
    current: string,
  ): Promise<ReadonlyMap<string, MonthIndicators>> {
    const wanted = new Map<string, Set<string>>();
    for (const { staffNumber, attendedOn } of people) {
      for (const month of [...around(attendedOn, -months, -1), ...around(attendedOn, 1, months)]) {
        if (month >= current) continue;
        wanted.set(month, (wanted.get(month) ?? new Set()).add(staffNumber));
      }
    }
    const known = new Map<string, MonthIndicators>();
    for (const [month, staff] of wanted) {
      const ofMonth = await this.indicators.ofMonth([...staff], month);
      for (const [staffNumber, indicators] of ofMonth) known.set(`${month} ${staffNumber}`, indicators);
    }
    return known;
  }
}

function beforeAfter(
  { staffNumber, attendedOn }: Participant,
  indicator: EffectIndicator,
  months: number,
  known: ReadonlyMap<string, MonthIndicators>,
): BeforeAfter {
  const mean = (span: readonly string[]) => {
    const values = span.flatMap((month) => known.get(`${month} ${staffNumber}`)?.[indicator] ?? []);
    return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const before = mean(around(attendedOn, -months, -1));
  const after = mean(around(attendedOn, 1, months));
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

/** Months YYYY-MM from `first` to `last` months after that of a day. */
function around(day: LocalDate, first: number, last: number): readonly string[] {
  const month = localDate(`${day.slice(0, 7)}-01`);
  return Array.from({ length: last - first + 1 }, (_, at) => addMonths(month, first + at).slice(0, 7));
}
