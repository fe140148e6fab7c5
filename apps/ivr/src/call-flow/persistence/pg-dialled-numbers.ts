import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { type DialledNumber, DialledNumbers } from '../dialled-numbers/dialled-numbers.port';

const COLUMNS = `dialled, flow, entry, language, set_by as "setBy", set_at as "setAt"`;

@Injectable()
export class PgDialledNumbers extends DialledNumbers {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async set({ dialled, flow, entry, language, setBy, setAt }: DialledNumber): Promise<void> {
    await this.unitOfWork.execute(
      `insert into flow_entries (dialled, flow, entry, language, set_by, set_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (dialled) do update set flow = excluded.flow, entry = excluded.entry,
         language = excluded.language, set_by = excluded.set_by, set_at = excluded.set_at`,
      [dialled, flow, entry, language, setBy, setAt],
    );
    await this.noteChange();
  }

  async remove(dialled: string): Promise<DialledNumber | undefined> {
    const [row] = await this.unitOfWork.query<DialledNumber>(
      `delete from flow_entries where dialled = $1 returning ${COLUMNS}`,
      [dialled],
    );
    if (row) await this.noteChange();
    return row;
  }

  all(): Promise<readonly DialledNumber[]> {
    return this.unitOfWork.query<DialledNumber>(`select ${COLUMNS} from flow_entries order by dialled`);
  }

  private async noteChange(): Promise<void> {
    await this.unitOfWork.execute('update flow_change set number = number + 1');
  }
}
