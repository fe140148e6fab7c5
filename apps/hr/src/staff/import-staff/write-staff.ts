import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { type LocalDate, localDateAt } from '@switchyard/domain';
import {
  type NewStaffRecord,
  type StaffEvent,
  type StaffRecord,
  StaffRegister,
} from '../staff-register.port';
import { TellStanding } from '../tell-standing';
import { differs, type StaffRow } from './staff-row';

const REASON = 'import';

/** Writes the rows of an import: who is new is hired, who is there is corrected and transferred, from today. */
@Injectable()
export class WriteStaff {
  constructor(
    private readonly register: StaffRegister,
    private readonly tell: TellStanding,
  ) {}

  /** To be called in the transaction of the import. */
  async execute(rows: AsyncIterable<readonly StaffRow[]>, now: Date, context: RequestContext): Promise<void> {
    const told: string[] = [];
    for await (const some of rows) {
      for (const row of some) {
        const changed = row.known
          ? await this.change(row, row.known, now, context)
          : await this.hire(row, now, context);
        if (changed) told.push(row.staffNumber);
      }
    }
    await this.tell.of(told, context);
  }

  private async hire(row: StaffRow, now: Date, context: RequestContext): Promise<boolean> {
    const { staffNumber, name, phone, hiredOn, left } = row;
    const position = positionOf(row);
    const { groupCode: _left, ...withoutGroup } = position;
    const status = left ? 'left' : hiredOn > localDateAt(now) ? 'expected' : 'active';
    const added = await this.register.add({
      staffNumber,
      name,
      hiredOn,
      version: 0,
      updatedAt: now,
      status,
      ...(left ? withoutGroup : position),
      ...(phone !== undefined && { phone }),
      ...(left && { leftOn: left.on, leavingKind: left.kind, leavingReason: left.reason }),
    });
    // Somebody hired under this number since the table was checked.
    if (!added) throw new Error(`${staffNumber} was taken while the import ran; import again`);
    if (row.skills) await this.register.setSkills(staffNumber, row.skills);
    await this.note(staffNumber, 'hired', hiredOn, position, now, context);
    if (status === 'expected') await this.note(staffNumber, 'enter', hiredOn, {}, now, context, 'planned');
    if (left) {
      const details = { leavingKind: left.kind, leavingReason: left.reason };
      await this.note(staffNumber, 'leave', left.on, details, now, context);
    }
    return true;
  }

  /** Whether accounts have to follow. */
  private async change(
    row: StaffRow,
    read: StaffRecord,
    now: Date,
    context: RequestContext,
  ): Promise<boolean> {
    // As they are now: a step may have been taken since the table was checked.
    const known = (await this.register.lock(row.staffNumber)) ?? read;
    const { staffNumber, name, phone = known.phone, skills } = row;
    const moves = known.status !== 'left' && differs(row, known);
    const corrected = [...(name === known.name ? [] : ['name']), ...(phone === known.phone ? [] : ['phone'])];
    if (moves || corrected.length > 0) {
      const { groupCode: _before, ...kept } = known;
      await this.register.save({
        ...(moves ? { ...kept, ...positionOf(row) } : known),
        name,
        updatedAt: now,
        ...(phone !== undefined && { phone }),
      } satisfies NewStaffRecord);
    }
    const today = localDateAt(now);
    if (corrected.length > 0)
      await this.note(staffNumber, 'corrected', today, { fields: corrected }, now, context);
    if (skills && !sameSkills(skills, known.skills)) {
      await this.register.setSkills(staffNumber, skills);
      await this.note(staffNumber, 'skills', today, { before: known.skills, after: skills }, now, context);
    }
    if (moves) {
      await this.register.endLeadership(staffNumber, row.groupCode);
      const details = { ...positionOf(row), groupCode: row.groupCode ?? null };
      await this.note(staffNumber, 'transfer', today, details, now, context);
    }
    return moves;
  }

  private note(
    staffNumber: string,
    kind: StaffEvent['kind'],
    effectiveOn: LocalDate,
    details: StaffEvent['details'],
    now: Date,
    { actor }: RequestContext,
    state: 'done' | 'planned' = 'done',
  ): Promise<void> {
    return this.register.addEvent({
      id: randomUUID(),
      staffNumber,
      kind,
      effectiveOn,
      state,
      details,
      reason: REASON,
      recordedAt: now,
      recordedBy: actor.id,
      ...(state === 'done' && { settledAt: now, settledBy: actor.id }),
    });
  }
}

function positionOf({ departmentCode, postCode, tier, groupCode }: StaffRow) {
  return { departmentCode, postCode, tier, ...(groupCode !== undefined && { groupCode }) };
}

const sameSkills = (one: StaffRecord['skills'], other: StaffRecord['skills']): boolean =>
  wordsOf(one) === wordsOf(other);
const wordsOf = (skills: StaffRecord['skills']): string =>
  skills
    .map(({ code, level }) => `${code}:${level}`)
    .sort()
    .join(';');
