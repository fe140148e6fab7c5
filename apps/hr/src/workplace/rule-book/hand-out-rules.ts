import { Inject, Injectable } from '@nestjs/common';
import { isAddressed, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { Members } from '../common/members';
import { Reminders } from '../reminders.port';
import { RuleBook } from './rule-book.port';

/** Hands the rules in force out to everybody whom they are for, newcomers included; each version once. */
@Injectable()
export class HandOutRules {
  constructor(
    private readonly book: RuleBook,
    private readonly members: Members,
    private readonly reminders: Reminders,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many copies were handed out */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const rules = await this.book.inForce(localDateAt(now));
    if (rules.length === 0) return 0;
    const staff = await this.members.active();
    let copies = 0;
    for (const { code, version, audience } of rules) {
      const numbers = staff
        .filter((member) => isAddressed(audience, member))
        .map(({ staffNumber }) => staffNumber);
      copies += await this.work.inTransaction(async () => {
        const handed = await this.book.handOut(code, version, numbers, now);
        if (handed > 0)
          await this.reminders.add(
            numbers.map((number) => reminderOf(code, version, number)),
            now,
          );
        return handed;
      });
    }
    return copies;
  }
}

const reminderOf = (code: string, version: number, staffNumber: string) => ({
  staffNumber,
  kind: 'rule-handed-out',
  titleZh: `请阅读并确认规章 ${code} 第 ${version} 版`,
  titleEn: `Read and acknowledge version ${version} of the rule ${code}`,
  link: '/me/rules',
  onceKey: `rule-handed-out ${code} ${version} ${staffNumber}`,
});
