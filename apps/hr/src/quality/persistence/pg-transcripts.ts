import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { type Transcript, Transcripts } from '../transcript/transcripts.port';

@Injectable()
export class PgTranscripts extends Transcripts {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async find(recordingId: string): Promise<Transcript | undefined> {
    const [transcript] = await this.work.query<Transcript>(
      `select recording_id as "recordingId", source, lines, imported_at as "importedAt", imported_by as "importedBy"
       from quality_transcript where recording_id = $1`,
      [recordingId],
    );
    return transcript;
  }

  async save({ recordingId, source, lines, importedAt, importedBy }: Transcript): Promise<void> {
    await this.work.execute(
      `insert into quality_transcript (recording_id, source, lines, imported_at, imported_by) values ($1, $2, $3, $4, $5)
       on conflict (recording_id) do update set source = $2, lines = $3, imported_at = $4, imported_by = $5`,
      [recordingId, source, JSON.stringify(lines), importedAt, importedBy],
    );
  }
}
