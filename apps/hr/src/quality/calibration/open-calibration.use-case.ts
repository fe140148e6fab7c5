import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type OpenCalibrationRequest, QUALITY_ERRORS, type RequestContext } from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { QualityReminders } from '../quality-reminders';
import { RecordedCalls } from '../sampling/recorded-calls.port';
import { noneInForce } from '../scorecard/scorecard-view';
import { Scorecards } from '../scorecard/scorecards.port';
import { Calibrations } from './calibrations.port';

/**
 * Invites inspectors to score one recording blind.
 * @throws DomainError `scorecard.none-in-force`, `quality-item.inspector-unknown`, `evaluation.recording-unusable`, `evaluation.own-call`
 */
@Injectable()
export class OpenCalibrationUseCase {
  constructor(
    private readonly calibrations: Calibrations,
    private readonly scorecards: Scorecards,
    private readonly recorded: RecordedCalls,
    private readonly staff: StaffDirectory,
    private readonly reminders: QualityReminders,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns id of the session */
  async execute(request: OpenCalibrationRequest, { actor }: RequestContext): Promise<string> {
    const { title, recordingId, scorecard: code = 'inbound', inspectors } = request;
    const scorecard = await this.scorecards.inState(code, 'published');
    if (!scorecard) throw noneInForce(code);
    await this.assertInspectors(inspectors);
    const call = await this.recorded.find(recordingId);
    if (call?.state !== 'stored') {
      throw new DomainError(
        QUALITY_ERRORS.recordingUnusable,
        'There is no recording that can be heard under this id; GET /recordings?state=stored lists them.',
        { field: 'recordingId', recordingId },
      );
    }
    if (call.workNo !== undefined && inspectors.includes(call.workNo)) {
      throw new DomainError(
        QUALITY_ERRORS.ownCall,
        `${call.workNo} talks in this call and cannot score it.`,
        {
          field: 'inspectors',
        },
      );
    }
    const id = randomUUID();
    await this.work.inTransaction(async () => {
      await this.calibrations.open({
        id,
        title,
        recordingId,
        inspectors,
        staffNumber: call.workNo,
        scorecardCode: scorecard.code,
        scorecardVersion: scorecard.version,
        openedAt: this.clock.now(),
        openedBy: actor.id,
      });
      await this.reminders.calibrationOpened(id, title, inspectors);
    });
    return id;
  }

  private async assertInspectors(staffNumbers: readonly string[]): Promise<void> {
    const known = await this.staff.list({ staffNumbers, roleKind: 'quality', status: 'active' });
    const unknown = staffNumbers.filter((one) => !known.some(({ staffNumber }) => staffNumber === one));
    if (unknown.length === 0) return;
    throw new DomainError(
      QUALITY_ERRORS.inspectorUnknown,
      `These are no active staff of a post of quality: ${unknown.join(', ')}.`,
      { field: 'inspectors', unknown },
    );
  }
}
