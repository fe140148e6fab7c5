import { DocumentReader } from '../shared';

/** Points of the month's score: 100 = attendance 20 + evaluation 4 × 20, and awards on top (L384–387). */
export interface ScorePoints {
  /** Late or early each; sick or personal leave by occurrence: one pool (C21). */
  readonly attendance: {
    readonly pool: number;
    readonly lateOrEarly: number;
    readonly leaveOccurrence: number;
    readonly absentDay: number;
  };
  readonly timeliness: { readonly pool: number; readonly perMinute: number; readonly perCase: number };
  readonly accuracy: { readonly pool: number; readonly perPoint: number };
  readonly exam: { readonly pool: number; readonly perStep: number; readonly stepPercent: number };
  /** Deductions that somebody records, each from `least` to `most`. */
  readonly other: { readonly pool: number; readonly least: number; readonly most: number };
  readonly awards: { readonly pool: number; readonly least: number; readonly most: number };
}

/** Fen of the month's bonus: attendance 200 yuan + evaluation 4 × 50 (L371–381). */
export interface BonusAmounts {
  /** Kinds of posts that get it monthly; a shift leader's result feeds the annual review instead (L371). */
  readonly roleKinds: readonly string[];
  readonly attendance: {
    readonly pool: number;
    readonly sickDay: number;
    readonly noneFromSickDays: number;
    readonly personalDay: number;
    readonly noneFromPersonalDays: number;
  };
  /** Mean time and single cases share one pool (C20). */
  readonly timeliness: { readonly pool: number; readonly perMinute: number; readonly perCase: number };
  readonly accuracy: { readonly pool: number; readonly perPoint: number };
  readonly exam: { readonly pool: number; readonly perStep: number; readonly stepPercent: number };
  readonly other: { readonly pool: number; readonly perPoint: number };
}

export interface ScoreNumbers {
  readonly score: ScorePoints;
  readonly bonus: BonusAmounts;
  /** Fen: a day of absence without leave or more than three hours late; the lesser (L407–413) and graver (L414–417) matters. */
  readonly fines: { readonly absentDay: number; readonly lesser: number; readonly graver: number };
  /** Days of a year beyond which HR is told, never more than told (L373–375, §22). */
  readonly dismissal: {
    readonly sickDaysOver: number;
    readonly personalDaysOver: number;
    readonly longSickDays: number;
    readonly medicalPeriodMonths: { readonly from: number; readonly to: number };
  };
}

const MOST_POINTS = 100;
const MOST_FEN = 10_000_000;

/** Points and amounts of a policy; its problems are the reader's. */
export function readScoreNumbers(reader: DocumentReader): ScoreNumbers {
  const numbers = {
    score: readPoints(reader.object('score')),
    bonus: readBonus(reader.object('bonus')),
    fines: whole(reader.object('fines'), ['absentDay', 'lesser', 'graver'], MOST_FEN),
    dismissal: readDismissal(reader.object('dismissal')),
  };
  const { attendance, timeliness, accuracy, exam, other } = numbers.score;
  const sum = attendance.pool + timeliness.pool + accuracy.pool + exam.pool + other.pool;
  if (sum !== 100)
    reader.complain('score', `must have pools of 100 points together, without awards; they are ${sum}`);
  return numbers;
}

function readPoints(reader: DocumentReader): ScorePoints {
  const part = <Name extends string>(field: string, names: readonly Name[]) =>
    whole(reader.object(field), names, MOST_POINTS);
  const points = {
    attendance: part('attendance', ['pool', 'lateOrEarly', 'leaveOccurrence', 'absentDay']),
    timeliness: part('timeliness', ['pool', 'perMinute', 'perCase']),
    accuracy: part('accuracy', ['pool', 'perPoint']),
    exam: readExam(reader.object('exam'), MOST_POINTS),
    other: part('other', ['pool', 'least', 'most']),
    awards: part('awards', ['pool', 'least', 'most']),
  };
  reader.refuseUnknownFields();
  return points;
}

function readBonus(reader: DocumentReader): BonusAmounts {
  const part = <Name extends string>(field: string, names: readonly Name[]) =>
    whole(reader.object(field), names, MOST_FEN);
  const roleKinds = reader.list('roleKinds').filter((kind) => typeof kind === 'string');
  if (roleKinds.length !== reader.list('roleKinds').length)
    reader.complain('roleKinds', 'must be a list of texts');
  const bonus = {
    roleKinds,
    attendance: part('attendance', [
      'pool',
      'sickDay',
      'noneFromSickDays',
      'personalDay',
      'noneFromPersonalDays',
    ]),
    timeliness: part('timeliness', ['pool', 'perMinute', 'perCase']),
    accuracy: part('accuracy', ['pool', 'perPoint']),
    exam: readExam(reader.object('exam'), MOST_FEN),
    other: part('other', ['pool', 'perPoint']),
  };
  reader.refuseUnknownFields();
  return bonus;
}

function readExam(reader: DocumentReader, most: number): ScorePoints['exam'] {
  const exam = {
    pool: reader.integer('pool', 0, most),
    perStep: reader.integer('perStep', 0, most),
    stepPercent: reader.integer('stepPercent', 1, 100),
  };
  reader.refuseUnknownFields();
  return exam;
}

function readDismissal(reader: DocumentReader): ScoreNumbers['dismissal'] {
  const period = reader.object('medicalPeriodMonths');
  const dismissal = {
    sickDaysOver: reader.integer('sickDaysOver', 1, 366),
    personalDaysOver: reader.integer('personalDaysOver', 1, 366),
    longSickDays: reader.integer('longSickDays', 1, 366),
    medicalPeriodMonths: { from: period.integer('from', 1, 60), to: period.integer('to', 1, 60) },
  };
  period.refuseUnknownFields();
  reader.refuseUnknownFields();
  return dismissal;
}

function whole<Name extends string>(
  reader: DocumentReader,
  names: readonly Name[],
  most: number,
): Readonly<Record<Name, number>> {
  const numbers = Object.fromEntries(names.map((name) => [name, reader.integer(name, 0, most)]));
  reader.refuseUnknownFields();
  return numbers as Record<Name, number>;
}
