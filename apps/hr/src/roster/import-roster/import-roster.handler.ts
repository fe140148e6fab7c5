import { Controller, Inject } from '@nestjs/common';
import {
  type ImportedRoster,
  ImportRoster,
  ImportRosterRequest,
  type RequestContext,
  ROSTER_ERRORS,
} from '@switchyard/contracts';
import { DomainError, FILE_STORE, type FileStore, Handles } from '@switchyard/platform';
import { rosterNotFound } from '../roster-refusals';
import { toRosterView } from '../roster-views';
import { Rosters } from '../rosters.port';
import { SaveDraft } from '../save-roster/save-draft';
import { ShiftTemplates } from '../shift-templates.port';
import { readGrid } from './read-grid';
import { readTable } from './read-table';

const MOST_TOLD = 1000;

/** Takes a grid from a file into a draft; what is not understood is told, the rest is saved. */
@Controller()
export class ImportRosterHandler {
  constructor(
    private readonly rosters: Rosters,
    private readonly templates: ShiftTemplates,
    private readonly save: SaveDraft,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  /** @throws DomainError `roster.file-invalid`, and as saving does */
  @Handles(ImportRoster)
  async handle(request: ImportRosterRequest, { actor }: RequestContext): Promise<ImportedRoster> {
    const { rosterId, revision, fileKey } = request;
    const roster = await this.rosters.find(rosterId);
    if (!roster) throw rosterNotFound(rosterId);
    const rows = await readTable(this.files, fileKey, fileInvalid);
    const grid = readGrid(rows, roster.month, await this.templates.latest());
    if (!grid || grid.taken === 0)
      throw fileInvalid('it has no column "staff number" (工号), no days of the month or no people');
    const saved = await this.save.cells({ rosterId, revision, out: grid.out, by: actor.id }, grid.cells);
    return { roster: toRosterView(saved), taken: grid.taken, problems: grid.problems.slice(0, MOST_TOLD) };
  }
}

function fileInvalid(why: string, cause?: unknown): DomainError {
  const message = `The file is no roster: ${why}. Export one and fill it in.`;
  return new DomainError(ROSTER_ERRORS.fileInvalid, message, { field: 'file' }, { cause });
}
