import {
  type DocumentProblem,
  DocumentReader,
  ok,
  parseTimeOfDay,
  formatTimeOfDay,
  refused,
  type Result,
} from '../shared';

/** How attendance is judged (§9, C16, C17). Minutes are whole. */
export interface AttendancePolicy {
  /** Sign-in counts for a shift from so long before its start, sign-out up to so long after its end. */
  readonly opensBeforeMinutes: number;
  readonly closesAfterMinutes: number;
  /** How long the first case may wait in hand (L31, L339). */
  readonly firstCaseMinutes: number;
  /** Whether who signs in late is late even though the first case was handled in time; C17 says no. */
  readonly signInAlsoDecides: boolean;
  /** Lateness from here on is logged (L256), and so many of a month ask for an interview (L260). */
  readonly loggedFromMinutes: number;
  readonly interviewFromCount: number;
  /** Later than this is absence (L414). */
  readonly absentAfterMinutes: number;
  /** Work after the shift's end counts as overtime from so many minutes on. */
  readonly overtimeFromMinutes: number;
  readonly sickCall: {
    /** Minute of the working day before which a sick call is in time: 8:45. */
    readonly beforeMinute: number;
    /** The same for shifts of a template, by its code (C16). */
    readonly perShift: Readonly<Record<string, number>>;
  };
  readonly returnInterview: {
    /** Minute of the day of return by which the interview is done: 11:00. */
    readonly byMinute: number;
    /** For a shift that begins at that time or later: so many minutes after its start. */
    readonly afterStartMinutes: number;
  };
}

/** Values of L244–L260, L339, L414; the windows, overtime and late shifts' interviews are [ours]. */
export const STANDARD_ATTENDANCE_POLICY: AttendancePolicy = {
  opensBeforeMinutes: 120,
  closesAfterMinutes: 240,
  firstCaseMinutes: 5,
  signInAlsoDecides: false,
  loggedFromMinutes: 15,
  interviewFromCount: 3,
  absentAfterMinutes: 180,
  overtimeFromMinutes: 30,
  sickCall: { beforeMinute: 525, perShift: {} },
  returnInterview: { byMinute: 660, afterStartMinutes: 150 },
};

/** The policy as it is written in JSON: times of day as 'HH:MM'. */
export function attendancePolicyDocument(policy: AttendancePolicy): Record<string, unknown> {
  const { sickCall, returnInterview, ...rest } = policy;
  return {
    ...rest,
    sickCall: {
      before: formatTimeOfDay(sickCall.beforeMinute),
      perShift: Object.fromEntries(
        Object.entries(sickCall.perShift).map(([code, minute]) => [code, formatTimeOfDay(minute)]),
      ),
    },
    returnInterview: {
      by: formatTimeOfDay(returnInterview.byMinute),
      afterStartMinutes: returnInterview.afterStartMinutes,
    },
  };
}

/** A policy out of JSON, with every problem named by its path. */
export function parseAttendancePolicy(
  document: unknown,
): Result<AttendancePolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const minutes = (field: string, least: number) => reader.integer(field, least, 1440);
  const policy: AttendancePolicy = {
    opensBeforeMinutes: reader.integer('opensBeforeMinutes', 0, 720),
    closesAfterMinutes: reader.integer('closesAfterMinutes', 0, 720),
    firstCaseMinutes: minutes('firstCaseMinutes', 0),
    signInAlsoDecides: reader.boolean('signInAlsoDecides'),
    loggedFromMinutes: minutes('loggedFromMinutes', 1),
    interviewFromCount: reader.integer('interviewFromCount', 1, 31),
    absentAfterMinutes: minutes('absentAfterMinutes', 1),
    overtimeFromMinutes: minutes('overtimeFromMinutes', 0),
    sickCall: sickCallOf(reader.object('sickCall')),
    returnInterview: returnInterviewOf(reader.object('returnInterview')),
  };
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}

const timeOf = (reader: DocumentReader, field: string): number =>
  reader.text(field, 'a time of day HH:MM', parseTimeOfDay, 0);

function sickCallOf(reader: DocumentReader): AttendancePolicy['sickCall'] {
  const shifts = reader.object('perShift');
  const perShift = Object.fromEntries(shifts.fields().map((code) => [code, timeOf(shifts, code)]));
  const sickCall = { beforeMinute: timeOf(reader, 'before'), perShift };
  reader.refuseUnknownFields();
  return sickCall;
}

function returnInterviewOf(reader: DocumentReader): AttendancePolicy['returnInterview'] {
  const interview = {
    byMinute: timeOf(reader, 'by'),
    afterStartMinutes: reader.integer('afterStartMinutes', 0, 1440),
  };
  reader.refuseUnknownFields();
  return interview;
}
