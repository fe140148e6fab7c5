import { Injectable } from '@nestjs/common';
import type { ListCandidatesRequest } from '@switchyard/contracts';
import type { ChecklistEntry } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  type Candidate,
  type CandidateEvent,
  Candidates,
  type Interview,
  type OnboardingEntry,
} from '../candidate/candidates.port';
import type { Page } from '../page';

const SELECT = `select c.id as "candidateId", c.vacancy_id as "vacancyId", c.name, c.phone, c.channel,
    c.referred_by as "referredBy", c.note, c.education, c.mandarin, c.characters_per_minute as "charactersPerMinute",
    c.office, c.state, c.background, c.background_note as "backgroundNote", c.contract_signed_on::text as "contractSignedOn",
    c.contract_until::text as "contractUntil", c.waiver, c.end_reason as "endReason", c.staff_number as "staffNumber",
    c.applied_at as "appliedAt", c.updated_at as "updatedAt"
  from candidate c`;

@Injectable()
export class PgCandidates extends Candidates {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async add(candidate: Candidate): Promise<void> {
    await this.work.execute(
      `insert into candidate (id, name, phone, note, education, mandarin, characters_per_minute, office, state, background,
         background_note, contract_signed_on, contract_until, waiver, end_reason, staff_number, updated_at, vacancy_id,
         channel, referred_by, applied_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
      [
        ...valuesOf(candidate),
        candidate.vacancyId,
        candidate.channel,
        candidate.referredBy,
        candidate.appliedAt,
      ],
    );
  }

  async find(candidateId: string): Promise<Candidate | undefined> {
    return (await this.select('where c.id = $1', [candidateId]))[0];
  }

  async lock(candidateId: string): Promise<Candidate | undefined> {
    await this.work.query('select 1 from candidate where id = $1 for update', [candidateId]);
    return this.find(candidateId);
  }

  async save(candidate: Candidate): Promise<void> {
    await this.work.execute(
      `update candidate set name = $2, phone = $3, note = $4, education = $5, mandarin = $6, characters_per_minute = $7,
         office = $8, state = $9, background = $10, background_note = $11, contract_signed_on = $12, contract_until = $13,
         waiver = $14, end_reason = $15, staff_number = $16, updated_at = $17 where id = $1`,
      valuesOf(candidate),
    );
  }

  async list(
    { vacancyId, state, channel, text }: Omit<ListCandidatesRequest, 'limit' | 'cursor'>,
    limit: number,
    cursor?: string,
  ): Promise<Page<Candidate>> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
    const rows = await this.select(
      `where ($1::uuid is null or c.vacancy_id = $1) and ($2::text is null or c.state = $2)
         and ($3::text is null or c.channel = $3) and ($4::text is null or strpos(lower(c.name), lower($4)) > 0)
         and ($5::timestamptz is null or (c.applied_at, c.id) < ($5, $6::uuid))
       order by c.applied_at desc, c.id desc limit $7`,
      [vacancyId, state, channel, text?.trim(), after[0], after[1], limit + 1],
    );
    return pageOf(rows, limit, ({ appliedAt, candidateId }) => [appliedAt.toISOString(), candidateId]);
  }

  async addInterview(candidateId: string, interview: Interview, recordedAt: Date): Promise<void> {
    const { interviewId, heldAt, interviewer, marks, mean, passed, weak, remark } = interview;
    await this.work.execute(
      `insert into interview (id, candidate_id, held_at, interviewer, marks, mean, passed, weak, remark, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        interviewId,
        candidateId,
        heldAt,
        interviewer,
        JSON.stringify(marks),
        mean,
        passed,
        weak,
        remark,
        recordedAt,
      ],
    );
  }

  async interviews(candidateId: string): Promise<readonly Interview[]> {
    const rows = await this.work.query<Nullable<Interview>>(
      `select id as "interviewId", held_at as "heldAt", interviewer, marks, mean::float8 as mean, passed, weak, remark
         from interview where candidate_id = $1 order by recorded_at desc, id desc`,
      [candidateId],
    );
    return rows.map((row) => withoutNulls<Interview>(row));
  }

  async addChecklist(candidateId: string, entries: readonly ChecklistEntry[]): Promise<void> {
    await this.work.execute(
      `insert into onboarding_entry (candidate_id, code, place, name_zh, name_en)
       select $1, code, place, zh, en from unnest($2::text[], $3::text[], $4::text[]) with ordinality
         as entry (code, zh, en, place) on conflict do nothing`,
      [
        candidateId,
        entries.map(({ code }) => code),
        entries.map(({ nameZh }) => nameZh),
        entries.map(({ nameEn }) => nameEn),
      ],
    );
  }

  async checklist(candidateId: string): Promise<readonly OnboardingEntry[]> {
    const rows = await this.work.query<Nullable<OnboardingEntry>>(
      `select code, name_zh as "nameZh", name_en as "nameEn", done_at as "doneAt", done_by as "doneBy", note
         from onboarding_entry where candidate_id = $1 order by place, code`,
      [candidateId],
    );
    return rows.map((row) => withoutNulls<OnboardingEntry>(row));
  }

  async tick(
    candidateId: string,
    code: string,
    { doneAt, doneBy, note }: Pick<OnboardingEntry, 'doneAt' | 'doneBy' | 'note'>,
  ): Promise<boolean> {
    const ticked = await this.work.execute(
      'update onboarding_entry set done_at = $3, done_by = $4, note = $5 where candidate_id = $1 and code = $2',
      [candidateId, code, doneAt, doneBy, note],
    );
    return ticked > 0;
  }

  async note(candidateId: string, { at, by, what, note }: CandidateEvent): Promise<void> {
    await this.work.execute(
      'insert into candidate_event (candidate_id, at, by, what, note) values ($1, $2, $3, $4, $5)',
      [candidateId, at, by, what, note],
    );
  }

  async history(candidateId: string): Promise<readonly CandidateEvent[]> {
    const rows = await this.work.query<Nullable<CandidateEvent>>(
      `select at, by, what, note from candidate_event where candidate_id = $1 order by id desc limit 500`,
      [candidateId],
    );
    return rows.map((row) => withoutNulls<CandidateEvent>(row));
  }

  private async select(where: string, parameters: readonly unknown[]): Promise<Candidate[]> {
    const rows = await this.work.query<Nullable<Candidate>>(`${SELECT} ${where}`, parameters);
    return rows.map((row) => withoutNulls<Candidate>(row));
  }
}

function valuesOf(candidate: Candidate): unknown[] {
  return [
    candidate.candidateId,
    candidate.name,
    candidate.phone,
    candidate.note,
    candidate.education,
    candidate.mandarin,
    candidate.charactersPerMinute,
    candidate.office,
    candidate.state,
    candidate.background,
    candidate.backgroundNote,
    candidate.contractSignedOn,
    candidate.contractUntil,
    candidate.waiver,
    candidate.endReason,
    candidate.staffNumber,
    candidate.updatedAt,
  ];
}
