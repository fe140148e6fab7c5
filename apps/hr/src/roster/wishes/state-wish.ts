import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, ROSTER_ERRORS } from '@switchyard/contracts';
import { type LocalDate, localDateAt, type WishKind } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import type { StaffMember } from '../../staff/staff-directory.port';
import { OwnStaff } from '../own-staff';
import { Rosters } from '../rosters.port';
import { ShiftTemplates } from '../shift-templates.port';
import { type StoredWish, Wishes } from '../wishes.port';

export interface WishCommand {
  readonly day: LocalDate;
  readonly kind: WishKind;
  readonly templateCode?: string;
  readonly note?: string;
}

/**
 * What staff themselves wish for (§8), until the roster of the day is published.
 * @throws DomainError `roster-wish.too-late`, `roster-wish.already-stated`, `shift-template.invalid`, `roster.not-staff`
 */
@Injectable()
export class StateWish {
  constructor(
    private readonly wishes: Wishes,
    private readonly rosters: Rosters,
    private readonly templates: ShiftTemplates,
    private readonly own: OwnStaff,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async state(command: WishCommand, context: RequestContext): Promise<StoredWish> {
    const member = await this.own.of(context);
    await this.assertInTime(command.day, member);
    await this.assertTemplate(command);
    const stamp = { id: randomUUID(), staffNumber: member.staffNumber, statedAt: this.clock.now() };
    const wish: StoredWish = { ...command, ...stamp };
    if (await this.wishes.add(wish, context.actor.id)) return wish;
    throw new DomainError(ROSTER_ERRORS.wishAlreadyStated, 'You have stated this wish already.', {
      field: 'day',
    });
  }

  /** @throws DomainError `roster-wish.not-found` for another's as well */
  async withdraw(wishId: string, context: RequestContext): Promise<StoredWish> {
    const member = await this.own.of(context);
    const wish = await this.wishes.find(wishId);
    if (wish?.staffNumber !== member.staffNumber) {
      throw new DomainError(ROSTER_ERRORS.wishNotFound, `You have no wish ${wishId}.`, { field: 'wishId' });
    }
    await this.assertInTime(wish.day, member);
    await this.wishes.withdraw(wishId, this.clock.now());
    return wish;
  }

  private async assertInTime(day: LocalDate, { departmentCode }: StaffMember): Promise<void> {
    const over = day <= localDateAt(this.clock.now());
    if (!over && !(await this.rosters.publishedOn(day, departmentCode))) return;
    const why = over ? `${day} is no day to come` : `the roster of ${day} is published`;
    throw new DomainError(
      ROSTER_ERRORS.wishTooLate,
      `It is too late for a wish: ${why}; ask for a swap or leave.`,
      {
        field: 'day',
      },
    );
  }

  private async assertTemplate({ kind, templateCode }: WishCommand): Promise<void> {
    const known = (await this.templates.latest()).map(({ code }) => code);
    const fits = kind === 'day-off' ? templateCode === undefined : known.includes(templateCode ?? '');
    if (fits) return;
    const rule =
      kind === 'day-off'
        ? 'a wish to be off names no shift'
        : `name a shift that there is: ${known.join(', ')}`;
    throw new DomainError(ROSTER_ERRORS.templateInvalid, `This wish cannot be: ${rule}.`, {
      field: 'templateCode',
    });
  }
}
