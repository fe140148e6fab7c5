import { Controller, Inject } from '@nestjs/common';
import {
  AttachToChecklistItem,
  AttachToChecklistItemRequest,
  CHECKLIST_ERRORS,
  ChecklistFileReference,
  type ChecklistFilePlace,
  type ChecklistItemView,
  type ChecklistOfDay,
  type ChecklistPage,
  DoChecklistItem,
  DoChecklistItemRequest,
  GetChecklistOfDay,
  GetChecklistOfDayRequest,
  ListChecklist,
  ListChecklistRequest,
  OpenChecklistFile,
  type RequestContext,
} from '@switchyard/contracts';
import { addDays, isWorkingDay, type LocalDate, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { CentreCalendar } from '../../workplace/common/centre-calendar';
import { toFileView, toItemView } from './checklist-views';
import { Checklist, type ChecklistFilter } from './checklist.port';
import { DoItem } from './do-item';

/** Lines of one day, or missed ones that are shown. */
const MOST = 200;

@Controller()
export class ChecklistHandler {
  constructor(
    private readonly checklist: Checklist,
    private readonly items: DoItem,
    private readonly calendar: CentreCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListChecklist)
  async list({ limit, cursor, order, ...filter }: ListChecklistRequest): Promise<ChecklistPage> {
    const now = this.clock.now();
    const page = await this.checklist.list(filter as ChecklistFilter, now, { limit, cursor, order });
    return { ...page, items: page.items.map((item) => toItemView(item, now)) };
  }

  @Handles(GetChecklistOfDay)
  async ofDay(request: GetChecklistOfDayRequest): Promise<ChecklistOfDay> {
    const now = this.clock.now();
    const day = (request.day ?? localDateAt(now)) as LocalDate;
    const views = async (filter: ChecklistFilter) => {
      const { items } = await this.checklist.list(filter, now, { limit: MOST, order: 'oldest' });
      return items.map((item) => toItemView(item, now));
    };
    const [dueThen, running, missedBefore] = await Promise.all([
      views({ from: day, to: day }),
      views({ running: day }),
      views({ to: addDays(day, -1), standing: 'missed' }),
    ]);
    const ofPeriods = running.filter(({ itemId }) => !dueThen.some((item) => item.itemId === itemId));
    const workingDay = isWorkingDay(await this.calendar.current(), day);
    return { day, workingDay, dueThen, ofPeriods, missedBefore };
  }

  @Handles(DoChecklistItem)
  async done(request: DoChecklistItemRequest, context: RequestContext): Promise<ChecklistItemView> {
    return toItemView(await this.items.done(request, context), this.clock.now());
  }

  @Handles(AttachToChecklistItem)
  async attach(request: AttachToChecklistItemRequest, context: RequestContext): Promise<ChecklistItemView> {
    return toItemView(await this.items.attach(request, context), this.clock.now());
  }

  @Handles(OpenChecklistFile)
  async file({ itemId, attachmentId }: ChecklistFileReference): Promise<ChecklistFilePlace> {
    const item = await this.checklist.find(itemId);
    const file = item?.attachments.find(({ id }) => id === attachmentId);
    if (file) return { ...toFileView(file), fileKey: file.fileKey };
    throw new DomainError(
      CHECKLIST_ERRORS.attachmentNotFound,
      `The line ${itemId} has no attachment ${attachmentId}.`,
      { itemId, attachmentId },
    );
  }
}
