import { Controller } from '@nestjs/common';
import {
  COMMON_ERRORS,
  GetOwnStaff,
  GetOwnStaffRequest,
  GetStaff,
  ListStaff,
  ListStaffEvents,
  ListStaffEventsRequest,
  ListStaffRequest,
  type RequestContext,
  STAFF_ERRORS,
  type StaffEventPage,
  type StaffPage,
  StaffReference,
  type StaffView,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { staffNotFound } from '../staff-errors';
import { type StaffRecord, StaffRegister } from '../staff-register.port';
import { toEventView, toStaffView } from '../staff-views';
import { StaffSight } from './staff-sight';

@Controller()
export class ReadStaffHandler {
  constructor(
    private readonly register: StaffRegister,
    private readonly sight: StaffSight,
  ) {}

  @Handles(GetStaff)
  async one({ staffNumber }: StaffReference, context: RequestContext): Promise<StaffView> {
    return toStaffView(await this.visible(staffNumber, context));
  }

  @Handles(GetOwnStaff)
  async own(_request: GetOwnStaffRequest, { actor }: RequestContext): Promise<StaffView> {
    const record = await this.sight.own(actor.id);
    if (record) return toStaffView(record);
    throw new DomainError(
      STAFF_ERRORS.notFound,
      'Your sign-in account belongs to no member of staff; an admin links it.',
      { accountId: actor.id },
    );
  }

  @Handles(ListStaff)
  async list(
    { limit = 50, cursor, ...query }: ListStaffRequest,
    context: RequestContext,
  ): Promise<StaffPage> {
    const withinGroups = await this.sight.groupsOf(context);
    const page = await this.register.list({ ...query, ...(withinGroups && { withinGroups }) }, limit, cursor);
    return { ...page, items: page.items.map(toStaffView) };
  }

  @Handles(ListStaffEvents)
  async events(
    { limit = 50, cursor, ...query }: ListStaffEventsRequest,
    context: RequestContext,
  ): Promise<StaffEventPage> {
    if (query.staffNumber !== undefined) await this.visible(query.staffNumber, context);
    else if (await this.sight.groupsOf(context)) throw outOfSight('Name one of your group with staffNumber.');
    const page = await this.register.events(query, limit, cursor);
    return { ...page, items: page.items.map(toEventView) };
  }

  private async visible(staffNumber: string, context: RequestContext): Promise<StaffRecord> {
    const record = await this.register.find(staffNumber);
    if (!record) throw staffNotFound(staffNumber);
    if (await this.sight.mayRead(record, context)) return record;
    throw outOfSight(`${staffNumber} is not in a group that you lead.`);
  }
}

const outOfSight = (message: string): DomainError => new DomainError(COMMON_ERRORS.forbidden, message);
