import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsNumber, IsOptional, Max, Min } from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Day,
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalDay,
  OptionalFlag,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf } from '../../kernel/paging';
import { OrderedPageRequest } from '../workplace/workplace-fields';

export const DUTY_RHYTHM_WORDS = ['day', 'week', 'fortnight', 'month', 'quarter', 'half-year'] as const;
export type DutyRhythmWord = (typeof DUTY_RHYTHM_WORDS)[number];

export const DUTY_PROOF_WORDS = ['none', 'text', 'number', 'attachment'] as const;
export type DutyProofWord = (typeof DUTY_PROOF_WORDS)[number];

/** `late` was done after its time, `missed` is past it and open. */
export const CHECKLIST_STANDINGS = ['open', 'done', 'late', 'missed'] as const;
export type ChecklistStanding = (typeof CHECKLIST_STANDINGS)[number];

export const CHECKLIST_ERRORS = {
  notFound: 'checklist-item.not-found',
  attachmentNotFound: 'checklist-attachment.not-found',
  /** The proof that the duty asks for is missing; `details.field` names it. */
  proofMissing: 'checklist-item.proof-missing',
  /** It was done, by whom `details` says. */
  alreadyDone: 'checklist-item.already-done',
} as const;

const LARGEST_FILE = 1024 * 1024 * 1024;

export class ChecklistFile {
  @Id('Id of the attachment')
  attachmentId: string;

  @RequiredText('Name of the file', 200)
  fileName: string;

  @RequiredText('Media type', 100)
  mediaType: string;

  @Whole('Size in bytes', 0, LARGEST_FILE)
  bytes: number;

  @Instant('When it was added')
  addedAt: string;

  @RequiredText('Who added it', 200)
  addedBy: string;
}

export class ChecklistItemView {
  @Id('Id of the line')
  itemId: string;

  @RequiredText('Code of the duty, e.g. line-test', 60)
  duty: string;

  @RequiredText('What is to be done, in Chinese', 200)
  titleZh: string;

  @RequiredText('The same in English', 200)
  titleEn: string;

  @OneOf('How often it comes round', DUTY_RHYTHM_WORDS)
  rhythm: DutyRhythmWord;

  @Day('First day of the period for which it is')
  periodFrom: string;

  @Day('Last day of that period')
  periodTo: string;

  @Instant('Until when it is to be done')
  dueAt: string;

  @OneOf('Proof that is asked for', DUTY_PROOF_WORDS)
  proof: DutyProofWord;

  @RequiredText('Path below /api/v1 of what it is about', 200)
  link: string;

  @OneOf('Where it stands now', CHECKLIST_STANDINGS)
  standing: ChecklistStanding;

  @OptionalInstant('When it was done')
  doneAt?: string;

  @OptionalText('Who did it: staff number, or system:hr for what is done by itself', 200)
  doneBy?: string;

  @OptionalText('What was found', 2000)
  proofText?: string;

  @ApiPropertyOptional({ description: 'What was counted' })
  @IsOptional()
  @IsNumber()
  proofNumber?: number;

  @ListOf('Attachments', () => ChecklistFile, 50)
  attachments: ChecklistFile[];

  @OptionalInstant('When the head was told that it is missed')
  escalatedAt?: string;
}

export class ListChecklistRequest extends OrderedPageRequest {
  @OptionalDay('Due on this day or later')
  from?: string;

  @OptionalDay('Due on this day or earlier')
  to?: string;

  @OptionalText('Only this duty', 60)
  duty?: string;

  @OptionalOneOf('Only of this rhythm', DUTY_RHYTHM_WORDS)
  rhythm?: DutyRhythmWord;

  @OptionalOneOf('Only those that stand so', CHECKLIST_STANDINGS)
  standing?: ChecklistStanding;

  @OptionalFlag('Only those of which the head was told, or was not')
  escalated?: boolean;
}

export class ChecklistPage extends PageOf(ChecklistItemView) {}

export const ListChecklist = operation({
  subject: 'hr.query.checklist.v1',
  request: ListChecklistRequest,
  reply: ChecklistPage,
});

export class GetChecklistOfDayRequest {
  @OptionalDay('Day; today unless given')
  day?: string;
}

export class ChecklistOfDay {
  @Day('The day')
  day: string;

  @Flag('Whether it is a working day')
  workingDay: boolean;

  @ListOf('Due on that day, in order', () => ChecklistItemView)
  dueThen: ChecklistItemView[];

  @ListOf('Of the periods in which the day lies, due on another day', () => ChecklistItemView)
  ofPeriods: ChecklistItemView[];

  @ListOf('Due earlier and still open, the oldest first; at most 200', () => ChecklistItemView)
  missedBefore: ChecklistItemView[];
}

/** The checklist of a day: what is due, what runs, what was missed. */
export const GetChecklistOfDay = operation({
  subject: 'hr.query.checklist-of-day.v1',
  request: GetChecklistOfDayRequest,
  reply: ChecklistOfDay,
});

export class ChecklistReference {
  @Id('Id of the line')
  itemId: string;
}

export class ChecklistProof {
  @OptionalText('What was found', 2000)
  text?: string;

  @ApiPropertyOptional({ description: 'What was counted, e.g. calls that were monitored' })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(1_000_000)
  number?: number;
}

export class DoChecklistItemRequest extends ChecklistProof {
  @Id('Id of the line')
  itemId: string;
}

/** A line was done: by whom, when and with what proof. */
export const DoChecklistItem = operation({
  subject: 'hr.command.do-checklist-item.v1',
  request: DoChecklistItemRequest,
  reply: ChecklistItemView,
  errors: [CHECKLIST_ERRORS.notFound, CHECKLIST_ERRORS.proofMissing, CHECKLIST_ERRORS.alreadyDone],
});

export class AttachToChecklistItemRequest extends ChecklistReference {
  @RequiredText('Key of the file in the file store', 500)
  fileKey: string;

  @RequiredText('Name of the file', 200)
  fileName: string;

  @RequiredText('Media type', 100)
  mediaType: string;

  @Whole('Size in bytes', 0, LARGEST_FILE)
  bytes: number;

  @RequiredText('SHA-256 of the file, hex', 64)
  sha256: string;
}

export const AttachToChecklistItem = operation({
  subject: 'hr.command.attach-to-checklist-item.v1',
  request: AttachToChecklistItemRequest,
  reply: ChecklistItemView,
  errors: [CHECKLIST_ERRORS.notFound, CHECKLIST_ERRORS.alreadyDone],
});

export class ChecklistFileReference extends ChecklistReference {
  @Id('Id of the attachment')
  attachmentId: string;
}

export class ChecklistFilePlace extends ChecklistFile {
  @RequiredText('Key of the file in the file store', 500)
  fileKey: string;
}

export const OpenChecklistFile = operation({
  subject: 'hr.query.checklist-file.v1',
  request: ChecklistFileReference,
  reply: ChecklistFilePlace,
  errors: [CHECKLIST_ERRORS.attachmentNotFound],
});
