import type { AttendanceDayTotals } from '../../../attendance/day-statistics.port';
import type { ReportLine } from '../daily-reports.port';
import { countLine, percentLine } from './report-lines';

/** A day of the centre's attendance, in people. */
export function attendanceLines(totals: AttendanceDayTotals): ReportLine[] {
  const { rostered, attended, late, early, absent, onLeave, missedPunch } = totals;
  const rate = rostered === 0 ? undefined : (100 * attended) / rostered;
  return [
    countLine('排班人数', 'On the roster', rostered),
    countLine('出勤人数', 'Attended', attended),
    percentLine('出勤率', 'Attendance', rate),
    countLine('迟到', 'Late', late),
    countLine('早退', 'Away early', early),
    countLine('缺勤', 'Absent', absent),
    countLine('请假', 'On leave', onLeave),
    countLine('缺卡', 'Missed a punch', missedPunch),
  ];
}
