import { Controller } from '@nestjs/common';
import {
  GetRoster,
  ListRosterEntries,
  ListRosterEntriesRequest,
  ListRosterRows,
  ListRosterRowsRequest,
  ListRosters,
  ListRostersRequest,
  ListRosterVersions,
  type RosterEntryPage,
  type RosterPage,
  RosterReference,
  type RosterRowPage,
  type RosterVersionList,
  type RosterView,
} from '@switchyard/contracts';
import { localDate } from '@switchyard/domain';
import { Handles } from '@switchyard/platform';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { firstDayOf } from '../month';
import { rosterNotFound } from '../roster-refusals';
import { toEntryView, toRosterView, toViolationView } from '../roster-views';
import { type Roster, Rosters } from '../rosters.port';
import { RosterGrid } from './roster-grid';

@Controller()
export class ReadRosterHandler {
  constructor(
    private readonly rosters: Rosters,
    private readonly staff: StaffDirectory,
    private readonly grid: RosterGrid,
  ) {}

  @Handles(ListRosters)
  async list({ month, limit = 50, cursor, ...filter }: ListRostersRequest): Promise<RosterPage> {
    const wanted = { ...filter, ...(month !== undefined && { month: firstDayOf(month) }) };
    const page = await this.rosters.list(wanted, limit, cursor);
    return { ...page, items: page.items.map(toRosterView) };
  }

  @Handles(GetRoster)
  async get({ rosterId }: RosterReference): Promise<RosterView> {
    return toRosterView(await this.found(rosterId));
  }

  @Handles(ListRosterEntries)
  async entries({
    from,
    to,
    limit = 50,
    cursor,
    ...filter
  }: ListRosterEntriesRequest): Promise<RosterEntryPage> {
    await this.found(filter.rosterId);
    const days = { ...(from && { from: localDate(from) }), ...(to && { to: localDate(to) }) };
    const page = await this.rosters.entries({ ...filter, ...days }, limit, cursor);
    const staffNumbers = [...new Set(page.items.map(({ staffNumber }) => staffNumber))];
    const members = staffNumbers.length > 0 ? await this.staff.list({ staffNumbers }) : [];
    const names = new Map(members.map(({ staffNumber, name }) => [staffNumber, name]));
    return { ...page, items: page.items.map((entry) => toEntryView(entry, names.get(entry.staffNumber))) };
  }

  @Handles(ListRosterRows)
  async rows({ rosterId, groupCode, limit = 50, cursor }: ListRosterRowsRequest): Promise<RosterRowPage> {
    return this.grid.page(await this.found(rosterId), groupCode, limit, cursor);
  }

  @Handles(ListRosterVersions)
  async versions({ rosterId }: RosterReference): Promise<RosterVersionList> {
    await this.found(rosterId);
    const versions = await this.rosters.versions(rosterId);
    return {
      items: versions.map(({ madeAt, violations, cells: _cells, ...version }) => ({
        ...version,
        madeAt: madeAt.toISOString(),
        violations: violations.map(toViolationView),
      })),
    };
  }

  private async found(rosterId: string): Promise<Roster> {
    const roster = await this.rosters.find(rosterId);
    if (!roster) throw rosterNotFound(rosterId);
    return roster;
  }
}
