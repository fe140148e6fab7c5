import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';
import { COVER_CODES, type CoverCode } from './violation';

/** At least so many with a skill on duty in a part of every day. Minutes since midnight, 0 to 1440. */
export interface SkillCover {
  readonly skill: string;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly least: number;
}

/** What a roster must keep to (§8). */
export interface RosterPolicy {
  /** Changes of a published roster are told so many days ahead, else they need the staff member's consent (L266). */
  readonly noticeDays: number;
  readonly mostConsecutiveDays: number;
  readonly leastRestMinutes: number;
  /** In a whole month; fewer in proportion for who is here for a part of it. */
  readonly leastDaysOff: number;
  /** Off on any day at the most: on leave, or against their work pattern (L264, C18). */
  readonly mostOffADay: number;
  /** Shifts on a Saturday and on a Sunday at the least (L312). */
  readonly weekendLeastShifts: number;
  /** A group or shift leader is there whenever agents are. */
  readonly leaderAlways: boolean;
  /** Shifts of a day that stand by as reserve, per cent of its shifts, rounded down. */
  readonly reservePercent: number;
  /** In a break of at least this length nobody counts as present; shorter ones are shrinkage. */
  readonly longBreakMinutes: number;
  /** Nights, and days at weekends, that somebody may have above the mean of a month. */
  readonly fairSpread: number;
  readonly skillCover: readonly SkillCover[];
  /** Faults in cover that a roster is not published with; of the others a reason is enough. Faults of a person always refuse. */
  readonly refused: readonly CoverCode[];
}

/** Four weeks, five a day, weekends and the leader by §8; rest, days in a row and fairness are [ours]. */
export const STANDARD_ROSTER_POLICY: RosterPolicy = {
  noticeDays: 28,
  mostConsecutiveDays: 6,
  leastRestMinutes: 660,
  leastDaysOff: 8,
  mostOffADay: 5,
  weekendLeastShifts: 1,
  leaderAlways: true,
  reservePercent: 5,
  longBreakMinutes: 60,
  fairSpread: 2,
  skillCover: [],
  refused: ['weekend-empty', 'no-leader', 'too-many-off'],
};

/** A policy out of JSON, with every problem named by its path. */
export function parseRosterPolicy(document: unknown): Result<RosterPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const policy: RosterPolicy = {
    noticeDays: reader.integer('noticeDays', 0, 366),
    mostConsecutiveDays: reader.integer('mostConsecutiveDays', 1, 31),
    leastRestMinutes: reader.integer('leastRestMinutes', 0, 1440),
    leastDaysOff: reader.integer('leastDaysOff', 0, 20),
    mostOffADay: reader.integer('mostOffADay', 0, 10_000),
    weekendLeastShifts: reader.integer('weekendLeastShifts', 0, 10_000),
    leaderAlways: reader.boolean('leaderAlways'),
    reservePercent: reader.number('reservePercent', 0, 100),
    longBreakMinutes: reader.integer('longBreakMinutes', 0, 1440),
    fairSpread: reader.integer('fairSpread', 0, 31),
    skillCover: reader.objects('skillCover').map(skillCover),
    refused: reader.words('refused', COVER_CODES),
  };
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}

function skillCover(reader: DocumentReader): SkillCover {
  const cover = {
    skill: reader.text(
      'skill',
      'a skill of 1 to 60 characters',
      (text) => (/^.{1,60}$/u.test(text) ? text : undefined),
      '',
    ),
    fromMinute: reader.integer('fromMinute', 0, 1439),
    toMinute: reader.integer('toMinute', 1, 1440),
    least: reader.integer('least', 1, 1000),
  };
  if (cover.toMinute <= cover.fromMinute) reader.complain('toMinute', 'must be above fromMinute');
  reader.refuseUnknownFields();
  return cover;
}
