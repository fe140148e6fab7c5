import { Controller, Inject } from '@nestjs/common';
import {
  GetTrainingFile,
  GetTrainingFileRequest,
  type RequestContext,
  type TrainingFileView,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { toCertificateView } from '../../certificate/certificate-view';
import { Certificates } from '../../certificate/certificates.port';
import { Feedback } from '../../feedback/feedback.port';
import { TrainedStaff } from '../../people/trained-staff';
import { ServiceLevelTests } from '../../service-level-test/service-level-tests.port';
import { toServiceLevelTestView } from '../../service-level-test/service-level-test-view';
import { toEnrolmentView } from '../../session/session-views';
import { Enrolments } from '../../session/sessions.port';
import { ExamResults } from '../exam-results.port';
import { Records } from '../records.port';

const MOST = 500;

/** A person's training file (§15): one's own, or another's for who may read it. */
@Controller()
export class GetFileHandler {
  constructor(
    private readonly staff: TrainedStaff,
    private readonly enrolments: Enrolments,
    private readonly records: Records,
    private readonly exams: ExamResults,
    private readonly tests: ServiceLevelTests,
    private readonly certificates: Certificates,
    private readonly feedback: Feedback,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(GetTrainingFile)
  async handle(request: GetTrainingFileRequest, context: RequestContext): Promise<TrainingFileView> {
    const { staffNumber, name } = await this.staff.meant(request.staffNumber, 'training:read', context);
    const today = localDateAt(this.clock.now());
    const sessions = await this.enrolments.ofStaff(staffNumber);
    const attended = sessions.filter(({ state }) => state === 'attended').map(({ sessionId }) => sessionId);
    const given = await this.feedback.givenBy(staffNumber, attended);
    const records = await this.records.list({ staffNumber }, MOST);
    const certificates = await this.certificates.list({ staffNumber }, today, MOST);
    const tests = await this.tests.list({ staffNumber }, MOST);
    return {
      staffNumber,
      name,
      minutes: await this.records.minutesOf(staffNumber),
      sessions: sessions.map((session) => toEnrolmentView(session, name)),
      records: records.items.map((record) => ({ ...record, name })),
      exams: [...(await this.exams.ofStaff(staffNumber))],
      serviceLevelTests: tests.items.map((test) => toServiceLevelTestView(test, name)),
      certificates: certificates.items.map((certificate) => toCertificateView(certificate, name, today)),
      feedback: attended.map((sessionId) => ({ sessionId, given: given.has(sessionId) })),
    };
  }
}
