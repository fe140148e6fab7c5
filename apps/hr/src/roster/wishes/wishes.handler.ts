import { Controller } from '@nestjs/common';
import {
  ListRosterWishes,
  ListRosterWishesRequest,
  type RequestContext,
  RosterWishFields,
  type RosterWishPage,
  RosterWishReference,
  type RosterWishView,
  StateRosterWish,
  WithdrawRosterWish,
} from '@switchyard/contracts';
import { localDate } from '@switchyard/domain';
import { Handles } from '@switchyard/platform';
import { OwnStaff } from '../own-staff';
import { toWishView } from '../roster-views';
import { Wishes } from '../wishes.port';
import { StateWish } from './state-wish';

@Controller()
export class WishesHandler {
  constructor(
    private readonly state: StateWish,
    private readonly wishes: Wishes,
    private readonly own: OwnStaff,
  ) {}

  @Handles(StateRosterWish)
  async add(request: RosterWishFields, context: RequestContext): Promise<RosterWishView> {
    return toWishView(await this.state.state({ ...request, day: localDate(request.day) }, context));
  }

  @Handles(WithdrawRosterWish)
  async withdraw({ wishId }: RosterWishReference, context: RequestContext): Promise<RosterWishView> {
    return toWishView(await this.state.withdraw(wishId, context));
  }

  @Handles(ListRosterWishes)
  async list(request: ListRosterWishesRequest, context: RequestContext): Promise<RosterWishPage> {
    const { own, staffNumber, from, to, limit = 50, cursor } = request;
    const whose = own === true ? (await this.own.of(context)).staffNumber : staffNumber;
    const filter = {
      ...(whose !== undefined && { staffNumber: whose }),
      ...(from && { from: localDate(from) }),
      ...(to && { to: localDate(to) }),
    };
    const page = await this.wishes.list(filter, limit, cursor);
    return { ...page, items: page.items.map(toWishView) };
  }
}
