import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  COMMON_ERRORS,
  type EvaluateCallRequest,
  QUALITY_ERRORS,
  type RequestContext,
} from '@switchyard/contracts';
import { localDateAt, scorecardItems } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { RaiseRepeatedFaults } from '../escalation/raise-repeated-faults';
import { itemNotOpen, knownItem } from '../sampling/item-errors';
import { type RecordedCall, RecordedCalls } from '../sampling/recorded-calls.port';
import { type SampleItem, SampleItems } from '../sampling/sample-items.port';
import { noneInForce } from '../scorecard/scorecard-view';
import { type Scorecard, Scorecards } from '../scorecard/scorecards.port';
import { ForbiddenPhrases } from '../transcript/forbidden-phrases';
import { Transcripts } from '../transcript/transcripts.port';
import { Evaluations, type NewEvaluation } from './evaluations.port';
import { assertTimeMarks, ownCall, plainMarks, scored } from './judged-call';

const DEFAULT_SCORECARD = 'inbound';

type Talker = Pick<NewEvaluation, 'staffNumber' | 'groupCode' | 'postCode'>;

/**
 * Judges a call, drawn or not, by the scorecard in force: the result, its faults and forbidden phrases; a fault that came too often is told
 * to the leader. One evaluation per recording.
 * @throws DomainError as the contract lists
 */
@Injectable()
export class EvaluateCallUseCase {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly items: SampleItems,
    private readonly scorecards: Scorecards,
    private readonly recorded: RecordedCalls,
    private readonly transcripts: Transcripts,
    private readonly phrases: ForbiddenPhrases,
    private readonly repeated: RaiseRepeatedFaults,
    private readonly staff: StaffDirectory,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns id of the evaluation */
  async execute(request: EvaluateCallRequest, context: RequestContext): Promise<string> {
    const { itemId, recordingId } = request;
    if ((itemId === undefined) === (recordingId === undefined)) throw needsOne();
    const now = this.clock.now();
    const judge = await this.staff.ofAccount(context.actor.id);
    const item = itemId === undefined ? undefined : await this.openItem(itemId, judge?.staffNumber);
    const scorecard = await this.inForce(request.scorecard ?? DEFAULT_SCORECARD);
    const call = await this.heard(item?.recordingId ?? recordingId ?? '', item);
    const talker: Talker = item ?? (await this.talkerOf(call));
    if (judge?.staffNumber === talker.staffNumber) throw ownCall();
    const { faultBelowPercent } = await this.policies.inForce('quality', now);
    const result = scored(scorecard.sections, request.marks, faultBelowPercent);
    const timeMarks = (request.timeMarks ?? []).map((mark) => ({ ...mark }));
    assertTimeMarks(timeMarks, scorecard.sections, call.seconds ?? 0);
    const { staffNumber, groupCode, postCode } = talker;
    const evaluation: NewEvaluation = {
      id: randomUUID(),
      recordingId: call.recordingId,
      itemId,
      staffNumber,
      groupCode,
      postCode,
      queue: call.queue,
      callAt: call.startedAt,
      callDay: localDateAt(call.startedAt),
      timeMarks,
      scorecardCode: scorecard.code,
      scorecardVersion: scorecard.version,
      ...(await this.phrasesOf(call.recordingId, request.quotes)),
      quotes: request.quotes,
      notes: request.notes,
      evaluatedBy: context.actor.id,
      evaluator: judge?.staffNumber,
      evaluatedAt: now,
    };
    const made = { version: 1, reason: 'evaluation' as const, madeAt: now, madeBy: context.actor.id };
    const marks = plainMarks(request.marks);
    await this.work.inTransaction(async () => {
      if (itemId !== undefined) {
        const locked = knownItem(await this.items.lock(itemId), itemId);
        if (locked.state !== 'open') throw itemNotOpen(locked);
      }
      const items = scorecardItems(scorecard.sections);
      if (!(await this.evaluations.add(evaluation, { ...made, marks, result }, items)))
        throw judgedAlready(call);
      if (itemId !== undefined) await this.items.close(itemId, 'evaluated', now);
      const faults = result.lines.filter(({ fault }) => fault).map(({ item: code }) => code);
      await this.repeated.execute(staffNumber, faults, context);
    });
    return evaluation.id;
  }

  private async openItem(itemId: string, judge: string | undefined): Promise<SampleItem> {
    const item = knownItem(await this.items.find(itemId), itemId);
    if (item.state !== 'open') throw itemNotOpen(item);
    if (item.inspector === undefined || item.inspector === judge) return item;
    throw new DomainError(
      QUALITY_ERRORS.itemOfAnother,
      `This call is for the inspector ${item.inspector}; have it given to you first (PUT /quality/items/${itemId}/inspector).`,
      { itemId, inspector: item.inspector },
    );
  }

  private async inForce(code: string): Promise<Scorecard> {
    const scorecard = await this.scorecards.inState(code, 'published');
    if (scorecard) return scorecard;
    throw noneInForce(code);
  }

  /** The recording, which must be there to be heard; a drawn call without one is closed. */
  private async heard(recordingId: string, item: SampleItem | undefined): Promise<RecordedCall> {
    const call = await this.recorded.find(recordingId);
    if (call?.state === 'stored') return call;
    const why = call ? `is ${call.state}` : 'is not known';
    if (item && call?.state !== 'expected')
      await this.items.close(item.id, 'gone', this.clock.now(), `the recording ${why}`);
    throw unusable(`The recording ${why} and cannot be heard; judge another call.`, recordingId);
  }

  private async talkerOf({ workNo, recordingId }: RecordedCall): Promise<Talker> {
    const member = workNo === undefined ? undefined : await this.staff.find(workNo);
    if (member) return member;
    throw unusable('Its agent is no staff member: link the agent (work number = staff number).', recordingId);
  }

  private async phrasesOf(
    recordingId: string,
    quotes: string | undefined,
  ): Promise<Pick<NewEvaluation, 'phrases' | 'phraseSource'>> {
    const transcript = await this.transcripts.find(recordingId);
    const phrases = [
      ...(transcript ? await this.phrases.inTranscript(transcript.lines) : []),
      ...(quotes === undefined ? [] : await this.phrases.inQuotes(quotes)),
    ];
    const quoted = quotes !== undefined;
    if (transcript) return { phrases, phraseSource: quoted ? 'both' : 'transcript' };
    return { phrases, phraseSource: quoted ? 'quotes' : 'none' };
  }
}

function needsOne(): DomainError {
  return new DomainError(
    COMMON_ERRORS.invalid,
    'Give the drawn call (itemId) or a recording (recordingId).',
    {
      fields: [{ field: 'itemId', problems: ['must be given, or recordingId, and only one of them'] }],
    },
  );
}

function unusable(message: string, recordingId: string): DomainError {
  return new DomainError(QUALITY_ERRORS.recordingUnusable, message, { recordingId });
}

function judgedAlready({ recordingId }: RecordedCall): DomainError {
  return new DomainError(
    QUALITY_ERRORS.alreadyEvaluated,
    'This recording has been judged; an appeal changes a result.',
    {
      recordingId,
    },
  );
}
