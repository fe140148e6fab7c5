import { Controller, Inject } from '@nestjs/common';
import {
  type CalibrationDetail,
  type CalibrationPage,
  CalibrationReference,
  CloseCalibration,
  EnterCalibration,
  EnterCalibrationRequest,
  GetCalibration,
  ListCalibrations,
  ListCalibrationsRequest,
  OpenCalibration,
  OpenCalibrationRequest,
  QUALITY_ERRORS,
  type RequestContext,
} from '@switchyard/contracts';
import { calibrate } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { plainMarks, scored } from '../evaluation/judged-call';
import { QualityScope } from '../quality-scope';
import { Scorecards } from '../scorecard/scorecards.port';
import {
  calibrationClosed,
  calibrationNotFound,
  toCalibrationDetail,
  toCalibrationView,
} from './calibration-views';
import { type Calibration, Calibrations } from './calibrations.port';
import { OpenCalibrationUseCase } from './open-calibration.use-case';

@Controller()
export class CalibrationsHandler {
  constructor(
    private readonly calibrations: Calibrations,
    private readonly opening: OpenCalibrationUseCase,
    private readonly scorecards: Scorecards,
    private readonly policies: Policies,
    private readonly staff: StaffDirectory,
    private readonly scope: QualityScope,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(OpenCalibration)
  async open(request: OpenCalibrationRequest, context: RequestContext): Promise<CalibrationDetail> {
    return this.shownTo(await this.opening.execute(request, context), context);
  }

  @Handles(ListCalibrations)
  async list({ state, limit = 50, cursor }: ListCalibrationsRequest): Promise<CalibrationPage> {
    const page = await this.calibrations.list(state, limit, cursor);
    return { ...page, items: page.items.map(toCalibrationView) };
  }

  @Handles(GetCalibration)
  get({ calibrationId }: CalibrationReference, context: RequestContext): Promise<CalibrationDetail> {
    return this.shownTo(calibrationId, context);
  }

  @Handles(EnterCalibration)
  async enter(request: EnterCalibrationRequest, context: RequestContext): Promise<CalibrationDetail> {
    const { calibrationId, marks } = request;
    const { staffNumber: inspector } = await this.scope.self(context.actor);
    const now = this.clock.now();
    const { faultBelowPercent } = await this.policies.inForce('quality', now);
    await this.work.inTransaction(async () => {
      const calibration = await this.openOne(calibrationId);
      if (!calibration.inspectors.includes(inspector)) {
        throw new DomainError(QUALITY_ERRORS.notInvited, 'You are not invited to this session.', {
          calibrationId,
        });
      }
      const { scorecardCode, scorecardVersion } = calibration;
      const scorecard = await this.scorecards.find(scorecardCode, scorecardVersion);
      if (!scorecard) throw new Error(`the scorecard ${scorecardCode} ${scorecardVersion} is gone`);
      const result = scored(scorecard.sections, marks, faultBelowPercent);
      await this.calibrations.enter(calibrationId, {
        inspector,
        marks: plainMarks(marks),
        result,
        madeAt: now,
      });
    });
    return this.shownTo(calibrationId, context);
  }

  @Handles(CloseCalibration)
  async close({ calibrationId }: CalibrationReference, context: RequestContext): Promise<CalibrationDetail> {
    const now = this.clock.now();
    const { calibrationTolerancePercent } = await this.policies.inForce('quality', now);
    await this.work.inTransaction(async () => {
      await this.openOne(calibrationId);
      const entries = await this.calibrations.entries(calibrationId);
      if (entries.length < 2) {
        throw new DomainError(
          QUALITY_ERRORS.calibrationTooFew,
          `Two inspectors at least must have scored; ${entries.length} did.`,
          { calibrationId, entries: entries.length },
        );
      }
      const outcome = calibrate(entries, calibrationTolerancePercent);
      await this.calibrations.close(calibrationId, outcome, now, context.actor.id);
    });
    return this.shownTo(calibrationId, context);
  }

  private async shownTo(calibrationId: string, { actor }: RequestContext): Promise<CalibrationDetail> {
    const calibration = await this.calibrations.find(calibrationId);
    if (!calibration) throw calibrationNotFound(calibrationId);
    const self = (await this.staff.ofAccount(actor.id))?.staffNumber;
    return toCalibrationDetail(calibration, await this.calibrations.entries(calibrationId), self);
  }

  private async openOne(calibrationId: string): Promise<Calibration> {
    const calibration = await this.calibrations.lock(calibrationId);
    if (!calibration) throw calibrationNotFound(calibrationId);
    if (calibration.state === 'closed') throw calibrationClosed(calibrationId);
    return calibration;
  }
}
