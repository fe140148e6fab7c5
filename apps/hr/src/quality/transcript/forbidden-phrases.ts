import { Injectable } from '@nestjs/common';
import { CheckWording } from '@switchyard/contracts';
import { agentText, type TranscriptLine } from '@switchyard/domain';
import { OperationClient, systemContext } from '@switchyard/platform';
import type { PhraseHit } from '../evaluation/evaluations.port';

/** As much as CheckWording takes at once. */
const AT_ONCE = 10_000;
const PATIENCE = { timeoutMs: 10_000 };

/** Forbidden phrases (§14) by the list that is in force in the knowledge base, which is the ticket service's. */
@Injectable()
export class ForbiddenPhrases {
  constructor(private readonly operations: OperationClient) {}

  /** In what the agent said, with where in the recording. @throws DomainError `service.unavailable` */
  async inTranscript(lines: readonly TranscriptLine[]): Promise<readonly PhraseHit[]> {
    const hits: PhraseHit[] = [];
    for (const part of partsOf(lines)) {
      const { text, secondAt } = agentText(part);
      for (const { code, wording, start, instead } of await this.check(text)) {
        const second = secondAt(start);
        hits.push({ code, wording, instead, ...(second !== undefined && { second }) });
      }
    }
    return hits;
  }

  /** In what somebody quotes. @throws DomainError `service.unavailable` */
  async inQuotes(quotes: string): Promise<readonly PhraseHit[]> {
    return (await this.check(quotes)).map(({ code, wording, instead }) => ({ code, wording, instead }));
  }

  private async check(text: string) {
    if (text.trim() === '') return [];
    return (await this.operations.call(CheckWording, { text }, systemContext('hr'), PATIENCE)).findings;
  }
}

/** Whole utterances, each part short enough to be checked at once. */
function partsOf(lines: readonly TranscriptLine[]): readonly (readonly TranscriptLine[])[] {
  const parts: TranscriptLine[][] = [];
  let length = AT_ONCE;
  for (const line of lines) {
    if (length + line.text.length + 1 > AT_ONCE) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(line);
    length += line.text.length + 1;
  }
  return parts;
}
