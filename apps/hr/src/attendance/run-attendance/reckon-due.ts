import { Injectable } from '@nestjs/common';
import { Logger, UnitOfWork } from '@switchyard/platform';
import { AttendanceDays } from '../attendance-days.port';
import { AttendanceDue, type DuePerson } from '../attendance-due.port';
import { EvaluateDays } from '../evaluate-days/evaluate-days';

const AT_ONCE = 100;
/** Seconds until somebody whose days could not be reckoned is tried again. */
const LATER = 300;

/** Reckons the days of everybody who is marked; one person who cannot be reckoned does not stop the others. */
@Injectable()
export class ReckonDue {
  private readonly log: Logger;

  constructor(
    private readonly due: AttendanceDue,
    private readonly days: AttendanceDays,
    private readonly evaluate: EvaluateDays,
    private readonly work: UnitOfWork,
    logger: Logger,
  ) {
    this.log = logger.named('Attendance');
  }

  /** How many people were reckoned. */
  async execute(): Promise<number> {
    let reckoned = 0;
    for (;;) {
      const people = await this.take();
      reckoned += people;
      if (people < AT_ONCE) return reckoned;
    }
  }

  private async take(): Promise<number> {
    return this.work.inTransaction(async () => {
      const people = await this.due.take(AT_ONCE);
      // All at once, in the one order: whoever reckons others does not wait for us while we wait for them.
      await this.days.lockPeople(people.map(({ staffNumber }) => staffNumber));
      if (people.length > 0 && !(await this.together(people))) {
        for (const person of people) await this.alone(person);
      }
      return people.length;
    });
  }

  /** All of the same days in one go; false when that fails. */
  private async together(people: readonly DuePerson[]): Promise<boolean> {
    const spans = new Map<string, DuePerson[]>();
    for (const person of people) {
      const key = `${person.from} ${person.to}`;
      spans.set(key, [...(spans.get(key) ?? []), person]);
    }
    return this.tried(async () => {
      for (const same of spans.values()) {
        const [{ from, to } = {}] = same;
        if (from !== undefined && to !== undefined)
          await this.evaluate.execute({ staffNumbers: same.map(({ staffNumber }) => staffNumber), from, to });
      }
    });
  }

  private async alone(person: DuePerson): Promise<void> {
    const { staffNumber, from, to } = person;
    if (await this.tried(() => this.evaluate.execute({ staffNumbers: [staffNumber], from, to }))) return;
    await this.due.postpone(person, LATER);
  }

  /** What fails leaves nothing behind: it is undone to where it began. */
  private async tried(work: () => Promise<void>): Promise<boolean> {
    await this.work.execute('savepoint reckoning');
    try {
      await work();
      await this.work.execute('release savepoint reckoning');
      return true;
    } catch (error) {
      await this.work.execute('rollback to savepoint reckoning');
      this.log.error('days of somebody could not be reckoned; they are tried again', { err: error });
      return false;
    }
  }
}
