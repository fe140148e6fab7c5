import { Controller, Inject } from '@nestjs/common';
import {
  AssignQualityItem,
  AssignQualityItemRequest,
  GetQualityItem,
  ListQualityItems,
  ListQualityItemsRequest,
  QUALITY_ERRORS,
  type QualityItemPage,
  QualityItemReference,
  type QualityItemView,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { QualityScope } from '../quality-scope';
import { itemNotOpen, knownItem } from './item-errors';
import { toItemView } from './sample-views';
import { type SampleItem, SampleItems } from './sample-items.port';

@Controller()
export class QualityItemsHandler {
  constructor(
    private readonly items: SampleItems,
    private readonly staff: StaffDirectory,
    private readonly scope: QualityScope,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ListQualityItems)
  async list(request: ListQualityItemsRequest, { actor }: RequestContext): Promise<QualityItemPage> {
    const { limit = 50, cursor, ...filter } = request;
    const now = this.clock.now();
    const groups = await this.scope.groupsOf(actor);
    const page = await this.items.list({ ...filter, groups }, now, limit, cursor);
    return { ...page, items: page.items.map((item) => toItemView(item, now)) };
  }

  @Handles(GetQualityItem)
  async get({ itemId }: QualityItemReference, { actor }: RequestContext): Promise<QualityItemView> {
    const item = knownItem(await this.items.find(itemId), itemId);
    await this.scope.assertSees(actor, item.groupCode);
    return toItemView(item, this.clock.now());
  }

  @Handles(AssignQualityItem)
  assign({ itemId, inspector }: AssignQualityItemRequest): Promise<QualityItemView> {
    return this.work.inTransaction(async () => {
      const item = knownItem(await this.items.lock(itemId), itemId);
      const now = this.clock.now();
      if (item.state !== 'open') throw itemNotOpen(item);
      await this.assertMayJudge(inspector, item);
      await this.items.assign(new Map([[itemId, inspector]]), now);
      return toItemView({ ...item, inspector, assignedAt: now }, now);
    });
  }

  private async assertMayJudge(inspector: string, { staffNumber }: SampleItem): Promise<void> {
    if (inspector === staffNumber) {
      throw new DomainError(QUALITY_ERRORS.ownCall, 'Nobody judges the own calls; name another inspector.', {
        field: 'inspector',
      });
    }
    const member = await this.staff.find(inspector);
    if (member?.roleKind === 'quality' && member.status === 'active') return;
    throw new DomainError(
      QUALITY_ERRORS.inspectorUnknown,
      `${inspector} is no active staff member of a post of quality; name one who is.`,
      { field: 'inspector', inspector },
    );
  }
}
