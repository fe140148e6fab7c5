import {
  type CalibrationDetail,
  type CalibrationOutcomeView,
  type CalibrationView,
  QUALITY_ERRORS,
} from '@switchyard/contracts';
import type { CalibrationOutcome } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { toScoreView } from '../evaluation/evaluation-views';
import type { Calibration, EnteredCalibration } from './calibrations.port';

export function toCalibrationView(calibration: Calibration): CalibrationView {
  const { id, title, recordingId, scorecardCode, scorecardVersion, state, openedBy, closedBy } = calibration;
  return {
    calibrationId: id,
    title,
    recordingId,
    scorecardCode,
    scorecardVersion,
    state,
    openedBy,
    closedBy,
    inspectors: [...calibration.inspectors],
    entered: [...calibration.entered],
    openedAt: calibration.openedAt.toISOString(),
    ...(calibration.closedAt && { closedAt: calibration.closedAt.toISOString() }),
  };
}

/** While it is open, everybody sees the own entry alone. @param self staff number of who looks */
export function toCalibrationDetail(
  calibration: Calibration,
  entries: readonly EnteredCalibration[],
  self: string | undefined,
): CalibrationDetail {
  const shown = entries.filter(({ inspector }) => calibration.state === 'closed' || inspector === self);
  return {
    ...toCalibrationView(calibration),
    entries: shown.map(({ inspector, marks, result, madeAt }) => ({
      inspector,
      marks: marks.map((mark) => ({ ...mark })),
      result: toScoreView(result),
      madeAt: madeAt.toISOString(),
    })),
    ...(calibration.outcome && { outcome: toOutcome(calibration.outcome) }),
  };
}

function toOutcome(outcome: CalibrationOutcome): CalibrationOutcomeView {
  return { ...outcome, items: [...outcome.items], inspectors: [...outcome.inspectors] };
}

export function calibrationNotFound(calibrationId: string): DomainError {
  return new DomainError(
    QUALITY_ERRORS.calibrationNotFound,
    `There is no calibration session ${calibrationId}; GET /quality/calibrations lists them.`,
    { calibrationId },
  );
}

export function calibrationClosed(calibrationId: string): DomainError {
  return new DomainError(QUALITY_ERRORS.calibrationClosed, 'The session is closed; open another.', {
    calibrationId,
  });
}
