import { randomUUID } from 'node:crypto';
import { Controller } from '@nestjs/common';
import {
  ATTENDANCE_ERRORS,
  type ExemptionPage,
  ExemptFromAttendance,
  ExemptFromAttendanceRequest,
  ExemptionReference,
  type ExemptionView,
  ListExemptions,
  ListExemptionsRequest,
  type RequestContext,
  WithdrawExemption,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { type AttendanceExemption, AttendanceExemptions } from '../attendance-exemptions.port';
import { AttendanceMonths } from '../attendance-months.port';
import { monthOf } from '../close-month/month-span';
import { People } from '../people/people';

const LONGEST_MS = 31 * 86_400_000;

@Controller()
export class ExemptionsHandler {
  constructor(
    private readonly people: People,
    private readonly exemptions: AttendanceExemptions,
    private readonly months: AttendanceMonths,
    private readonly work: UnitOfWork,
  ) {}

  @Handles(ExemptFromAttendance)
  async exempt(request: ExemptFromAttendanceRequest, context: RequestContext): Promise<ExemptionView> {
    const { staffNumber } = await this.people.another(request.staffNumber, context);
    const { kind, reason } = request;
    const [from, to] = [new Date(request.from), new Date(request.to)];
    assertSpan(from, to);
    await this.assertOpen(from, to);
    const reference = `hand:${randomUUID()}`;
    return this.work.inTransaction(async () => {
      await this.exemptions.put([{ staffNumber, kind, from, to, reason, reference, by: context.actor.id }]);
      const stored = await this.exemptions.ofReference(reference);
      if (!stored) throw new Error(`exemption ${reference} was not written`);
      return toView(stored);
    });
  }

  @Handles(WithdrawExemption)
  async withdraw({ exemptionId }: ExemptionReference, context: RequestContext): Promise<ExemptionView> {
    const exemption = await this.exemptions.find(exemptionId);
    if (!exemption) {
      throw new DomainError(ATTENDANCE_ERRORS.exemptionNotFound, `There is no exemption ${exemptionId}.`, {
        field: 'exemptionId',
        exemptionId,
      });
    }
    await this.people.another(exemption.staffNumber, context);
    await this.assertOpen(exemption.from, exemption.to);
    await this.work.inTransaction(() => this.exemptions.withdraw(exemption.reference, context.actor.id));
    return toView(exemption);
  }

  @Handles(ListExemptions)
  async list(
    { limit = 50, cursor, from, before, ...asked }: ListExemptionsRequest,
    context: RequestContext,
  ): Promise<ExemptionPage> {
    const filter = {
      ...(await this.people.filterOf(asked, context)),
      ...(from !== undefined && { from: new Date(from) }),
      ...(before !== undefined && { before: new Date(before) }),
    };
    const page = await this.exemptions.list(filter, limit, cursor);
    return { ...page, items: page.items.map(toView) };
  }

  /** @throws DomainError `attendance-month.already-closed` */
  private async assertOpen(from: Date, to: Date): Promise<void> {
    for (const month of new Set([monthOf(localDateAt(from)), monthOf(localDateAt(to))])) {
      if (!(await this.months.find(month))) continue;
      throw new DomainError(
        ATTENDANCE_ERRORS.monthClosed,
        `${month} is closed; correct single days of it by punches, with a reason to reopen.`,
        { field: 'from', month },
      );
    }
  }
}

function assertSpan(from: Date, to: Date): void {
  const ms = to.getTime() - from.getTime();
  if (ms > 0 && ms <= LONGEST_MS) return;
  throw new DomainError(
    ATTENDANCE_ERRORS.exemptionBadTime,
    'The end lies after the start, and at most 31 days later.',
    { field: 'to' },
  );
}

function toView({ id, reference: _, by, from, to, ...facts }: AttendanceExemption): ExemptionView {
  return {
    ...facts,
    exemptionId: id,
    from: from.toISOString(),
    to: to.toISOString(),
    recordedBy: by,
  };
}
