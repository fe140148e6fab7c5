import { Injectable } from '@nestjs/common';
import { type LocalDate, type ResitRule, standingResult } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import { TrainingFacts, type TrainingMonth } from '../training-facts.port';

interface Sat {
  readonly staffNumber: string;
  readonly examId: string;
  readonly rule: ResitRule;
  /** Its results are not released yet. */
  readonly pending: boolean;
  readonly score: number | null;
  readonly fullMarks: number;
}

interface Hours {
  readonly staffNumber: string;
  readonly minutes: number;
  readonly days: readonly string[];
}

@Injectable()
export class PgTrainingFacts extends TrainingFacts {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async ofMonth(staffNumbers: readonly string[], month: string): Promise<readonly TrainingMonth[]> {
    const sat = await this.work.query<Sat>(
      `select c.staff_number as "staffNumber", s.exam_id as "examId", s.policy ->> 'resitRule' as rule,
              s.state = 'planned' as pending, case when a.state = 'released' then a.score::float8 end as score,
              coalesce(a.full_marks, 0) as "fullMarks"
         from exam_sitting s join exam_candidate c on c.sitting_id = s.id
         left join exam_attempt a on a.sitting_id = s.id and a.staff_number = c.staff_number
        where s.counts_for = $2 and s.state <> 'cancelled' and c.staff_number = any ($1)
        order by c.staff_number, s.exam_id, s.resit, a.ordinal`,
      [staffNumbers, month],
    );
    const hours = await this.work.query<Hours>(
      `select staff_number as "staffNumber", sum(minutes)::integer as minutes,
              array_agg(distinct held_on::text order by held_on::text) filter (where source = 'session' and minutes > 0) as days
         from training_record
        where staff_number = any ($1) and held_on >= ($2 || '-01')::date
          and held_on < ($2 || '-01')::date + interval '1 month'
        group by 1`,
      [staffNumbers, month],
    );
    const hoursOf = new Map(hours.map((row) => [row.staffNumber, row]));
    const satOf = grouped(sat, ({ staffNumber }) => staffNumber);
    return staffNumbers.map((staffNumber) => ({
      staffNumber,
      month,
      ...examsOf(satOf.get(staffNumber) ?? []),
      minutesTrained: hoursOf.get(staffNumber)?.minutes ?? 0,
      trainingDays: (hoursOf.get(staffNumber)?.days ?? []) as readonly LocalDate[],
    }));
  }
}

/** Every exam once, by the result that stands for it. */
function examsOf(sat: readonly Sat[]): Pick<TrainingMonth, 'exam' | 'examsOpen'> {
  const exams = [...grouped(sat, ({ examId }) => examId).values()];
  const standing = exams.flatMap((results) => {
    const released = results.flatMap(({ score, fullMarks }) =>
      score === null ? [] : [{ score, fullMarks }],
    );
    return standingResult(released, results[0]?.rule ?? 'best') ?? [];
  });
  const examsOpen = exams.filter(
    (results) => results.some(({ pending }) => pending) || results.every(({ score }) => score === null),
  ).length;
  if (standing.length === 0) return { examsOpen };
  const sum = (of: (result: (typeof standing)[number]) => number) =>
    standing.reduce((total, result) => total + of(result), 0);
  const exam = { score: sum(({ score }) => score), fullMarks: sum(({ fullMarks }) => fullMarks) };
  return { exam: { ...exam, exams: standing.length }, examsOpen };
}

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
