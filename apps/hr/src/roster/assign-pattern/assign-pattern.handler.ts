import { Controller } from '@nestjs/common';
import {
  AssignPatternRequest,
  AssignWorkPattern,
  ROSTER_ERRORS,
  type RosterView,
} from '@switchyard/contracts';
import { localDate } from '@switchyard/domain';
import { DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { assertRevision, assertState, rosterNotFound } from '../roster-refusals';
import { toRosterView } from '../roster-views';
import { Rosters } from '../rosters.port';
import { ShiftTemplates, type StoredPattern } from '../shift-templates.port';

@Controller()
export class AssignPatternHandler {
  constructor(
    private readonly rosters: Rosters,
    private readonly templates: ShiftTemplates,
    private readonly work: UnitOfWork,
  ) {}

  /** @throws DomainError `work-pattern.invalid` when there is none of that code */
  @Handles(AssignWorkPattern)
  handle({ rosterId, revision, patternCode, people }: AssignPatternRequest): Promise<RosterView> {
    return this.work.inTransaction(async () => {
      const roster = await this.rosters.lock(rosterId);
      if (!roster) throw rosterNotFound(rosterId);
      assertState(roster, 'draft');
      assertRevision(roster, revision);
      if (patternCode === undefined) {
        await this.rosters.removeMembers(
          rosterId,
          people.map(({ staffNumber }) => staffNumber),
        );
      } else {
        const { code, version } = patternOf(patternCode, await this.templates.patterns());
        const members = new Map(people.map((one) => [one.staffNumber, localDate(one.anchor)]));
        const rows = [...members].map(([staffNumber, anchor]) => ({
          staffNumber,
          anchor,
          patternCode: code,
          patternVersion: version,
        }));
        await this.rosters.putMembers(rosterId, rows);
      }
      return toRosterView(roster);
    });
  }
}

/** @throws DomainError `work-pattern.invalid` */
export function patternOf(patternCode: string, patterns: readonly StoredPattern[]): StoredPattern {
  const pattern = patterns.find(({ code }) => code === patternCode);
  if (pattern) return pattern;
  const known = patterns.map(({ code }) => code).join(', ');
  throw new DomainError(
    ROSTER_ERRORS.patternInvalid,
    `There is no work pattern ${patternCode}; there are ${known}.`,
    {
      field: 'patternCode',
    },
  );
}
