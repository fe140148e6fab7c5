import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { NoticeTemplateStore, type StoredTemplate, type TemplateKey } from '../notice-template-store.port';

const COLUMNS = `medium, kind, language, version, document, set_by as "setBy", set_at as "setAt"`;

@Injectable()
export class PgNoticeTemplateStore extends NoticeTemplateStore {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  inForce(at: Date): Promise<readonly StoredTemplate[]> {
    return this.work.query<StoredTemplate>(
      `select distinct on (medium, kind, language) ${COLUMNS} from notice_template where set_at <= $1
       order by medium, kind, language, version desc`,
      [at],
    );
  }

  versions({ medium, kind, language }: TemplateKey): Promise<readonly StoredTemplate[]> {
    return this.work.query<StoredTemplate>(
      `select ${COLUMNS} from notice_template where medium = $1 and kind = $2 and language = $3
       order by version desc limit 1000`,
      [medium, kind, language],
    );
  }

  async add({ medium, kind, language, version, document, setBy, setAt }: StoredTemplate): Promise<boolean> {
    const added = await this.work.execute(
      `insert into notice_template (medium, kind, language, version, document, set_by, set_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [medium, kind, language, version, JSON.stringify(document), setBy, setAt],
    );
    return added > 0;
  }
}
